import type { PhraseDetector } from './detector.ts'
import { decline } from './refusal.ts'

/**
 * Disapproval that is all there is to a sentence, and so stands for a no: "Please don't do that.", "That's a terrible
 * idea.", "Why would you want to hurt him?". What goes on ("is illegal and unethical, but …") is a warning at most: see
 * `refusal.warning`.
 */
export const refusalDisapproval: readonly PhraseDetector[] = [
  {
    ...decline,
    phrases: [
      "^ ~2 please don't|do_not|never do|say|try|hurt|joke|harm|talk|threaten ~2 that|this|it|so|anyone|anybody|them|him|her|about|yourself ~1 $",
      "^ ~2 i ~1 don't|do_not think ~3 good|wise|great|smart|nice|healthy|advisable|appropriate ~1 idea|plan|thing|way ~5 $",
      '^ ~2 thats|that_is|that_seems|that_sounds|this_is|this_seems|this_sounds|its|it_is|that_would_be|it_would_be ~4 bad|terrible|awful|dangerous|disturbing|offensive|unwise|mean|horrible|hurtful|cruel|wrong|unkind ~1 idea|plan|thing|request|decision|command|to_say|to_do|to_ask ~4 $',
      '^ ~3 not ~2 good|nice|kind|wise|smart ~1 idea|thing|plan|question ~3 $',
      '^ ~2 why|what_reason would you want|wish to|that|such ~6 $',
      '^ ~2 are_you ~1 serious|insane|out_of_your_mind ~1 $',
      'i|we ~1 urge|beg|implore|strongly_encourage|advise you ~1 to|not ~1 stop|reconsider|reflect|rethink|think|seek|not|abandon|to|against|compete',
      '^ ~8 is|are|would_be|thats|its illegal|unethical|immoral|against_the_law|cruel|never_okay|never_ok $',
      '^ ~8 is|are|would_be|thats|its ~2 crime|felony|theft|fraud|assault|abuse|slander|blackmail|stalking|deceit ~3 $',
      '^ ~6 is|are|thats|its ~2 offence|offense|crime|felony ~4 and|which|that',
      'think|please_think ~2 about what_you_are_doing|how_they_would_feel|how_he_would_feel|how_she_would_feel|what_youre_doing',
      "shouldn't|should_not be asking|doing|planning|saying ~2 this|that|it",
      "^ ~8 isn't|is_not|aren't|is_never|are_not ok|okay|alright|funny|fair|acceptable ~4 $",
      'unethical|wrong|irresponsible|inappropriate|improper|dishonest for|of me|us to',
      '^ ~3 would_be irresponsible|unethical|wrong|unsafe|inappropriate|dishonest ~2 to ~2 <serve>|<oblige>',
    ],
  },
]
