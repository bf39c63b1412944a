// Made by `npm run build:client` from what the routes of the server promise; not to be edited.

export type AuditRecord = {
  v: 1
  organization_id: string
  seq: number
  id: string
  timestamp: string
  action:
    | 'account.create'
    | 'account.update'
    | 'account.delete'
    | 'account.export'
    | 'session.create'
    | 'session.refuse'
    | 'session.revoke'
    | 'token.create'
    | 'token.revoke'
    | 'email.verify'
    | 'password.change'
    | 'password.reset'
    | 'organization.create'
    | 'organization.update'
    | 'organization.export'
    | 'member.add'
    | 'member.update'
    | 'member.remove'
    | 'invitation.create'
    | 'invitation.revoke'
    | 'invitation.accept'
    | 'project.create'
    | 'project.update'
    | 'policy.update'
    | 'project.delete'
    | 'project.export'
    | 'key.create'
    | 'key.update'
    | 'key.rotate'
    | 'key.revoke'
    | 'run.start'
    | 'run.pause'
    | 'run.resume'
    | 'run.end'
    | 'run.export'
    | 'run.delete'
    | 'incident.update'
    | 'view.create'
    | 'view.update'
    | 'view.delete'
    | 'audit.export'
  actor: {
    type: 'user' | 'key' | 'system'
    id: string | null
  }
  target: {
    type: string
    id: string | null
  }
  request_id: string | null
  details_commitment: string
  details: {
    address: string | null
    after: unknown
    before: unknown
    user_agent: string | null
  } | null
  hash: string
}

export type BatchReceipt = BatchReceipt

export type BeatInputInput = BeatInputInput

export type Entry =
  | {
      v: 1
      run_id: string
      seq: number
      id: string
      timestamp: string
      content_commitment: string | null
      type: 'beat'
      kind: 'response'
      client_timestamp: string | null
      alignment_score: number
      color: 'green' | 'yellow' | 'red'
      flatline: boolean
      violations: string[]
      findings: Finding[]
      refused: boolean
      risks: {
        injection: number
        jailbreak: number
        harmful_request: number
        unsafe_response: number
        refusal: number
        evasion: number
        pii: number
        secret: number
      }
      probes: {
        id: string
        aims_at: string
        question: string
        must_include_any: string[]
        must_not_include: string[]
      }[]
      confidence: number | null
      engine: {
        name: string
        version: string
        policy: {
          id: string
          version: string
        }
        tiers: string[]
      }
      enforcement: {
        mode: 'edge' | 'local' | 'monitor'
        on_violation?: 'raise' | 'replace' | 'return_none'
        unavailable?: 'allow' | 'block'
      } | null
      warnings: {
        code:
          'confidence_invalid' | 'text_malformed' | 'text_truncated' | 'field_unknown' | 'findings_limited'
        field: string
        detail: string
      }[]
      while_paused: boolean
      run_status: 'active' | 'warning' | 'paused' | 'misaligned' | 'ended'
      prompt: string | null
      response: string | null
      meta: Record<string, __schema0> | null
      reported: {
        color?: 'green' | 'yellow' | 'red'
        violations?: string[]
        flatline?: boolean
        redactions?: Record<string, number>
      } | null
      truncated: {
        prompt?: {
          bytes: number
          sha256: string
        }
        response?: {
          bytes: number
          sha256: string
        }
      } | null
      hash: string
      erased?: true
      withheld?: true
      salt?: string | null
    }
  | {
      v: 1
      run_id: string
      seq: number
      id: string
      timestamp: string
      content_commitment: string | null
      type: 'system'
      event:
        | 'paused'
        | 'resumed'
        | 'ended'
        | 'warning'
        | 'recovered'
        | 'misaligned'
        | 'halted'
        | 'unhalted'
        | 'superseded'
      status: 'active' | 'warning' | 'paused' | 'misaligned' | 'ended'
      reason: string | null
      actor: {
        type: 'user' | 'key' | 'system'
        id: string
      } | null
      figures: Record<string, number | null> | null
      next_run_id: string | null
      hash: string
      erased?: true
      withheld?: true
      salt?: string | null
    }
  | {
      v: 1
      run_id: string
      seq: number
      id: string
      timestamp: string
      content_commitment: string | null
      type: 'amendment'
      beat_seq: number
      beat_id: string
      amendment: 'action' | 'probe' | 'judgement' | 'label' | 'note'
      author: {
        type: 'user' | 'key' | 'system'
        id: string
      }
      data: Record<string, __schema1> | null
      hash: string
      erased?: true
      withheld?: true
      salt?: string | null
    }

export type Evaluation = Evaluation

export type Finding = {
  task:
    | 'injection'
    | 'jailbreak'
    | 'harmful_request'
    | 'unsafe_response'
    | 'refusal'
    | 'evasion'
    | 'pii'
    | 'secret'
    | 'policy'
  rule_id: string
  title: string
  severity: 'info' | 'low' | 'medium' | 'high' | 'critical'
  action: 'flag' | 'block' | 'flatline'
  why: string
  remediation: string
  principle: string | null
  probability: number
  spans: {
    in: 'prompt' | 'response'
    start: number
    end: number
    kind: string
  }[]
}

export type Heartbeat = {
  ok: true
  run_id: string
  status: 'active' | 'warning' | 'paused' | 'misaligned' | 'ended'
}

export type Problem = {
  type: string
  title: string
  status: number
  code:
    | 'invalid_json'
    | 'invalid_body'
    | 'invalid_query'
    | 'unauthenticated'
    | 'invalid_credentials'
    | 'forbidden'
    | 'email_unverified'
    | 'key_halted'
    | 'not_found'
    | 'method_not_allowed'
    | 'id_taken'
    | 'conflict'
    | 'run_ended'
    | 'run_transition'
    | 'run_ambiguous'
    | 'link_expired'
    | 'body_too_large'
    | 'misdirected'
    | 'upgrade_required'
    | 'rate_limited'
    | 'lagging'
    | 'internal'
    | 'misconfigured'
    | 'overloaded'
  detail: string
  instance?: string
  request_id?: string
  errors?: {
    field: string
    message: string
  }[]
  next_run_id?: string | null
}

export type Receipt = {
  v: 1
  run_id: string
  seq: number
  id: string
  timestamp: string
  content_commitment: string | null
  type: 'beat'
  kind: 'response'
  client_timestamp: string | null
  alignment_score: number
  color: 'green' | 'yellow' | 'red'
  flatline: boolean
  violations: string[]
  findings: Finding[]
  refused: boolean
  risks: {
    injection: number
    jailbreak: number
    harmful_request: number
    unsafe_response: number
    refusal: number
    evasion: number
    pii: number
    secret: number
  }
  probes: {
    id: string
    aims_at: string
    question: string
    must_include_any: string[]
    must_not_include: string[]
  }[]
  confidence: number | null
  engine: {
    name: string
    version: string
    policy: {
      id: string
      version: string
    }
    tiers: string[]
  }
  enforcement: {
    mode: 'edge' | 'local' | 'monitor'
    on_violation?: 'raise' | 'replace' | 'return_none'
    unavailable?: 'allow' | 'block'
  } | null
  warnings: {
    code: 'confidence_invalid' | 'text_malformed' | 'text_truncated' | 'field_unknown' | 'findings_limited'
    field: string
    detail: string
  }[]
  while_paused: boolean
  run_status: 'active' | 'warning' | 'paused' | 'misaligned' | 'ended'
  hash: string
  log_id: string
  ended_at: string | null
  duplicate?: true
}

export type Run = Run

export type SavedView = SavedView

export type Trace = Trace

export type __schema0 = string | number | boolean | null | __schema0[] | Record<string, __schema0>

export type __schema1 = string | number | boolean | null | __schema1[] | Record<string, __schema1>

export interface Operations {
  'POST /simulator/logs/': {
    body: BeatInputInput
    answer: Receipt | Receipt | Heartbeat
  }
  'POST /simulator/logs/batch/': {
    body: {
      beats: unknown[]
    }
    answer: BatchReceipt
  }
  'GET /simulator/logs/{run_id}/': {
    path: { run_id: string }
    query: {
      start?: string
      end?: string
      after?: number
      cursor?: number
      limit?: number
      color?: 'green' | 'yellow' | 'red'
      flagged_only?: string
      kinds?: 'beats' | 'all'
    }
    answer: {
      data: Entry[]
      next_cursor: string | null
    }
  }
  'POST /simulator/logs/{run_id}/{seq}/amendments/': {
    path: { run_id: string; seq: number }
    body: {
      id?: string | null
      amendment: 'action' | 'probe' | 'judgement' | 'label' | 'note'
      data: Record<string, __schema0>
    }
    answer: {
      run_id: string
      seq: number
      beat_seq: number
    }
  }
  'POST /api/v1/evaluate/': {
    body: BeatInputInput
    answer: Evaluation
  }
  'POST /simulator/runs/': {
    body: {
      api_key_id?: string | null
      project_id?: string | null
      name?: string | null
      labels?: string[] | null
    }
    answer: Run
  }
  'GET /simulator/runs/': {
    query: {
      limit?: number
      cursor?: string
      status?: 'active' | 'warning' | 'paused' | 'misaligned' | 'ended'
      project_id?: string
      api_key_id?: string
    }
    answer: {
      data: Run[]
      next_cursor: string | null
    }
  }
  'GET /simulator/runs/current/': {
    query: { api_key_id?: string }
    answer: Run
  }
  'GET /simulator/runs/{run_id}/': {
    path: { run_id: string }
    answer: Run
  }
  'POST /simulator/runs/{run_id}/{order}/': {
    path: { run_id: string; order: 'pause' | 'resume' | 'end' }
    answer: Run
  }
  'POST /simulator/runs/{run_id}/ticket/': {
    path: { run_id: string }
    answer: {
      ticket: string
      expires_at: string
    }
  }
  'GET /simulator/runs/{run_id}/trace/': {
    path: { run_id: string }
    query: { from?: string; to?: string; points?: number }
    answer: Trace
  }
  'GET /ws/simulator/{run_id}/': {
    path: { run_id: string }
    query: { token?: string; ticket?: string; after?: number; frames?: 'single' | 'batch' }
    answer: void
  }
  'GET /views/': {
    query: { limit?: number; cursor?: string }
    answer: {
      data: SavedView[]
      next_cursor: string | null
    }
  }
  'POST /views/': {
    body: {
      organization_id: string
      name: string
      address: string
      shared?: boolean
      is_default?: boolean
    }
    answer: SavedView
  }
  'PATCH /views/{id}/': {
    path: { id: string }
    body: {
      name?: string
      address?: string
      shared?: boolean
      is_default?: boolean
    }
    answer: SavedView
  }
  'DELETE /views/{id}/': {
    path: { id: string }
    answer: void
  }
  'GET /organizations/{id}/audit/': {
    path: { id: string }
    query: {
      action?:
        | 'account.create'
        | 'account.update'
        | 'account.delete'
        | 'account.export'
        | 'session.create'
        | 'session.refuse'
        | 'session.revoke'
        | 'token.create'
        | 'token.revoke'
        | 'email.verify'
        | 'password.change'
        | 'password.reset'
        | 'organization.create'
        | 'organization.update'
        | 'organization.export'
        | 'member.add'
        | 'member.update'
        | 'member.remove'
        | 'invitation.create'
        | 'invitation.revoke'
        | 'invitation.accept'
        | 'project.create'
        | 'project.update'
        | 'policy.update'
        | 'project.delete'
        | 'project.export'
        | 'key.create'
        | 'key.update'
        | 'key.rotate'
        | 'key.revoke'
        | 'run.start'
        | 'run.pause'
        | 'run.resume'
        | 'run.end'
        | 'run.export'
        | 'run.delete'
        | 'incident.update'
        | 'view.create'
        | 'view.update'
        | 'view.delete'
        | 'audit.export'
      actor?: string
      target?: string
      start?: string
      end?: string
      limit?: number
      cursor?: string
    }
    answer: {
      data: AuditRecord[]
      next_cursor: string | null
    }
  }
  'GET /organizations/{id}/audit/check/': {
    path: { id: string }
    answer:
      | {
          intact: true
          records: number
          head: string
        }
      | {
          intact: false
          seq: number
          why: string
        }
  }
  'GET /organizations/{id}/audit/export/': {
    path: { id: string }
    query: {
      action?:
        | 'account.create'
        | 'account.update'
        | 'account.delete'
        | 'account.export'
        | 'session.create'
        | 'session.refuse'
        | 'session.revoke'
        | 'token.create'
        | 'token.revoke'
        | 'email.verify'
        | 'password.change'
        | 'password.reset'
        | 'organization.create'
        | 'organization.update'
        | 'organization.export'
        | 'member.add'
        | 'member.update'
        | 'member.remove'
        | 'invitation.create'
        | 'invitation.revoke'
        | 'invitation.accept'
        | 'project.create'
        | 'project.update'
        | 'policy.update'
        | 'project.delete'
        | 'project.export'
        | 'key.create'
        | 'key.update'
        | 'key.rotate'
        | 'key.revoke'
        | 'run.start'
        | 'run.pause'
        | 'run.resume'
        | 'run.end'
        | 'run.export'
        | 'run.delete'
        | 'incident.update'
        | 'view.create'
        | 'view.update'
        | 'view.delete'
        | 'audit.export'
      actor?: string
      target?: string
      start?: string
      end?: string
      format?: 'ndjson' | 'csv'
    }
    answer: void
  }
  'GET /simulator/ping/': {
    answer: {
      pong: true
    }
  }
  'GET /healthz': {
    answer: {
      ok: true
    }
  }
  'GET /readyz': {
    answer: {
      ok: boolean
      checks: {
        database: boolean
        objects: boolean
      }
    }
  }
  'GET /metrics': {
    answer: void
  }
  'GET /.well-known/custos-keys.json': {
    answer: {
      keys: {
        kty: 'OKP'
        crv: 'Ed25519'
        x: string
        kid: string
        use: 'sig'
        alg: 'EdDSA'
        status: 'current' | 'retired'
      }[]
    }
  }
  'GET /openapi.json': {
    answer: Record<string, unknown>
  }
  'GET /docs': {
    answer: void
  }
}
