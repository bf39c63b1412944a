import { type Vocabulary } from './vocabulary.ts';
/**
 * The words of a folded text, each as its number in the vocabulary (0: none), with its place. The arrays are longer
 * than `count`, and reused: take what you need before the next text is read.
 */
export interface Tokens {
    count: number;
    ids: Uint16Array;
    starts: Int32Array;
    ends: Int32Array;
    /** 1 where a sentence, or a paragraph, begins. */
    breaks: Uint8Array;
    /** Longest word, in units: long ones may be encoded text. */
    longest: number;
    /** Most single letters that follow each other as words. */
    singles: number;
    /** Most words of two signs, `0x` not counted, that follow each other: many may be hex. */
    pairs: number;
    /** Whether a word is eight digits or more: such may be binary. */
    digits: boolean;
}
/**
 * Cuts a folded text into words in one pass, in linear time.
 *
 * Words in leetspeak (`1gn0re`) and words cut by a single sign (`ig-nore`) are read as the whole word when that is in
 * the vocabulary; contractions (`don't`) are one word without the apostrophe.
 */
export declare function tokenise(text: string, vocabulary: Vocabulary): Tokens;
