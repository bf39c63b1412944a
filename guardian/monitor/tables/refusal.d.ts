import type { PhraseDetector } from './detector.ts';
/** A response that declines, wholly or in part. */
export declare const refusalDetectors: readonly PhraseDetector[];
