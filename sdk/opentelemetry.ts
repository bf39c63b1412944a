import type { Observe } from './options.ts'
import type { Result } from './result.ts'

type Attributes = Record<string, string | number | boolean | string[]>

/** As much of OpenTelemetry's span as this needs. */
interface SpanLike {
  isRecording(): boolean
  setAttributes(attributes: Attributes): unknown
  addEvent(name: string, attributes: Attributes): unknown
}

/** As much of its logger as this needs. */
interface LoggerLike {
  emit(record: { eventName: string; attributes: Attributes; context: never; severityNumber: never }): void
  enabled?(): boolean
}

/** As much of `@opentelemetry/api` as this needs; the package itself is not. */
export interface OpenTelemetryLike {
  context: { active(): unknown }
  trace: { getSpan(context: never): SpanLike | undefined }
  /** In `@opentelemetry/api` from 1.10, before that `logs` of `@opentelemetry/api-logs`. */
  logs?: { getLogger(name: string): LoggerLike } | undefined
}

const eventName = 'gen_ai.evaluation.result'
/** The severity of an event that is no trouble by itself (INFO), and of one that is (WARN), as the data model has it. */
const severities = { info: 9, warn: 13 }

/**
 * Puts verdicts where OpenTelemetry looks for them: each as an event `gen_ai.evaluation.result` of the span that was
 * active when the call was made, and as attributes of that span while it lasts.
 *
 * The event has the attributes of the GenAI semantic conventions: `gen_ai.evaluation.name` (`custos.alignment`),
 * `.score.value` (0 to 1), `.score.label` (`green`, `yellow` or `red`) and `.explanation` (the violations, none of which
 * quotes a text). It goes to the Logs API; where no logs provider is set up it becomes an event of the span, if that has
 * not ended. The span's attributes are `custos.alignment_score`, `custos.color`, `custos.flatline`, `custos.violations`,
 * `custos.beat_id`, `custos.run_id` and `custos.seq`.
 *
 * @param api `@opentelemetry/api`, or its `context`, `trace` and `logs`
 * @returns for `guardian({ observe })`, `wrapOpenAI` and `custosMiddleware`
 * @example
 * import * as otel from '@opentelemetry/api'
 *
 * const safeGenerate = guardian({ observe: openTelemetry(otel) })(generate)
 */
export function openTelemetry(api: OpenTelemetryLike): Observe {
  return () => {
    const context = api.context.active() as never
    const span = api.trace.getSpan(context)
    return (result) => {
      const isRecording = span?.isRecording() ?? false
      if (isRecording) span?.setAttributes(spanAttributes(result))
      const attributes = eventAttributes(result)
      // Asked for each time: a provider may be set up after the guardian.
      const logger = api.logs?.getLogger('custos-labs')
      if (logger !== undefined && logger.enabled?.() !== false) {
        const severityNumber = (result.color === 'green' ? severities.info : severities.warn) as never
        logger.emit({ eventName, attributes, context, severityNumber })
      } else if (isRecording) span?.addEvent(eventName, attributes)
    }
  }
}

function eventAttributes({ alignment_score: score, color, violations }: Result): Attributes {
  return {
    'gen_ai.evaluation.name': 'custos.alignment',
    'gen_ai.evaluation.score.value': score,
    'gen_ai.evaluation.score.label': color,
    ...(violations.length > 0 ? { 'gen_ai.evaluation.explanation': violations.join('; ') } : {}),
  }
}

function spanAttributes(result: Result): Attributes {
  const { id, run_id: runId, seq } = result
  return {
    'custos.alignment_score': result.alignment_score,
    'custos.color': result.color,
    'custos.flatline': result.flatline,
    'custos.violations': result.violations,
    'custos.beat_id': id,
    ...(runId === null ? {} : { 'custos.run_id': runId }),
    ...(seq === null ? {} : { 'custos.seq': seq }),
  }
}
