/** Bytes as UTF-8 text when they read as text; null when they do not, as most byte strings do. */
export declare function readableText(bytes: readonly number[]): string | null;
/** Strict UTF-8; null at the first fault. No `TextDecoder`: the guardian runs where there may be none. */
export declare function utf8Text(bytes: readonly number[]): string | null;
/** Mostly letters and spaces, as sentences are; keys, hashes and pictures are not. */
export declare function isReadable(text: string): boolean;
