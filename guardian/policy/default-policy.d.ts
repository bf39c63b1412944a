import type { ParsedPolicy } from './schema.ts';
/** The policy that applies when an operator gives none. A document like any other: see docs/guardian.md. */
export declare const defaultPolicy: ParsedPolicy;
