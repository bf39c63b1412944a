import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const ignored = ['**/node_modules/**', '**/dist/**']

export default defineConfig({
  test: {
    // Most of a file's time is the start of its workerd: two at a time use two cores.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'pure',
          // Properties take their time on a busy machine; none is a measure of speed.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          environment: 'node',
          include: ['{protocol,evidence,guardian,sdk,web,local}/**/*.test.{ts,tsx}'],
          exclude: ignored,
        },
      },
      {
        plugins: [
          cloudflareTest({
            main: './workers/index.ts',
            miniflare: {
              compatibilityDate: '2026-07-01',
              compatibilityFlags: ['nodejs_compat'],
              d1Databases: ['DB', 'LOG_1'],
              ratelimits: { SMALL_LIMIT: { namespace_id: '1', simple: { limit: 2, period: 60 } } },
              durableObjects: { RUNS: { className: 'RunSession', useSQLite: true } },
              serviceBindings: { ASSETS: () => new Response('page') },
              bindings: {
                PUBLIC_URL: 'https://custos.test',
                AUTH_SECRET: 'a secret for tests, which guards nothing',
                METRICS_TOKEN: 'a-token-for-tests-which-guards-nothing',
                SIGN_UP: 'open',
                // Answered by workers/testing/mailbox.ts.
                MAIL_URL: 'https://mail.custos.test/send',
                MAIL_TOKEN: 'mail-token',
                MAIL_FROM: 'custos@custos.test',
                LOG_REQUESTS: 'none',
              },
            },
          }),
        ],
        test: {
          name: 'workerd',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ['{workers,durable-objects,migrations}/**/*.test.ts'],
          exclude: ignored,
          provide: { migrations: await readD1Migrations('./migrations') },
          setupFiles: ['./workers/testing/apply-migrations.ts'],
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          // Each file has a server of its own; two cores carry one at a time.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Where both cores are busy a page may take its time; a test that passes waits no longer than it must.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
