import { type Check } from './condition.ts';
import type { Condition, Rule } from './schema.ts';
/** Turns a condition of a rule into a function of an observation. @throws PolicyError */
export declare function compileCondition(condition: Condition, target: Rule['target'], path: string): Check;
