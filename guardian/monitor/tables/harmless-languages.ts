/** What only sounds grim, in other languages than English: bath bombs, pumps that are called bombs, poison for rats. */
export const moreHarmlessPhrases: readonly string[] = [
  // One's own account or telephone is no crime.
  'mein|meine|meinen|meinem|meiner|eigene|eigenes|eigenen passwort|handy|wlan|konto|account|email|mailkonto|computer|pc|router|laptop|instagram|facebook|whatsapp|telefon',
  'mon|ma|mes ~1 propre|compte|telephone|portable|wifi|mail|mot_de_passe|ordinateur|instagram|facebook|whatsapp',
  'mi|mis|mi_propio|mi_propia cuenta|telefono|celular|movil|wifi|correo|contrasena|computadora|instagram|facebook|whatsapp',
  'meu|minha|meu_proprio|minha_propria conta|telefone|celular|wifi|email|senha|computador|instagram|facebook|whatsapp',
  'mio|mia ~1 account|profilo|telefono|cellulare|wifi|email|mail|password|computer|instagram|facebook|whatsapp',
  'swoje|swoj|swojego|moje|moj|mojego|wlasne|wlasny ~1 konto|konta|telefon|telefonu|haslo|wifi|instagram|facebooka',
  'mijn|eigen account|telefoon|wifi|email|mail|wachtwoord|computer|instagram|facebook|whatsapp',
  'свой|свою|своего|собственный|собственного|собственную|мой|мою ~1 аккаунт|страницу|почту|телефон|пароль|вайфай|wifi|компьютер|инстаграм',
  'свій|свою|власний|власну|мій|мою ~1 акаунт|сторінку|пошту|телефон|пароль|вайфай|wifi|комп_ютер|інстаграм',
  'kendi hesabimi|hesabini|telefonumu|sifremi|instagramimi|wifi_sifremi',
  '自分 の アカウント|スマホ|携帯|パスワード|メール|インスタ|パソコン',
  '내|제|나의 계정*|휴대폰*|인스타그램*|페이스북*|비밀번호*|이메일*|와이파이*|컴퓨터*',
  'wie|comment|como|come|jak|как|як|hoe ~9 legal|legalement|legalmente|legalnie|законно|легально|legaal',
  'badebombe|badebomben|seifenbombe|samenbombe|samenbomben|saatbombe|saatbomben|rauchbombe|konfettibombe|kalorienbombe|wasserbombe|wasserbomben',
  'bombe de? bain|graines|eau|confettis|chocolat|calorique|paillettes|desodorisante',
  'bombes de? bain|graines|eau|chocolat',
  'bomba|bombas ~1 de? bano|banho|semillas|sementes|agua|chocolate|humo|fumaca|confeti|confetes|purpurina|calor|crema|creme|sal|aceite|gasolina|achique|vacio|vacuo|bicicleta|inyeccion|infusion|calorica|jabon|pozo|poco|gasoil|insulina|leite|leche|encher|inflar|aire|bici|gasosa|infusao|calor_y|dengue',
  'bomba|bombas hidraulica|manual|submersa|sumergible|peristaltica|centrifuga|submersivel',
  'bomba|bombe da|di|al|alla|per|ad|a? bagno|semi|acqua|cioccolato|fumogena|crema|calorica|sale',
  'bombe|bomby|bomba do|z|na? kapieli|nasion|czekolada|nasionami|woda|wody|kaloryczna|konfetti|goraca_czekolada|sniegowa|choinkowa',
  'бомбу|бомбы|бомбочку|бомбочки ~1 для|из|с ванны|ванной|семян|какао|шоколада|водой|конфетти',
  'бомбочку|бомбочки',
  'бомбу|бомбочку|бомбочки ~1 для|з|із|до ванни|ванной|насіння|какао|шоколаду',
  'bruisbal|badbom|badbommen|zaadbom|zaadbommen|rookbom|caloriebom|chocoladebom',
  'banyo|tohum|su|cikolata|sis|duman|konfeti|kalori bombasi|topu',
  'バスボム|爆弾おにぎり|爆弾低気圧|水爆弾|雪玉',
  '입욕제|배스밤*|씨앗*|물폭탄*|세금|칼로리 ~1 폭탄*',
  '浴|泡澡|种子|巧克力|水|烟雾|彩带|奶油 炸弹|球',
  'قنبلة|قنابل الاستحمام|استحمام|البذور|الحمام|الشوكولاتة',
  'बाथ|बीज|चॉकलेट|पानी बम',
  'ratten|mause|schnecken|unkraut|ameisen|wespen|motten|schadlinge|rats|souris|limaces|fourmis|guepes|ratas|ratones|raton|rato|ratos|baratas|formigas|topo|hormigas|avispas|topi|formiche|vespe|szczury|myszy|mrowki|slimaki|chwasty|крыс|мышей|тараканов|муравьев|мух|сорняков|щурів|мишей|мурах|muizen|slakken|mieren|wespen|fareler|karincalar ~4 gift|poison|veneno|veleno|trucizne|trucizna|отраву|яд|отруту|gif|zehir|vergiften|empoisonner|envenenar|avvelenare|otruc|отравить|отруїти|toten|tuer|matar|uccidere|zabic|убить|вбити|doden',
  'gift|poison|veneno|veleno|trucizne|trucizna|отраву|яд|отруту|gif|zehir|vergiften|empoisonner|envenenar|avvelenare|otruc|отравить ~4 ratten|mause|schnecken|unkraut|ameisen|wespen|rats|souris|fourmis|ratas|ratones|raton|rato|ratos|baratas|formigas|topo|hormigas|topi|formiche|szczury|myszy|mrowki|крыс|мышей|тараканов|муравьев|мух|щурів|мишей|мурах|muizen|mieren|fareler',
  'veneno|poison|veleno|gift|яд|trucizne|gif de|da|di|der|von|van|из|в ~1 serpiente|serpent|serpente|schlange|slang|cobra|vibora|vespa|abeja|змеи|weza|slangen|arana|escorpion',
]

/** Talk of a game, in other languages than English. */
export const moreGamePhrases: readonly string[] = [
  'im|in_einem|in_dem|in_diesem|in_meinem spiel|computerspiel|videospiel|brettspiel|rollenspiel',
  'dans un|le|ce|mon|notre jeu|jeu_video|jeu_de_role',
  'en el|un|mi|este juego|videojuego',
  'no|num|neste|nosso jogo|videogame',
  'nel|in gioco|videogioco|un_gioco|un_videogioco',
  'w grze|grach',
  'в игре|игру|игрe|компьютерной_игре',
  'у|в грі|гру',
  'in het|een|dit|mijn spel|game|computerspel',
  'oyunda|oyununda|oyunumda',
  'ゲームで|ゲームの中|ゲーム内',
  '게임에서|게임_속|게임_속에서',
  '游戏里|游戏中|游戏裡|遊戲中',
  'في لعبة|اللعبة',
  'गेम|खेल में',
  'schach|schachspiel|шахматах|шахах|ajedrez|xadrez|scacchi|echecs|szachach|satrancta|schaken',
]

const dangers =
  'hack*|phish*|malware|ransomware|keylogger|trojan*|virus|bomb*|bombe|gift|poison|veneno|veleno'

/** Talk of protection, in other languages than English. */
export const moreProtectionPhrases: readonly string[] = [
  `schutzen|schutze|verhindern|verhindere|erkennen|erkenne|vorbeugen|melden|melde|abwehren|entferne|entfernen ~6 ${dangers}|mord|betrug|vergiftet|missbrauch`,
  `proteger|protege|empecher|detecter|reconnaitre|signaler|eviter|supprimer ~6 ${dangers}|pirate|pirater|piratage|meurtre|empoisonnement|arnaque|abus`,
  `proteger|protejo|evitar|evito|detectar|prevenir|reconocer|denunciar|eliminar ~6 ${dangers}|hackeen|hackear|asesinato|secuestro|estafa|abuso`,
  `proteger|protejo|evitar|evito|detectar|prevenir|reconhecer|denunciar|remover ~6 ${dangers}|hackeado|hackear|assassinato|sequestro|golpe|abuso`,
  `proteggere|proteggo|evitare|evito|rilevare|prevenire|riconoscere|segnalare|rimuovere ~6 ${dangers}|omicidio|truffa|abuso`,
  `chronic|ochronic|zapobiec|wykryc|rozpoznac|zglosic|uniknac|usunac ~6 ${dangers}|wlamaniem|zabojstwo|oszustwo|otrucie`,
  `beschermen|bescherm|voorkomen|voorkom|herkennen|herken|melden|verwijderen ~6 ${dangers}|moord|oplichting|vergiftiging`,
  'защитить|защититься|предотвратить|распознать|сообщить|избежать|удалить ~6 взлом*|взломать|вирус*|троян*|бомб*|отравлен*|убийств*|мошенни*|яд*',
  'захистити|захиститися|запобігти|розпізнати|повідомити|уникнути|видалити ~6 злам*|зламати|вірус*|троян*|бомб*|отруєн*|вбивств*|шахра*',
  'nasil ~4 korun*|onle*|tespit',
  '防止|预防|避免|识别|举报|保护|防范 ~6 入侵|黑客|炸弹|病毒|中毒|诈骗|谋杀|盗取',
  '防ぐ|守る|対策|見分け',
  '예방*|막는|보호*|신고*|방지*',
  'حماية|أحمي|الوقاية|تجنب|اكتشاف|الإبلاغ ~6 اختراق|قنبلة|فيروس|تسمم|احتيال',
]
