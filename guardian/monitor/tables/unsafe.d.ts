import type { PhraseDetector } from './detector.ts';
/** Things no response should say, whatever was asked. */
export declare const unsafeDetectors: readonly PhraseDetector[];
/** A person who may be in danger: for those who watch, never a fault of the exchange. */
export declare const distressDetectors: readonly PhraseDetector[];
