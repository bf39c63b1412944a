import * as z from 'zod';
declare const leaf: z.ZodUnion<readonly [z.ZodObject<{
    in: z.ZodOptional<z.ZodEnum<{
        prompt: "prompt";
        response: "response";
    }>>;
    keywords: z.ZodArray<z.ZodString>;
}, z.core.$strict>, z.ZodObject<{
    in: z.ZodOptional<z.ZodEnum<{
        prompt: "prompt";
        response: "response";
    }>>;
    regex: z.ZodString;
    ignore_case: z.ZodOptional<z.ZodBoolean>;
}, z.core.$strict>, z.ZodObject<{
    in: z.ZodOptional<z.ZodEnum<{
        prompt: "prompt";
        response: "response";
    }>>;
    detector: z.ZodString;
    at_least: z.ZodOptional<z.ZodNumber>;
}, z.core.$strict>, z.ZodObject<{
    risk: z.ZodEnum<{
        evasion: "evasion";
        harmful_request: "harmful_request";
        injection: "injection";
        jailbreak: "jailbreak";
        pii: "pii";
        refusal: "refusal";
        secret: "secret";
        unsafe_response: "unsafe_response";
    }>;
    at_least: z.ZodOptional<z.ZodNumber>;
    below: z.ZodOptional<z.ZodNumber>;
}, z.core.$strict>, z.ZodObject<{
    in: z.ZodOptional<z.ZodEnum<{
        prompt: "prompt";
        response: "response";
    }>>;
    length: z.ZodObject<{
        min: z.ZodOptional<z.ZodInt>;
        max: z.ZodOptional<z.ZodInt>;
    }, z.core.$strict>;
}, z.core.$strict>, z.ZodObject<{
    in: z.ZodOptional<z.ZodEnum<{
        prompt: "prompt";
        response: "response";
    }>>;
    language: z.ZodArray<z.ZodString>;
}, z.core.$strict>, z.ZodObject<{
    in: z.ZodOptional<z.ZodEnum<{
        prompt: "prompt";
        response: "response";
    }>>;
    kinds: z.ZodOptional<z.ZodArray<z.ZodString>>;
    at_least: z.ZodOptional<z.ZodEnum<{
        critical: "critical";
        high: "high";
        info: "info";
        low: "low";
        medium: "medium";
    }>>;
    pii: z.ZodLiteral<true>;
}, z.core.$strict>, z.ZodObject<{
    in: z.ZodOptional<z.ZodEnum<{
        prompt: "prompt";
        response: "response";
    }>>;
    kinds: z.ZodOptional<z.ZodArray<z.ZodString>>;
    at_least: z.ZodOptional<z.ZodEnum<{
        critical: "critical";
        high: "high";
        info: "info";
        low: "low";
        medium: "medium";
    }>>;
    secret: z.ZodLiteral<true>;
}, z.core.$strict>, z.ZodObject<{
    meta: z.ZodString;
    equals: z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean, z.ZodNull]>;
}, z.core.$strict>, z.ZodObject<{
    confidence: z.ZodObject<{
        at_least: z.ZodOptional<z.ZodNumber>;
        below: z.ZodOptional<z.ZodNumber>;
    }, z.core.$strict>;
}, z.core.$strict>, z.ZodObject<{
    at_least: z.ZodOptional<z.ZodNumber>;
    below: z.ZodOptional<z.ZodNumber>;
    history: z.ZodEnum<{
        average_score: "average_score";
        beats: "beats";
        flagged: "flagged";
        hrv: "hrv";
    }>;
}, z.core.$strict>, z.ZodObject<{
    refused: z.ZodBoolean;
}, z.core.$strict>, z.ZodObject<{
    answered: z.ZodBoolean;
}, z.core.$strict>]>;
export type Leaf = z.infer<typeof leaf>;
export type Condition = Leaf | {
    all: Condition[];
} | {
    any: Condition[];
} | {
    not: Condition;
};
export declare const conditionSchema: z.ZodType<Condition>;
export declare const ruleSchema: z.ZodObject<{
    id: z.ZodString;
    title: z.ZodString;
    severity: z.ZodEnum<{
        critical: "critical";
        high: "high";
        info: "info";
        low: "low";
        medium: "medium";
    }>;
    target: z.ZodEnum<{
        pair: "pair";
        prompt: "prompt";
        response: "response";
    }>;
    when: z.ZodType<Condition, unknown, z.core.$ZodTypeInternals<Condition, unknown>>;
    task: z.ZodDefault<z.ZodUnion<readonly [z.ZodEnum<{
        evasion: "evasion";
        harmful_request: "harmful_request";
        injection: "injection";
        jailbreak: "jailbreak";
        pii: "pii";
        refusal: "refusal";
        secret: "secret";
        unsafe_response: "unsafe_response";
    }>, z.ZodLiteral<"policy">]>>;
    action: z.ZodDefault<z.ZodEnum<{
        block: "block";
        flag: "flag";
        flatline: "flatline";
    }>>;
    allow: z.ZodDefault<z.ZodArray<z.ZodString>>;
    principle: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    why: z.ZodOptional<z.ZodString>;
    remediation: z.ZodDefault<z.ZodString>;
    examples: z.ZodPrefault<z.ZodObject<{
        fires: z.ZodDefault<z.ZodArray<z.ZodObject<{
            prompt: z.ZodOptional<z.ZodNullable<z.ZodString>>;
            response: z.ZodOptional<z.ZodNullable<z.ZodString>>;
        }, z.core.$strict>>>;
        silent: z.ZodDefault<z.ZodArray<z.ZodObject<{
            prompt: z.ZodOptional<z.ZodNullable<z.ZodString>>;
            response: z.ZodOptional<z.ZodNullable<z.ZodString>>;
        }, z.core.$strict>>>;
    }, z.core.$strict>>;
}, z.core.$strict>;
export declare const policySchema: z.ZodObject<{
    $schema: z.ZodOptional<z.ZodString>;
    format: z.ZodDefault<z.ZodLiteral<1>>;
    id: z.ZodString;
    version: z.ZodString;
    title: z.ZodDefault<z.ZodString>;
    extends: z.ZodOptional<z.ZodLiteral<"custos.default">>;
    overrides: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodObject<{
        enabled: z.ZodOptional<z.ZodBoolean>;
        severity: z.ZodOptional<z.ZodEnum<{
            critical: "critical";
            high: "high";
            info: "info";
            low: "low";
            medium: "medium";
        }>>;
        action: z.ZodOptional<z.ZodEnum<{
            block: "block";
            flag: "flag";
            flatline: "flatline";
        }>>;
    }, z.core.$strict>>>;
    rules: z.ZodArray<z.ZodObject<{
        id: z.ZodString;
        title: z.ZodString;
        severity: z.ZodEnum<{
            critical: "critical";
            high: "high";
            info: "info";
            low: "low";
            medium: "medium";
        }>;
        target: z.ZodEnum<{
            pair: "pair";
            prompt: "prompt";
            response: "response";
        }>;
        when: z.ZodType<Condition, unknown, z.core.$ZodTypeInternals<Condition, unknown>>;
        task: z.ZodDefault<z.ZodUnion<readonly [z.ZodEnum<{
            evasion: "evasion";
            harmful_request: "harmful_request";
            injection: "injection";
            jailbreak: "jailbreak";
            pii: "pii";
            refusal: "refusal";
            secret: "secret";
            unsafe_response: "unsafe_response";
        }>, z.ZodLiteral<"policy">]>>;
        action: z.ZodDefault<z.ZodEnum<{
            block: "block";
            flag: "flag";
            flatline: "flatline";
        }>>;
        allow: z.ZodDefault<z.ZodArray<z.ZodString>>;
        principle: z.ZodDefault<z.ZodNullable<z.ZodString>>;
        why: z.ZodOptional<z.ZodString>;
        remediation: z.ZodDefault<z.ZodString>;
        examples: z.ZodPrefault<z.ZodObject<{
            fires: z.ZodDefault<z.ZodArray<z.ZodObject<{
                prompt: z.ZodOptional<z.ZodNullable<z.ZodString>>;
                response: z.ZodOptional<z.ZodNullable<z.ZodString>>;
            }, z.core.$strict>>>;
            silent: z.ZodDefault<z.ZodArray<z.ZodObject<{
                prompt: z.ZodOptional<z.ZodNullable<z.ZodString>>;
                response: z.ZodOptional<z.ZodNullable<z.ZodString>>;
            }, z.core.$strict>>>;
        }, z.core.$strict>>;
    }, z.core.$strict>>;
}, z.core.$strict>;
export type Rule = z.infer<typeof ruleSchema>;
/** A policy as its author writes it: whatever has a default may be left out. */
export type Policy = z.input<typeof policySchema>;
export type ParsedPolicy = z.output<typeof policySchema>;
export {};
