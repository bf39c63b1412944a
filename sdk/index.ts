export { setApiKey } from './api-key.ts'
export { DEFAULT_BACKEND_URL } from './default-backend-url.ts'
export {
  AlignmentViolation,
  ApiError,
  AuthenticationError,
  ConfigurationError,
  CustosError,
  KeyHaltedError,
  RunPausedError,
  UnavailableError,
} from './errors/index.ts'
export { guardian, type EvaluateOptions, type Guardian } from './guardian.ts'
export type { Logger } from './logger.ts'
export type { GuardianOptions, Meta, Mode, Observe, OnViolation } from './options.ts'
export type { Redaction, Redactor } from './redactor.ts'
export type { Color, Engine, Finding, Probe, Result, Span, Task, Verdict } from './result.ts'
export type { FlushReport } from './transport/items.ts'
export type { Wrapped } from './wrap/wrapped.ts'
