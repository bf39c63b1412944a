import type { OnSevere, ProjectSettings, Role, Scope } from '../../protocol/index.ts'

export { roles, scopes, type Role, type Scope } from '../../protocol/index.ts'

/** A pipeline, by its API key. */
export interface KeyActor {
  type: 'key'
  id: string
  organizationId: string
  projectId: string
  scopes: ReadonlySet<Scope>
  onSevere: OnSevere
  settings: ProjectSettings
  /** JSON of the project's own policy; null for the shipped one. */
  policy: string | null
  /** The origins whose pages may post beats with it. */
  allowedOrigins: readonly string[]
  /**
   * Where the key's beats were going when it was looked up. Only a hint: the run's object knows better, and
   * whoever learns of a successor writes it here.
   */
  currentRunId: string
}

/** What a person is in an organisation. */
export interface Membership {
  role: Role
  /** Whether it is the person's own organisation. */
  personal: boolean
  /** Whether the organisation lets its auditors read texts. */
  auditorsSeeTexts: boolean
}

/** A person, by session or token. */
export interface UserActor {
  type: 'user'
  id: string
  name: string
  email: string
  emailVerified: boolean
  /** SHA-256 of the session or token that was shown, hex. */
  credential: string
  /** By organisation id. */
  memberships: ReadonlyMap<string, Membership>
}

export type Actor = KeyActor | UserActor
