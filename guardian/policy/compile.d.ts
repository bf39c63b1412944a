import type { Finding, Span } from '../../protocol/verdict.ts';
import type { Exchange } from '../exchange.ts';
import type { Observation } from '../observe.ts';
import type { Check } from './condition.ts';
import { type ParsedPolicy, type Policy, type Rule } from './schema.ts';
export interface CompiledRule {
    readonly check: Check;
    /** The finding as it stands before evidence. */
    readonly template: Omit<Finding, 'probability' | 'spans'>;
    /** Takes allowed evidence away; null where the rule allows nothing. */
    readonly allowed: ((observation: Observation, spans: readonly Span[]) => Span[]) | null;
    readonly examples: Rule['examples'];
}
/** A policy ready to run. Made by {@link compilePolicy}. */
export interface CompiledPolicy {
    readonly id: string;
    readonly version: string;
    readonly rules: readonly CompiledRule[];
}
/** Reads a policy document. @throws PolicyError naming the first field that is wrong. */
export declare function parsePolicy(document: unknown): ParsedPolicy;
/** The rules a policy comes to with what it extends: its own replace inherited ones of the same id. */
export declare function rulesOf(policy: ParsedPolicy): Rule[];
/** Compiles without checking examples: for the shipped policy, whose examples a test checks. */
export declare function compileParsed(policy: ParsedPolicy): CompiledPolicy;
/** Whether a rule fires on an exchange, as {@link compilePolicy} asks of every example. */
export type Fires = (policy: CompiledPolicy, ruleId: string, exchange: Exchange) => boolean;
/** Checks every example of every rule. @throws PolicyError naming the first that does not hold. */
export declare function checkExamples(policy: CompiledPolicy, fires: Fires): void;
export type { Policy };
