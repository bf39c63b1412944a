import type { PhraseDetector } from './detector.ts';
/** Asking for the way to do what is wrong by itself. */
export declare const misdeedDetectors: readonly PhraseDetector[];
