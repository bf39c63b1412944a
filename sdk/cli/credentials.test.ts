import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { findCredentials, NoCredentials } from './credentials.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'custos-'))
})

const local = { url: 'http://localhost:8787', api_key: 'cus_live_local', user_token: 'cus_user_x' }
const store = (content: string) => writeFile(join(folder, 'credentials.json'), content)

it('takes the environment before the file', async () => {
  await store(JSON.stringify(local))
  const env = {
    CUSTOS_BACKEND_URL: 'https://custos.test',
    CUSTOS_API_KEY: 'cus_live_env',
    CUSTOS_DATA: folder,
  }
  expect(await findCredentials(env)).toEqual({
    url: 'https://custos.test',
    apiKey: 'cus_live_env',
    userToken: null,
  })
  expect(await findCredentials({ CUSTOS_DATA: folder })).toEqual({
    url: local.url,
    apiKey: local.api_key,
    userToken: local.user_token,
  })
})

it('never sends the local key to an address it does not belong to', async () => {
  await store(JSON.stringify(local))
  const env = { CUSTOS_BACKEND_URL: 'https://elsewhere.test', CUSTOS_DATA: folder }
  await expect(findCredentials(env)).rejects.toThrow(NoCredentials)
  expect(await findCredentials({ ...env, CUSTOS_BACKEND_URL: `${local.url}/` })).toMatchObject({
    apiKey: local.api_key,
  })
})

it.each(['', '{"url": 3}', 'null'])('says how to start when the file holds %j', async (content) => {
  await store(content)
  await expect(findCredentials({ CUSTOS_DATA: folder })).rejects.toThrow(/Start one first, with `npm start`/)
})

it('says how to start when there is no file', async () => {
  await expect(findCredentials({ CUSTOS_DATA: join(folder, 'none') })).rejects.toThrow(NoCredentials)
})
