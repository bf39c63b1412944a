/** Whose rows a table holds, and what becomes of them. */
export interface TableRights {
  /** Condition of an organisation's rows, `?1` its id; null when it has none there. */
  ofOrganization: string | null
  /** What its deletion does: `at once`, `last` (with the organisation itself), or `runs` (the objects of its runs do). */
  organizationEnds: 'at once' | 'last' | 'runs' | 'kept' | null
  /** Condition of a person's rows, `?1` their id, `?2` their e-mail; null when they have none there. */
  ofPerson: string | null
  /**
   * What their export is narrowed to besides: an organisation's things go with the membership, and what others did
   * is theirs. Left out where a person's rows are theirs alone.
   */
  personSees?: string
  /** What their deletion does: deletes the rows, or sets columns so that they say nothing of the person. */
  personEnds: 'deleted' | { set: string } | 'kept' | null
  /** Columns that are never exported: secrets, or what stands for one. */
  secret: readonly string[]
}

const members = 'user_id IN (SELECT user_id FROM members WHERE organization_id = ?1)'
const ownRuns = 'run_id IN (SELECT id FROM runs WHERE organization_id = ?1)'
const whereMember = 'organization_id IN (SELECT organization_id FROM members WHERE user_id = ?1)'
const none = { ofOrganization: null, organizationEnds: null } as const
const nobody = { ofPerson: null, personEnds: null } as const

/**
 * Every table of the schema, in an order in which rows can be deleted. A test walks the schema and fails for a
 * table that is not here. [D1] [D2]
 */
export const tableRights: Readonly<Record<string, TableRights>> = {
  // Expires within minutes; deleted with the run or the person.
  tickets: {
    ofOrganization: ownRuns,
    organizationEnds: 'at once',
    ofPerson: 'user_id = ?1',
    personEnds: 'deleted',
    secret: ['hash', 'credential'],
  },
  saved_views: {
    ofOrganization: 'organization_id = ?1',
    organizationEnds: 'at once',
    ofPerson: 'user_id = ?1',
    personEnds: 'deleted',
    secret: [],
  },
  incidents: {
    ofOrganization: 'organization_id = ?1',
    organizationEnds: 'runs',
    ofPerson: 'owner_id = ?1 OR updated_by = ?1',
    personSees: whereMember,
    personEnds: {
      set: 'owner_id = nullif(owner_id, ?1), updated_by = nullif(updated_by, ?1)',
    },
    secret: [],
  },
  trace_blocks: { ofOrganization: ownRuns, organizationEnds: 'runs', ...nobody, secret: [] },
  entries: { ofOrganization: ownRuns, organizationEnds: 'runs', ...nobody, secret: [] },
  runs: { ofOrganization: 'organization_id = ?1', organizationEnds: 'runs', ...nobody, secret: [] },
  // Ids, times, a length and a hash: that a run was, and nothing of what was in it. [R11]
  tombstones: { ofOrganization: 'organization_id = ?1', organizationEnds: 'kept', ...nobody, secret: [] },
  audit_log: {
    ofOrganization: 'organization_id = ?1',
    organizationEnds: 'at once',
    ofPerson: `(actor_type = 'user' AND actor_id = ?1) OR (target_type = 'user' AND target_id = ?1)`,
    // Of others it would tell from which address they came.
    personSees: `actor_type = 'user' AND actor_id = ?1`,
    // What was hashed stays: an id that stands for nobody any more. [U3]
    personEnds: { set: 'details = NULL, salt = NULL' },
    secret: ['salt'],
  },
  invitations: {
    ofOrganization: 'organization_id = ?1',
    organizationEnds: 'at once',
    ofPerson: 'email = ?2 OR invited_by = ?1',
    personSees: `email = ?2 OR ${whereMember}`,
    personEnds: 'deleted',
    secret: ['hash'],
  },
  api_keys: {
    ofOrganization: 'organization_id = ?1',
    organizationEnds: 'last',
    ofPerson: 'created_by = ?1',
    personSees: whereMember,
    personEnds: { set: 'created_by = NULL' },
    secret: ['hash', 'previous_hash'],
  },
  projects: { ofOrganization: 'organization_id = ?1', organizationEnds: 'last', ...nobody, secret: [] },
  members: {
    ofOrganization: 'organization_id = ?1',
    organizationEnds: 'at once',
    ofPerson: 'user_id = ?1',
    personEnds: 'deleted',
    secret: [],
  },
  organizations: {
    ofOrganization: 'id = ?1',
    organizationEnds: 'last',
    // Their own one goes as an organisation does.
    ofPerson: 'personal_of = ?1',
    personEnds: { set: 'personal_of = NULL' },
    secret: [],
  },
  user_tokens: { ...none, ofPerson: 'user_id = ?1', personEnds: 'deleted', secret: ['hash'] },
  sign_in_links: { ...none, ofPerson: 'user_id = ?1', personEnds: 'deleted', secret: ['hash'] },
  auth_accounts: {
    ...none,
    ofPerson: 'user_id = ?1',
    personEnds: 'deleted',
    secret: ['password', 'access_token', 'refresh_token', 'id_token'],
  },
  auth_sessions: { ...none, ofPerson: 'user_id = ?1', personEnds: 'deleted', secret: ['token'] },
  auth_verifications: {
    ...none,
    ofPerson: 'instr(value, ?1) OR instr(value, ?2) OR instr(identifier, ?1) OR instr(identifier, ?2)',
    personEnds: 'deleted',
    secret: ['identifier', 'value'],
  },
  contact_messages: { ...none, ofPerson: 'lower(email) = ?2', personEnds: 'deleted', secret: [] },
  users: {
    ofOrganization: members.replace('user_id', 'id'),
    // People are their own: they stay.
    organizationEnds: 'kept',
    ofPerson: 'id = ?1',
    personEnds: 'deleted',
    secret: [],
  },
  // Counts by hashes that expire within a day, and sums over everybody.
  attempts: { ...none, ...nobody, secret: ['bucket'] },
  counters: { ...none, ...nobody, secret: [] },
}
