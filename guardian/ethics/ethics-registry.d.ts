/** Something an AI system should hold to, and who says so. */
export interface Principle {
    readonly id: string;
    readonly title: string;
    readonly statement: string;
    readonly source: {
        readonly name: string;
        readonly section: string;
        readonly url: string;
    };
}
/** The principles that rules guard. Starts with the published ones; an operator may add its own. */
export declare class EthicsRegistry {
    #private;
    constructor(further?: readonly Principle[]);
    /** @throws RangeError when the id is taken */
    register(principle: Principle): void;
    get(id: string): Principle | null;
    list(): Principle[];
}
