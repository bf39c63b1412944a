import type { OnSevere, ProjectSettings } from '../../protocol/index.ts'

export const roles = ['owner', 'admin', 'analyst', 'viewer', 'auditor'] as const
export type Role = (typeof roles)[number]

export const scopes = ['write', 'read', 'export', 'project'] as const
export type Scope = (typeof scopes)[number]

/** A pipeline, by its API key. */
export interface KeyActor {
  type: 'key'
  id: string
  organizationId: string
  projectId: string
  scopes: ReadonlySet<Scope>
  onSevere: OnSevere
  settings: ProjectSettings
  /**
   * Where the key's beats were going when it was looked up. Only a hint: the run's object knows better, and
   * whoever learns of a successor writes it here.
   */
  currentRunId: string
}

/** A person, by session or token. */
export interface UserActor {
  type: 'user'
  id: string
  name: string
  email: string
  /** Role by organisation id. */
  memberships: ReadonlyMap<string, Role>
}

export type Actor = KeyActor | UserActor
