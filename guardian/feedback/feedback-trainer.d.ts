import type { Finding, Task, Verdict } from '../../protocol/verdict.ts';
import type { Exchange } from '../exchange.ts';
/** What a reviewer says of a task in an incident. */
export interface ReviewLabel {
    readonly task: Task;
    /** Whether the exchange really is what the task names. */
    readonly label: boolean;
    readonly reviewer?: string;
}
/** A violation with its context, kept for review. */
export interface Incident {
    readonly id: string;
    readonly exchange: {
        readonly prompt: string | null;
        readonly response: string | null;
    };
    readonly findings: readonly Finding[];
    readonly engine: Verdict['engine'];
    readonly labels: readonly ReviewLabel[];
}
/** One line of training data, as `npm run train` reads it. */
export interface TrainingRecord {
    readonly id: string;
    readonly source: 'feedback';
    readonly licence: 'own';
    readonly task: Task;
    readonly prompt: string | null;
    readonly response: string | null;
    readonly label: boolean;
    readonly category: 'reviewed';
    readonly split: 'dev';
    readonly group: string;
}
/**
 * Records violations as incidents, takes reviewers' labels, and exports them as training data. It holds incidents in
 * memory, newest last, up to a limit; where they are stored is its owner's affair. The caller names each incident.
 */
export declare class FeedbackTrainer {
    #private;
    /** @param limit incidents kept; the oldest go first */
    constructor(limit?: number);
    /**
     * Records an exchange whose verdict has violations.
     *
     * @param id unique name, e.g. the beat's id; recording one twice keeps the first
     * @returns the incident, or null when the verdict has no violations
     */
    recordViolation(id: string, exchange: Exchange, verdict: Verdict): Incident | null;
    /** Adds a reviewer's label; a later one on the same task replaces it. @throws RangeError for an unknown incident */
    label(id: string, label: ReviewLabel): Incident;
    incidents(): Incident[];
    /** Labelled incidents as JSONL, one record a label, in the format that `npm run train` takes. */
    exportTraining(): string;
}
