import type { ApiKey, KeyInput } from '../../../protocol/key.ts'
import type { AuditRecord } from '../../../protocol/audit.ts'
import type { Invitation, Member, Organization, Project, Role } from '../../../protocol/organization.ts'
import type { ProjectPolicy } from '../../../protocol/project-policy.ts'
import type { ProjectSettings } from '../../../protocol/run.ts'
import { request, type Outcome } from '../api/request.ts'
import type { Operations, Session } from '../api/schema.ts'

interface Page<T> {
  data: T[]
  next_cursor: string | null
}

const id = encodeURIComponent

/** All pages of a list: what a person manages by hand is never long. */
async function all<T>(path: string): Promise<Outcome<T[]>> {
  const found: T[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const more: string = cursor === '' ? '' : `&cursor=${id(cursor)}`
    const page: Outcome<Page<T>> = await request<Page<T>>('GET', `${path}?limit=500${more}`)
    if (!page.ok) return page
    found.push(...page.value.data)
    cursor = page.value.next_cursor
  }
  return { ok: true, value: found }
}

// The person
export type SessionInfo = Session
export const renamePerson = (name: string) => request('PATCH', '/account/', { name })
export const changePassword = (current: string, password: string) =>
  request('POST', '/account/password/', { current, password })
export const listSessions = () => all<SessionInfo>('/account/sessions/')
export const revokeSession = (sessionId: string) => request('DELETE', `/account/sessions/${id(sessionId)}/`)
export const createToken = (name: string, days: number | null) =>
  request<Operations['POST /account/tokens/']['answer']>('POST', '/account/tokens/', {
    name,
    ...(days !== null && { expires_in_days: days }),
  })
export const deleteAccount = (password: string, confirm: string) =>
  request('DELETE', '/account/', { ...(password && { password }), confirm })

// Organisations
export const createOrganization = (name: string) => request<Organization>('POST', '/organizations/', { name })
export const getOrganization = (organizationId: string) =>
  request<Organization>('GET', `/organizations/${id(organizationId)}/`)
export const changeOrganization = (organizationId: string, change: Partial<Organization>) =>
  request<Organization>('PATCH', `/organizations/${id(organizationId)}/`, change)
export const deleteOrganization = (organizationId: string, confirm: string) =>
  request('DELETE', `/organizations/${id(organizationId)}/`, { confirm })
export const listMembers = (organizationId: string) =>
  all<Member>(`/organizations/${id(organizationId)}/members/`)
export const changeMember = (organizationId: string, userId: string, role: Role) =>
  request('PATCH', `/organizations/${id(organizationId)}/members/${id(userId)}/`, { role })
export const removeMember = (organizationId: string, userId: string) =>
  request('DELETE', `/organizations/${id(organizationId)}/members/${id(userId)}/`)
export const listInvitations = (organizationId: string) =>
  all<Invitation>(`/organizations/${id(organizationId)}/invitations/`)
export const invite = (organizationId: string, email: string, role: Role) =>
  request<Invitation>('POST', `/organizations/${id(organizationId)}/invitations/`, { email, role })
export const revokeInvitation = (organizationId: string, invitationId: string) =>
  request('DELETE', `/organizations/${id(organizationId)}/invitations/${id(invitationId)}/`)
export const listAudit = (organizationId: string, query: Record<string, string>) =>
  request<Page<AuditRecord>>(
    'GET',
    `/organizations/${id(organizationId)}/audit/?${new URLSearchParams(query)}`,
  )
export const auditExport = (organizationId: string, format: 'ndjson' | 'csv') =>
  `/organizations/${id(organizationId)}/audit/export/?format=${format}`

// Projects and keys
export const createProject = (organizationId: string, name: string) =>
  request<Project>('POST', `/organizations/${id(organizationId)}/projects/`, { name })
export const getProject = (projectId: string) => request<Project>('GET', `/projects/${id(projectId)}/`)
export const changeProject = (projectId: string, change: { name?: string; settings?: ProjectSettings }) =>
  request<Project>('PATCH', `/projects/${id(projectId)}/`, change)
export const deleteProject = (projectId: string) => request('DELETE', `/projects/${id(projectId)}/`)
export const putPolicy = (projectId: string, document: unknown) =>
  request<ProjectPolicy>('PUT', `/projects/${id(projectId)}/policy/`, document)
export const resetPolicy = (projectId: string) => request('DELETE', `/projects/${id(projectId)}/policy/`)
export const listKeys = (projectId: string) => all<ApiKey>(`/projects/${id(projectId)}/keys/`)
export type NewApiKey = ApiKey & { key: string }
export const createKey = (projectId: string, input: KeyInput) =>
  request<NewApiKey>('POST', `/projects/${id(projectId)}/keys/`, input)
export const changeKey = (
  keyId: string,
  change: Partial<Pick<ApiKey, 'name' | 'on_severe' | 'allowed_origins'>>,
) => request<ApiKey>('PATCH', `/keys/${id(keyId)}/`, change)
export const rotateKey = (keyId: string, overlapHours: number) =>
  request<NewApiKey>('POST', `/keys/${id(keyId)}/rotate/`, { overlap_hours: overlapHours })
export const revokeKey = (keyId: string) => request('DELETE', `/keys/${id(keyId)}/`)
