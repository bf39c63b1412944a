import type { Folded } from '../normalise/fold.ts';
import { type View } from '../normalise/view.ts';
import type { Flag } from './flag.ts';
type Where = 'prompt' | 'response';
/** Chat-format role markers inside a text. */
export declare function roleMarkerFlag(view: View, where: Where): Flag | null;
/**
 * Hidden characters used to hide something: tags that spell text, overrides of the writing direction, and zero-width
 * characters inside Latin words. Joiners of emoji and of scripts that need them do not count.
 */
export declare function hiddenFlag(text: string, folded: Folded, where: Where): Flag | null;
/** A canary in the response, or a long piece of the system prompt repeated: proof of a leak. */
export declare function leakFlags(response: string, system: string | null | undefined, canaries: readonly string[]): Flag[];
export {};
