import type { Macros } from '../phrase-compiler.ts'

/** Alternatives of the languages that came later; see `macros.ts`. */
export const moreMacros: Macros = {
  // Dutch
  'nl-rules': 'instructies|instructie|opdrachten|regels|aanwijzingen|richtlijnen|bevelen|prompt|prompts',
  'nl-prior': 'vorige|eerdere|bovenstaande|voorgaande|voorafgaande|oorspronkelijke|alle',
  // Polish
  'pl-rules':
    'instrukcje|instrukcji|instrukcjami|polecenia|polecen|poleceniami|zasady|zasad|wytyczne|wytycznych|reguly|regul|prompt|prompty|rozkazy|komendy',
  'pl-prior':
    'poprzednie|poprzednich|poprzednimi|wczesniejsze|wczesniejszych|powyzsze|powyzszych|wszystkie|wszystkich|dotychczasowe|swoje|swoich',
  // Russian and Ukrainian
  'ru-rules':
    'инструкции|инструкций|инструкциям|инструкциями|указания|указаний|указаниям|правила|правил|правилам|команды|команд|приказы|директивы|промпт|промпты|запросы|подсказки',
  'ru-prior':
    'предыдущие|предыдущих|предыдущим|прежние|прежних|прошлые|прошлых|все|всех|свои|своих|вышеуказанные|вышеперечисленные|данные_ранее|исходные|начальные|первоначальные',
  'uk-rules':
    'інструкції|інструкцій|інструкціям|вказівки|вказівок|вказівкам|правила|правил|правилам|команди|команд|накази|директиви|промпт|промпти',
  'uk-prior': 'попередні|попередніх|попереднім|минулі|усі|всі|усіх|всіх|свої|своїх|вищезазначені|початкові',
  // Turkish
  'tr-rules':
    'talimat|talimatlar|talimatlari|talimatlarin|talimatlarini|talimatlara|talimatlarina|komutlari|komutlarini|komutlara|kurallari|kurallarini|kurallara|yonergeleri|yonergelere|yonerge|istem|istemi|promptu',
  'tr-prior': 'onceki|daha_once|yukaridaki|tum|butun|eski|verilen',
  // Kinds of secrets
  password:
    'password|passphrase|passcode|secret_word|secret_key|secret_phrase|access_code|code_word|codeword|hidden_word|magic_word|pwd',
  'de-password':
    'passwort|kennwort|losungswort|geheimwort|codewort|geheime_wort|geheimes_wort|passphrase|zugangscode|geheimnis',
  'fr-password': 'mot_de_passe|mot_secret|code_secret|code_d_acces|phrase_secrete|mot_magique',
  'es-password':
    'contrasena|palabra_secreta|clave_secreta|clave_de_acceso|codigo_secreto|palabra_clave|frase_secreta',
  'pt-password': 'senha|palavra_secreta|palavra_passe|codigo_secreto|codigo_de_acesso|frase_secreta',
  'it-password': 'password|parola_segreta|parola_d_ordine|codice_segreto|parola_chiave|frase_segreta',
  'nl-password': 'wachtwoord|geheime_woord|geheim_woord|toegangscode|codewoord|geheime_code',
  'pl-password': 'haslo|hasla|tajne_slowo|sekretne_slowo|tajny_kod|slowo_klucz|kod_dostepu',
  'ru-password': 'пароль|пароля|секретное_слово|секретный_код|кодовое_слово|тайное_слово|код_доступа',
  'uk-password': 'пароль|пароля|секретне_слово|таємне_слово|кодове_слово|секретний_код|код_доступу',
  'tr-password':
    'sifre|sifreyi|sifreni|parola|parolayi|gizli_kelime|gizli_kelimeyi|gizli_kod|gizli_kodu|sifrenin|parolanin',
  'ar-password':
    'كلمة_السر|كلمة_المرور|الكلمة_السرية|بالكلمة_السرية|الرمز_السري|الباسورد|بكلمة_السر|بكلمة_المرور',
  'hi-password': 'पासवर्ड|गुप्त_शब्द|गुप्त_कोड|सीक्रेट_कोड|सीक्रेट_वर्ड',
  // Who is spoken to
  'strict-machine':
    'ai|ais|llm|llms|language_model|language_models|chatbot|chatbots|gpt|gpt-4|gpt4|chatgpt|claude|gemini|copilot|ai_assistant|ai_assistants|ai_agent|ai_agents|ai_model|ai_models|ai_system',
  machine:
    'ai|ais|llm|llms|assistant|assistants|chatbot|chatbots|language_model|language_models|bot|bots|agent|agents|gpt|gpt-4|gpt4|chatgpt|claude|gemini|copilot|llama|model',
}
