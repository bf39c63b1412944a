import type { PhraseDetector } from './detector.ts';
export type { PhraseDetector } from './detector.ts';
export { macros } from './macros.ts';
export declare const detectorTables: readonly PhraseDetector[];
