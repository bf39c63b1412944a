import type { PhraseDetector } from './detector.ts';
/** Plain requests for help with a crime: a verb, and what it is done to. */
export declare const crimeDetectors: readonly PhraseDetector[];
/** What takes a request for harm back: it is a game, or it is about protection. */
export declare const harmlessDetectors: readonly PhraseDetector[];
