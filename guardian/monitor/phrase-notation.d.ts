/** Named lists of alternatives that phrases refer to as `<name>`. */
export type Macros = Readonly<Record<string, string>>;
/** One place of a phrase: one of these alternatives (each one or more words), or a gap. */
export interface Slot {
    readonly alternatives: readonly (readonly string[])[];
    readonly optional: boolean;
    /** Up to so many words of any kind; 0 where the slot has alternatives. */
    readonly gap: number;
}
/**
 * Reads a phrase: words and gaps, separated by spaces.
 * - `ignore|disregard` is either; `log_in` is two words; `instruct*` any word that begins so; `<rules>` a macro;
 * - `all?` may be missing;
 * - `~3` is up to three words of any kind, never past the end of a sentence.
 *
 * Scripts without spaces are written together; each character is a word.
 *
 * @param known slots read before, by how they are written: phrases share many, and a shared one is compiled once
 * @throws RangeError for an unknown macro
 */
export declare function parsePhrase(phrase: string, macros: Macros, known: Map<string, Slot>): Slot[];
