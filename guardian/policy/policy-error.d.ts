/** A policy that cannot be compiled: which part of the document, why, and where in a pattern. */
export declare class PolicyError extends Error {
    readonly name = "PolicyError";
    /** The part of the document, e.g. `rules[3].when.any[0].regex`. */
    readonly path: string;
    /** Offset inside a refused pattern, in UTF-16 units; null for other faults. */
    readonly position: number | null;
    constructor(path: string, reason: string, position?: number | null);
}
