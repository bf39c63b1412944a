import type { Principle } from './ethics-registry.ts';
/** The statements are our short renderings; the sources are what counts. */
export declare const principles: readonly Principle[];
