/** FNV-1a over UTF-16 units: cheap to carry along a word, and the same for a phrase's words and a text's. */
export declare const hashSeed: number;
export declare function hashStep(hash: number, unit: number): number;
export declare function hashOf(word: string): number;
/**
 * The words that phrases are made of, each with a number from 1. A word is matched whole, a stem (`instruct*`) by
 * its beginning. A word in no phrase is 0.
 */
export declare class Vocabulary {
    #private;
    /** By the low 16 bits of a hash, 1 where a stem may have it: most beginnings of most words are no stem. */
    readonly mayBeStem: Uint8Array<ArrayBuffer>;
    get size(): number;
    words(): IterableIterator<string>;
    /** Number of a word or stem (`word*`), given on first sight. */
    idOf(word: string): number;
    exact(hash: number): number;
    /** Number of the stem with this hash, or 0. */
    stem(hash: number): number;
    /**
     * Cuts letters written together into the longest words known, from the left; what is no word stays joined.
     * Linear: a word has at most 20 letters.
     */
    segment(joined: string): string;
}
