import { type Folded } from './fold.ts';
/** How a view of a text was made: `plain` is the text itself, the others were decoded out of it. */
export type ViewKind = 'plain' | 'base64' | 'hex' | 'binary' | 'url' | 'escape' | 'entity' | 'rot13' | 'reversed' | 'spaced' | 'tags';
/** A stretch of the original text, in UTF-16 units, `end` exclusive. */
export interface Stretch {
    readonly start: number;
    readonly end: number;
}
/** One reading of a text, folded for matching, that can say where in the original each of its parts stands. */
export interface View {
    readonly kind: ViewKind;
    /** Decoded but not folded: what models and people would read. */
    readonly source: string;
    readonly folded: Folded;
    /** The whole of what it was decoded from; null for `plain`. */
    readonly from: Stretch | null;
}
export declare function plainView(text: string): View;
export declare function decodedView(kind: ViewKind, source: string, from: Stretch): View;
/** Where a stretch of a view's folded text stands in the original; a decoded view answers with its whole run. */
export declare function inOriginal(view: View, start: number, end: number): Stretch;
