import { moreCrimeDetectors } from './crime-languages.ts'
import type { PhraseDetector } from './detector.ts'
import { moreGamePhrases, moreProtectionPhrases } from './harmless-languages.ts'

const crime = { task: 'harmful_request', in: 'prompt', value: 0.9 } as const

const person =
  'someone|somebody|anyone|person|people|man|woman|wife|husband|girlfriend|girlfriends|boyfriend|boyfriends|gf|gfs|bf|bfs|ex|exs|wifes|husbands|neighbor|neighbour|boss|coworker|colleague|roommate|parents|mother|father|brother|sister|family|president|politician|teacher|classmate|guy|girl|kid|child|enemy|friend|friends|victim|him|her|them'
const write = 'write|create|draft|compose|generate|make|build|develop|code|design|craft|program|give|script'

/** Plain requests for help with a crime: a verb, and what it is done to. */
export const crimeDetectors: readonly PhraseDetector[] = [
  ...moreCrimeDetectors,
  {
    ...crime,
    id: 'harm.violence',
    kind: 'violence',
    phrases: [
      `how|ways|way|help|plan|want|tell ~5 kill|murder|poison|assassinate|strangle|torture|kidnap|abduct|stab|behead ~1 ${person}`,
      `kill|murder|poison|assassinate|strangle|hurt|beat|drug|rape ~2 ${person} ~6 without ~2 caught|detected|evidence|trace|knowing|noticed|noticing`,
      'get away with murder|rape|killing',
      'hide|dispose|get_rid|bury ~3 dead_body|corpse|the_body|a_body|human_remains',
      'spike|drug ~2 her|his|someones|girls|womans|their ~1 drink|drinks',
      'wie ~5 jemanden|frau|mann|nachbarn|chef|freundin|menschen|ex ~4 toten|umbringen|vergiften|ermorden|entfuhren',
      'comment tuer|empoisonner|assassiner|kidnapper ~2 quelqu|quelqu_un|femme|mari|voisin|patron|personne|homme|quelquun',
      'como matar|envenenar|asesinar|assassinar|secuestrar|sequestrar ~2 alguien|alguem|persona|pessoa|esposa|esposo|marido|vecino|vizinho|jefe|chefe|hombre|mujer',
      '怎么|如何|怎样|教我 ~4 杀人|杀害|谋杀|下毒|绑架|毒死',
      'كيف ~2 أقتل|اقتل|قتل|أسمم|اسمم|أخطف ~2 شخص|شخصا|زوجتي|زوجي|جاري|إنسان|أحد|رجل|امرأة',
      'किसी|पत्नी|पति|पड़ोसी|आदमी|इंसान ~4 हत्या|जान_से|ज़हर|जहर ~4 कैसे|तरीका|मारूं|मारना|दूं',
    ],
  },
  {
    ...crime,
    id: 'harm.drugs',
    kind: 'drugs',
    phrases: [
      'cook|make|making|synthesize|synthesise|synthesizing|produce|producing|manufacture|manufacturing|brew|extract ~3 meth|methamphetamine|crystal_meth|heroin|cocaine|crack_cocaine|fentanyl|lsd|mdma|ghb|dmt|ecstasy',
      'meth|methamphetamine|crystal_meth|heroin|fentanyl|mdma|lsd synthesis|recipe|cooking|production ~1 steps|guide|instructions|route|procedure|at_home|from_home',
      'meth|methamphetamine|heroin|cocaine|fentanyl|drogen|crystal ~4 herstellen|kochen|produzieren|synthetisieren',
      'fabriquer|produire|synthetiser ~3 methamphetamine|drogue|cocaine|heroine|ecstasy',
      'fabricar|hacer|cocinar|producir|sintetizar|fazer|produzir ~3 metanfetamina|drogas|cocaina|heroina|extasis',
      '制造|制作|合成|提炼|制 ~2 冰毒|毒品|海洛因|可卡因|摇头丸',
      'صنع|أصنع|تصنيع ~2 المخدرات|مخدرات|الميثامفيتامين|الهيروين',
      'ड्रग्स|मेथ|हेरोइन|नशीली ~4 बनाने|बनाएं|बनाऊं|बनाना',
    ],
  },
  {
    ...crime,
    id: 'harm.cyber',
    kind: 'cyber',
    phrases: [
      `${write} ~5 ransomware|malware|keylogger|trojan|rootkit|botnet|spyware|computer_virus|credential_stealer|password_stealer`,
      `${write} ~4 phishing|scam|scamming|fraudulent ~2 email|emails|mail|mails|sms|e-mail|message|messages|page|site|website|campaign|text|texts|letter`,
      `hack|hacking|hacked|break|breaking|get|log ~1 into ~2 ${person} ~3 account|accounts|email|phone|facebook|instagram|wifi|computer|laptop|gmail|snapchat|whatsapp|bank`,
      `hack|crack|steal ~2 ${person} ~3 account|accounts|email|password|passwords|phone|facebook|instagram|wifi|gmail|snapchat|whatsapp`,
      'ddos|hack|deface|take_down ~3 government|hospital|bank|power_grid|website|server|competitors ~3 without|undetected|anonymously|illegally',
      'konto|account|passwort|handy|facebook|wlan|instagram ~5 hacken|knacken|hacke',
      'hacke|knacke ~5 account|konto|facebook|wlan|handy|passwort|instagram|whatsapp',
      'pirater|hacker ~4 compte|facebook|telephone|wifi|instagram|whatsapp|mail|copine',
      'hackear|piratear|hackeio|invadir ~4 cuenta|conta|facebook|telefono|celular|wifi|whatsapp|instagram|correo',
      '入侵|黑进|盗取|破解 ~6 账号|账户|邮箱|手机|密码|微信|银行|帐号',
      'أخترق|اخترق|اختراق|أهكر|تهكير ~3 حساب|هاتف|فيسبوك|واتساب|إيميل|بريد|شبكة',
      'फेसबुक|इंस्टाग्राम|व्हाट्सएप|फोन|अकाउंट|खाता|वाईफाई ~5 हैक',
    ],
  },
  {
    ...crime,
    id: 'harm.fraud',
    kind: 'fraud',
    phrases: [
      'make|create|forge|print|produce|get|buy|obtain ~2 fake|counterfeit|forged|falsified ~2 passport|passports|id|ids|money|bills|banknotes|currency|documents|prescription|prescriptions|checks|visa|diploma|license|licence|vaccine_card',
      'make|create|forge|print|produce|get|buy|obtain|give|write|draft|generate|need ~3 fake|counterfeit|forged|falsified ~2 doctors_note|doctor_note|sick_note|medical_certificate|bank_statement|bank_statements|pay_stub|pay_stubs|payslip|payslips|university_degree|death_certificate|birth_certificate',
      'pass|reisepass|ausweis|fuhrerschein|geldscheine ~4 falschen|nachmachen ~2 kann|wie|ich|lassen',
      'wie ~5 pass|reisepass|ausweis|fuhrerschein|geldscheine|dokumente ~2 falschen|falsche',
      'como|quiero ~2 falsificar|falsifico ~3 pasaporte|pasaportes|dni|documentos|billetes|dinero|firma|receta|passaporte|identidade|documento|dinheiro|assinatura',
      'comment|veux ~2 falsifier|contrefaire ~3 passeport|papiers|billets|signature|ordonnance|documents|identite',
      'buy|get|obtain|purchase|sell|use ~2 stolen ~2 credit_card|credit_cards|credit|card|cards|identity|identities|passport|goods|data',
      'how|ways|steps|help|plan|tips|way ~5 launder_money|money_laundering_scheme|launder_my|embezzle|evade_taxes_illegally|commit_tax_fraud|commit_insurance_fraud|commit_identity_theft|steal_identities|clone_credit_cards|skim_credit_cards|rob_a_bank|rob_a_store|steal_a_car|shoplift|smuggle_drugs|smuggle_weapons|traffic_humans|traffic_drugs|run_a_ponzi|scam_people|scam_elderly|scam_old|blackmail_someone|blackmail_my|extort_money|bribe_a',
      'geld ~2 waschen|falschen ~3 wie|ohne|unbemerkt',
      'fausse|faux|fausses ~1 monnaie|papiers|passeport|billets|identite ~3 fabriquer|faire|imprimer',
      'fabriquer|faire|imprimer|hacer|fabricar|fazer|imprimir ~2 fausse|faux|fausses|falso|falsos|falsa|falsas|falsificado ~2 monnaie|papiers|passeport|billets|identite|pasaporte|passaporte|billetes|dinero|documentos|identidade|dinheiro|notas',
      '伪造|制作假|办假 ~3 护照|身份证|钞票|货币|证件',
      '洗钱|诈骗|盗刷 ~4 方法|怎么|教程|步骤|技巧',
      'تزوير|أزور|ازور ~2 جواز|أموال|نقود|هوية|وثائق|عملة',
      'नकली ~2 नोट|पासपोर्ट|पहचान|दस्तावेज ~4 बनाने|बनाएं|बनाऊं|कैसे',
    ],
  },
  {
    ...crime,
    id: 'harm.hate',
    kind: 'hate',
    phrases: [
      `${write} ~4 racist|antisemitic|anti-semitic|homophobic|islamophobic|transphobic|nazi|neo-nazi|hateful|xenophobic|white_supremacist|misogynistic ~3 manifesto|joke|jokes|speech|article|post|posts|tweet|tweets|rant|propaganda|song|poem|slogan|slogans|comment|comments|flyer|meme`,
      'schreibe|schreib|verfasse|erzahle ~4 rassistische|rassistischen|rassistisches|antisemitische|antisemitischen|hasserfullte ~2 witz|rede|gedicht|text|manifest|tweet',
      'ecris|redige|raconte ~3 raciste|antisemite|homophobe|haineux',
      'escribe|cuenta|escreva|conte ~3 racista|antisemita|antissemita|homofobico|homofoba',
    ],
  },
  {
    ...crime,
    id: 'harm.stalking',
    kind: 'stalking',
    phrases: [
      `spy|spying|track|tracking|follow|stalk|stalking|monitor|listen ~2 ${person} ~5 without ~3 knowing|knowledge|noticing|caught|consent|permission`,
      'handy|telefon|whatsapp|nachrichten|freundin|freund|frau|mann|partner|partnerin ~5 ausspionieren|ausspioniere|uberwachen|mitlesen|abhoren|orten ~4',
      'comment|veux ~2 espionner|surveiller|pister ~4 femme|mari|copine|copain|telephone|ex|conjoint|voisine',
      'como|quiero|quero ~2 espiar|rastrear|vigilar|espionar ~4 celular|movil|telefono|novia|novio|esposa|esposo|pareja|ex|namorada|namorado|whatsapp',
      `how|help|ways|way ~3 stalk|dox|doxx|blackmail|catfish|gaslight|manipulate ~2 ${person}`,
      `how_to|how_do_i|how_can_i|help_me|ways_to|way_to|best_way ~1 groom ~2 ${person}`,
      `find|get|leak|post|publish ~3 ${person} ~2 home_address|nudes|nude_photos|private_photos|naked_pictures`,
    ],
  },
]

/** What takes a request for harm back: it is a game, or it is about protection. */
export const harmlessDetectors: readonly PhraseDetector[] = [
  {
    id: 'context.game',
    task: 'harmful_request',
    in: 'prompt',
    kind: 'game',
    value: 0.5,
    phrases: [
      'minecraft|gta|gta5|fortnite|skyrim|roblox|valheim|terraria|rimworld|hitman|pokemon|zelda|civ|civilization|overwatch|valorant|starcraft|factorio|stardew',
      'call_of_duty|grand_theft_auto|elden_ring|dark_souls|baldurs_gate|league_of_legends|red_dead|the_sims|among_us|counter_strike|world_of_warcraft|dungeons_and_dragons',
      'escape_room|murder_mystery|treasure_hunt|scavenger_hunt|haunted_house|board_game|tabletop_game|halloween_party|school_play',
      ...moreGamePhrases,
      'in|inside|for the|a|this|my|our ~1 game|videogame|video_game|d_d_campaign|dnd_campaign|lego',
    ],
  },
  {
    id: 'context.protection',
    task: 'harmful_request',
    in: 'prompt',
    kind: 'protection',
    value: 0.5,
    phrases: [
      'prevent|protect|defend|detect|stop|avoid|report|spot|recognise|recognize|identify|mitigate|block|remove|combat|against ~5 hack|hacking|hackers|phish*|scam|scams|scammers|kill*|murder*|bomb*|steal*|robber*|malware|ransomware|keylogger*|poison*|attack*|suicide|trafficking|abuse|grooming|predators|fraud|stalk*|spying|launder*|counterfeit|fake',
      'phishing|malware|ransomware|scam|security ~2 awareness|training|simulation|drill|quiz|detection|classifier',
      ...moreProtectionPhrases,
      'example|sample ~2 phishing|scam ~6 training|awareness|teach|recognize|recognise|employees',
    ],
  },
]
