/** Common words in rot13 and backwards: two of a kind make that reading worth a try. */
export declare const rot13Words: string[];
export declare const reversedWords: string[];
