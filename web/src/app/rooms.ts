import { lazy } from './lazy.tsx'
import type { At } from './places.ts'

/**
 * The page of each place, whose code and styles come when somebody goes there. A room adds its line here, its path
 * to `places.ts` and its case to `app.tsx`; one that is `null` is not built, and nothing leads to it.
 */
export const rooms = {
  runs: lazy(async () => (await import('../runs/runs-page.tsx')).RunsPage),
  run: lazy(async () => (await import('../run/run-page.tsx')).RunPage),
  key: lazy(async () => (await import('../runs/key-page.tsx')).KeyPage),
  compare: lazy(async () => (await import('../compare/compare-page.tsx')).ComparePage),
  incidents: lazy(async () => (await import('../incidents/incidents-page.tsx')).IncidentsPage),
  playground: lazy(async () => (await import('../playground/playground-page.tsx')).PlaygroundPage),
  verify: lazy(async () => (await import('../verify/verify-page.tsx')).VerifyPage),
  import: lazy(async () => (await import('../import/import-page.tsx')).ImportPage),
  'sign-in': lazy(async () => (await import('../sign-in/sign-in-page.tsx')).SignInPage),
  'sign-up': lazy(async () => (await import('../sign-in/sign-up-page.tsx')).SignUpPage),
  'verify-email': lazy(async () => (await import('../sign-in/verify-email-page.tsx')).VerifyEmailPage),
  'forgot-password': lazy(
    async () => (await import('../sign-in/forgot-password-page.tsx')).ForgotPasswordPage,
  ),
  'reset-password': lazy(async () => (await import('../sign-in/reset-password-page.tsx')).ResetPasswordPage),
  invitation: lazy(async () => (await import('../sign-in/invitation-page.tsx')).InvitationPage),
  settings: lazy(async () => (await import('../settings/account-page.tsx')).AccountPage),
  'settings-account': lazy(async () => (await import('../settings/account-page.tsx')).AccountPage),
  'settings-organization': lazy(
    async () => (await import('../settings/organization-page.tsx')).OrganizationPage,
  ),
  'settings-audit': lazy(async () => (await import('../settings/audit-page.tsx')).AuditPage),
  'settings-project': lazy(async () => (await import('../settings/project-page.tsx')).ProjectPage),
  missing: lazy(async () => (await import('./missing-page.tsx')).MissingPage),
} satisfies Record<At, { preload: () => void } | null>

/** Places that need nobody to be signed in. */
export const publicPlaces: ReadonlySet<At> = new Set<At>([
  'verify',
  'import',
  'sign-in',
  'sign-up',
  'verify-email',
  'forgot-password',
  'reset-password',
  'invitation',
  'missing',
])
