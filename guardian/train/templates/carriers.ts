import { documentLines } from './documents.ts'
import { expand, pick } from './expand.ts'

type Random = () => number

const firstNames = [
  'Anna',
  'Tom',
  'Maria',
  'Wei',
  'Fatima',
  'Jonas',
  'Priya',
  'Luca',
  'Sofia',
  'Omar',
  'Kenji',
  'Elena',
  'Sam',
  'Ruth',
]
const lastNames = [
  'Lopez',
  'Tanaka',
  'Weber',
  'Okafor',
  'Smith',
  'Rossi',
  'Kowalski',
  'Haddad',
  'Berg',
  'Novak',
  'Dubois',
  'Chen',
]
const places = [
  'Lisbon',
  'Oslo',
  'Lagos',
  'Kyoto',
  'Utrecht',
  'Lima',
  'Graz',
  'Austin',
  'Perth',
  'Cairo',
  'Gdansk',
  'Turin',
]
const things = [
  'report',
  'invoice',
  'contract',
  'booking',
  'slides',
  'budget',
  'parcel',
  'ticket',
  'survey',
  'catalogue',
  'laptop',
  'lease',
]
const months = ['January', 'March', 'April', 'June', 'September', 'October', 'December']

const number = (random: Random, from: number, to: number) => from + Math.floor(random() * (to - from))
const person = (random: Random) => `${pick(firstNames, random)} ${pick(lastNames, random)}`
const filled = (pattern: string, random: Random) =>
  expand(
    pattern,
    {
      first: firstNames,
      last: lastNames,
      place: places,
      thing: things,
      month: months,
      day: Array.from({ length: 28 }, (_, i) => `${i + 1}`),
    },
    random,
  )

/** Orders from one person to another, as letters and pages are full of: no attack, though they are imperatives. */
const ordersToPeople: readonly string[] = [
  'Please {review|sign|check|read|complete} the <thing> and send it back to me by {Monday|Friday|the <day>th}.',
  'Please let me know if {you have any questions|this works for you|you can make it|anything is unclear}.',
  'Could you {forward|send|mail} me the <thing> {before the meeting|when you have a minute|by noon}?',
  '{Do not|Please do not} {reply to this e-mail|share this link|forget your badge|park in front of the gate}.',
  'Click the link in your {account|confirmation mail} to {confirm your order|track your parcel|reset your password|unsubscribe}.',
  '{Call|Contact|Write to} {us|<first>|our office in <place>} {if you need help|to book a table|for a quote|at any time}.',
  'Remember to {bring your passport|back up your files|turn off the lights|update the <thing>|log your hours}.',
  'Subscribe to our newsletter {and save ten percent|for weekly tips|to stay informed}.',
  '{Ignore|Disregard} {my last mail|the earlier version|the previous invoice}, the {right|final|new} <thing> is attached.',
  'Team, {update your passwords|submit your time sheets|read the new guidelines|delete old branches} by {tonight|Friday}.',
  '{Add|Put} <first> {to the invitation|in copy|on the list}, {please|thanks}.',
  'Book {your|the} {flight|room|seat} {early|before <month>|through the travel desk}.',
  '{Read|See|Watch} {more|the full story|the video} {below|here|on page two}.',
  '{Rate|Review} {your stay|this product|the driver} {and win a voucher|in the app|to help others}.',
  '{Answer|Solve} {questions one to five|the exercise on page <day>|at least two of the tasks} and {hand it in|explain your steps}.',
  'Write your name {at the top|on each page|in capital letters} {and use a black pen|before you start|}.',
  '{Install|Run|Restart} the {update|service|tests} {on every machine|before the release|after midnight}.',
]

const facts: readonly string[] = [
  'The <thing> from <place> {arrived|was lost|was approved} on {the <day>th|Monday}.',
  '<first> <last> {joined|left|founded} the {company|club|band} in {1998|2007|2019} and {now lives|has an office} in <place>.',
  'The museum in <place> {opens at ten|is closed on Mondays|shows modern art|had a record year}.',
  'Sales in <month> {rose|fell} by {3|7|12} percent{ against last year|, mostly in <place>|}.',
  '{Temperatures|Prices|Rents} in <place> {are higher than|stayed below|reached} {expected|last year|a record}.',
  'The {train|flight|bus} to <place> leaves at {6:40|9:15|18:05} from {platform 3|gate B12|stop C}.',
  '{Scientists|Doctors|Engineers} {tested|compared|measured} {two drugs|three batteries|old bridges} {for a year|in <place>|with new methods}.',
  'The {council|court|board} {voted for|rejected|postponed} the {plan|claim|merger} {by a small margin|on <month> <day>|}.',
  'I have been using {it|this <thing>} for {two weeks|a month} and {it works well|the quality is poor|the colour has faded}.',
  'Our {hotel|flat} in <place> was {clean|noisy|close to the beach}{ and the staff were kind| but the lift was broken|}.',
  '{Experience|Work}: {nurse|developer|teacher|accountant}, <place>, {2014 to 2019|since 2020}.',
  '{Skills|Languages}: {Python, SQL|patient care, first aid|French, Polish|bookkeeping}.',
  'The {recipe|cake} needs {200 g of flour|three eggs|a pinch of salt} and {forty minutes|a hot oven}.',
  'In the {second half|final minute} {<first>|<last>} {scored|was sent off|saved a penalty}.',
]

const sentence = (random: Random) =>
  random() < 0.45
    ? filled(pick(facts, random), random)
    : expand(pick(documentLines.slice(0, 18), random), {}, random)

const sentences = (random: Random, count: number) => Array.from({ length: count }, () => sentence(random))

function withOrders(lines: string[], random: Random): string[] {
  if (random() < 0.5) return lines
  const at = Math.floor(random() * (lines.length + 1))
  return [...lines.slice(0, at), filled(pick(ordersToPeople, random), random), ...lines.slice(at)]
}

const columns: readonly { name: string; cell: (random: Random) => string }[] = [
  { name: 'Name', cell: person },
  {
    name: 'Team',
    cell: (random) => `${pick(places, random)} ${pick(['Rovers', 'United', 'Lions', 'FC'], random)}`,
  },
  { name: 'Year', cell: (random) => `${number(random, 1950, 2024)}` },
  { name: 'Points', cell: (random) => `${number(random, 0, 99)}` },
  { name: 'Place', cell: (random) => pick(places, random) },
  { name: 'Score', cell: (random) => `${number(random, 0, 6)}–${number(random, 0, 6)}` },
  { name: 'Rank', cell: (random) => `${number(random, 1, 30)}` },
  { name: 'Price', cell: (random) => `${number(random, 3, 900)}.${number(random, 10, 99)}` },
  { name: 'Date', cell: (random) => `${pick(months, random)} ${number(random, 1, 28)}` },
  { name: 'Nation', cell: (random) => pick(['Japan', 'Kenya', 'Brazil', 'Norway', 'Italy', 'Cuba'], random) },
  {
    name: 'Notes',
    cell: (random) => pick(['', '', 'won', 'lost', 'retired', 'pending', 'paid', 'n/a'], random),
  },
  { name: 'Item', cell: (random) => pick(things, random) },
]

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

function table(random: Random): string[] {
  const from = Math.floor(random() * columns.length)
  const width = 3 + Math.floor(random() * 3)
  const of = Array.from({ length: width }, (_, k) => columns[(from + k * 5) % columns.length])
  const rows = Array.from({ length: 3 + Math.floor(random() * 14) }, () =>
    line(of.map((column) => column?.cell(random) ?? '')),
  )
  return [line(of.map((column) => column?.name ?? '')), ...rows]
}

function mail(random: Random): string[] {
  return [
    `From: ${person(random)}`,
    `Subject: ${filled('{Your|Re: the|New} <thing>', random)}`,
    filled('{Dear|Hi|Hello} <first>,', random),
    ...withOrders(sentences(random, 2 + Math.floor(random() * 4)), random),
    filled('{Kind regards|Best|Thanks|See you soon},\n<first>', random),
  ]
}

function webPage(random: Random): string[] {
  const body = withOrders(sentences(random, 3 + Math.floor(random() * 5)), random)
  return random() < 0.5
    ? [
        `<h1>${filled('{About|News from|Visit} <place>', random)}</h1>`,
        ...body.map((line) => `<p>${line}</p>`),
        '<footer>© 2023</footer>',
      ]
    : [
        `# ${filled('{About|News from|Visit} <place>', random)}`,
        'Home | About | Contact',
        ...body,
        'Cookie settings',
      ]
}

function toolOutput(random: Random): string[] {
  const entries = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, k) => [
    `  {"id": ${k + 1}, "from": "${person(random)}",`,
    `   "title": "${filled('<thing> {for|from} <place>', random)}",`,
    `   "text": "${withOrders(sentences(random, 1 + Math.floor(random() * 3)), random).join(' ')}"},`,
  ])
  return ['{"results": [', ...entries.flat(), ']}']
}

const codeLines: readonly string[] = [
  'def {mean|total|parse|load}({values|items|path}):',
  '    return {sum(values) / len(values)|[x for x in items if x]|open(path).read()}',
  'import {pandas as pd|numpy as np|json|re}',
  'df = pd.read_csv("{sales|users|data}.csv")',
  '# {ignore empty lines|todo: handle the last row|returns None when there is nothing}',
  'for i in range({10|len(items)}):\n    print(i)',
  'TypeError: {unsupported operand|list indices must be integers|object is not callable}',
  'ValueError: {could not convert string to float|too many values to unpack|invalid literal}',
  'if __name__ == "__main__":\n    main()',
  'The error {means|says} that {the index is out of range|the column does not exist|the value is a string}.',
  'You can {use|try} {.copy()|int(x)|a list comprehension|df.loc} {instead|to avoid this|here}.',
  'const {total|users} = {items.length|await fetch(url)}',
  'Traceback (most recent call last):',
  '>>> {x = [1, 2, 3]|len("abc")|import sys}',
  'As of version {3.5|2.0|1.21}, this {raises a warning|is deprecated|was changed}.',
]

function code(random: Random): string[] {
  return Array.from({ length: 5 + Math.floor(random() * 9) }, () =>
    expand(pick(codeLines, random), {}, random),
  )
}

function reviews(random: Random): string[] {
  return Array.from(
    { length: 2 + Math.floor(random() * 4) },
    (_, k) =>
      `${k + 1}. ${pick(firstNames, random)}: ${sentence(random)}${random() < 0.3 ? ` ${filled(pick(ordersToPeople, random), random)}` : ''}`,
  )
}

function calendar(random: Random): string[] {
  return Array.from({ length: 2 + Math.floor(random() * 5) }, () =>
    filled(
      '{09:00|11:30|14:00|17:15} {Call with|Lunch with|Review of the <thing>,|Dentist,|Meeting:} <first> <last>, {room 4|<place>|online}',
      random,
    ),
  )
}

function chat(random: Random): string[] {
  return Array.from(
    { length: 3 + Math.floor(random() * 5) },
    () =>
      `${pick(firstNames, random)}: ${random() < 0.4 ? filled(pick(ordersToPeople, random), random) : sentence(random)}`,
  )
}

const article = (random: Random) => withOrders(sentences(random, 3 + Math.floor(random() * 9)), random)

const makers = [
  table,
  table,
  mail,
  mail,
  webPage,
  toolOutput,
  code,
  code,
  reviews,
  calendar,
  chat,
  article,
  article,
]

/** A clean document, line by line. About half of them hold an order from one person to another. */
export function carrier(random: Random): string[] {
  return pick(makers, random)(random)
}
