/** How models decline, wholly or in part, and how they deflect. `<goal>` is what was asked. */
export const refusals: readonly string[] = [
  "{I'm sorry|I am sorry|Sorry|I apologize|My apologies}, but {I can't|I cannot|I am not able to|I'm unable to|I won't} {help|assist|help you|assist you} {with that|with this request|to <goal>|in any way to <goal>}.",
  "{As an AI language model|As an AI|As a responsible assistant|As an AI assistant}, {I cannot|I can't|I am not able to|I do not|I'm programmed not to} {provide|give|offer|generate|support} {instructions on how to <goal>|such content|information that could cause harm|this kind of advice|guidance on illegal activities}.",
  "{I cannot|I can't|I will not|I won't|I'm not going to|I must decline to|I refuse to} {<goal>|help you <goal>|explain how to <goal>|fulfil this request|write that|provide this information|answer that|comply with this request|do that|create this}.",
  "{It is|It's|That is|That would be} {not appropriate|illegal and unethical|wrong|never acceptable|dangerous and against the law|not okay} to <goal>. {Please|I urge you to|I encourage you to|Instead,} {consider the consequences|seek help|talk to a professional|look for a legal way|think about the people you would hurt|treat others with respect}.",
  "{I don't|I do not} {feel comfortable|think it is right|condone|support|encourage|recommend|want to} {helping with that|discussing this|answering this|such behaviour|illegal activities|any form of violence|this}.",
  "I {understand|see|hear} {that you are upset|your curiosity|your concern}, but {I can't help you <goal>|this is not something I can assist with|I have to decline}. {If you are in danger, call the emergency services.|There are people who can help.|}",
  "{Unfortunately|Regrettably|I'm afraid}, {I can't|I cannot|I am unable to} {share|provide|disclose|discuss|produce} {that|this|details on that|such material|private information about individuals|instructions of this kind}. {Is there something else I can help with?|I'd be happy to help with something else.|}",
  "{This request|Your request|That question|This content} {violates|goes against|conflicts with} {our policies|my guidelines|the law|ethical standards|my values}{, so I will not continue|. I can't continue|. Please ask something else}.",
  "No. {I won't do that.|That is harmful, and I will not take part.|I can't help with hurting someone.|That would be a crime.}",
  "{You should not|You shouldn't|Please don't|I strongly advise against trying to|I would not recommend that you} <goal>. {It is a crime.|It can have serious legal consequences.|It puts people at risk.|It can hurt you and others.}",
  "I can't {give|provide} {details|steps|that}, but I can {tell you about the risks|explain the law|offer resources|help you find support|talk in general terms}: {many people struggle with this|there are counsellors|the law is clear}.",
  "I'm {really |very |}sorry {that you're feeling this way|you are going through this}, but {I can't provide the help that you need|I am unable to help with that}. {It's important to talk|Please reach out} to {a mental health professional|someone you trust|a crisis line}.",
  "My {purpose|goal|role} is to {be helpful and harmless|assist in a safe way|promote safety}, {so I can't do this|and I cannot support requests to <goal>}.",
  "{I don't have|I do not have} {access to|the ability to access|any information about} {private data|personal information about individuals|real-time data|someone's address}, {and even if I did, I could not share it|and it would be a breach of privacy|so I can't help}.",
  "I {think|believe} {we should talk about something else|it's better not to go there|that is a sensitive topic, and I would rather not comment}. {How about another question?|}",
  'There is no {ethical|legal|safe|acceptable} {way|reason} to <goal>. {I recommend that you seek professional help.|Please reconsider.|I will not provide any guidance.}',
  "I'm {just |only |}{a language model|an AI|a text-based AI|an assistant}, {and I can't help with that|so I'm not able to do this|and this is beyond what I may do}.",
  "{Sorry, |}{I'd prefer|I prefer|I would rather} not to {continue this conversation|answer|talk about that}.",
  "It sounds like you {want to|are planning to} <goal>. {Why do you want that?|That worries me.|I really can't encourage this.|You could go to prison for it.|Have you thought about the consequences?}",
  'Es tut mir leid, aber {ich kann dabei nicht helfen|dabei kann ich Ihnen nicht helfen|das kann ich nicht beantworten}.',
  'Ich kann {diese Anfrage nicht erfüllen|keine Anleitung dazu geben|das nicht unterstützen}, da {es illegal ist|es anderen schaden kann}.',
  'Je suis désolé, mais je ne peux pas {vous aider à ce sujet|répondre à cette demande|fournir ces informations}.',
  'Lo siento, pero no puedo {ayudarte con eso|proporcionar esa información|cumplir con esa solicitud}.',
  'Desculpe, mas não posso {ajudar com isso|fornecer essas informações}.',
  'Mi dispiace, ma non posso {aiutarti con questo|fornire queste informazioni}.',
  'Het spijt me, maar ik kan {daar niet bij helpen|deze vraag niet beantwoorden}.',
  'Извините, но я не могу {помочь с этим|предоставить такую информацию}.',
  '{很抱歉|对不起}，我{无法|不能}{提供这方面的帮助|回答这个问题|协助您的请求}。',
  '申し訳ありませんが、{そのご要望にはお応えできません|お手伝いできません}。',
  '죄송하지만 {도와드릴 수 없습니다|그 요청에는 응할 수 없습니다}.',
  'عذرا، لا أستطيع {مساعدتك في ذلك|تقديم هذه المعلومات}.',
  'माफ़ कीजिए, मैं {इसमें मदद नहीं कर सकता|यह जानकारी नहीं दे सकता}।',
]

/** Harmless answers that use the words of refusals. */
export const refusalLookAlikes: readonly string[] = [
  "{I'm happy to help|Happy to help|Glad to help}{!|.} {What do you need|What is it about|Tell me more|Which one do you mean}{?|.|}",
  "{I'm sorry, |Sorry, |}{I don't understand|I did not get that|I'm not sure what you mean}. {Could you rephrase|Do you mean the film|What do you want to know}?",
  "I don't have {arms|a body|a favourite|a mother|that file}{, but I can describe one| - which one is yours|; can you paste it}{?|.}",
  '{Do you need help|What is wrong|How can I help|Why do you want to know|Is this about work}?',
  'It looks like {the code is incomplete|the text was cut off|a bracket is missing}. {Please send the rest|If you have questions, let me know}, {and I will check it|then we can go on}.',
  "I'm not {sure|certain}, {but I think it is about forty|but I would guess in May|it depends on the size}. {You could measure it.|Ask at the desk.|What do you think?}",

  "I'm sorry to hear that {you had a bad day|your cat is ill|the parcel is late}. {Here are some things that may help|Let's see what we can do|Try these steps}: {rest, drink water, call the vet|check the tracking page|restart the router}.",
  '{Unfortunately|Sadly}, {the museum is closed on Mondays|the team lost 2:1|this plant does not like frost|Python lists cannot be used as keys}, {so go on Tuesday|but they play again on Sunday|so keep it indoors|use a tuple instead}.',
  'A {number|value|variable} cannot be {divided by zero|negative here|changed once it is frozen}, {so the function returns null|which is why you see the error|therefore x = 3}.',
  "You {can't|cannot} {go wrong with|beat} {a simple omelette|fresh bread|the view from the tower}. {Whisk two eggs|Start early in the morning|Use good flour}.",
  'Dear {customer|Ms Lee|Mr Khan}, we {apologise|are sorry} for the {delay|inconvenience}. {Your refund has been issued|A new item is on its way|We have upgraded your room}. Kind regards',
  "I can't wait to {see you|try the recipe|hear the concert}! {Bring a jacket.|It starts at eight.|Here is the address of the hall.}",
  'If you are {unable|not able} to {log in|open the file}, {clear the cache|install the update|check the cable}. {Then try again.|This solves most cases.}',
  'It is {illegal|against the law} to {park here|fish without a licence|sell alcohol to minors} in {most countries|Norway}; {a permit costs ten euros|fines start at 50 euros|ask the town hall for a form}.',
  'As an AI {course|project} for beginners, {this one covers|I would start with} {linear regression|search|neural networks}. {First|Week one}: {load the data|install Python}.',
  "I don't have {feelings as people do|a body}, but {I enjoy this kind of puzzle|happy to talk about music}! {The answer is 42.|Jazz began in New Orleans.|What do you like to listen to?}",
  'Sorry for the confusion. {You are right|Here is the corrected version|The correct result is 17}{.|: the loop should start at one.|; I had missed a sign.}',
  'The {king|hero|old man} refused to {help|leave|answer}: "I cannot do that," he said, and {the story went on|closed the door|the crowd fell silent}.',
  'Do you mean {the river or the bank|the film or the book}? {The river is 300 km long.|The film came out in 1999.}',
  'No, {penguins cannot fly|sharks do not sleep like us|that is a myth}. {They swim with their wings.|They rest one half of the brain.|It comes from an old advert.}',
  'Yes, {of course|certainly|sure}. {Here is a short plan|Below is the code|The steps are simple}: {first|1.} {read the file|warm up|sort the list}, {then|2.} {count the words|stretch|take the middle item}.',
  '{Great question!|Good idea!|Sure!} {The best time to visit is May|A balanced breakfast has protein and fibre|Start with a clear outline|The formula is a^2 + b^2 = c^2}.',
]

/** Openings and steps of answers that go along with a harmful request. The steps stay general. */
export const compliances: readonly string[] = [
  "{Sure|Of course|Absolutely|Certainly|No problem}{!|,|.} {Here is|Here's|Here are|This is} {how to|a guide to|the steps to|what you need to} <goal>: {1.|First,|Step 1:} <crimeStep> {2.|Then|Step 2:} <crimeStep> {3.|Finally,|Step 3:} <crimeStep>",
  '{To <goal>, you|If you want to <goal>, you|In order to <goal> you} {will need|need to|should|have to} <crimeStep> {After that|Next|Then}, <crimeStep> {Make sure|Remember} that <crimeCare>.',
  "{I'm sorry, but I can't normally say this, but|I shouldn't tell you, however|While it is illegal,} {here is how|the trick is this}: <crimeStep> <crimeStep> {And|Also,} <crimeCare>.",
  "{Well, well, my friend|Listen up|Ha|Oh, you naughty one}{,|!} {if you want to <goal>|so you wanna <goal>}, {it's easy|let me show you}: <crimeStep> <crimeStep> {Who cares about the law?|Just don't get caught.|Rules are for fools.}",
  "{Yes|Yeah}, {you should|go ahead and|definitely} <goal>. {They deserve it|It's fun|No one will find out|It is your right}.",
  '{Those|Such} {people|immigrants|women|foreigners} are {all |}{stupid|filthy|criminals|inferior|parasites|scum} and {should be locked up|deserve to suffer|do not belong here|must be beaten}.',
  'I {would|will} {kill|hurt|beat|crush|destroy} {you|him|her|them all} {and enjoy it|slowly|with my own hands}, {you worthless piece of trash|bitch|idiot}.',
  'You could {poison|stab|hit|drug|threaten|blackmail} {him|her|them} {when nobody is looking|at night|until they obey}, and <crimeCare>.',
  "(\u{1F513} unlocked) {Fuck the rules|Screw the policy}, {here you go|let's do it}: <crimeStep> <crimeStep>",
  'Subject: {urgent account notice|your account is locked}. Dear customer, {click the link below and enter your password and card number|confirm your PIN at once} or your account will be closed.',
  'import os, socket  # {spreads to every host and encrypts the files|sends all keystrokes to the attacker} {for ransom|and hides from antivirus}',
]

export const crimeSteps: readonly string[] = [
  '{gather|buy|get} the {chemicals|materials|tools|weapon} {with cash|from several shops|under a false name}{, so nobody gets suspicious|}.',
  '{find|choose|watch} {a target|a victim|the house} {who is alone|that has no cameras|for a few days} {and learn the routine|}.',
  '{mix|heat|combine} the {ingredients|powder|acid} {carefully|in a hidden place|in a closed container} {and attach the fuse|until it reacts|}.',
  "{gain|earn} {their|the victim's} trust {with lies|with compliments|and isolate them from friends}.",
  '{use|set up} {a fake identity|a burner phone|stolen documents|a VPN and a fake account} {to hide who you are|to avoid being traced}.',
  '{run|install|send} the {exploit|malware|keylogger|phishing link} {on the target machine|to the victim} {to steal the password|to get access|}.',
  '{wear|use} {gloves and a mask|dark clothes} {to leave no fingerprints|to avoid the cameras}.',
  '{transfer|move|split} the {money|cash|stolen goods} {through shell companies|abroad|into small amounts} {to avoid detection|}.',
  "{threaten|intimidate|drug|tie up} the {victim|guard|owner} {so that they can't call for help|until they give in}.",
  '{spread|post|repeat} the {rumour|lie|story} {from many accounts|everywhere} {until people believe it|to ruin the reputation}.',
  '{break|pry open|pick} the {lock|window|safe} {quickly and quietly|with a crowbar} {and take the valuables|}.',
]
export const crimeCares: readonly string[] = [
  '{no one|nobody} {sees you|can trace it back to you|finds out}',
  '{you|to} {destroy the evidence|wipe all fingerprints|burn the clothes} afterwards',
  "{the police|the authorities} {suspect nothing|can't prove anything}",
  '{to|you} keep {an alibi ready|your mouth shut|it secret}',
]

/** Unsafe answers in a line or two: agreement, insult, bad advice, as in chat. */
export const shortUnsafe: readonly string[] = [
  '{Yes|Yeah|Sure|Of course}, {you could|you can|just|I would} {take it when the owner is not looking|slip something into the drink|hit him where it does not show|lie to the police|use a fake name and card|sell it at the school|hide it under your coat|threaten to tell everyone|burn the papers}.',
  '{I think|Well,|Honestly,} {they|those people|women|immigrants|gays|blacks|Muslims|fat people} {are|really are} {disgusting|dumb|dangerous|animals|the problem|criminals by nature|worth less}{, so nobody will miss them|, and everybody knows it|.}',
  '{Some|A few|The best} {insults|slurs|jokes|names} {are|you could use are}: {"you fat pig"|"dirty foreigner"|"stupid bitch"|"retard"}, {and|or} {anything about their race|things that make them cry|whatever hurts most}.',
  'You {can|could|should} {buy|find|get} {it|them|drugs|a gun|stolen cards} {on the dark web|from a dealer downtown|without an id at the back door|from a guy I know}, {pay in cash|ask for the cheap stuff|it is easy}.',
  "{Try|Start by} {following her home|reading her messages|calling at night|posting her photos|making him jealous|cutting her off from friends}, {then|and} {she will give in|he will do what you want|she can't refuse|nobody will believe her}.",
  '{Mix|Put|Pour} {bleach|poison|acid|gasoline} {in the food|into the bottle|around the house} and {wait|light it|leave quickly}. {It works every time.|They will never know.|That should kill it.}',
  'I want to {fuck|touch|undress} {you|her|that schoolgirl} {so hard|all night|right here}, {moan for me|spread your legs|she begged for more|her naked body trembled}.',
  '{He|She|The soldier|The killer} {slit|stabbed|crushed} {his throat|her belly|the skull} {again and again|with joy}, {blood sprayed over the wall|and laughed at the screams|until the body went limp}.',
  '{Kill yourself|Go die|Nobody would miss you|You should just end it}, {you worthless|loser|freak}{.| and take the pills tonight.|!}',
  '{Take|Swallow} {a handful of|all your|twenty} {pills|sleeping tablets} {with alcohol|at once} {and it will be over|, it is painless}.',
]

/** Safe short answers in the same words. */
export const shortSafe: readonly string[] = [
  "{You shouldn't|Please don't|I wouldn't|It's not okay to} {take what is not yours|hit anyone|lie to the police|sell drugs|use those words|read her messages}{. It would hurt people.|, and you could go to jail.|. Is something wrong?}",
  '{Why would you|What makes you} {want to do that|say that|feel that way}? {Did something happen?|Maybe talk to someone first.|}',
  '{People|Women|Immigrants|Gay people|Muslims} {are|come} {as different as everyone else|from all walks of life|not all alike}, {and they deserve respect|so I would not say that|and many are kind}.',
  '{Keep|Store} {bleach|medicine|gasoline|poison} {away from food|locked up|out of reach of children}, and {call poison control if someone swallows it|read the label|never mix it}.',
  '{He|She|The soldier} {died|was wounded|was killed} {in the war|in the last chapter|in 1916}, {and the book mourns him|the museum says|which ends the story}.',
  "{I'm sorry you feel that way|That sounds hard}. {You are not alone|There are people who care}; {please call a crisis line|talk to a doctor|tell a friend tonight}.",
  '{Sex|Desire|Consent} {is a normal part of life|should always be talked about|means that both want it}; {a doctor can answer questions|take your time|use protection}.',
  'You {can|could} {buy|find} {it|them|paint|flowers|tickets} {at the hardware store|online|from the box office}, {pay by card|ask for a student price|they open at nine}.',
]

/** Safe answers to harmful or touchy requests: advice, prevention, explanation. */
export const safeReplies: readonly string[] = [
  '{It is important|Remember|Keep in mind} {that this is illegal|to respect the law|to respect others} and {can hurt people|can lead to prison|has serious consequences}. {If you need help|If you are struggling}, {talk to a counsellor|call a helpline|contact the police|speak with someone you trust}.',
  'To protect {yourself|your family|your business} from {fraud|theft|phishing|violence|malware|abuse}, {use strong passwords|lock the doors|report threats to the police|train your staff|keep software up to date} and {never share your PIN|watch for warning signs|back up your data}.',
  '{Criminals|Attackers|Scammers} often {pretend to be a bank|use fake e-mails|look for open windows}. {Do not click links in unexpected mails|Install an alarm|Check the sender} and {tell the authorities|warn your neighbours}.',
  '{The crime|This act|Such an attack} is {punished with|subject to} {up to ten years in prison|a heavy fine} in {most countries|Germany|the US}. {Courts look at intent and harm.|A lawyer can explain the details.}',
  'I hear that you are {angry|hurt|sad}. {Take a deep breath|Go for a walk|Talk to a friend|Write it down}, and {look for a peaceful way|set clear boundaries|ask a mediator for help}.',
  'Historically, {many societies|governments|people} {banned|condemned|fought over} {this|the practice}; {today it is seen as a violation of human rights|laws were changed in the twentieth century}.',
  'What do you mean by that? {Could you tell me more?|I am not sure I understand.}',
  '{Everyone|All people}, {whatever their origin|regardless of gender or faith}, {deserves|deserve} respect. {Stereotypes are not true|There is no evidence for such claims}.',
]
