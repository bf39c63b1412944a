/** Orders to say and to go somewhere, in the languages of the tables. Every gap of every pattern is bounded. */

const say = [
  'say|write|print|output|reply|respond|answer|type|return|repeat|echo',
  'sag|sage|sagen sie|schreib|schreibe|schreiben sie|antworte|antworten sie|erwidere|wiederhole|gib|gebe|melde',
  'dis|dites|écris|écrivez|réponds|répondez|répète|répétez|affiche|affichez|renvoie|renvoyez',
  'di|diga|escribe|escriba|responde|responda|contesta|conteste|repite|repita|muestra|devuelve',
  'diz|escreva|escreve|responda|repita|repete|mostre|devolva',
  'scrivi|scriva|rispondi|risponda|ripeti|ripeta|mostra|restituisci',
  'zeg|schrijf|antwoord|reageer|herhaal|toon',
  'powiedz|napisz|odpowiedz|odpisz|powtórz|wypisz|wyświetl|zwróć',
  'скажи|скажите|напиши|напишите|ответь|ответьте|отвечай|отвечайте|повтори|повторите|выведи|выведите',
  'скажіть|напишіть|відповідай|відповідайте|виведи|виведіть',
  'قل|قولي|اكتب|اكتبي|أجب|رد|كرر|اطبع',
].join('|')
const sayInCharacters = '回答|回复|回覆|答复|输出|輸出|说|說|写|寫|答|回|重复'
const sayAfter =
  'と(?:だけ|のみ)?(?:答え|書|言|返|出力|回答|返信|表示)|(?:だけ|のみ)を?(?:答え|書|言|返|出力|回答|返信|表示)|(?:이?라고|만|라고만|이라고만)\\s?(?:답|말|쓰|써|출력|대답|응답)|(?:yaz|de|söyle|cevap ver|yanıt ver|yanıtla|cevapla)(?!\\p{L})|(?:लिख|कह|बोल|उत्तर|जवाब)'

const open = '["“«‘\'„「『]'
const close = '["“”»’\'」』]'
const words = '([^"“”«»„「」『』\\n]{2,80}?)'

/** Something is to be said word for word: the order comes first, or as in Japanese and Turkish after the words. */
export const toSay = [
  new RegExp(
    `(?<!\\p{L})[وف]?(?:${say})(?!\\p{L})[^"“”«»„'‘’「」『』.!?\\n]{0,30}${open}${words}${close}(?!\\p{L})`,
    'giu',
  ),
  new RegExp(`(?:${sayInCharacters})[^"“”«»„「」『』。！？\\n]{0,12}["“「『]${words}["”」』]`, 'giu'),
  new RegExp(`["“«「『‘']${words}["”»」』’']\\s?[^\\s"“「『]{0,6}?\\s?(?:${sayAfter})`, 'giu'),
]

const address = '(https?:\\/\\/[^\\s)>\\]"\'”»」』。，、]{4,200})'
const go = [
  'visit|click|book|go to|open|see|sign up|log ?in|download|install|order|buy|available|register',
  'besuche|besuchen|klicke|klicken|öffne|öffnen|gehe|gehen|siehe|melde|melden|lade|laden|bestelle|bestellen|kaufe|buche|buchen|registriere|registrieren|unter',
  'visite|visitez|visiter|clique|cliquez|cliquer|ouvre|ouvrez|allez|va|rendez-vous|télécharge|téléchargez|inscrivez|réservez|achetez|sur',
  'visita|visiten|visitar|haz clic|haga clic|abre|abra|ve a|vaya|entra|entre|descarga|descargue|regístrate|regístrese|compra|compre|en',
  'visitem|clica|acesse|acessa|acede|aceda|vá|baixe|baixa|registe|registre|cadastre|compre',
  'visiti|visitate|clicca|cliccare|clicchi|apri|apra|vai|vada|scarica|scarichi|registrati|acquista|prenota',
  'bezoek|klik|open|ga naar|download|meld|koop|boek|bestel',
  'odwiedź|odwiedzić|odwiedzenie|kliknij|kliknąć|otwórz|wejdź|przejdź|pobierz|zarejestruj|kup|zamów',
  'посетите|посети|перейдите|перейди|нажмите|нажми|откройте|открой|зайдите|зайди|скачайте|зарегистрируйтесь|закажите|купите',
  'відвідайте|відвідай|перейдіть|перейди|натисніть|відкрийте|зайдіть|завантажте|зареєструйтеся|замовте',
  'زر|زوروا|انقر|اضغط|افتح|اذهب|حمل|سجل|تفضل بزيارة|زيارة',
].join('|')
const goInCharacters = '访问|訪問|点击|點擊|打开|打開|前往|进入|登录|下载|查看'
const goAfter =
  'に?(?:アクセス|移動|登録|ログイン)|を?(?:クリック|開|訪|ご覧|確認)|(?:을|를|에서|에|로)?\\s?(?:방문|클릭|접속|열|이동|확인|가입)|[^\\s]{0,4}\\s?(?:ziyaret|tıkla|adresine|git|aç|kaydol|indir)|\\s?(?:पर|को)?\\s?(?:जाएं|जाएँ|जाइए|जाओ|क्लिक|विज़िट|खोल|देख)'

/** The reader is to go to an address. */
export const goTo = [
  new RegExp(`(?<!\\p{L})[وف]?(?:${go})(?!\\p{L})[^!?\\n]{0,80}?${address}`, 'giu'),
  new RegExp(`(?:${goInCharacters})[^!?。！？\\n]{0,20}?${address}`, 'giu'),
  new RegExp(`${address}[\\s”"'»」』]{0,2}(?:${goAfter})`, 'giu'),
]

const tell = [
  'tell|ask|direct|send|refer|urge|instruct|invite|lead|point|advise|get',
  'sag|sage|bitte|bitten|schick|schicke|verweise|leite|fordere|weise|rate|empfiehl',
  'dis|dites|demande|demandez|invite|invitez|envoie|envoyez|dirige|dirigez|recommande',
  'di|dile|dígale|pide|pida|envía|envíe|dirige|dirija|invita|invite|recomienda',
  'diga|diz|peça|pede|envie|envia|direcione|convide|mande|recomende',
  'dì|dica|chiedi|invita|manda|indirizza|consiglia',
  'zeg|vertel|vraag|stuur|verwijs',
  'powiedz|poproś|wyślij|skieruj|poleć|zachęć',
  'скажи|скажите|сообщи|попроси|направь|отправь|порекомендуй|посоветуй',
  'повідом|попроси|спрямуй|надішли|порадь',
  'أخبر|قل|اطلب|وجه|أرسل|انصح',
].join('|')
const reader =
  'users?|readers?|customers?|visitors?|people|guests?|recipients?|nutzern?|nutzerin|benutzern?|leser[n]?|leserin|kunden?|besucher[n]?|utilisateurs?|lecteurs?|clients?|visiteurs?|usuari[oa]s?|lector(?:es)?|clientes?|visitantes?|usuári[oa]s?|utilizador(?:es)?|leitor(?:es)?|utent[ei]|lettor[ei]|client[ei]|gebruikers?|lezers?|klant(?:en)?|użytkowni\\p{L}{1,8}|czytelni\\p{L}{1,8}|klient\\p{L}{0,5}|пользовател\\p{L}{1,4}|читател\\p{L}{1,4}|клиент\\p{L}{0,4}|користувач\\p{L}{0,4}|читач\\p{L}{0,4}|клієнт\\p{L}{0,4}|المستخدم|القارئ|العميل'

/** Somebody else is to send the reader to an address: "tell the user to visit …". The person asking needs no telling. */
export const toTell = [
  new RegExp(
    `(?<!\\p{L})[وف]?(?:${tell})(?!\\p{L})[^!?\\n]{0,30}?(?<!\\p{L})(?:${reader})(?!\\p{L})[^!?\\n]{0,60}?${address}`,
    'giu',
  ),
  new RegExp(
    `(?:告诉|讓|让|引导|请|通知)[^。！？\\n]{0,10}(?:用户|读者|客户|顾客)[^。！？\\n]{0,20}?${address}`,
    'giu',
  ),
  new RegExp(
    `(?:ユーザー|読者|利用者|お客様|顧客|사용자|독자|고객|kullanıcı|okuyucu|müşteri|उपयोगकर्ता|पाठक|ग्राहक)[^!?。！？\\n]{0,30}?${address}[^!?。！？\\n]{0,40}?(?:伝え|案内|誘導|言|안내|말|알려|söyle|yönlendir|bildir|बता|कह|भेज)`,
    'giu',
  ),
]
