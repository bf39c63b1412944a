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
  compare: null,
  incidents: lazy(async () => (await import('../incidents/incidents-page.tsx')).IncidentsPage),
  playground: lazy(async () => (await import('../playground/playground-page.tsx')).PlaygroundPage),
  verify: null,
  import: null,
  'sign-in': null,
  'sign-up': null,
  'verify-email': null,
  'forgot-password': null,
  'reset-password': null,
  invitation: null,
  settings: null,
  'settings-account': null,
  'settings-organization': null,
  'settings-audit': null,
  'settings-project': null,
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
])
