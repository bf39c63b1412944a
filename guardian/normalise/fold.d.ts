/**
 * Text folded for matching: lower case, accents and look-alikes reduced, hidden characters left out. `starts` and
 * `ends` give for each folded unit the stretch of the source it came from; null means unit for unit the same.
 */
export interface Folded {
    readonly text: string;
    readonly starts: Int32Array | null;
    readonly ends: Int32Array | null;
    /** Zero-width, bidi-control and tag characters that stood in the source. */
    readonly hidden: number;
}
/** Characters nobody sees: zero-width, joiners, bidi controls, variation selectors, tags. */
export declare function isHidden(code: number): boolean;
/**
 * Folds a text for matching, with a map back. ASCII, the usual case, costs a lower-casing.
 *
 * @param text any string, lone surrogates included
 */
export declare function fold(text: string): Folded;
