import type { Mail } from './mailer.ts'
import { quotedName } from './quoted-name.ts'

/*
 * What we write to people. A link's secret stands in its fragment, which no server and no referrer is told. What
 * a stranger chose never stands in a subject, and nowhere in what anybody can have sent to anybody; the names in an
 * invitation stand in quotes, as text that is no link.
 */

/** To a new person: confirm the address. */
export function verifyLetter(url: string, to: string, token: string): Mail {
  return {
    to,
    subject: 'Confirm your e-mail address',
    text: [
      `Somebody, probably you, signed up for Custos at ${url} with this address.`,
      'Open this within a day to confirm it:',
      link(url, '/verify-email', token),
      'If it was not you, do nothing: the account stays unusable.',
    ].join('\n\n'),
  }
}

/** To a person who has an account already, when somebody signs up with their address. */
export function existingLetter(url: string, to: string): Mail {
  return {
    to,
    subject: 'You have an account already',
    text: [
      `Somebody, probably you, tried to sign up for Custos at ${url} with this address, which has an account.`,
      'Sign in, or ask for a new password, here:',
      `${url}/sign-in`,
      'If it was not you, do nothing: nothing has changed.',
    ].join('\n\n'),
  }
}

/** To somebody who signs up without the invitation that the server asks for. */
export function uninvitedLetter(url: string, to: string): Mail {
  return {
    to,
    subject: 'Custos is by invitation here',
    text: [
      `Somebody, probably you, tried to sign up for Custos at ${url}, which takes people by invitation.`,
      'Ask an administrator of the organisation you want to join to invite this address.',
    ].join('\n\n'),
  }
}

export function resetLetter(url: string, to: string, token: string): Mail {
  return {
    to,
    subject: 'Set a new password',
    text: [
      `Somebody, probably you, asked for a new password for Custos at ${url}.`,
      'Open this within an hour to set one. It ends every session.',
      link(url, '/reset-password', token),
      'If it was not you, do nothing: your password stays.',
    ].join('\n\n'),
  }
}

/** To whom it concerns, after a password has changed. */
export function changedLetter(url: string, to: string): Mail {
  return {
    to,
    subject: 'Your password was changed',
    text: [
      `The password of your account for Custos at ${url} was changed, and other sessions have ended.`,
      'If it was not you, set a new one at once:',
      `${url}/forgot-password`,
    ].join('\n\n'),
  }
}

export function invitationLetter(
  url: string,
  to: string,
  { organization, inviter, token }: { organization: string; inviter: string; token: string },
): Mail {
  return {
    to,
    subject: 'You are invited to an organisation on Custos',
    text: [
      `${quotedName(inviter)} invites you to the organisation ${quotedName(organization)} on Custos at ${url}.`,
      'Open this within seven days to look at it, and to accept it once you are signed in with this address:',
      link(url, '/invitation', token),
    ].join('\n\n'),
  }
}

function link(url: string, path: string, token: string): string {
  return `${url}${path}#token=${encodeURIComponent(token)}`
}
