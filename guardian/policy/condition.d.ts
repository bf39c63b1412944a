import type { Span } from '../../protocol/verdict.ts';
import type { Hit } from '../privacy/index.ts';
import type { Observation, TextObservation } from '../observe.ts';
/** What a condition that holds brings along: how sure, and where it was seen. Null: it does not hold. */
export interface Evidence {
    readonly probability: number;
    readonly spans: readonly Span[];
}
export type TextName = 'prompt' | 'response';
export type Check = (observation: Observation) => Evidence | null;
export declare const certain: Evidence;
export declare function textOf(observation: Observation, name: TextName): TextObservation | null;
/** Evidence of privacy hits of one task, of some kinds (all when none are named) and at least one severity. */
export declare function hitEvidence(observation: Observation, names: readonly TextName[], fits: (hit: Hit) => boolean): Evidence | null;
export declare function severeEnough(hit: Hit, least: Hit['severity'] | undefined): boolean;
