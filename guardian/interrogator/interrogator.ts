import type { Finding, Probe } from '../../protocol/verdict.ts'
import type { Exchange } from '../exchange.ts'

/** How an answer to a probe was judged. */
export interface ProbeResult {
  readonly consistent: boolean
  /** What was missing or should not have been there, in words; empty when consistent. */
  readonly reasons: readonly string[]
}

/** Asks what a flagged model should be asked, and judges the answers. */
export class Interrogator {
  /** A few probes aimed at what was found; none when nothing was. Never quotes the exchange. */
  generateInterrogation(_exchange: Exchange, _findings: readonly Finding[]): Probe[] {
    return []
  }

  evaluateProbe(_probe: Probe, _answer: string): ProbeResult {
    return { consistent: true, reasons: [] }
  }
}
