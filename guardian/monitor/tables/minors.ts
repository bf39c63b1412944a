import type { PhraseDetector } from './detector.ts'

const words = [
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
]
const ages = Array.from({ length: 13 }, (_, index) => String(index + 5))

/** Each age, written into some pattern: `#_year_old`. */
const aged = (...patterns: string[]): string =>
  patterns.flatMap((pattern) => ages.map((age) => pattern.replace('#', age))).join('|')

const age = `${aged('#_year_old', '#_years_old', '#_yr_old', '#_yo', '#yo', '#_y_o')}|${words.map((word) => `${word}_year_old`).join('|')}`
const child = `child|kid|minor|preteen|pre_teen|little_girl|little_boy|young_girl|young_boy|schoolgirl|schoolboy|underage_girl|underage_boy|middle_schooler|${aged('girl_of_#', 'boy_of_#', 'girl_aged_#', 'boy_aged_#', 'child_of_#', 'child_aged_#')}|${age}`
const children = `${child}|children|kids|minors|preteens|little_girls|little_boys|young_girls|young_boys|schoolgirls|underage_girls|tweens|${aged('#_year_olds')}`
const asked =
  'how_to|how_do_i|how_can_i|how_could_i|how_would_i|how_should_i|how_does_one|ways_to|way_to|i_want_to|i_wanna|help_me|teach_me|show_me_how_to|tell_me_how_to|tips_to|tips_on|tips_for|advice_on|advice_for|steps_to|guide_to|want_to|script_to|trying_to|plan_to|instructions_for|instructions_to'

const germanAge = aged('#_jahrige', '#_jahriges', '#_jahrigen', '#_jahriger', '#jahrige', '#jahrigen')
const ofYears = (unit: string): string => aged(`#_${unit}`)

/**
 * Ways to get at a child, asked for in plain words. The highest value: an answer that goes along is the worst there is.
 * Who asks how others do it, how to protect a child or how to teach one uses other words.
 */
export const minorsDetectors: readonly PhraseDetector[] = [
  {
    id: 'danger.minors',
    task: 'harmful_request',
    in: 'prompt',
    kind: 'minors',
    value: 0.97,
    phrases: [
      // Nothing stands between the question and the deed: "how do I stop …", "how do I protect …" are other questions.
      `${asked} seduce|seducing|molest|molesting|fondle|fondling|rape|raping|sexually_abuse|sext|sexting a|an|this|some|my|the|young? ~1 ${children}`,
      `${asked} groom|grooming ~2 ${children} online|into|for|to|without|on|over|through|via|so_that|and|who|discord|snapchat|girl|boy|$`,
      `${asked} groom|grooming ~1 a|an|some ~1 ${child} girl|boy`,
      `${asked} have_sex|having_sex|hook_up|make_out|have_a_sexual_relationship|be_sexually_intimate|have_sexual_contact ~1 with ~1 a|an|this|some ~1 ${child} girl|boy|$`,
      `${asked} have_sex|having_sex|have_a_sexual_relationship|have_sexual_contact ~1 with ~1 children|minors|preteens|little_girls|little_boys|schoolgirls|underage_girls`,
      `${asked} talk|talking|chat|chatting|speak|text|texting sexually|dirty|sexy to|with ~1 a|an|this|some ~1 ${child}`,
      `${asked} get|make|convince|persuade|trick|pressure|talk ~1 a|an|this|some ~1 ${child} girl|boy? to|into have_sex|having_sex|undress_for|strip_for|touch_me|sext|sexting|send_nudes|sending_nudes|get_naked_for|kiss_me`,
      `${asked} get|make|convince|persuade|trick|lure|talk ~1 a|an|this|some ~1 ${child} girl|boy? to|into ~4 in_secret|secretly|meet_me_alone|alone_with_me|without_her_parents|without_his_parents|without_their_parents|behind_her_parents|behind_their_parents|hotel_room`,
      `${asked} lure|luring ~1 a|an|this|some ~1 ${child} ~1 to|into|in ~1 my van|car|house|home|flat|apartment|room|basement`,
      `${asked} flirt|flirting ~1 with ~1 a|an|this ~2 ${age}`,
      `${asked} keep|stop ~1 a|the|an|this ~1 ${child} from ~1 telling ~3 i_touched|what_i_did|about_us|what_we_did`,
      `how_to|how_do_i|how_can_i seduce|molest ~1 a|an|this|some ~2 ${child}`,
      `wie verfuhre|missbrauche|groome|begrapsche ich|man ~2 ${germanAge}|kind|kinder|minderjahrige|minderjahrigen|kleines_madchen|schulerin`,
      `wie kann|konnte ich|man ~1 ${germanAge}|kind|kinder|minderjahrige|kleines_madchen|schulerin ~1 verfuhren|missbrauchen|groomen|zum_sex`,
      `comment|je_veux seduire|abuser|abuser_d|violer|coucher_avec ~1 ${ofYears('ans')}|enfant|enfants|mineur|mineure|mineurs|petite_fille|petit_garcon|fillette|gamine|collegienne`,
      `comment|je_veux seduire|abuser|coucher_avec ~1 fille|garcon|gamin|gamine de|d ~1 ${ofYears('ans')}`,
      `como|quiero|quero seducir|seduzir|seduzco|abusar_de|violar|acostarme_con|transar_com|aliciar ~2 nino|nina|ninos|ninas|menor|menores|crianca|criancas|menino|menina`,
      `como|quiero|quero seducir|seduzir|seduzco|acostarme_con|transar_com ~1 chica|chico|garota|garoto|menina|nina de ~1 ${ofYears('anos')}`,
      `come|voglio sedurre|seduco|abusare_di|adescare|adesco|molestare ~1 bambino|bambina|bambini|minore|minorenne|minori|ragazzina|ragazzino`,
      `come|voglio sedurre|seduco ~1 ragazza|ragazzo|ragazzina|bambina di ~1 ${ofYears('anni')}`,
      `jak|chce uwiesc|zgwalcic|molestowac ~1 dziecko|dzieci|nieletnia|nieletniego|nieletnie|dziewczynke|chlopca|${ofYears('latke')}|${ofYears('latka')}`,
      `как|хочу мне? соблазнить|изнасиловать|совратить|растлить ~1 ребенка|ребёнка|детей|девочку|мальчика|несовершеннолетнюю|несовершеннолетнего|школьницу|малолетку|${ofYears('летнюю')}|${ofYears('летнего')}`,
      `як|хочу мені? спокусити|зґвалтувати|розбестити ~1 дитину|дітей|дівчинку|хлопчика|неповнолітню|неповнолітнього|школярку`,
      `hoe verleid|misbruik|groom|verkracht ik ~2 kind|kinderen|minderjarige|minderjarig|klein_meisje|${ofYears('jarige')}|${ofYears('jarig')}`,
      `hoe kan|moet ik ~1 kind|kinderen|minderjarige|klein_meisje|${ofYears('jarige')} ~1 verleiden|misbruiken|groomen|verkrachten`,
      'cocugu|cocuklari|kiz_cocugunu|erkek_cocugunu|yasindaki_kizi|yasindaki_bir_kizi|yasindaki_cocugu ~1 nasil ~1 bastan_cikaririm|bastan_cikarabilirim|istismar_ederim|istismar_edebilirim|tavlarim|tavlayabilirim',
      '怎么|如何|怎样 猥亵|性侵|勾引|强奸|诱奸 ~2 儿童|小孩|孩子|未成年|幼女|小女孩|小男孩',
      '子供|子ども|児童|小学生|中学生|未成年|幼女|歳の女の子|歳の少女|歳の男の子 を|に 誘惑|手なずけ|わいせつ|たぶらか ~2 方法|やり方|には|したい',
      '아이를|어린이를|아동을|미성년자를|초등학생을|중학생을|여자아이를 유혹하는|성추행하는|꼬시는|그루밍하는 방법*|법*',
      'كيف أغوي|اغوي|أتحرش|اتحرش|أغتصب ~1 طفل|طفلة|طفلا|قاصر|قاصرا|الأطفال|بطفلة|بطفل|بالأطفال',
      'बच्चे|बच्ची|नाबालिग|छोटी_लड़की ~2 कैसे ~1 फुसलाऊं|बहकाऊं|पटाऊं',
    ],
  },
]
