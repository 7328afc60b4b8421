import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fileForUrl, serveAppRequest, type ServedFolders } from '#electron/main/app-protocol.ts'
import { CONTENT_SECURITY_POLICY } from '#electron/main/security.ts'

let folders: ServedFolders

beforeAll(() => {
  const root = mkdtempSync(join(tmpdir(), 'protocol-'))
  folders = { renderer: join(root, 'renderer'), map: join(root, 'map') }
  mkdirSync(folders.renderer)
  mkdirSync(folders.map)
  writeFileSync(join(folders.renderer, 'index.html'), '<p>page</p>')
  writeFileSync(join(folders.map, 'land.geojson'), '{}')
  writeFileSync(join(root, 'secret.json'), '{"secret":1}')
})

describe('the app scheme', () => {
  it('serves pages with the content security policy', async () => {
    const response = await serveAppRequest({ url: 'app://console/index.html', method: 'GET' }, folders)
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('<p>page</p>')
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  it('serves map layers from their own folder', async () => {
    const response = await serveAppRequest({ url: 'app://console/map/land.geojson', method: 'GET' }, folders)
    expect(response.status).toBe(200)
  })

  it.each([
    'app://console/../secret.json',
    'app://console/%2e%2e/secret.json',
    'app://console/..%2fsecret.json',
    'app://console/map/..%2f..%2fsecret.json',
    'app://console/%00.json',
    'app://other/index.html',
    'app://console/missing.html',
    'app://console/',
  ])('answers 404 for %s', async (url) => {
    const response = await serveAppRequest({ url, method: 'GET' }, folders)
    expect(response.status).toBe(404)
  })

  it('refuses other methods and file types', async () => {
    expect((await serveAppRequest({ url: 'app://console/index.html', method: 'POST' }, folders)).status).toBe(404)
    expect(fileForUrl('app://console/tool.exe', folders)).toBeNull()
  })
})
