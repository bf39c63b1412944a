import { useMemo } from 'preact/hooks'
import { go } from '../app/navigation.ts'
import { toast } from '../app/toasts.tsx'
import { Form, secretOf } from '../parts/form.tsx'
import { Link } from '../parts/link.tsx'
import { NewPasswordField } from '../parts/person-fields.tsx'
import { resetPassword } from './calls.ts'
import { Door } from './door.tsx'
import { takeToken } from './fragment.ts'

/** Where the link of the reset mail leads. */
export function ResetPasswordPage() {
  const token = useMemo(takeToken, [])
  if (token === null) {
    return (
      <Door title="The link is not whole">
        <p>
          Copy all of it from the mail, or <Link to={{ at: 'forgot-password' }}>ask for a new one</Link>.
        </p>
      </Door>
    )
  }
  return (
    <Door title="Choose a new password">
      <Form
        submit="Save it"
        send={(values) => resetPassword(token, secretOf(values, 'password'))}
        onDone={() => {
          toast('Saved. Every session was signed out; sign in with the new password.')
          go({ at: 'sign-in' })
        }}
        beside={<Link to={{ at: 'forgot-password' }}>Ask for a new link</Link>}
      >
        {(problem) => <NewPasswordField problem={problem} />}
      </Form>
    </Door>
  )
}
