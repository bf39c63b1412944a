import type { Page, Route } from 'playwright-core'
import type { Stage } from './stage.ts'

/** A page in one of its states. */
export interface Scene {
  name: string
  /** Whether somebody is signed in there; yes unless said otherwise. */
  out?: true
  path: (stage: Stage) => string
  /** What is wrong with the line to the server, before the page opens. */
  line?: (page: Page) => Promise<unknown>
  /** What a person does there, or waits for. */
  act?: (page: Page) => Promise<unknown>
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor()
const live = (page: Page) => page.getByText(/^(Live|All of it is here)$/).waitFor()
const press = async (page: Page, name: string) => {
  await live(page)
  await page.getByRole('button', { name, exact: true }).click()
}

/** Does something with what the page itself asks the server for; the page and its parts come as ever. */
const asked = (page: Page, pattern: string, how: (route: Route) => unknown) =>
  page.route(pattern, async (route) => {
    if (route.request().resourceType() === 'fetch') await how(route)
    else await route.fallback()
  })
const held = (pattern: string) => (page: Page) => asked(page, pattern, () => undefined)
const refused = (pattern: string) => (page: Page) => asked(page, pattern, (route) => route.abort())
const failing = (pattern: string) => (page: Page) =>
  asked(page, pattern, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      json: {
        type: 'about:blank',
        status: 503,
        code: 'unavailable',
        title: 'The server is busy',
        detail: 'It could not answer in time. Try again in a few seconds.',
      },
    }),
  )

/** Every page of the product, in every state that a server with data can show. */
export const scenes: Scene[] = [
  { name: 'runs', path: () => '/simulator', act: (page) => heading(page, 'Runs') },
  {
    name: 'opening',
    path: () => '/simulator',
    line: held('**/account/'),
    act: (page) => heading(page, 'Opening the simulator…'),
  },
  {
    name: 'not-opened',
    path: () => '/simulator',
    line: failing('**/account/'),
    act: (page) => page.getByRole('button', { name: 'Try again' }).waitFor(),
  },
  {
    name: 'runs-loading',
    path: () => '/simulator',
    line: held('**/simulator/runs/?*'),
    act: (page) => page.getByText('Looking for runs…').waitFor(),
  },
  {
    name: 'runs-failed',
    path: () => '/simulator',
    line: failing('**/simulator/runs/?*'),
    act: (page) => heading(page, 'The server is busy'),
  },
  {
    name: 'runs-none-found',
    path: () => '/simulator',
    act: async (page) => {
      await page.getByRole('searchbox').fill('no such run')
      await page.getByText('No run matches').waitFor()
    },
  },
  { name: 'run', path: ({ runs }) => `/simulator/runs/${runs.lively}`, act: live },
  { name: 'run-table', path: ({ runs }) => `/simulator/runs/${runs.lively}?list=table`, act: live },
  { name: 'run-filtered', path: ({ runs }) => `/simulator/runs/${runs.lively}?show=red,flatline`, act: live },
  {
    name: 'run-nothing-passes',
    path: ({ runs }) => `/simulator/runs/${runs.lively}?q=no-such-word`,
    act: live,
  },
  { name: 'run-beat', path: ({ runs, found }) => `/simulator/runs/${runs.lively}?beat=${found}`, act: live },
  { name: 'run-misaligned', path: ({ runs }) => `/simulator/runs/${runs.misaligned}`, act: live },
  { name: 'run-paused', path: ({ runs }) => `/simulator/runs/${runs.paused}`, act: live },
  { name: 'run-ended', path: ({ runs }) => `/simulator/runs/${runs.ended}`, act: live },
  {
    name: 'run-long',
    path: ({ runs }) => `/simulator/runs/${runs.long}?span=all`,
    act: async (page) => {
      await live(page)
      await page.getByText('Reading the past…').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'run-export',
    path: ({ runs }) => `/simulator/runs/${runs.lively}`,
    act: (page) => press(page, 'Export'),
  },
  {
    name: 'run-end',
    path: ({ runs }) => `/simulator/runs/${runs.lively}`,
    act: (page) => press(page, 'End'),
  },
  {
    name: 'run-views',
    path: ({ runs }) => `/simulator/runs/${runs.lively}?show=red`,
    act: async (page) => {
      await press(page, 'Views')
      const name = page.getByLabel('Name of the view')
      // The list comes with a request of its own.
      await page.waitForTimeout(300)
      if ((await page.getByText('Night shift').count()) > 0) return
      await name.fill('Night shift, red only')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.locator('.view-item').first().waitFor()
    },
  },
  {
    name: 'run-opening',
    path: ({ runs }) => `/simulator/runs/${runs.lively}`,
    line: held('**/simulator/runs/*/'),
    act: (page) => page.getByText('Opening the run…').waitFor(),
  },
  {
    name: 'run-unreachable',
    path: ({ runs }) => `/simulator/runs/${runs.lively}`,
    line: refused('**/simulator/runs/*/'),
    act: (page) => heading(page, 'The server cannot be reached'),
  },
  {
    name: 'run-offline',
    path: ({ runs }) => `/simulator/runs/${runs.lively}`,
    act: async (page) => {
      await live(page)
      await page.context().setOffline(true)
      await page.getByText('This machine is offline').waitFor()
    },
  },
  {
    name: 'run-gone',
    path: () => '/simulator/runs/run_gone',
    act: (page) => heading(page, 'There is no such run'),
  },
  { name: 'compare-none', path: () => '/simulator/compare', act: (page) => heading(page, 'Choose two runs') },
  {
    name: 'compare',
    path: ({ runs }) => `/simulator/compare?a=${runs.ended}&b=${runs.misaligned}`,
    act: (page) => heading(page, 'Figures'),
  },
  {
    name: 'compare-long',
    path: ({ runs }) => `/simulator/compare?a=${runs.long}&b=${runs.lively}&by=time`,
    act: (page) => heading(page, 'Figures'),
  },
  { name: 'incidents', path: () => '/simulator/incidents', act: (page) => heading(page, /^Incidents/) },
  {
    name: 'incidents-loading',
    path: () => '/simulator/incidents',
    line: held('**/incidents/?*'),
    act: (page) => page.getByText('Looking for incidents…').waitFor(),
  },
  {
    name: 'incidents-failed',
    path: () => '/simulator/incidents',
    line: failing('**/incidents/?*'),
    act: (page) => heading(page, 'The server is busy'),
  },
  { name: 'playground', path: () => '/simulator/playground', act: (page) => heading(page, /^Playground/) },
  { name: 'settings-account', path: () => '/settings/account' },
  {
    name: 'settings-organization',
    path: ({ organizationId }) => `/settings/organizations/${organizationId}`,
  },
  { name: 'settings-audit', path: ({ organizationId }) => `/settings/organizations/${organizationId}/audit` },
  { name: 'settings-project', path: ({ projectId }) => `/settings/projects/${projectId}` },
  { name: 'verify', path: () => '/verify' },
  { name: 'import', path: () => '/import' },
  { name: 'sign-in', out: true, path: () => '/sign-in' },
  { name: 'sign-up', out: true, path: () => '/sign-up' },
  { name: 'verify-email', out: true, path: () => '/verify-email' },
  { name: 'forgot-password', out: true, path: () => '/forgot-password' },
  { name: 'reset-password', out: true, path: () => '/reset-password' },
  { name: 'invitation', out: true, path: () => '/invitation' },
  { name: 'missing', path: () => '/nope', act: (page) => heading(page, 'There is no such page') },
  { name: 'signed-out', out: true, path: () => '/simulator' },
]

/** Opens a scene and waits until nothing more comes. */
export async function openScene(page: Page, stage: Stage, { path, line, act }: Scene): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.context().setOffline(false)
  if (line) await line(page)
  // Every scene is a first visit: no run takes one back to where the scene before left it.
  await page.addInitScript(() => localStorage.removeItem('custos.places'))
  await page.goto(stage.server.url + path(stage))
  await page.locator('main').waitFor()
  if (act) await act(page)
  // The chart draws a frame after its data; lists come with their own requests.
  await page.waitForTimeout(700)
}
