import { describe, expectTypeOf, it } from 'vitest'
import type { Guardian, GuardianOptions } from '../index.ts'
import { receiptSchema } from '../../protocol/receipt.ts'
import type * as z from 'zod'
import type { Result, Verdict } from '../result.ts'
import type { Verdict as WireVerdict } from '../../protocol/verdict.ts'
import type { Wrapped } from './wrapped.ts'

type Sync = (prompt: string, temperature?: number) => string
type Async = (prompt: string) => Promise<string>
interface Overloaded {
  (prompt: string): Promise<string>
  (prompt: string, raw: true): Promise<{ text: string }>
}

// Checked by the compiler, not by running: `npm run check` fails where one of these is not so.
describe('the type of a wrapped function', () => {
  it('at the edge: the same parameters, a promise of the result', () => {
    expectTypeOf<Wrapped<Sync, { mode?: 'edge' }>>().parameters.toEqualTypeOf<Parameters<Sync>>()
    expectTypeOf<Wrapped<Sync, { mode?: 'edge' }>>().returns.toEqualTypeOf<Promise<string>>()
    expectTypeOf<Wrapped<Async, { timeout: 3 }>>().toEqualTypeOf<Async>()
  })

  it('locally and in a monitor: a sync function stays what it was', () => {
    expectTypeOf<Wrapped<Sync, { mode: 'local' }>>().toEqualTypeOf<Sync>()
    expectTypeOf<Wrapped<Sync, { mode: 'monitor' }>>().toEqualTypeOf<Sync>()
  })

  it('keeps overloads where nothing changes', () => {
    expectTypeOf<Wrapped<Overloaded, { onViolation: 'raise' }>>().toEqualTypeOf<Overloaded>()
  })

  it('adds what a blocked call returns', () => {
    type Json = () => Promise<{ ok: boolean }>
    expectTypeOf<Wrapped<Async, { onViolation: 'replace'; fallback: '(redacted)' }>>().toEqualTypeOf<Async>()
    expectTypeOf<Wrapped<Json, { onViolation: 'replace'; fallback: 'no' }>>().returns.toEqualTypeOf<
      Promise<{ ok: boolean } | 'no'>
    >()
    expectTypeOf<Wrapped<Json, { onViolation: 'replace' }>>().returns.toEqualTypeOf<
      Promise<{ ok: boolean } | null>
    >()
    expectTypeOf<Wrapped<Sync, { onViolation: 'return_none'; mode: 'local' }>>().returns.toEqualTypeOf<
      string | null
    >()
  })

  it('knows what it cannot know: options of unknown content', () => {
    expectTypeOf<Wrapped<Sync, GuardianOptions>>().returns.toEqualTypeOf<
      string | null | Promise<string | null>
    >()
  })

  it('takes methods by name, and nothing else', () => {
    const model = { name: 'm', generate: (prompt: string) => prompt }
    const call = (g: Guardian<{ mode: 'monitor' }>) => {
      // @ts-expect-error a name is no method
      g(model, { method: 'name' })
      return g(model, { method: 'generate' })
    }
    expectTypeOf<ReturnType<typeof call>>().toEqualTypeOf<(prompt: string) => string>()
  })

  it('has results that are what the wire carries', () => {
    expectTypeOf<WireVerdict>().toExtend<Verdict>()
    expectTypeOf<Verdict>().toExtend<WireVerdict>()
    expectTypeOf<z.infer<typeof receiptSchema>>().toExtend<Omit<Result, 'status' | 'source'>>()
  })
})
