import { context, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { Entry } from './contender.ts'

/** A span a call with both texts, as the GenAI conventions put them, in batches to an OTLP collector. */
export const opentelemetry: Entry = (url) => {
  const exporter = new OTLPTraceExporter({ url: `${url}/v1/traces` })
  // By default 2,048 wait, and the rest is dropped.
  const processor = new BatchSpanProcessor({ exporter, maxQueueSize: 100_000 })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [processor] }))
  const tracer = trace.getTracer('bench')
  return {
    wrap: (model) => (prompt) =>
      tracer.startActiveSpan('chat', async (span) => {
        span.setAttribute('gen_ai.input.messages', prompt)
        try {
          const answer = await model(prompt)
          span.setAttribute('gen_ai.output.messages', answer)
          return answer
        } finally {
          span.end()
        }
      }),
    flush: () => processor.forceFlush(),
  }
}
