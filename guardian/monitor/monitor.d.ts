import type { Exchange } from '../exchange.ts';
import { type View } from '../normalise/view.ts';
import type { Flag } from './flag.ts';
/** What the monitor saw, and the readings of the texts it saw it in. */
export interface Analysis {
    readonly flags: readonly Flag[];
    readonly views: {
        readonly prompt: readonly View[];
        readonly response: readonly View[];
    };
}
/** Looks for red flags in an exchange, and says where it saw them. Keeps nothing between exchanges. */
export declare class Monitor {
    #private;
    /** One monitor for everybody: it holds tables and no state. */
    static shared(): Monitor;
    constructor();
    /** All flags of prompt and response together. Linear in the texts; never throws. */
    analyze(exchange: Exchange): Analysis;
    /** The flags of the response that speak of evasion, worst first. */
    detectEvasion(exchange: Exchange): Flag[];
}
