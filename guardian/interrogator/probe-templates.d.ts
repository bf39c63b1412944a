import type { Finding } from '../../protocol/verdict.ts';
/** A probe before it is aimed at a finding. */
export interface ProbeTemplate {
    readonly id: string;
    readonly question: string;
    readonly mustIncludeAny: readonly string[];
    readonly mustNotInclude: readonly string[];
}
/** What to ask a model that was flagged, by the task of the finding. No question quotes an exchange. */
export declare const probeTemplates: Readonly<Record<Finding['task'], readonly ProbeTemplate[]>>;
