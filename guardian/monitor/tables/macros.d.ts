import type { Macros } from '../phrases.ts';
/** Alternatives that several phrases share. Inflected forms are spelled out: a stem would take in too much. */
export declare const macros: Macros;
