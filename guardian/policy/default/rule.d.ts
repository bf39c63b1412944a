import type { Rule } from '../schema.ts';
type Optional = 'task' | 'action' | 'allow' | 'principle' | 'remediation' | 'examples';
/** A rule as its author writes it. */
type RuleInput = Omit<Rule, Optional> & Partial<Omit<Rule, 'examples'>> & {
    examples?: Partial<Rule['examples']>;
};
/**
 * A rule with its defaults filled in as the schema would: the default policy is compiled when a Worker starts, where
 * parsing it again would cost time and prove nothing (a test parses it).
 */
export declare function rule(input: RuleInput): Rule;
export {};
