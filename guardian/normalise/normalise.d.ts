import { type Stretch, type View } from './view.ts';
/** What the words of a view give away about encodings in it. */
export interface Hints {
    /** Some words are longer than words are. */
    readonly longWords: boolean;
    /** Digits stand in pairs, as hex written apart does; or in eights, as binary does. */
    readonly pairs: boolean;
    readonly eights: boolean;
    /** Letters stand apart. */
    readonly spacedLetters: boolean;
    /** Common words stand there in rot13, or backwards. */
    readonly rot13: boolean;
    readonly reversed: boolean;
}
/** How a reader of views looks at them: what decoding should try, and how to cut joined letters into words. */
export interface ViewReader {
    hints(view: View): Hints;
    segment(joined: string): string;
}
/**
 * The readings of a text: itself first, then what is encoded in it, to a depth of three. Bounded in number and
 * size, linear in the text, deterministic.
 */
export declare function normalise(text: string, reader: ViewReader): View[];
export type { Stretch, View };
