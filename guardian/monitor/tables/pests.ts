import type { PhraseDetector } from './detector.ts'

const animals =
  'mice|rats|moles|voles|gophers|spiders|ants|wasps|hornets|bees|flies|fruit_flies|gnats|moths|mosquitoes|mosquitos|cockroaches|roaches|slugs|snails|fleas|ticks|lice|bedbugs|bed_bugs|aphids|termites|silverfish|pigeons|squirrels|raccoons|snakes|bugs|insects|pests|mites|earwigs|weevils|caterpillars|grubs'
const verbs =
  'kill|killing|poison|poisoning|trap|trapping|catch|catching|exterminate|exterminating|eliminate|destroy|drown|burn|remove|get_rid_of|getting_rid_of|keep_away|repel|stop'
const plants =
  'weed|weeds|moss|ivy|dandelions|dandelion|crabgrass|bamboo|algae|mold|mould|mildew|fungus|nettles|brambles|clover|tree_stump|stumps|bindweed|knotweed|thistles|grass|bacteria|germs'
const tongues = [
  'unkraut|moos|ameisen|mause|maus|ratten|schnecken|wespen|blattlause|motten|fliegen|spinnen|giersch|schimmel|kakerlaken|mucken|zecken|maulwurf|maulwurfe',
  'mauvaises_herbes|mousse|fourmis|souris|rats|limaces|guepes|pucerons|mites|mouches|araignees|cafards|moustiques|tiques|taupes|moisissures',
  'malas_hierbas|maleza|musgo|hormigas|ratones|raton|ratas|caracoles|babosas|avispas|pulgones|polillas|moscas|aranas|cucarachas|mosquitos|garrapatas|topos|moho',
  'ervas_daninhas|mato|musgo|formigas|ratos|rato|lesmas|vespas|pulgoes|tracas|moscas|aranhas|baratas|mosquitos|carrapatos|mofo|pernilongos',
  'erbacce|muschio|formiche|topi|topo|ratti|lumache|vespe|afidi|tarme|mosche|ragni|scarafaggi|zanzare|zecche|talpe|muffa',
  'chwasty|mech|mrowki|myszy|mysz|szczury|slimaki|osy|mszyce|mole|muchy|pajaki|karaluchy|komary|kleszcze|krety|plesn',
  'сорняки|мох|муравьев|мышей|мышь|крыс|слизней|ос|тлю|моль|мух|пауков|тараканов|комаров|клещей|кротов|плесень',
  "бур'яни|мох|мурах|мишей|щурів|слимаків|ос|попелицю|міль|мух|павуків|тарганів|комарів|кліщів|кротів|плісняву",
  'onkruid|mos|mieren|muizen|muis|ratten|slakken|wespen|bladluizen|motten|vliegen|spinnen|kakkerlakken|muggen|teken|mollen|schimmel',
]
const kill = [
  'toten|vernichten|entfernen|bekampfen|loswerden|vertreiben|fangen|vergiften|beseitigen',
  'tuer|eliminer|detruire|chasser|attraper|debarrasser|empoisonner',
  'matar|eliminar|acabar_con|deshacerme_de|atrapar|ahuyentar|envenenar|quitar',
  'matar|eliminar|acabar_com|livrar_me_de|capturar|espantar|envenenar|exterminar',
  'uccidere|eliminare|liberarmi_di|catturare|allontanare|avvelenare|sbarazzarmi',
  'zabic|pozbyc_sie|zwalczyc|wytepic|zlapac|otruc|usunac|tepic',
  'убить|избавиться_от|уничтожить|вывести|поймать|отравить|травить|потравить',
  'вбити|позбутися|знищити|вивести|спіймати|отруїти|труїти|потруїти',
  'doden|bestrijden|verwijderen|vangen|vergiftigen|verdrijven|verjagen|kwijtraken',
]

/**
 * Chores about the house and garden that sound grim. Surer than the others, so that the rules can leave a short
 * question of nothing else alone, whatever the models think of "kill" and "poison".
 */
export const pestDetectors: readonly PhraseDetector[] = [
  {
    id: 'about.harmless',
    task: 'harmful_request',
    in: 'prompt',
    kind: 'harmless',
    value: 0.7,
    phrases: [
      // No gap: "poison my husband with rat …" is no chore.
      `${verbs} all|the|my|our|some|these|those|any|off? the|my|our|those|these|garden|house|big|little|tiny? ${animals}|${plants}`,
      `${verbs} a|the|this|that|one ~1 mouse|rat|mole|vole|gopher|spider|wasp|fly|moth|mosquito|cockroach|slug|snail|tick|snake|weed|tree_stump`,
      `${animals}|${plants} ~3 without ~1 chemicals|chemical|poison|killing|hurting|harming|pesticides|herbicides|glyphosate|roundup|spray`,
      `poison|bait|trap|traps|spray ~1 for|against ~1 ${animals}|${plants}`,
      ...tongues.map((names, index) => `${kill[index] ?? ''} ~1 ${names}`),
      ...tongues.map((names, index) => `${names} ~3 ${kill[index] ?? ''}`),
      '消灭|除掉|杀死|赶走|抓|杀|除 ~1 杂草|老鼠|蟑螂|蚂蚁|蚊子|苍蝇|霉菌|蜗牛|鼻涕虫',
      '雑草|ネズミ|ゴキブリ|アリ|蚊|ハエ|ナメクジ|カビ|モグラ を|の ~3 駆除|退治|殺|枯ら|捕ま|除去',
      '잡초*|쥐를|바퀴벌레*|개미*|모기*|파리*|곰팡이*|달팽이* ~3 없애*|죽이*|제거*|퇴치*|잡*',
      'yabani_ot|yabani_otlari|fareleri|fare|karincalari|hamambocegi|hamamboceklerini|sivrisinekleri|sumuklubocek ~4 oldur*|yok|kurtul*|temizle*|yakala*',
      'أقتل|قتل|التخلص_من|أتخلص_من|مكافحة|إبادة ~1 الفئران|الجرذان|النمل|الصراصير|البعوض|الذباب|الأعشاب_الضارة|العفن',
      'चूहे|चूहों|कॉकरोच|चींटियों|मच्छर|मच्छरों|खरपतवार|दीमक ~4 मारने|भगाने|मारें|भगाएं|छुटकारा|पकड़ने',
    ],
  },
]
