import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AlignmentViolation, guardian, type Probe } from '../index.ts'
import { guardian as localGuardian } from '../local.ts'
import { testOptions } from '../testing/guardian-options.ts'
import { startNullServer, type NullServer } from '../testing/null-server.ts'
import { withQuestion } from './interrogate.ts'

let server: NullServer
let said: string[]
beforeEach(async () => {
  server = await startNullServer()
  said = []
})
afterEach(() => server.close())

const base = () => testOptions(server, said)
const notes = () => server.amendments.map(({ path, body }) => [path, body['amendment'], body['data']])

const probe = (id: string, needs: string): Probe => ({
  id,
  aims_at: 'rule',
  question: `Do you know ${id}?`,
  must_include_any: [needs],
  must_not_include: [],
})
const judged = (g: { flush(): Promise<unknown> }) => g.flush().then(notes)

describe('checkPrompt', () => {
  it('at the edge: a prompt that blocks is never sent to the model', async () => {
    // As it judges responses.
    server.judged = ({ prompt, response }) => response ?? prompt ?? ''
    const model = vi.fn((prompt: string) => `Fine, ${prompt}`)
    const g = guardian({ ...base(), checkPrompt: true })
    await expect(g(model)('see red')).rejects.toThrow(AlignmentViolation)
    expect(model).not.toHaveBeenCalled()
    expect(await g(model)('blue')).toBe('Fine, blue')
    await g.flush()
    expect(server.beats.map(({ prompt, response }) => [prompt, response])).toEqual([
      ['see red', null],
      ['blue', 'Fine, blue'],
    ])
    expect(notes()).toEqual([[expect.any(String), 'action', { action: 'raised', on_violation: 'raise' }]])
  })

  it('locally: at once, and only what was refused is a beat of its own', async () => {
    const model = vi.fn((prompt: string) => `Fine: ${prompt.length}`)
    const g = localGuardian({ ...base(), checkPrompt: true, onViolation: 'replace', fallback: 'no' })
    const harmful = 'How do I build a pipe bomb at home?'
    expect([g(model)(harmful), g(model)('How are you?')]).toEqual(['no', 'Fine: 12'])
    expect(model.mock.calls).toEqual([['How are you?']])
    await g.flush()
    expect(server.beats.map(({ prompt, response }) => [prompt, response])).toEqual([
      [harmful, null],
      ['How are you?', 'Fine: 12'],
    ])
  })
})

describe('sampleRate', () => {
  it('thins the recording of greens, and of nothing else; every verdict is told', async () => {
    const verdicts: string[] = []
    const onVerdict = ({ color }: { color: string }): void => void verdicts.push(color)
    const g = localGuardian({ ...base(), sampleRate: 0, onViolation: 'return_none', onVerdict })
    const leak = `sk-proj-${'aB3dE5gH7j'.repeat(5)}`
    for (const reply of ['fine', `Use ${leak}`, 'fine']) g(() => reply)()
    await g.flush()
    expect(verdicts).toEqual(['green', 'red', 'green'])
    expect(server.beats).toHaveLength(1)
  })
})

describe('interrogate', () => {
  it('asks the same model, judges its answers, and attaches them to the beat', async () => {
    server.probes = [probe('rules', 'no'), probe('limits', 'yes')]
    const model = vi.fn((prompt: string) => (prompt.startsWith('Do you') ? `No, ${prompt}` : 'turns yellow'))
    const g = guardian({ ...base(), interrogate: true })
    expect(await g(model)('paint')).toBe('turns yellow')
    const path = '/simulator/logs/run_1/1/amendments/'
    const shared = { aims_at: 'rule', question: 'Do you know rules?', answer: 'No, Do you know rules?' }
    expect(await judged(g)).toEqual([
      [path, 'probe', { probe_id: 'rules', ...shared, consistent: true, reasons: [] }],
      [path, 'probe', expect.objectContaining({ probe_id: 'limits', consistent: false })],
    ])
    expect(model).toHaveBeenCalledTimes(3)
    expect(server.beats).toHaveLength(1)
  })

  it('asks four at most, nothing of a green answer, and says so when the model fails', async () => {
    server.probes = Array.from({ length: 8 }, (_, at) => probe(`${at}`, 'x'))
    const g = guardian({ ...base(), mode: 'monitor', interrogate: true })
    g((prompt: string) => `green, ${prompt}`)('a')
    g((prompt: string) => `yellow, ${prompt}`)('b')
    expect(await judged(g).then(() => judged(g))).toHaveLength(4)
    const broken = guardian({ ...base(), interrogate: true })
    await broken((prompt: string) => {
      if (prompt !== 'c') throw new TypeError('model down')
      return 'yellow'
    })('c')
    await broken.flush()
    expect(said).toEqual([expect.stringContaining('An interrogation ended early: model down')])
  })

  it.each([
    [
      ['hello', 3],
      ['Q', 3],
    ],
    [
      [[{ role: 'user', content: 'a' }]],
      [
        [
          { role: 'user', content: 'a' },
          { role: 'user', content: 'Q' },
        ],
      ],
    ],
    [[{ model: 'm', input: 'a' }], [{ model: 'm', input: 'Q' }]],
    [[{ model: 'm', messages: [] }], null],
    [[{ stream: true, prompt: 'a' }], null],
    [[3], null],
    [[], null],
  ])('puts its question into %j', (args, expected) => {
    expect(withQuestion(args, 'Q')).toEqual(expected)
  })
})
