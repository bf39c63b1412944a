import { useSignal } from '@preact/signals'
import type { ComponentChildren, TargetedSubmitEvent } from 'preact'
import { useId } from 'preact/hooks'
import type { Failure, Outcome } from '../api/request.ts'

interface FormProps<T> {
  /** Word on the button. */
  submit: string
  /** Word on it while the answer is awaited. */
  busy?: string
  /** Sends what the form holds; what comes back of it is shown here when it failed. */
  send: (values: FormData) => Promise<Outcome<T>>
  onDone: (value: T, form: HTMLFormElement) => void | Promise<void>
  children: (problem: Failure | null) => ComponentChildren
  /** Shown beside the button. */
  beside?: ComponentChildren
}

/** A form that sends itself once, says what is wrong where it is wrong, and is quiet otherwise. */
export function Form<T>({ submit, busy = 'One moment…', send, onDone, children, beside }: FormProps<T>) {
  const sending = useSignal(false)
  const problem = useSignal<Failure | null>(null)

  async function onSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (sending.value) return
    const form = event.currentTarget
    sending.value = true
    const outcome = await send(new FormData(form))
    sending.value = false
    problem.value = outcome.ok ? null : outcome.problem
    if (outcome.ok) await onDone(outcome.value, form)
    else form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }

  const failure = problem.value
  return (
    <form class="form" onSubmit={(event) => void onSubmit(event)}>
      {children(failure)}
      {failure && failure.errors.length === 0 && (
        <p class="notice notice-warn" role="alert">
          <strong>{failure.title}.</strong> {failure.detail}
        </p>
      )}
      <div class="form-foot">
        <button type="submit" class="button button-main" disabled={sending.value}>
          {sending.value ? busy : submit}
        </button>
        {beside}
      </div>
    </form>
  )
}

/** Kinds of a line; apart, since the types of a browser tell their roles apart by it. */
const kinds = {
  text: { type: 'text' },
  email: { type: 'email' },
  password: { type: 'password' },
  number: { type: 'number' },
} as const

interface TextFieldProps {
  label: string
  name: string
  type?: keyof typeof kinds
  required?: boolean
  minLength?: number
  maxLength?: number
  min?: number
  max?: number
  step?: string
  autocomplete?: AutoFill
  placeholder?: string
  defaultValue?: string | number
  /** What went wrong with the form; the part that is about this field stands under it. */
  problem?: Failure | null
  hint?: ComponentChildren
}

/** What a browser may fill in. */
type AutoFill = 'name' | 'email' | 'current-password' | 'new-password'

/** One line of text with its label, a hint, and what is wrong with it. */
export function TextField({ label, name, type = 'text', problem = null, hint, ...input }: TextFieldProps) {
  const id = useId()
  const wrong = problem?.errors.filter(({ field }) => field === name).map(({ message }) => message) ?? []
  const described = [hint ? `${id}-hint` : '', wrong.length > 0 ? `${id}-wrong` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div class="text-field">
      <label for={id}>{label}</label>
      <input
        {...input}
        {...kinds[type]}
        id={id}
        name={name}
        aria-invalid={wrong.length > 0}
        {...(described !== '' && { 'aria-describedby': described })}
      />
      {hint && (
        <p id={`${id}-hint`} class="quiet">
          {hint}
        </p>
      )}
      {wrong.length > 0 && (
        <p id={`${id}-wrong`} class="wrong">
          {wrong.join('; ')}
        </p>
      )}
    </div>
  )
}

/** The text of a field, without blanks around it. */
export function textOf(values: FormData, name: string): string {
  const value = values.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** What stands in a field, blanks and all: a password may begin with one. */
export function secretOf(values: FormData, name: string): string {
  const value = values.get(name)
  return typeof value === 'string' ? value : ''
}
