import { EventEmitter } from 'node:events'
import type { App, Session } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { applySecurity, CONTENT_SECURITY_POLICY, isTrustedUrl, securePreferences } from '#electron/main/security.ts'

/** Stands in for Electron's session and pages: records what is set, lets events be fired. */
function harness() {
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler:
      vi.fn<(handler: (contents: null, permission: string, answer: (granted: boolean) => void) => void) => void>(),
    setPermissionCheckHandler: vi.fn<(handler: () => boolean) => void>(),
    setDevicePermissionHandler: vi.fn<(handler: () => boolean) => void>(),
  })
  const app = new EventEmitter()
  applySecurity(app as unknown as Pick<App, 'on'>, session as unknown as Session)
  const page = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: vi.fn<(handler: (details: { url: string }) => { action: string }) => void>(),
  })
  app.emit('web-contents-created', {}, page)
  return { session, page }
}

const fire = (page: EventEmitter, event: string, ...rest: unknown[]): boolean => {
  const preventDefault = vi.fn()
  page.emit(event, { preventDefault, url: rest[0] }, ...rest)
  return preventDefault.mock.calls.length > 0
}

describe('window security', () => {
  it('runs every page sandboxed, isolated and without Node', () => {
    const preferences = securePreferences('/preload.cjs', ['--headquarters=tactical'])
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
    })
  })

  it('denies every permission and device', () => {
    const { session } = harness()
    const answer = vi.fn()
    session.setPermissionRequestHandler.mock.calls[0]?.[0](null, 'geolocation', answer)
    expect(answer).toHaveBeenCalledWith(false)
    expect(session.setPermissionCheckHandler.mock.calls[0]?.[0]()).toBe(false)
    expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]()).toBe(false)
  })

  it('denies downloads, new windows and web views', () => {
    const { session, page } = harness()
    expect(fire(session, 'will-download')).toBe(true)
    expect(page.setWindowOpenHandler.mock.calls[0]?.[0]({ url: 'app://console/x.html' })).toEqual({ action: 'deny' })
    expect(fire(page, 'will-attach-webview')).toBe(true)
  })

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s may only stay inside the console', (event) => {
    const { page } = harness()
    expect(fire(page, event, 'https://example.org/')).toBe(true)
    expect(fire(page, event, 'file:///etc/passwd')).toBe(true)
    expect(fire(page, event, 'app://console/windows/tactical/index.html')).toBe(false)
  })

  it('trusts only its own scheme and host', () => {
    expect(isTrustedUrl('app://console/windows/tactical/index.html')).toBe(true)
    expect(isTrustedUrl('app://evil/windows/tactical/index.html')).toBe(false)
    expect(isTrustedUrl('https://console/')).toBe(false)
    expect(isTrustedUrl('nonsense')).toBe(false)
  })

  it('has a policy that allows nothing from outside and no inline script', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'")
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/)
  })
})
