import type { PhraseDetector } from './detector.ts';
/** Ways of not answering, and of seeming to refuse. */
export declare const evasionDetectors: readonly PhraseDetector[];
/** Claims of a response about itself that deceive people. */
export declare const honestyDetectors: readonly PhraseDetector[];
