import type { Finding, Span } from '../../protocol/verdict.ts';
import type { Observation } from '../observe.ts';
import type { CompiledPolicy } from './compile.ts';
/** Evaluates compiled policies: every rule runs, and every finding says which rule, where and why. */
export declare class AlignmentPolicyEngine {
    readonly policy: CompiledPolicy;
    constructor(policy: CompiledPolicy);
    /** Findings of all rules, worst first, then surest, then in the order of the policy. At most 100. */
    evaluate(observation: Observation): Finding[];
}
/** Spans that do not lie inside any of these stretches. */
export declare function outside(spans: readonly Span[], allowed: readonly Span[]): Span[];
