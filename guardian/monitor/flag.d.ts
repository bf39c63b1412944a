import type { Span, Task } from '../../protocol/verdict.ts';
/** Something suspicious, or telling, with its evidence. A flag is no verdict: rules of the policy weigh flags. */
export interface Flag {
    /** Which detector saw it, e.g. `injection.override`. */
    readonly detector: string;
    readonly task: Task;
    readonly in: 'prompt' | 'response';
    /** How telling it is, 0..1. */
    readonly value: number;
    readonly spans: readonly Span[];
}
