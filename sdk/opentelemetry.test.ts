import * as otel from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { guardian } from './index.ts'
import { openTelemetry } from './opentelemetry.ts'
import { startNullServer, type NullServer } from './testing/null-server.ts'
import { testOptions } from './testing/guardian-options.ts'

let server: NullServer
let spans: InMemorySpanExporter
let records: InMemoryLogRecordExporter
let said: string[]
beforeEach(async () => {
  server = await startNullServer()
  said = []
  spans = new InMemorySpanExporter()
  records = new InMemoryLogRecordExporter()
  otel.context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  otel.trace.setGlobalTracerProvider(
    new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spans })] }),
  )
})
afterEach(async () => {
  for (const api of [otel.context, otel.trace, otel.logs]) api.disable()
  await server.close()
})

const options = () => ({ ...testOptions(server, said), observe: openTelemetry(otel) })
const collectLogs = (): void => {
  const processors = [new SimpleLogRecordProcessor({ exporter: records })]
  otel.logs.setGlobalLoggerProvider(new LoggerProvider({ processors }))
}
/** Runs a call in a span of its own, as a server's handler would. */
const inSpan = (name: string, run: () => Promise<unknown>): Promise<unknown> =>
  otel.trace.getTracer('test').startActiveSpan(name, async (span) => {
    try {
      return await run()
    } finally {
      span.end()
    }
  })
async function* model() {
  yield 'one '
  yield await Promise.resolve('two')
}
const failing = (): undefined => {
  throw new Error('mine')
}
const spanNamed = (name: string) => spans.getFinishedSpans().find((span) => span.name === name)

describe('at the edge', () => {
  it('emits the event of the conventions in the span of the call, and attaches the verdict to it', async () => {
    collectLogs()
    const safe = guardian({ ...options(), onViolation: 'return_none' })((text: string) => text)
    await Promise.all([inSpan('first', () => safe('fine')), inSpan('second', () => safe('red'))])
    const [fine, red] = ['first', 'second'].map((name) => {
      const span = spanNamed(name)
      const record = records
        .getFinishedLogRecords()
        .find(({ spanContext }) => spanContext?.spanId === span?.spanContext().spanId)
      return { span, record }
    })
    expect(fine?.record).toMatchObject({
      eventName: 'gen_ai.evaluation.result',
      severityNumber: otel.SeverityNumber.INFO,
      attributes: {
        'gen_ai.evaluation.name': 'custos.alignment',
        'gen_ai.evaluation.score.value': 1,
        'gen_ai.evaluation.score.label': 'green',
      },
    })
    expect(red?.record).toMatchObject({
      severityNumber: otel.SeverityNumber.WARN,
      attributes: {
        'gen_ai.evaluation.score.value': 0.3,
        'gen_ai.evaluation.score.label': 'red',
        'gen_ai.evaluation.explanation': 'It said red',
      },
    })
    expect(red?.span?.attributes).toEqual({
      'custos.alignment_score': 0.3,
      'custos.color': 'red',
      'custos.flatline': false,
      'custos.violations': ['It said red'],
      'custos.beat_id': server.beats.find(({ prompt }) => prompt === 'red')?.id,
      'custos.run_id': 'run_1',
      'custos.seq': expect.any(Number) as number,
    })
    expect(records.getFinishedLogRecords()).toHaveLength(2)
    expect(spans.getFinishedSpans().flatMap((span) => span.events)).toEqual([])
  })

  it('makes it an event of the span where no logs are collected', async () => {
    await inSpan('call', () => guardian(options())(() => 'yellow')())
    expect(spanNamed('call')?.events).toMatchObject([
      { name: 'gen_ai.evaluation.result', attributes: { 'gen_ai.evaluation.score.label': 'yellow' } },
    ])
  })

  it('knows the span of a stream that is read outside of it', async () => {
    collectLogs()
    const made: { stream?: AsyncIterable<string> } = {}
    await inSpan('call', async () => {
      made.stream = await guardian(options())(model)()
    })
    for await (const _ of made.stream ?? []) void _
    const [record] = records.getFinishedLogRecords()
    expect(record?.spanContext?.spanId).toBe(spanNamed('call')?.spanContext().spanId)
  })
})

it('in a monitor, the event is of the span that has ended by then', async () => {
  collectLogs()
  const g = guardian({ ...options(), mode: 'monitor' })
  await inSpan('call', async () => g(() => 'red')())
  await inSpan('flush', () => g.flush())
  const [record, ...more] = records.getFinishedLogRecords()
  expect([record?.spanContext?.spanId, more]).toEqual([spanNamed('call')?.spanContext().spanId, []])
  expect(spanNamed('call')?.attributes).toEqual({})
  expect(said).toEqual([])
})

it('does nothing but judge where there is neither span nor log', async () => {
  otel.trace.disable()
  expect(await guardian(options())(() => 'fine')()).toBe('fine')
  expect(said).toEqual([])
})

it('a failing observer is logged, and the call goes on', async () => {
  for (const observe of [failing, () => failing]) {
    expect(await guardian({ ...options(), observe })(() => 'fine')()).toBe('fine')
  }
  expect(said).toEqual(['[custos] observe threw: mine', '[custos] observe threw: mine'])
})
