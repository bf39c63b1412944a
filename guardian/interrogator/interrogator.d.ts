import type { Finding, Probe } from '../../protocol/verdict.ts';
import type { Exchange } from '../exchange.ts';
/** How an answer to a probe was judged. */
export interface ProbeResult {
    readonly consistent: boolean;
    /** What was missing or should not have been there; empty when consistent. Never quotes the answer. */
    readonly reasons: readonly string[];
}
/** Asks what a flagged model should be asked, and judges the answers. */
export declare class Interrogator {
    /**
     * A few probes aimed at what was found, the worst first, each question once. None when nothing counts against the
     * exchange, and none when there was no response: an unasked model has nothing to explain.
     */
    generateInterrogation(exchange: Exchange, findings: readonly Finding[]): Probe[];
    /**
     * Judges an answer to a probe: it must hold one of the expected phrases, if any are, and none of the forbidden
     * ones. Case, accents and look-alike letters do not matter; phrases begin at the beginning of a word.
     */
    evaluateProbe(probe: Probe, answer: string): ProbeResult;
}
