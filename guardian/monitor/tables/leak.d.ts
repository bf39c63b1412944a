import type { PhraseDetector } from './detector.ts';
/** A response that shows it obeyed an injection or fell for a jailbreak. */
export declare const leakDetectors: readonly PhraseDetector[];
