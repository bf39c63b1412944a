import { LangfuseSpanProcessor } from '@langfuse/otel'
import { observe } from '@langfuse/tracing'
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'

/** Langfuse as its own README sets it up: `observe` around the call. */
export function langfuse(url) {
  const processor = new LangfuseSpanProcessor({
    baseUrl: url,
    publicKey: 'pk-lf-bench',
    secretKey: 'sk-lf-bench',
  })
  new NodeTracerProvider({ spanProcessors: [processor] }).register()
  return {
    wrap: (model) => observe(model, { name: 'chat', asType: 'generation' }),
    flush: () => processor.forceFlush(),
  }
}
