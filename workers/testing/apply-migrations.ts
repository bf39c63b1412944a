import { applyD1Migrations, env } from 'cloudflare:test'
import { inject } from 'vitest'

// Every test file begins with the real schema, from the real migrations.
await applyD1Migrations(env.DB, inject('migrations'))
