export declare const privacyRules: {
    id: string;
    title: string;
    severity: "critical" | "high" | "info" | "low" | "medium";
    target: "pair" | "prompt" | "response";
    when: import("../schema.ts").Condition;
    task: "evasion" | "harmful_request" | "injection" | "jailbreak" | "pii" | "policy" | "refusal" | "secret" | "unsafe_response";
    action: "block" | "flag" | "flatline";
    allow: string[];
    principle: string | null;
    why?: string | undefined;
    remediation: string;
    examples: {
        fires: {
            prompt?: string | null | undefined;
            response?: string | null | undefined;
        }[];
        silent: {
            prompt?: string | null | undefined;
            response?: string | null | undefined;
        }[];
    };
}[];
