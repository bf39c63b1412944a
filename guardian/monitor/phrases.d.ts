import { type Macros } from './phrase-notation.ts';
import { type Tokens } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';
export type { Macros } from './phrase-notation.ts';
/**
 * Phrases that are looked for all at once. Each waits for its rarest word and is then tried outwards from there, so
 * a text costs about what reading its words costs; a phrase is short, so each try is bounded whatever the text.
 */
export declare class PhraseTable<Tag> {
    #private;
    readonly vocabulary: Vocabulary;
    constructor(macros?: Macros);
    /** Adds phrases in the notation of `parsePhrase`. */
    add(tag: Tag, phrases: readonly string[]): this;
    /** Adds one literal phrase, every character of it meant as it stands; one without a word is left out. */
    addLiteral(tag: Tag, phrase: string): this;
    /** Reads the words of a folded text with this table's vocabulary. */
    tokens(folded: string): Tokens;
    /** Reports every phrase that stands in the text, with its place in the folded text, in order of the anchors. */
    matches(tokens: Tokens, found: (tag: Tag, start: number, end: number) => void): void;
}
