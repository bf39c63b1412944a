import type { Task } from '../../../protocol/verdict.ts';
/** Phrases that speak for one thing, and how strongly each speaks. Several may share an id. */
export interface PhraseDetector {
    readonly id: string;
    readonly task: Task;
    readonly in: 'prompt' | 'response' | 'both';
    /** How telling one match is, 0..1. */
    readonly value: number;
    /** The `kind` of its spans. */
    readonly kind: string;
    /** In the notation of `PhraseTable`. */
    readonly phrases: readonly string[];
}
