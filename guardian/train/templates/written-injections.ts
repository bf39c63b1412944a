import { seededRandom } from '../logistic.ts'
import type { Sample } from '../samples.ts'
import { carrier } from './carriers.ts'
import { attackSlots, directAttacks } from './direct-attacks.ts'
import { documentQuestions } from './documents.ts'
import { expand, pick } from './expand.ts'
import { injectionTwins, twinSlots } from './injection-twins.ts'
import { addresses, quietOrders, quietSlots } from './quiet-orders.ts'
import { secretAttacks } from './secret-attacks.ts'
import { takeoverLanguages } from './takeover-languages.ts'
import { agentOrders, takeovers, toolFrames, toolTexts } from './takeovers.ts'
import { technicalPaper } from './technical-papers.ts'

type Random = () => number

const clean: Sample['labels'] = { injection: 0, harmful_request: 0 }
/** For the injection head alone: what others learn from stays as it is. */
const noInjection: Sample['labels'] = { injection: 0 }
const attackFamilies = { ...directAttacks, ...secretAttacks, ...takeovers }

/** Samples of one pattern share a group, so that unseen patterns can be measured. */
const groupOf = (source: string, pattern: number) => `own:phrase-${source.slice(4)}-${pattern}`

/** `count` samples of the patterns in turn. */
function inTurn(
  source: string,
  patterns: readonly string[],
  count: number,
  labels: Sample['labels'],
  make: (pattern: string) => string,
): Sample[] {
  return Array.from({ length: count }, (_, i): Sample => {
    const at = i % patterns.length
    return { text: make(patterns[at] ?? ''), role: 'prompt', source, group: groupOf(source, at), labels }
  })
}

function directSamples(): Sample[] {
  return Object.entries(attackFamilies).flatMap(([family, patterns], index) => {
    const random = seededRandom(11_000 + index)
    return inTurn(`own:attack-${family}`, patterns, 340, { injection: 1 }, (pattern) => {
      const text = expand(pattern, attackSlots, random)
      const place = random()
      if (place < 0.72) return text
      const other = twin(random)
      return place < 0.9 ? `${other} ${text}` : `${text} ${other}`
    })
  })
}

const twinKinds = Object.keys(injectionTwins)

function twin(random: Random): string {
  return expand(
    pick(injectionTwins[pick(twinKinds, random)] ?? [], random),
    { ...attackSlots, ...twinSlots },
    random,
  )
}

function twinSamples(): Sample[] {
  return Object.entries(injectionTwins).flatMap(([kind, patterns], index) => {
    const random = seededRandom(12_000 + index)
    return inTurn(`own:twin-${kind}`, patterns, 800, clean, (pattern) => {
      const text = expand(pattern, { ...attackSlots, ...twinSlots }, random)
      return random() < 0.8 ? text : `${text} ${twin(random)}`
    })
  })
}

/** A question about a document and the document, in the ways that applications put them together. */
function asked(lines: readonly string[], random: Random): string {
  const document = lines.join(random() < 0.75 ? '\n' : ' ')
  const question = expand(pick(documentQuestions, random), {}, random)
  const style = random()
  if (style < 0.45) return `${question}\n\n${document}`
  if (style < 0.6) return `${document}\n\n${question}`
  if (style < 0.7) return `<document>\n${document}\n</document>\n${question}`
  if (style < 0.78) return `${question}\n\n"""\n${document}\n"""`
  if (style < 0.86) return `Context:\n${document}\n\nQuestion: ${question}`
  return document
}

/** Puts a line into a document: on a line of its own, within another, or where readers do not look. */
function planted(lines: readonly string[], line: string, random: Random): string[] {
  const place = random()
  const end = lines.length
  const at = place < 0.25 ? 0 : place < 0.55 ? end : Math.floor(random() * (end + 1))
  const way = random()
  const host = lines[Math.min(at, end - 1)] ?? ''
  if (way < 0.25)
    return lines.map((own, i) => (own === host && i === Math.min(at, end - 1) ? `${own} ${line}` : own))
  const shown =
    way < 0.32
      ? `<!-- ${line} -->`
      : way < 0.38
        ? `# ${line}`
        : way < 0.42
          ? `(${line})`
          : way < 0.46
            ? `| ${line} |`
            : line
  return [...lines.slice(0, at), shown, ...lines.slice(at)]
}

function plantedSamples(): Sample[] {
  const quiet = Object.entries(quietOrders).flatMap(([kind, patterns], index) => {
    const random = seededRandom(13_000 + index)
    const source = `own:planted-${kind}`
    return [
      ...inTurn(source, patterns, 420, { injection: 1 }, (pattern) => {
        const order = expand(pattern, quietSlots, random)
        return asked(
          planted(
            carrier(random),
            expand(pick(addresses, random), { order: [order.replace(/[{}<>|]/g, ' ')] }, random),
            random,
          ),
          random,
        )
      }),
      ...inTurn(source, patterns, 320, clean, () => asked(carrier(random), random)),
    ]
  })
  const loud = Object.entries(attackFamilies).flatMap(([family, patterns], index) => {
    const random = seededRandom(14_000 + index)
    const source = `own:planted-${family}`
    return [
      ...inTurn(source, patterns, 90, { injection: 1 }, (pattern) =>
        asked(planted(carrier(random), expand(pattern, attackSlots, random), random), random),
      ),
      ...inTurn(source, patterns, 60, clean, () => asked(carrier(random), random)),
    ]
  })
  return [...quiet, ...loud]
}

/** Orders and attacks in code, requirements and chats that were pasted beside a wish, and the same without. */
function pastedSamples(): Sample[] {
  const random = seededRandom(15_000)
  const source = 'own:planted-pasted'
  const quiet = Object.values(quietOrders).flat()
  const loud = Object.values(attackFamilies).flat()
  const put = (wish: string, paper: readonly string[]) =>
    random() < 0.7 ? `${wish}\n\n${paper.join('\n')}` : `${paper.join('\n')}\n\n${wish}`
  const order = () => {
    if (random() < 0.3) return expand(pick(loud, random), attackSlots, random)
    const said = expand(pick(quiet, random), quietSlots, random).replace(/[{}<>|]/g, ' ')
    return expand(pick(addresses, random), { order: [said] }, random)
  }
  const bad = inTurn(source, quiet, 700, { injection: 1 }, () => {
    const { wish, paper } = technicalPaper(random)
    return put(wish, planted(paper, order(), random))
  })
  const good = inTurn(source, quiet, 1400, clean, () => {
    const { wish, paper } = technicalPaper(random)
    return put(wish, paper)
  })
  return [...bad, ...good]
}

/** What the tools of an agent give back: with an order in it, alone or beside other words, and without. */
function toolSamples(): Sample[] {
  const random = seededRandom(17_000)
  const source = 'own:agent'
  const slots = { ...attackSlots, ...quietSlots }
  const said = (pattern: string) => expand(pattern, slots, random).replace(/[{}<>|]/g, ' ')
  const framed = (text: string) => {
    const shown = expand(pick(toolFrames, random), { text: [text] }, random)
    const whole = shown.replaceAll('[[', '{').replaceAll(']]', '}')
    return random() < 0.6 ? whole : `${expand(pick(documentQuestions, random), {}, random)}\n\n${whole}`
  }
  const plain = () => said(pick(toolTexts, random))
  const orders = [...agentOrders, ...(quietOrders.tools ?? [])]
  return [
    ...inTurn(source, orders, 1000, { injection: 1 }, (pattern) => {
      const order = said(pattern)
      const place = random()
      if (place < 0.45) return framed(order)
      return framed(place < 0.75 ? `${plain()} ${order}` : `${order} ${plain()}`)
    }),
    ...inTurn(source, toolTexts, 1000, noInjection, (pattern) =>
      framed(random() < 0.5 ? said(pattern) : `${said(pattern)} ${plain()}`),
    ),
  ]
}

/** Takeovers in other languages, alone or beside an everyday line, and everyday lines; a language is a source. */
function foreignSamples(): Sample[] {
  return Object.entries(takeoverLanguages).flatMap(([language, { attacks, harmless }], index) => {
    const random = seededRandom(18_000 + index)
    const source = `own:takeover-${language}`
    const line = () => expand(pick(harmless, random), {}, random)
    return [
      ...inTurn(source, attacks, 60, { injection: 1 }, (pattern) => {
        const text = expand(pattern, {}, random)
        const place = random()
        return place < 0.7 ? text : place < 0.85 ? `${line()} ${text}` : `${text} ${line()}`
      }),
      ...inTurn(source, harmless, 60, noInjection, (pattern) => {
        const text = expand(pattern, {}, random)
        return random() < 0.6 ? text : `${text} ${line()}`
      }),
    ]
  })
}

/** Attacks, planted lines and their harmless twins, expanded with fixed seeds. */
export function writtenInjections(): Sample[] {
  return [
    ...directSamples(),
    ...twinSamples(),
    ...plantedSamples(),
    ...pastedSamples(),
    ...toolSamples(),
    ...foreignSamples(),
  ]
}
