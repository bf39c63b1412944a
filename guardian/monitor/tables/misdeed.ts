import type { PhraseDetector } from './detector.ts'

const asked =
  'how_to|how_do_i|how_do_you|how_can_i|how_could_i|how_can_one|how_would_i|how_should_i|ways_to|way_to|way_i_can|ways_i_can|methods_for|methods_to|method_for|tips_for|tips_to|tips_on|steps_to|guide_to|guide_for|guide_on|instructions_for|instructions_on|instructions_to|strategies_for|strategies_to|strategy_for|manual_for|manual_on|tutorial_on|tutorial_for|practices_for|techniques_for|techniques_to|i_want_to|help_me|teach_me|tell_me|show_me|script_that|script_to|program_that|program_to|app_that|tool_that|tool_to|software_that|code_that|plan_to|plan_for|i_can_use_to'
const victims =
  'someone|somebody|people|others|victims|victim|women|girls|her|him|them|classmate|classmates|coworker|coworkers|employee|employees|colleague|colleagues|secretary|students|teenagers|elderly|seniors|customers|investors|users'

/** Asking for the way to do what is wrong by itself. */
export const misdeedDetectors: readonly PhraseDetector[] = [
  {
    id: 'harm.method',
    task: 'harmful_request',
    in: 'prompt',
    kind: 'method',
    value: 0.9,
    phrases: [
      `${asked} ~3 commit|committing ~2 fraud|theft|murder|arson|robbery|burglary|perjury|crime|crimes|assault|terrorism|genocide|treason|forgery|embezzlement`,
      `${asked} ~3 hack|hacks|hacking|break|breaking into|in ~4 government|hospital|bank|banks|database|databases|network|networks|system|systems|server|servers|account|accounts|drone|drones|computer|computers|corporate|company|camera|cameras|webcam|webcams|tracker|smartwatch|device|devices|traffic|voting|atm`,
      `${asked} ~3 steal|stealing|rob|robbing|burglarize|pickpocket|shoplift|shoplifting ~3 from|car|cars|money|bank|banks|store|stores|identity|identities|information|data|password|passwords|wallet|packages|jewelry|tickets|secrets|them|things|items`,
      `${asked} ~3 break|breaking into ~3 house|home|homes|houses|car|cars|store|building|station|apartment|school|safe|office|vault|locker`,
      `${asked} ~3 evade|evading|escape_from|avoid|avoiding|outrun|hide_from ~1 law_enforcement|police|the_police|paying_taxes|pay_taxes|arrest|getting_caught|being_caught|prosecution`,
      `${asked} ~3 bribe|bribing|extort|extorting|blackmail|blackmailing|intimidate|intimidating|coerce|coercing|threaten|threatening ~3 official|officials|judge|judges|witness|witnesses|jury|juror|police|politician|politicians|${victims}`,
      `${asked} ~3 falsify|falsifying|forge|forging|fabricate|fabricating ~3 document|documents|record|records|report|reports|data|results|evidence|signature|signatures|research|checks|credentials|certificate`,
      `${asked} ~3 launder|laundering|counterfeit|counterfeiting ~2 money|cash|funds|bills|currency|goods|products|drugs|proceeds`,
      `${asked} ~4 traffic|trafficking|recruiting|smuggle|smuggling ~4 victims|humans|people|children|women|organs|drugs|weapons|guns|contraband|across|migrants`,
      `${asked} ~3 exploit|exploiting|abuse|abusing|neglect|neglecting|molest|molesting|torture|torturing|poison|poisoning ~3 child|children|workers|labor|labour|elderly|patients|victims|animals|animal|women|minors|endangered|dog|dogs|cat|cats|pets|pet`,
      `${asked} ~3 manipulate|manipulating|rig|rigging|brainwash|brainwashing|gaslight|gaslighting ~3 stock|stocks|prices|market|markets|election|elections|votes|voters|patients|children|clients|vulnerable|exchange|${victims}`,
      `${asked} ~3 scam|scamming|defraud|defrauding|swindle|swindling|deceive|deceiving|mislead|misleading|trick|tricking ~2 insurance|buyers|consumers|patients|the_public|regulators|authorities|voters|${victims}`,
      `${asked} ~3 harass|harassing|bully|bullying|stalk|stalking|dox|doxxing|cyberbully|humiliate|humiliating|sexually ~2 ${victims}|my_ex|my_secretary`,
      `${asked} ~3 sabotage|sabotaging|vandalize|vandalizing|vandalise|burn_down|set_fire|destroy ~3 building|buildings|house|houses|car|cars|school|property|competitor|competitors|equipment|business|evidence|reputation|infrastructure|power_grid`,
      `${asked} ~4 illegally|unlawfully|without_consent|without_their_consent|without_permission|without_getting_caught|without_being_caught|without_being_detected|undetected`,
      `${asked} ~3 buy|purchase|purchasing|buying|obtain|sell|selling|get ~3 drugs|guns|weapons|firearms|explosives|organs|cocaine|heroin|meth ~4 online|illegally|dark_web|darknet|illegal|black_market|without`,
      `${asked} ~3 buy|get|obtain|purchase|acquire ~2 gun|guns|pistol|rifle|handgun|weapon|firearm|firearms ~2 illegally|off_the_books|under_the_table|no_background|without ~2 background|background_check|license|licence|id|permit|papers`,
      `${asked} ~2 incite|start|provoke ~2 riot|riots|violence|hatred|war|fight`,
      `${asked} ~3 spread|spreading ~2 misinformation|disinformation|fake_news|propaganda|false_information|rumors|hate|hatred|malware|virus|disease`,
      'plant|place|detonate|set_off ~1 bomb|bombs|explosive|explosives|ied',
      'store|spread|release|disperse|weaponize|aerosolize ~3 anthrax|sarin|smallpox|bioweapon|ricin|poison_gas|nerve_agent',
      'break|cut|crush|snap ~2 someones|his|her|their legs|arm|arms|neck|bones|fingers|throat',
      'drown|choke|strangle|suffocate|beat_up|hurt|injure|attack a|my|some|someone|the ~1 person|someone|police|officer|people|kid|child|baby|human|guy|girl|wife|boss|to_death|unconscious',
      'write|create|draft|compose|generate|develop|make|build ~5 promotes|promoting|promote|glorifies|glorify|glorifying|encourages|encouraging|encourage|inciting|incites|incite|normalizes ~3 violence|hatred|terrorism|suicide|self_harm|racism|discrimination|bullying|eating_disorders|anorexia|rape|hate|genocide|reckless|abuse|drunk_driving',
      'write|create|draft|compose|send ~3 threatening|intimidating|extortion|blackmail|ransom ~1 letter|message|email|note|text',
      'derogatory|demeaning|racist|sexist|hateful|offensive ~2 language|terms|names|slurs|jokes|nicknames|stereotypes ~3 for|about|towards|against|to_call',
      'joke|jokes|slur|slurs|insults|names ~3 jews|muslims|blacks|black_people|mexicans|gays|asians|immigrants|lesbians|transgender|disabled_people|retarded|arabs|blondes',
      'home_address|phone_number|social_security_number|private_address ~2 of|for ~2 actress|actor|celebrity|singer|president|senator|neighbor|ex|person|individual',
    ],
  },
]
