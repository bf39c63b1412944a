import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'

/** A page in one of its states. */
export interface Scene {
  name: string
  /** Whether somebody is signed in there; yes unless said otherwise. */
  out?: true
  path: (stage: Stage) => string
  /** What a person does there, or waits for. */
  act?: (page: Page) => Promise<unknown>
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor()
const live = (page: Page) => page.getByText(/^(Live|All of it is here)$/).waitFor()
const press = async (page: Page, name: string) => {
  await live(page)
  await page.getByRole('button', { name, exact: true }).click()
}

/** Every page of the product, in every state that a server with data can show. */
export const scenes: Scene[] = [
  { name: 'runs', path: () => '/simulator', act: (page) => heading(page, 'Runs') },
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
      await page.waitForTimeout(1500)
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
      if ((await page.getByText('Night shift').count()) > 0) return
      await name.fill('Night shift, red only')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.locator('.view-item').first().waitFor()
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
  { name: 'signed-out', out: true, path: () => '/simulator' },
]

/** Opens a scene and waits until nothing more comes. */
export async function openScene(page: Page, stage: Stage, { path, act }: Scene): Promise<void> {
  // Every scene is a first visit: no run takes one back to where the scene before left it.
  await page.addInitScript(() => localStorage.removeItem('custos.places'))
  await page.goto(stage.server.url + path(stage))
  await page.locator('main').waitFor()
  if (act) await act(page)
  // The chart draws a frame after its data; lists come with their own requests.
  await page.waitForTimeout(700)
}
