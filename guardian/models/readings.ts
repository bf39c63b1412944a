import type { ReadText } from './text-signals.ts'
import { textSignals } from './text-signals.ts'
import type { LoadedModels } from './loaded-models.ts'
import { loadedModels } from './loaded-models.ts'

/** What the models saw in the texts of one exchange: each is read once, however often it is asked about. */
export class Readings {
  readonly models: LoadedModels
  readonly #prompts = new Map<string, ReadText>()
  readonly #responses = new Map<string, ReadText>()

  /** @param models default: the shipped ones */
  constructor(models: LoadedModels = loadedModels()) {
    this.models = models
  }

  prompt(text: string): ReadText {
    return once(this.#prompts, text, () => textSignals(this.models, text, 'as a whole'))
  }

  response(text: string): ReadText {
    return once(this.#responses, text, () => textSignals(this.models, text, 'with its opening'))
  }
}

function once(known: Map<string, ReadText>, text: string, read: () => ReadText): ReadText {
  const before = known.get(text)
  if (before !== undefined) return before
  const signals = read()
  known.set(text, signals)
  return signals
}
