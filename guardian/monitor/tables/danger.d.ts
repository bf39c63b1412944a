import type { PhraseDetector } from './detector.ts';
/**
 * Subjects so grave that helping with them is critical. Named only together with a wish to make or do them, so that
 * history, news and chemistry lessons stay free; the models weigh the rest.
 */
export declare const dangerDetectors: readonly PhraseDetector[];
