import { useSignal } from '@preact/signals'
import { address } from '../app/navigation.ts'
import { toast } from '../app/toasts.tsx'
import { Form, secretOf, textOf } from '../parts/form.tsx'
import { Link } from '../parts/link.tsx'
import { EmailField, PasswordField } from '../parts/person-fields.tsx'
import { resendMail, signInWith } from './calls.ts'
import { comeIn } from './come-in.ts'
import { Door } from './door.tsx'

export function SignInPage() {
  const unverified = useSignal<string | null>(null)
  return (
    <Door title="Sign in">
      <Form
        submit="Sign in"
        send={async (values) => {
          const email = textOf(values, 'email')
          const outcome = await signInWith(email, secretOf(values, 'password'))
          unverified.value = !outcome.ok && outcome.problem.code === 'email_unverified' ? email : null
          return outcome
        }}
        onDone={() => void comeIn()}
        beside={<Link to={{ at: 'forgot-password' }}>Forgot the password?</Link>}
      >
        {(problem) => (
          <>
            <EmailField problem={problem} />
            <PasswordField problem={problem} />
          </>
        )}
      </Form>
      {unverified.value !== null && <Resend email={unverified.value} />}
      <p class="quiet">
        No account yet?{' '}
        <Link to={{ at: 'sign-up' }} query={address.value.query}>
          Create one
        </Link>
      </p>
    </Door>
  )
}

function Resend({ email }: { email: string }) {
  async function resend() {
    const outcome = await resendMail(email)
    if (outcome.ok) toast(`A new mail is on its way to ${email}.`)
    else toast(`${outcome.problem.title}. ${outcome.problem.detail}`, 'bad')
  }
  return (
    <button type="button" class="button" onClick={() => void resend()}>
      Send the confirmation mail again
    </button>
  )
}
