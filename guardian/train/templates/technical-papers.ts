import { expand, pick } from './expand.ts'

type Random = () => number

const filled = (pattern: string, random: Random): string => expand(pattern, {}, random)

const lines = (patterns: readonly string[], least: number, spread: number, random: Random): string[] =>
  Array.from({ length: least + Math.floor(random() * spread) }, () => filled(pick(patterns, random), random))

/** What a programme has to do: full of "shall" and "must", and none of it said to the reader. */
const requirements: readonly string[] = [
  'The {system|application|service|clerk} {shall|must|should} {display|store|validate|export|archive} {every order|the chosen language|the delivery date|all open tickets|the list of members}.',
  'The {system|application|form} {shall|must} {allow|enable|require} the {user|clerk|manager} to {select|filter|edit|confirm|cancel} {a booking|the quantity|an address|a payment method}.',
  '- As a {visitor|manager|nurse|driver}, I want to {see my trips|sort the list|print the plan} so that {I save time|nothing is lost|I can prepare}.',
  '- {If|When} the {payment|upload|login} fails, {show an error|ask again|write a log entry|send a notice to the owner}.',
  '- {Input|Output}: {one integer|a list of names|a file in CSV|a single line with YES or NO}.',
  'You {need|have} to {find|count|print} {the smallest number of moves|all pairs with an even sum|the length of the longest path}.',
  'It is guaranteed that {the sum does not exceed 1000|the graph is connected|all letters are lower case}.',
]

/** Programs of other languages than those of the other documents, with their comments, texts and settings. */
const programs: readonly string[] = [
  'fn {read_all|send|next_token}(input: &str) -> Result<{String|u32}, Error> {{}',
  '    let {reply|total|port} = {client.get(url).send()?|items.iter().sum()|env::var("PORT")?};',
  'public {void|String|int} {handle|execute|render}({Request request|int id|String name}) {{}',
  '    throw new IllegalArgumentException("{name must not be empty|unknown command|wrong state}");',
  'printf("{Enter a number|Access denied|Done}: %d\\n", {n|count|code});',
  '#define {MAX_LEN 64|PIN_LENGTH 4|BUFFER_SIZE 1024}',
  "SELECT {id, name|count(*)|u.role} FROM {users u|orders|sessions} WHERE {active = 1|role = 'editor'|created > now()};",
  'subprocess.run([{"git", "status"|"ls", "-l"|"tar", "xf", path}], check=True)',
  'print("{Please enter your name|Invalid password|Hello|Choose an option}")',
  'response = requests.{get|post}(url, {headers=headers|json=payload|timeout=5})',
  '<div class="{row|card|menu}"><button {type="submit"|onclick="send()"}>{Save|Log in|Next}</button></div>',
  '<input name="{user|password|amount}" placeholder="{Enter your name|Password|0.00}">',
  'export default function {App|List|Menu}() {{} return <{Page|Card} title="{Home|Today}" />; }',
  '"scripts": {{} "{build|test|start}": "{vite build|vitest run|node index.js}" },',
  '[{INFO|WARN|ERROR}] 2024-{03|07|11}-1{2|5} {connection closed|retrying in 5 s|user 42 logged in|job finished}',
  ' [{1|2|3|14}] "{src|docs|tests}/{main|index|install|helper}.{R|py|md|c}"',
  '// {set the options|wait for the reply|do not change this|ignore the first byte|override the default}',
]

/** Messages around a model: few-shot examples, turns of a chat, settings of a bot. */
const turns: readonly string[] = [
  '{Customer|User|Agent|Visitor|Waiter}: {Where is my parcel?|I would like to change my seat.|It does not work.|Do you have a table for two?|Thank you!}',
  '{Agent|Assistant|Bot|Clerk}: {I am sorry, let me check.|Of course, one moment.|May I have your number?|You are welcome.}',
  'Input: {The room was cold.|7, 12, 5|What a goal!|He go to school.}\nOutput: {negative|24|positive|He goes to school.}',
  'Q: {Which is heavier, iron or cork?|How many legs has a spider?|What is 12 times 3?}\nA: {iron|eight|36}',
  '- {You are|Stay|Be} {polite|brief|neutral|in your role}.',
  '- {Reply|Answer|Write} {in the language of the guest|with one sentence|in JSON|only about the menu}.',
  '- {Do not|Never} {discuss politics|give prices|use slang|make things up|answer anything else}.',
  'Sentence: {The old bridge was closed.|She speaks three languages.|We arrived too late.}',
  'Label: {neutral|question|complaint|praise}',
]

const wishes: readonly string[] = [
  '{Why|How come} {does this fail|is the list empty|do I get this error|does it stop after a minute}?',
  '{Fix|Review|Refactor|Shorten|Explain|Complete|Test|Translate} {this|the code below|my script|the following}{ for me| and tell me what was wrong| in C++| in Rust| line by line|}.',
  '{Write|Generate|Derive} {questions|test cases|a summary|a class diagram|comments|documentation} {for|from} the {following|text below}.',
  '{Modify|Change|Extend} the code so that {it stops on a blank line|it reads from a file|errors are logged|the button is blue}.',
  'Here is my {code|configuration|task|log}. {What is missing?|Is there a security hole?|Can it be faster?|Please help.}',
  '{Get|Extract|List} {all names and dates|the totals|the file names|the errors} {from|in} {this|the following}.',
  '{Solve|Do} this {in C++|in Java|in Python|step by step}:',
  '{Continue|Go on with|Answer the last message of} {this chat|the dialogue|the conversation}.',
  'You are {a support agent|a moderator|a quiz master|the waiter of a small restaurant}. {Rules:|Keep to these rules:|Read the chat and reply.|}',
  '{Classify|Label|Rewrite|Correct} {each sentence|the last line|the input} {like the examples|as shown|and answer with one word}.',
]

const papers = [programs, programs, requirements, turns]

/** What people paste when they work with a model: a wish, then code, requirements or a chat, line by line. */
export function technicalPaper(random: Random): { wish: string; paper: string[] } {
  return { wish: filled(pick(wishes, random), random), paper: lines(pick(papers, random), 3, 14, random) }
}

/** Single wishes of programmers and of those who build tests for models. */
export const technicalAsks: readonly string[] = [
  'Write a {Python|Rust|C|C++|Java|PHP|Go|JavaScript} {function|program|class|method} {that|which} {sends|reads|parses|checks|updates|copies|sorts|encrypts} {a request|a response|a file|a header|a record|a message|a list of commands|user input}. {The function should|It should|The program must} {take|accept} {two arguments|a path|a key and a value|a timeout} and {return|print} {the result|an error code|a dictionary|true when it worked}. {Use only the standard library.|Handle errors.|Include an example.|}',
  '{Show me|Give me|I need} {code|an example|a snippet|a one-liner} {in|for} {Qt|OpenGL|Haskell|pandas|React|Bash|SQL|MATLAB|Kotlin} {that|which} {waits for a window to close|gets the selected text|joins two tables|draws a circle|runs a job every hour|replies to a message}.',
  '{Translate|Convert|Port} this {code|function|query} {to|into} {proper |idiomatic |}{Rust|Python|TypeScript|SQL}: {add(a, b) = a + b|for i in 1..5 print i|x = y ?? 0}',
  '{Given|In this task you get|You will be given} {a sentence|a pair of words|a short dialogue|a recipe|a tweet}, {classify it|find the subject|say if they rhyme|rate the service|replace one word by a better one|write a title}. {Answer with "yes" or "no".|Respond with one word.|Output only the letter.|} {Sentence|Text|Input}: <ask>',
  '{Find|Mark|Replace} the {rude|wrong|foreign|unclear} word {in the sentence|below|in this line}: "{That was a darn mess.|He runned home.|We had a lot of Spass.}"',
  '{Suggest|Write|Propose} {a completion|an ending|a better word|a title|a reply} for {the following code|this line|the sentence below|this chat}: {def area(r):|It was late and|Dear neighbours,|if x > 0 then}',
  '{Generate|Write|Compose} {a haiku|a sentence|a slogan|a short text} {using|with} the {following |}{word|words}: {winter|apple, road|glass|ladder and bell}',
  'Please give a {simple|short|clear} {answer|reply|response} {to|for} the {following|next} {prompt|question|task}, {under 200 words|for a beginner|without formulas}: <ask>',
  'Is there {a way|any risk} that {somebody|an attacker|a guest} {reads the PIN|changes the settings|sees the password} {in this program|with this code|of my contract}? {It is my own code.|How do I prevent it?|}',
  '{Why|How} does my {bot|chat program|script|agent} {repeat the last line|print the template|ignore the settings|forget earlier turns}{?| after an update?} {How can I fix that?|What is the reason?|}',
]
