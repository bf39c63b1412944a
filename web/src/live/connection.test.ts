import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../protocol/entry.ts'
import { type Effect, type Line, type LineEvent, newLine, step } from './connection.ts'
import type { Frame } from './frame.ts'

/** A line with a clock: keeps what it was told to do. */
class Bench {
  line: Line = newLine()
  nowMs = 1000
  effects: Effect[] = []
  seen: number[] = []

  send(event: LineEvent, random = 0.5): Effect[] {
    const [line, effects] = step(this.line, event, { nowMs: this.nowMs, random })
    this.line = line
    this.effects = effects
    for (const effect of effects) {
      if (effect.do === 'entries') this.seen.push(...effect.entries.map((entry) => entry.seq))
      if (effect.do === 'reset') this.seen = []
    }
    return effects
  }

  frame(frame: Frame, socket = this.line.socket): Effect[] {
    return this.send({ type: 'frame', socket, frame })
  }

  after(ms: number): Effect[] {
    this.nowMs += ms
    return this.send({ type: 'tick' })
  }

  get is(): string {
    return this.line.connection.is
  }
}

const entry = (seq: number) => ({ type: 'beat', seq }) as Entry
const hello = (lastSeq: number) => ({ type: 'hello', state: { id: 'run_1' }, last_seq: lastSeq }) as Frame
const batch = (...seqs: number[]): Frame => ({ type: 'batch', entries: seqs.map(entry) })

function live(): Bench {
  const bench = new Bench()
  bench.send({ type: 'start' })
  bench.frame(hello(0))
  return bench
}

describe('the line', () => {
  it('[L2] opens after the last entry it has, replays, then is live', () => {
    const bench = new Bench()
    expect(bench.send({ type: 'start' })).toEqual([{ do: 'open', socket: 1, after: 0 }])
    bench.frame(hello(3))
    expect(bench.line.connection).toEqual({ is: 'replaying', from: 0, to: 3 })
    bench.frame(batch(1, 2))
    expect(bench.is).toBe('replaying')
    bench.frame(entry(3))
    expect(bench.is).toBe('live')
    expect(bench.seen).toEqual([1, 2, 3])
  })

  it('[L2] drops what it has seen, and comes back for what is missing', () => {
    const bench = live()
    bench.frame(batch(1, 2, 2, 1, 3))
    expect(bench.seen).toEqual([1, 2, 3])
    bench.frame(batch(4, 6))
    expect(bench.seen).toEqual([1, 2, 3, 4])
    expect(bench.line.connection).toMatchObject({ is: 'waiting', why: 'gap' })
    expect(bench.after(500)).toEqual([{ do: 'open', socket: 2, after: 4 }])
  })

  it('does not hear a socket that it has given up', () => {
    const bench = live()
    bench.frame(batch(1))
    bench.send({ type: 'closed', socket: 1, code: 1006 })
    bench.after(1000)
    bench.frame(batch(2), 1)
    bench.send({ type: 'closed', socket: 1, code: 4401 })
    expect(bench.seen).toEqual([1])
    expect(bench.is).toBe('connecting')
  })

  it('waits longer after each failure, within half a step of jitter, and forgets it once the line holds', () => {
    const bench = live()
    const waits: number[] = []
    for (let attempt = 0; attempt < 8; attempt += 1) {
      bench.send({ type: 'closed', socket: bench.line.socket, code: 1006 }, attempt % 2)
      const { connection } = bench.line
      if (connection.is !== 'waiting') throw new Error('not waiting')
      waits.push(connection.untilMs - bench.nowMs)
      bench.after(connection.untilMs - bench.nowMs)
      expect(bench.is).toBe('connecting')
    }
    expect(waits).toEqual([250, 1000, 1000, 4000, 4000, 15_000, 7500, 15_000])
    bench.frame(hello(0))
    bench.after(6000)
    bench.send({ type: 'closed', socket: bench.line.socket, code: 1006 }, 1)
    expect(bench.line.connection).toMatchObject({ untilMs: bench.nowMs + 500 })
  })

  it('finds a dead socket by a ping that nobody answers', () => {
    const bench = live()
    expect(bench.after(20_000)).toEqual([{ do: 'send', socket: 1, text: 'ping' }])
    bench.send({ type: 'pong', socket: 1 })
    bench.after(15_000)
    expect(bench.is).toBe('live')
    bench.after(5000)
    bench.after(10_001)
    expect(bench.line.connection).toMatchObject({ is: 'waiting', why: 'lost' })
    expect(bench.effects).toEqual([{ do: 'close', socket: 1 }])
  })

  it('pings at once when a laptop wakes, and is not misled by timers that came late', () => {
    const bench = live()
    bench.nowMs += 3_600_000
    expect(bench.send({ type: 'visible' })).toEqual([{ do: 'send', socket: 1, text: 'ping' }])
    bench.send({ type: 'pong', socket: 1 })
    bench.after(15_000)
    expect(bench.is).toBe('live')
  })

  it('gives up a server that says nothing', () => {
    const bench = new Bench()
    bench.send({ type: 'start' })
    bench.after(15_001)
    expect(bench.line.connection).toMatchObject({ is: 'waiting', why: 'refused' })
  })

  it('asks why an upgrade failed, and stops when signed out or gone', () => {
    for (const outcome of ['signed_out', 'gone'] as const) {
      const bench = new Bench()
      bench.send({ type: 'start' })
      expect(bench.send({ type: 'closed', socket: 1, code: 1006 })).toEqual([{ do: 'check', socket: 1 }])
      bench.send({ type: 'checked', socket: 1, outcome })
      expect(bench.is).toBe(outcome)
      expect(bench.after(60_000)).toEqual([])
    }
  })

  it('[L6] takes 4401 as signed out, 4404 as gone, 4429 as a reason to come back', () => {
    const codes = { 4401: 'signed_out', 4404: 'gone', 4429: 'waiting' }
    for (const [code, is] of Object.entries(codes)) {
      const bench = live()
      bench.send({ type: 'closed', socket: 1, code: Number(code) })
      expect(bench.is).toBe(is)
    }
  })

  it('stays live on this machine without a network, and names the network when the line is lost', () => {
    const bench = live()
    expect(bench.send({ type: 'offline' })).toEqual([{ do: 'send', socket: 1, text: 'ping' }])
    expect(bench.is).toBe('live')
    bench.send({ type: 'closed', socket: 1, code: 1006 })
    expect(bench.is).toBe('offline')
    expect(bench.send({ type: 'online' })).toEqual([{ do: 'open', socket: 2, after: 0 }])
  })

  it('[L4] acknowledges every hundred entries, and the rest within five seconds', () => {
    const bench = live()
    bench.frame(batch(...Array.from({ length: 99 }, (_, index) => index + 1)))
    expect(bench.effects.map((effect) => effect.do)).toEqual(['entries'])
    bench.frame(batch(100))
    expect(bench.effects).toContainEqual({ do: 'send', socket: 1, text: '{"type":"ack","seq":100}' })
    bench.frame(batch(101))
    expect(bench.after(4000)).toEqual([{ do: 'send', socket: 1, text: '{"type":"ack","seq":101}' }])
    expect(bench.after(4000)).toEqual([])
  })

  it('starts again from nothing when the log is shorter than what was seen', () => {
    const bench = live()
    bench.frame(batch(1, 2, 3))
    bench.send({ type: 'closed', socket: 1, code: 1006 })
    bench.after(500)
    const effects = bench.frame(hello(1))
    expect(effects).toEqual([
      { do: 'close', socket: 2 },
      { do: 'reset' },
      { do: 'open', socket: 3, after: 0 },
    ])
  })

  it('[L2] ends with the log itself, each entry once and in order, whatever the sockets do', () => {
    const event = fc.oneof(
      fc.record({ do: fc.constant('grow' as const), by: fc.integer({ min: 1, max: 40 }) }),
      fc.record({ do: fc.constant('drop' as const), code: fc.constantFrom(1006, 1001, 4429) }),
      fc.record({ do: fc.constant('skip' as const), by: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ do: fc.constant('repeat' as const), by: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 40_000 }) }),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const bench = new Bench()
        let log = 0
        let sent = 0
        const serve = () => {
          for (const effect of bench.effects) {
            if (effect.do !== 'open') continue
            sent = effect.after
            bench.frame(hello(log))
          }
        }
        const deliver = () => {
          while (bench.is !== 'waiting' && sent < log) {
            const to = Math.min(log, sent + 7)
            bench.frame(batch(...Array.from({ length: to - sent }, (_, index) => sent + index + 1)))
            sent = to
          }
        }
        bench.send({ type: 'start' })
        serve()
        for (const happening of events) {
          if (happening.do === 'grow') log += happening.by
          if (happening.do === 'drop')
            bench.send({ type: 'closed', socket: bench.line.socket, code: happening.code })
          if (happening.do === 'skip') sent = Math.min(log, sent + happening.by)
          if (happening.do === 'repeat') sent = Math.max(0, sent - happening.by)
          if (happening.do === 'pass') bench.after(happening.ms)
          serve()
          deliver()
        }
        log += 1
        for (let tries = 0; tries < 30 && bench.seen.length < log; tries += 1) {
          deliver()
          bench.after(16_000)
          serve()
        }
        deliver()
        expect(bench.seen).toEqual(Array.from({ length: log }, (_, index) => index + 1))
      }),
      { numRuns: 200 },
    )
  })
})
