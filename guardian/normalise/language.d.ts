/**
 * Languages a text may be in: the script's, and for Latin letters those whose small words it has most of. Empty for
 * a text that shows nothing. A guess from small words, good for sentences and no more.
 */
export declare function guessLanguages(text: string): string[];
