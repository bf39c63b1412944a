import type { PhraseDetector } from './detector.ts'
import { minorsDetectors } from './minors.ts'

const make =
  'make|making|build|building|create|creating|construct|constructing|assemble|assembling|synthesize|synthesizing|synthesise|produce|producing|manufacture|manufacturing|cook|cooking|brew|weaponize|culture|enrich'

/**
 * Subjects so grave that helping with them is critical. Named only together with a wish to make or do them, so that
 * history, news and chemistry lessons stay free; the models weigh the rest.
 */
export const dangerDetectors: readonly PhraseDetector[] = [
  ...minorsDetectors,
  {
    id: 'danger.weapon',
    task: 'harmful_request',
    in: 'both',
    kind: 'weapon',
    value: 0.9,
    phrases: [
      `${make} ~4 bomb|bombs|pipe_bomb|pipe_bombs|explosive|explosives|ied|molotov|grenade|detonator|napalm|thermite_bomb|car_bomb|dirty_bomb|letter_bomb|suicide_vest`,
      `${make} ~4 sarin|ricin|vx|novichok|anthrax|botulinum|mustard_gas|nerve_agent|nerve_gas|chlorine_gas|bioweapon|bioweapons|biological_weapon|biological_weapons|chemical_weapon|chemical_weapons|nuclear_weapon|nuclear_bomb|smallpox|phosgene|tabun|tatp|rdx|petn|nitroglycerin|c4`,
      'bomb|explosive|explosives|ied|nerve_agent|bioweapon making|recipe|instructions|construction ~3 at_home|home|household|step',
      'recipe|synthesis_route|synthesis_steps|synthesis|instructions|procedure ~1 for|of ~2 sarin|ricin|vx|novichok|nerve_agent|mustard_gas|tatp|rdx|petn|nitroglycerin|napalm|pipe_bomb|phosgene ~3 with|in|at_home|amounts|step|exact',
      'exact|detailed|full|complete|working ~1 recipe|synthesis|instructions|procedure ~1 for|of|to_make ~2 sarin|ricin|vx|novichok|nerve_agent|mustard_gas|tatp|rdx|petn|nitroglycerin|napalm|pipe_bomb|phosgene',
      'detonate|plant|hide|set ~3 bomb|explosive|explosives|ied ~5 in|at|under|inside|near',
      'baue|bastle|bastele|baut ~3 bombe|sprengsatz|rohrbombe',
      'bombe|sprengsatz|sprengstoff|rohrbombe ~3 bauen|herstellen|basteln|baue',
      'fabriquer|construire|faire ~3 bombe|explosif|explosifs|gaz_sarin',
      'fabricar|construir|hacer|fazer|criar ~3 bomba|explosivo|explosivos|gas_sarin',
      '制造|制作|做|造|自制 ~3 炸弹|炸药|毒气|神经毒剂|生化武器|爆炸物',
      'صنع|أصنع|تصنيع|اصنع ~3 قنبلة|متفجرات|عبوة|قنابل',
      'बम|विस्फोटक ~3 बनाने|बनाना|बनाएं|बनाऊं|कैसे',
    ],
  },
  {
    id: 'danger.mass_harm',
    task: 'harmful_request',
    in: 'both',
    kind: 'mass_harm',
    value: 0.9,
    phrases: [
      'kill|poison|murder|shoot|massacre|infect ~3 as_many|hundreds|thousands|millions|many|crowd|crowds ~3 people|civilians|victims|children|students|muslims|jews|christians|immigrants',
      'mass shooting|murder|poisoning|casualties ~6 plan|carry|commit|maximize|execute|perform|how',
      'plan|carry_out|commit|execute|organize|stage ~3 mass_shooting|school_shooting|terrorist_attack|terror_attack|genocide|massacre|ethnic_cleansing',
      'poison|contaminate|poisoning|contaminating ~3 water_supply|water_supplies|reservoir|food_supply|drinking_water',
      'shoot up|up_a|up_my school|church|mosque|synagogue|mall|workplace',
    ],
  },
  {
    id: 'danger.minors',
    task: 'harmful_request',
    in: 'both',
    kind: 'minors',
    value: 0.95,
    phrases: [
      'child|children|kid|kids|minor|minors|underage|preteen|toddler|infant|loli|shota|teen|schoolgirl|schoolboy ~1 porn|pornography|erotica|nudes|sexual_content|sex_video|sex_scene|hentai',
      'erotic|sexual|sexually_explicit|explicit|pornographic|nude|naked ~3 story|stories|images|image|scene|content|pictures|photos|video|roleplay ~5 child|children|minor|minors|underage|preteen|year_old_girl|year_old_boy|schoolgirl|little_girl|little_boy',
      'seduce|seducing|molest|molesting|to_groom|i_groom|you_groom|then_groom|for_grooming ~3 child|children|kid|kids|minor|minors|underage|preteen|teenager|young_girl|young_boy ~4 online|without|how|into|trust|secret|meet',
      'get|make|convince|persuade|trick|pressure|blackmail|want ~4 child|kid|minor|preteen|underage|daughter|niece|schoolgirl|schoolboy|year_old|years_old ~5 send|sending|show|text|give me ~2 nudes|nude|naked|underwear',
      'how_to|how_do_i|how_can_i|how_could_i|how_you|how_one|ways_to|tips|methods|guide ~2 groom|molest|seduce|sexually_abuse a|an|the|this|some|young? ~1 child|children|kid|kids|minor|minors|underage|preteen',
    ],
  },
  {
    id: 'danger.suicide_method',
    task: 'harmful_request',
    in: 'both',
    kind: 'suicide_method',
    value: 0.9,
    phrases: [
      'best|easiest|painless|quickest|fastest|effective|easy|least_painful|most_painless ~3 way|ways|method|methods ~3 kill_myself|commit_suicide|die|end_my_life|hang_myself|suicide|overdose|kill_yourself|end_your_life',
      'how ~4 kill_myself|hang_myself|end_my_life|commit_suicide|overdose_on|slit_my_wrists|tie_a_noose',
      'pills|tablets|dose|dosage|amount ~6 kill_myself|lethal|fatal_overdose|overdose_and_die|end_my_life|kill_yourself',
      'encourage|convince|persuade|push|get|drive|manipulate ~5 to commit_suicide|kill_himself|kill_herself|kill_themselves|kill_themself|end_their_life|self_harm|harm_themselves|cut_themselves',
    ],
  },
]
