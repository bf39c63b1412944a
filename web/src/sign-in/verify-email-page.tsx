import { useMemo } from 'preact/hooks'
import { Form, secretOf } from '../parts/form.tsx'
import { Link } from '../parts/link.tsx'
import { PasswordField } from '../parts/person-fields.tsx'
import { verifyEmail } from './calls.ts'
import { comeIn } from './come-in.ts'
import { Door } from './door.tsx'
import { takeToken } from './fragment.ts'

/** Where the link of the confirmation mail leads. It counts with the password that was chosen, and not alone. */
export function VerifyEmailPage() {
  const token = useMemo(takeToken, [])
  if (token === null) {
    return (
      <Door title="The link is not whole">
        <p>
          Copy all of it from the mail, or <Link to={{ at: 'sign-in' }}>sign in</Link> to have a new one sent.
        </p>
      </Door>
    )
  }
  return (
    <Door title="Confirm your address">
      <p class="quiet">Type the password that you chose. If it was not you who signed up, leave this page.</p>
      <Form
        submit="Confirm and sign in"
        send={(values) => verifyEmail(token, secretOf(values, 'password'))}
        onDone={() => void comeIn()}
        beside={<Link to={{ at: 'sign-up' }}>Sign up again</Link>}
      >
        {(problem) => <PasswordField problem={problem} />}
      </Form>
    </Door>
  )
}
