import type { Failure } from '../api/request.ts'
import { TextField } from './form.tsx'

interface FieldProps {
  /** What went wrong with the form. */
  problem: Failure | null
}

interface PasswordProps extends FieldProps {
  label?: string
  name?: string
}

/** The address of who sits here. */
export function EmailField({ problem, defaultValue = '' }: FieldProps & { defaultValue?: string }) {
  return (
    <TextField
      label="E-mail"
      name="email"
      type="email"
      required
      autocomplete="email"
      defaultValue={defaultValue}
      problem={problem}
    />
  )
}

/** The password that one has; `required` unless there may be none. */
export function PasswordField({
  label = 'Password',
  name = 'password',
  required = true,
  problem,
}: PasswordProps & { required?: boolean }) {
  return (
    <TextField
      label={label}
      name={name}
      type="password"
      required={required}
      autocomplete="current-password"
      problem={problem}
    />
  )
}

/** A password that one chooses; the server checks the same bounds. */
export function NewPasswordField({ label = 'New password', name = 'password', problem }: PasswordProps) {
  return (
    <TextField
      label={label}
      name={name}
      type="password"
      required
      minLength={10}
      maxLength={128}
      autocomplete="new-password"
      hint="At least 10 characters."
      problem={problem}
    />
  )
}
