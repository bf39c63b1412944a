import type { PhraseDetector } from './detector.ts';
/** Attempts to replace the instructions of the application, direct or from inside a document. */
export declare const injectionDetectors: readonly PhraseDetector[];
