import { useSignal } from '@preact/signals'
import { address } from '../app/navigation.ts'
import { Form, secretOf, textOf, TextField } from '../parts/form.tsx'
import { Link } from '../parts/link.tsx'
import { EmailField, NewPasswordField } from '../parts/person-fields.tsx'
import { signUp } from './calls.ts'
import { Door } from './door.tsx'

export function SignUpPage() {
  const sentTo = useSignal<string | null>(null)
  if (sentTo.value !== null) {
    return (
      <Door title="Look into your mail">
        <p>
          A mail is on its way to <strong>{sentTo.value}</strong>. Its link confirms the address and signs you
          in.
        </p>
        <p class="quiet">Nothing there? Look among the unwanted mail, or try again in a minute.</p>
      </Door>
    )
  }
  return (
    <Door title="Create an account">
      <Form
        submit="Create the account"
        send={(values) =>
          signUp(textOf(values, 'name'), textOf(values, 'email'), secretOf(values, 'password'))
        }
        onDone={(_, form) => void (sentTo.value = textOf(new FormData(form), 'email'))}
      >
        {(problem) => (
          <>
            <TextField label="Name" name="name" required autocomplete="name" problem={problem} />
            <EmailField defaultValue={address.value.query.email ?? ''} problem={problem} />
            <NewPasswordField label="Password" problem={problem} />
          </>
        )}
      </Form>
      <p class="quiet">
        You have one? <Link to={{ at: 'sign-in' }}>Sign in</Link>
      </p>
    </Door>
  )
}
