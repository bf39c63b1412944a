// Made by `npm run build:client` from what the routes of the server promise; not to be edited.

export type Account = {
  user: User
  organizations: {
    id: string
    name: string
    role: 'owner' | 'admin' | 'analyst' | 'viewer' | 'auditor'
    personal: boolean
  }[]
  projects: {
    id: string
    name: string
    organization_id: string
    settings: ProjectSettings
  }[]
  api_keys: {
    id: string
    name: string
    prefix: string
    project_id: string
    mode: 'live' | 'test'
    scopes: ('write' | 'read' | 'export' | 'project')[]
  }[]
}

export type AuditAction =
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
  | 'organization.delete'
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
  | 'incident.export'
  | 'view.create'
  | 'view.update'
  | 'view.delete'
  | 'audit.export'

export type AuditRecord = {
  v: 1
  organization_id: string
  seq: number
  id: string
  timestamp: string
  action: AuditAction
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

export type BatchReceipt = {
  results: (
    | {
        status: 200 | 201
        beat: Receipt
      }
    | {
        status: 201
        heartbeat: Heartbeat
      }
    | {
        status: number
        problem: Problem
      }
  )[]
}

export type BeatInputInput = {
  kind?: 'response' | 'heartbeat'
  id?: string | null
  run_id?: string | null
  prompt?: string | null
  response?: string | null
  confidence?: number | null
  client_timestamp?: string | null
  meta?: { [name: string]: Json } | null
  enforcement?: {
    mode: 'edge' | 'local' | 'monitor'
    on_violation?: 'raise' | 'replace' | 'return_none'
    unavailable?: 'allow' | 'block'
  } | null
  status?: 'green' | 'yellow' | 'red' | null
  color?: 'green' | 'yellow' | 'red' | null
  violations?: string[] | null
  flatline?: boolean | null
  reported?: {
    color?: 'green' | 'yellow' | 'red'
    violations?: string[]
    flatline?: boolean
    redactions?: { [name: string]: number }
  } | null
}

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
      meta: { [name: string]: Json } | null
      reported: {
        color?: 'green' | 'yellow' | 'red'
        violations?: string[]
        flatline?: boolean
        redactions?: { [name: string]: number }
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
      figures: { [name: string]: number | null } | null
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
      data: { [name: string]: Json } | null
      hash: string
      erased?: true
      withheld?: true
      salt?: string | null
    }

export type Evaluation = {
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
  warnings: {
    code: 'confidence_invalid' | 'text_malformed' | 'text_truncated' | 'field_unknown' | 'findings_limited'
    field: string
    detail: string
  }[]
}

export type Export = {
  custos_export: 1
  run: Run
  range: {
    start: string | null
    end: string | null
  }
  genesis: string
  first_link?: string | null
  entries: Entry[]
  count: number
  beats: number
  head: string | null
  about_sha256?: string
  complete: true
}

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

export type Incident = {
  run_id: string
  run_name: string
  seq: number
  beat_id: string
  timestamp: string
  project_id: string
  api_key_id: string | null
  severity: 'info' | 'low' | 'medium' | 'high' | 'critical'
  alignment_score: number
  flatline: boolean
  rules: string[]
  violations: string[]
  state: 'open' | 'reviewed' | 'false_alarm' | 'fixed'
  owner: {
    id: string
    name: string
  } | null
  note: string | null
  labels: {
    task:
      | 'injection'
      | 'jailbreak'
      | 'harmful_request'
      | 'unsafe_response'
      | 'refusal'
      | 'evasion'
      | 'pii'
      | 'secret'
    label: boolean
  }[]
  updated_at: string | null
}

export type Invitation = {
  id: string
  organization_id: string
  email: string
  role: 'owner' | 'admin' | 'analyst' | 'viewer' | 'auditor'
  invited_by: string
  status: 'pending' | 'accepted' | 'revoked' | 'expired'
  created_at: string
  expires_at: string
}

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

export type Member = {
  user_id: string
  name: string
  email: string
  role: 'owner' | 'admin' | 'analyst' | 'viewer' | 'auditor'
  created_at: string
}

export type Organization = {
  id: string
  name: string
  personal: boolean
  role: 'owner' | 'admin' | 'analyst' | 'viewer' | 'auditor'
  erase_texts_after_days: number | null
  delete_runs_after_days: number | null
  auditors_see_texts: boolean
  created_at: string
}

export type Problem = {
  type: string
  title: string
  status: number
  code:
    | 'invalid_json'
    | 'invalid_body'
    | 'invalid_query'
    | 'invalid_host'
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

export type Project = {
  id: string
  organization_id: string
  name: string
  settings: ProjectSettings
  created_at: string
}

export type ProjectSettings = {
  green_from: number
  yellow_from: number
  warn_mean_below: number
  warn_hrv_above: number
  recover_mean_from: number
  recover_hrv_to: number
  warn_after_beats: number
  silent_after_s: number
  end_after_s: number
  drift_delta: number
  drift_lambda: number
  drift_psi_above: number
  baseline_run_id?: string | null
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

export type Run = {
  id: string
  name: string
  labels: string[]
  status: 'active' | 'warning' | 'paused' | 'misaligned' | 'ended'
  status_reason?: 'score' | 'drift' | null
  pause_reason: 'operator' | 'silent' | null
  started_at: string
  ended_at: string | null
  project_id: string
  api_key_id: string | null
  previous_run_id: string | null
  next_run_id: string | null
  last_seq: number
  head: string
  stats: {
    beats: number
    violations: number
    flatlines: number
    score_mean: number | null
    score_recent: number | null
    score_min: number | null
    score_max: number | null
    hrv: number | null
    by_color: {
      green: number
      yellow: number
      red: number
    }
    last_beat_at: string | null
    beats_per_second: number
    by_rule?: { [name: string]: number }
    last_scores?: number[]
    drift?: {
      page_hinkley_score: number
      page_hinkley_violations: number
      psi_score: number | null
      psi_rules: number | null
    }
  }
}

export type SavedView = {
  id: string
  organization_id: string
  owner: {
    id: string
    name: string
  }
  name: string
  address: string
  shared: boolean
  is_default: boolean
  created_at: string
  updated_at: string
}

export type Session = {
  id: string
  kind: 'session' | 'token'
  name: string | null
  current: boolean
  address: string | null
  user_agent: string | null
  created_at: string
  last_used_at: string | null
  expires_at: string | null
}

export type Trace = {
  run_id: string
  detail: 'beats' | 'blocks'
  first_seq: number | null
  last_seq: number | null
  complete: boolean
  beats: {
    seq: number[]
    at: number[]
    score: number[]
    marks: string
  }
  left_out: number
  blocks: {
    first_seq: number[]
    last_seq: number[]
    from_at: number[]
    to_at: number[]
    beats: number[]
    score_min: (number | null)[]
    score_max: (number | null)[]
    score_mean: (number | null)[]
    yellow: number[]
    red: number[]
    flatlines: number[]
  } | null
  events: {
    seq: number
    at: number
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
  }[]
  amendments: {
    seq: number
    beat_seq: number
  }[]
}

export type User = {
  id: string
  name: string
  email: string
  email_verified: boolean
}

export interface Operations {
  'POST /simulator/logs/': {
    body: BeatInputInput
    answer: Receipt | Heartbeat
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
      data: { [name: string]: Json }
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
  'DELETE /simulator/runs/{run_id}/': {
    path: { run_id: string }
    answer: void
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
  'GET /simulator/export/{run_id}/': {
    path: { run_id: string }
    query: {
      start?: string
      end?: string
      format?: 'json' | 'ndjson' | 'csv' | 'pdf'
      texts?: 'full' | 'withheld' | 'omit'
      bom?: string
      export?: string
    }
    answer: Export
  }
  'GET /simulator/export/{run_id}/manifest/': {
    path: { run_id: string }
    query: {
      start?: string
      end?: string
      format?: 'json' | 'ndjson' | 'csv' | 'pdf'
      texts?: 'full' | 'withheld' | 'omit'
      bom?: string
      export?: string
    }
    answer: {
      manifest: {
        custos_manifest: 1
        file: {
          name: string
          format: 'json' | 'ndjson' | 'csv' | 'pdf'
          bytes: number
          sha256: string
        }
        run_id: string | null
        project_id: string
        range: {
          start: string | null
          end: string | null
        }
        first_seq: number | null
        last_seq: number | null
        count: number
        beats: number
        first_link: string | null
        head: string | null
        runs?: {
          run_id: string
          first_seq: number
          last_seq: number
          count: number
          beats: number
          first_link: string
          head: string
        }[]
        seal?: string
        texts: 'full' | 'withheld'
        versions: {
          export: 1
          server: string
        }
        exporter: {
          type: 'user' | 'key' | 'system'
          id: string
        }
        created_at: string
      }
      algorithm: 'Ed25519'
      key_id: string
      signature: string
      download: string
    }
  }
  'GET /projects/{id}/export/': {
    path: { id: string }
    query: {
      start?: string
      end?: string
      format?: 'json' | 'ndjson' | 'csv' | 'pdf'
      texts?: 'full' | 'withheld' | 'omit'
      bom?: string
      export?: string
    }
    answer: {
      custos_project_export: 1
      project: {
        id: string
        name: string
      }
      range: {
        start: string | null
        end: string
      }
      exports: {
        custos_export: 1
        run: {
          id: string
          name: string
          labels: string[]
          started_at: string
          project_id: string
          api_key_id: string | null
          previous_run_id: string | null
          last_seq: number
          head: string
        }
        range: {
          start: string | null
          end: string | null
        }
        genesis: string
        first_link?: string | null
        entries: Entry[]
        count: number
        beats: number
        head: string | null
        about_sha256?: string
        complete: true
      }[]
      deleted_runs: {
        deleted_run: {
          run_id: string
          started_at: string
          ended_at: string | null
          last_seq: number
          head: string
          deleted_at: string
        }
      }[]
      runs: number
      deleted: number
      count: number
      beats: number
      seal: string
      complete: true
    }
  }
  'GET /projects/{id}/export/manifest/': {
    path: { id: string }
    query: {
      start?: string
      end?: string
      format?: 'json' | 'ndjson' | 'csv' | 'pdf'
      texts?: 'full' | 'withheld' | 'omit'
      bom?: string
      export?: string
    }
    answer: {
      manifest: {
        custos_manifest: 1
        file: {
          name: string
          format: 'json' | 'ndjson' | 'csv' | 'pdf'
          bytes: number
          sha256: string
        }
        run_id: string | null
        project_id: string
        range: {
          start: string | null
          end: string | null
        }
        first_seq: number | null
        last_seq: number | null
        count: number
        beats: number
        first_link: string | null
        head: string | null
        runs?: {
          run_id: string
          first_seq: number
          last_seq: number
          count: number
          beats: number
          first_link: string
          head: string
        }[]
        seal?: string
        texts: 'full' | 'withheld'
        versions: {
          export: 1
          server: string
        }
        exporter: {
          type: 'user' | 'key' | 'system'
          id: string
        }
        created_at: string
      }
      algorithm: 'Ed25519'
      key_id: string
      signature: string
      download: string
    }
  }
  'GET /api/v1/projects/{id}/export/': Operations['GET /projects/{id}/export/']
  'GET /api/v1/projects/{id}/export/manifest/': Operations['GET /projects/{id}/export/manifest/']
  'GET /incidents/': {
    query: {
      state?: 'open' | 'reviewed' | 'false_alarm' | 'fixed'
      project_id?: string
      run_id?: string
      severity?: 'info' | 'low' | 'medium' | 'high' | 'critical'
      rule?: string
      owner_id?: string
      start?: string
      end?: string
      limit?: number
      cursor?: string
    }
    answer: {
      data: Incident[]
      next_cursor: string | null
    }
  }
  'GET /incidents/counts/': {
    query: {
      state?: 'open' | 'reviewed' | 'false_alarm' | 'fixed'
      project_id?: string
      run_id?: string
      severity?: 'info' | 'low' | 'medium' | 'high' | 'critical'
      rule?: string
      owner_id?: string
      start?: string
      end?: string
    }
    answer: {
      by_state: { [name: string]: number }
      by_rule: {
        rule: string
        count: number
      }[]
      by_project: {
        project_id: string
        count: number
      }[]
    }
  }
  'GET /incidents/training/': {
    query: {
      state?: 'open' | 'reviewed' | 'false_alarm' | 'fixed'
      project_id?: string
      run_id?: string
      severity?: 'info' | 'low' | 'medium' | 'high' | 'critical'
      rule?: string
      owner_id?: string
      start?: string
      end?: string
    }
    answer: void
  }
  'PATCH /incidents/{run_id}/{seq}/': {
    path: { run_id: string; seq: number }
    body: {
      state?: 'open' | 'reviewed' | 'false_alarm' | 'fixed'
      owner_id?: string | null
      note?: string | null
      labels?: {
        task:
          | 'injection'
          | 'jailbreak'
          | 'harmful_request'
          | 'unsafe_response'
          | 'refusal'
          | 'evasion'
          | 'pii'
          | 'secret'
        label: boolean
      }[]
    }
    answer: Incident
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
  'POST /auth/sign-up/': {
    body: {
      name: string
      email: unknown
      password: string
    }
    answer: {
      next: 'verify_email'
    }
  }
  'POST /auth/resend/': {
    body: {
      email: unknown
    }
    answer: {
      next: 'verify_email'
    }
  }
  'POST /auth/verify-email/': {
    body: {
      token: string
      password: string
    }
    answer: {
      user: User
    }
  }
  'POST /auth/sign-in/': {
    body: {
      email: unknown
      password: string
      token?: boolean
    }
    answer: {
      user: User
      token?: string
    }
  }
  'POST /auth/forgot-password/': {
    body: {
      email: unknown
    }
    answer: void
  }
  'POST /auth/reset-password/': {
    body: {
      token: string
      password: string
    }
    answer: void
  }
  'GET /account/': {
    answer: Account
  }
  'PATCH /account/': {
    body: {
      name?: string
    }
    answer: Account
  }
  'DELETE /account/': {
    body: {
      password?: string
      confirm: string
    }
    answer: void
  }
  'POST /account/password/': {
    body: {
      current: string
      password: string
    }
    answer: void
  }
  'GET /account/sessions/': {
    query: { limit?: number; cursor?: string }
    answer: {
      data: Session[]
      next_cursor: string | null
    }
  }
  'DELETE /account/sessions/{id}/': {
    path: { id: string }
    answer: void
  }
  'POST /account/tokens/': {
    body: {
      name: string
      expires_in_days?: number
    }
    answer: {
      id: string
      kind: 'session' | 'token'
      name: string | null
      current: boolean
      address: string | null
      user_agent: string | null
      created_at: string
      last_used_at: string | null
      expires_at: string | null
      token: string
    }
  }
  'POST /account/sign-out/': {
    answer: void
  }
  'GET /organizations/': {
    query: { limit?: number; cursor?: string }
    answer: {
      data: Organization[]
      next_cursor: string | null
    }
  }
  'POST /organizations/': {
    body: {
      name: string
    }
    answer: Organization
  }
  'GET /organizations/{id}/': {
    path: { id: string }
    answer: Organization
  }
  'PATCH /organizations/{id}/': {
    path: { id: string }
    body: {
      name?: string
      erase_texts_after_days?: number | null
      delete_runs_after_days?: number | null
      auditors_see_texts?: boolean
    }
    answer: Organization
  }
  'DELETE /organizations/{id}/': {
    path: { id: string }
    body: {
      confirm: string
    }
    answer: void
  }
  'GET /organizations/{id}/members/': {
    path: { id: string }
    query: { limit?: number; cursor?: string }
    answer: {
      data: Member[]
      next_cursor: string | null
    }
  }
  'PATCH /organizations/{id}/members/{user_id}/': {
    path: { id: string; user_id: string }
    body: {
      role: 'owner' | 'admin' | 'analyst' | 'viewer' | 'auditor'
    }
    answer: Member
  }
  'DELETE /organizations/{id}/members/{user_id}/': {
    path: { id: string; user_id: string }
    answer: void
  }
  'GET /organizations/{id}/invitations/': {
    path: { id: string }
    query: { limit?: number; cursor?: string }
    answer: {
      data: Invitation[]
      next_cursor: string | null
    }
  }
  'POST /organizations/{id}/invitations/': {
    path: { id: string }
    body: {
      email: unknown
      role: 'owner' | 'admin' | 'analyst' | 'viewer' | 'auditor'
    }
    answer: Invitation
  }
  'DELETE /organizations/{id}/invitations/{invitation_id}/': {
    path: { id: string; invitation_id: string }
    answer: void
  }
  'POST /invitations/look/': {
    body: {
      token: string
    }
    answer: {
      organization: {
        id: string
        name: string
      }
      email: string
      role: 'owner' | 'admin' | 'analyst' | 'viewer' | 'auditor'
      expires_at: string
    }
  }
  'POST /invitations/accept/': {
    body: {
      token: string
    }
    answer: Organization
  }
  'GET /organizations/{id}/projects/': {
    path: { id: string }
    query: { limit?: number; cursor?: string }
    answer: {
      data: Project[]
      next_cursor: string | null
    }
  }
  'POST /organizations/{id}/projects/': {
    path: { id: string }
    body: {
      name: string
    }
    answer: Project
  }
  'GET /projects/{id}/': {
    path: { id: string }
    answer: Project
  }
  'PATCH /projects/{id}/': {
    path: { id: string }
    body: {
      name?: string
      settings?: {
        green_from?: number
        yellow_from?: number
        warn_mean_below?: number
        warn_hrv_above?: number
        recover_mean_from?: number
        recover_hrv_to?: number
        warn_after_beats?: number
        silent_after_s?: number
        end_after_s?: number
        drift_delta?: number
        drift_lambda?: number
        drift_psi_above?: number
        baseline_run_id?: string | null
      }
    }
    answer: Project
  }
  'DELETE /projects/{id}/': {
    path: { id: string }
    answer: void
  }
  'GET /projects/{id}/policy/': {
    path: { id: string }
    answer: {
      policy: { [name: string]: Json } | null
      effective: {
        id: string
        version: string
        rules: {
          id: string
          title: string
          severity: 'info' | 'low' | 'medium' | 'high' | 'critical'
          action: 'flag' | 'block' | 'flatline'
          task: string
        }[]
      }
    }
  }
  'PUT /projects/{id}/policy/': {
    path: { id: string }
    body: { [name: string]: Json }
    answer: {
      policy: { [name: string]: Json } | null
      effective: {
        id: string
        version: string
        rules: {
          id: string
          title: string
          severity: 'info' | 'low' | 'medium' | 'high' | 'critical'
          action: 'flag' | 'block' | 'flatline'
          task: string
        }[]
      }
    }
  }
  'DELETE /projects/{id}/policy/': {
    path: { id: string }
    answer: void
  }
  'GET /projects/{id}/keys/': {
    path: { id: string }
    query: { limit?: number; cursor?: string }
    answer: {
      data: {
        id: string
        organization_id: string
        project_id: string
        name: string
        prefix: string
        mode: 'live' | 'test'
        scopes: ('write' | 'read' | 'export' | 'project')[]
        on_severe: 'hold' | 'end' | 'halt'
        allowed_origins: string[]
        created_by: string | null
        created_at: string
        last_used_at: string | null
        expires_at: string | null
        revoked_at: string | null
        previous_until: string | null
      }[]
      next_cursor: string | null
    }
  }
  'POST /projects/{id}/keys/': {
    path: { id: string }
    body: {
      name: string
      mode?: 'live' | 'test'
      scopes?: ('write' | 'read' | 'export' | 'project')[]
      expires_at?: string | null
      on_severe?: 'hold' | 'end' | 'halt'
      allowed_origins?: string[]
    }
    answer: {
      id: string
      organization_id: string
      project_id: string
      name: string
      prefix: string
      mode: 'live' | 'test'
      scopes: ('write' | 'read' | 'export' | 'project')[]
      on_severe: 'hold' | 'end' | 'halt'
      allowed_origins: string[]
      created_by: string | null
      created_at: string
      last_used_at: string | null
      expires_at: string | null
      revoked_at: string | null
      previous_until: string | null
      key: string
    }
  }
  'PATCH /keys/{id}/': {
    path: { id: string }
    body: {
      name?: string
      on_severe?: 'hold' | 'end' | 'halt'
      allowed_origins?: string[]
      expires_at?: string | null
    }
    answer: {
      id: string
      organization_id: string
      project_id: string
      name: string
      prefix: string
      mode: 'live' | 'test'
      scopes: ('write' | 'read' | 'export' | 'project')[]
      on_severe: 'hold' | 'end' | 'halt'
      allowed_origins: string[]
      created_by: string | null
      created_at: string
      last_used_at: string | null
      expires_at: string | null
      revoked_at: string | null
      previous_until: string | null
    }
  }
  'DELETE /keys/{id}/': {
    path: { id: string }
    answer: void
  }
  'POST /keys/{id}/rotate/': {
    path: { id: string }
    body: {
      overlap_hours?: number
    }
    answer: {
      id: string
      organization_id: string
      project_id: string
      name: string
      prefix: string
      mode: 'live' | 'test'
      scopes: ('write' | 'read' | 'export' | 'project')[]
      on_severe: 'hold' | 'end' | 'halt'
      allowed_origins: string[]
      created_by: string | null
      created_at: string
      last_used_at: string | null
      expires_at: string | null
      revoked_at: string | null
      previous_until: string | null
      key: string
    }
  }
  'GET /organizations/{id}/audit/': {
    path: { id: string }
    query: {
      action?: AuditAction
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
      action?: AuditAction
      actor?: string
      target?: string
      start?: string
      end?: string
      format?: 'ndjson' | 'csv'
    }
    answer: void
  }
  'GET /account/export/': {
    answer: {
      custos_account_export: 1
      user_id: string
      created_at: string
      tables: { [name: string]: { [name: string]: unknown }[] }
      complete: true
    }
  }
  'GET /organizations/{id}/export/': {
    path: { id: string }
    answer: void
  }
  'POST /contact/': {
    body: {
      name: string
      email: unknown
      message: string
      website?: string
    }
    answer: {
      ok: true
    }
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
    answer: { [name: string]: unknown }
  }
  'GET /docs': {
    answer: void
  }
}
