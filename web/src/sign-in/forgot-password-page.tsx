import { useSignal } from '@preact/signals'
import { Form, textOf } from '../parts/form.tsx'
import { Link } from '../parts/link.tsx'
import { EmailField } from '../parts/person-fields.tsx'
import { forgotPassword } from './calls.ts'
import { Door } from './door.tsx'

export function ForgotPasswordPage() {
  const sent = useSignal(false)
  if (sent.value) {
    return (
      <Door title="Look into your mail">
        <p>If there is an account with this address, a mail with a link is on its way. It works once.</p>
        <p>
          <Link to={{ at: 'sign-in' }}>Back to sign-in</Link>
        </p>
      </Door>
    )
  }
  return (
    <Door title="A new password">
      <Form
        submit="Send a link"
        send={(values) => forgotPassword(textOf(values, 'email'))}
        onDone={() => void (sent.value = true)}
        beside={<Link to={{ at: 'sign-in' }}>Back to sign-in</Link>}
      >
        {(problem) => <EmailField problem={problem} />}
      </Form>
    </Door>
  )
}
