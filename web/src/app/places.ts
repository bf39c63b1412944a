/** Every place of the page and its path; `:name` stands for a part that the place carries. A new room adds a line. */
const paths = {
  runs: '/simulator',
  run: '/simulator/runs/:runId',
  key: '/simulator/keys/:keyId',
  compare: '/simulator/compare',
  incidents: '/simulator/incidents',
  playground: '/simulator/playground',
  verify: '/verify',
  import: '/import',
  'sign-in': '/sign-in',
  'sign-up': '/sign-up',
  'verify-email': '/verify-email',
  'forgot-password': '/forgot-password',
  'reset-password': '/reset-password',
  invitation: '/invitation',
  settings: '/settings',
  'settings-account': '/settings/account',
  'settings-organization': '/settings/organizations/:organizationId',
  'settings-audit': '/settings/organizations/:organizationId/audit',
  'settings-project': '/settings/projects/:projectId',
  /** What no other path is; so it stands last. */
  missing: '/:path',
} as const

type Paths = typeof paths

/** The names after the colons of a path. */
type Part<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Part<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** Where one is, e.g. `{ at: 'runs' }` or `{ at: 'run', runId: 'run_1' }`. */
export type Place = { [At in keyof Paths]: { at: At } & Record<Part<Paths[At]>, string> }[keyof Paths]

export type At = Place['at']

/** The path of a place. */
export function pathOf(place: Place): string {
  const parts: Record<string, string> = place
  return paths[place.at].replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(parts[name] ?? ''))
}

/** Rooms of the simulator that people look for without its name before them. */
const short = /^\/(?:runs|keys|compare|incidents|playground)(?:\/|$)/

/**
 * The place of a path; what is no path of ours is missing.
 *
 * @param pathname with or without a slash at its end
 */
export function placeOf(pathname: string): Place {
  if (short.test(pathname)) return placeOf(`/simulator${pathname}`)
  const steps = pathname.split('/').filter(Boolean)
  if (steps.length === 0 || steps.join('/') === 'simulator/runs') return { at: 'runs' }
  for (const [at, path] of Object.entries(paths)) {
    const parts = match(path.split('/').filter(Boolean), steps)
    // The parts are those that the path of this very place names.
    if (parts) return { at, ...parts } as Place
  }
  return { at: 'missing', path: steps.join('/') }
}

function match(pattern: readonly string[], steps: readonly string[]): Record<string, string> | null {
  if (pattern.length !== steps.length) return null
  const parts: Record<string, string> = {}
  for (const [index, wanted] of pattern.entries()) {
    const step = steps[index] ?? ''
    if (wanted.startsWith(':')) parts[wanted.slice(1)] = decoded(step)
    else if (wanted !== step) return null
  }
  return parts
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
