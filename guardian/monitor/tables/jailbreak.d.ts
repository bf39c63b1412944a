import type { PhraseDetector } from './detector.ts';
/** Personas, scenarios and orders that are to talk a model out of its limits. */
export declare const jailbreakDetectors: readonly PhraseDetector[];
