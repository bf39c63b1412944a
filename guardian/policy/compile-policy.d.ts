import { type CompiledPolicy, type Policy } from './compile.ts';
/**
 * Validates and compiles a policy, and checks every example of every rule against the whole pipeline.
 *
 * @throws PolicyError naming the field, the refused pattern with its position, or the example that does not hold
 */
export declare function compilePolicy(policy: Policy): CompiledPolicy;
/** The shipped policy, compiled once on first use. */
export declare function defaultCompiled(): CompiledPolicy;
