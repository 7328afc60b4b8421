import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startWebHost, type WebHost } from '#test/harness/web-host.ts'

/** The windows' pages as they are written stand in for a build: what is served and how is the same. */
const PAGES = join(import.meta.dirname, '../../../renderer')

describe('the windows over loopback', () => {
  const folder = temporaryFolder()
  let host: WebHost
  beforeEach(async () => {
    host = await startWebHost({ rendererFolder: PAGES, databasePath: join(folder.path, 'console.db') })
  })
  afterEach(async () => {
    await host.close()
    folder.remove()
  })

  it('serves each window under the policy of the application and answers its calls from the real core', async () => {
    const page = await fetch(host.urlOf('tactical'))
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await page.text()).toContain('战术指挥部')
    const body = JSON.stringify({ headquarters: 'tactical', channel: 'incident.list', input: {} })
    const reply = await fetch(`${host.origin}/call`, { method: 'POST', body })
    expect(await reply.json()).toEqual({ ok: true, value: [] })
    expect((await fetch(`${host.origin}/../package.json`)).status).toBe(404)
    expect(host.bugs).toEqual([])
  })
})
