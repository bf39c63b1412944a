import type { Stretch, ViewKind } from './view.ts';
/** A stretch of a text that read as encoded, and what it says. */
export interface Decoded {
    readonly kind: ViewKind;
    readonly source: string;
    readonly from: Stretch;
}
/**
 * Runs of base64 or hex digits that decode to readable text. Looks at every sixteenth unit first: a run long enough
 * to matter cannot pass between two of them.
 */
export declare function decodeRuns(text: string): Decoded[];
export declare function decodeSpacedHex(text: string): Decoded[];
export declare function decodeBinary(text: string): Decoded[];
export declare function decodePercent(text: string): Decoded[];
export declare function decodeEscapes(text: string): Decoded[];
export declare function decodeEntities(text: string): Decoded[];
/** Tag characters spell ASCII that nobody sees. */
export declare function decodeTags(text: string): Decoded[];
export declare function decodeRot13(text: string): Decoded;
export declare function decodeReversed(text: string): Decoded;
/**
 * Letters written apart, put together. A wider gap ends a word; where there is none, `segment` cuts the run into
 * words it knows.
 */
export declare function decodeSpaced(text: string, segment: (joined: string) => string): Decoded[];
