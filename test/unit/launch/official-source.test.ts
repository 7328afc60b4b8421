import { describe, expect, it } from 'vitest'
import { isRecentFailure, officialArchiveUrl, parseFailure } from '#electron/launch/official-source.ts'

const source = { version: '45.4.1', platform: 'linux', arch: 'x64' }
const HOUR_MS = 3_600_000

describe('address of the official archive', () => {
  it('is the release page without settings', () => {
    expect(officialArchiveUrl({ ...source, env: {} })).toBe(
      'https://github.com/electron/electron/releases/download/v45.4.1/electron-v45.4.1-linux-x64.zip',
    )
  })

  it('follows ELECTRON_MIRROR and ELECTRON_CUSTOM_DIR', () => {
    const env = { ELECTRON_MIRROR: 'https://mirror.example/electron/', ELECTRON_CUSTOM_DIR: '{{ version }}' }
    expect(officialArchiveUrl({ ...source, env })).toBe(
      'https://mirror.example/electron/45.4.1/electron-v45.4.1-linux-x64.zip',
    )
  })

  it('prefers the setting of npm, as the installer does, and ignores an empty one', () => {
    const env = { ELECTRON_MIRROR: 'https://b/', npm_config_electron_mirror: 'https://a/' }
    expect(officialArchiveUrl({ ...source, env })).toMatch(/^https:\/\/a\//)
    expect(officialArchiveUrl({ ...source, env: { ELECTRON_MIRROR: '' } })).toMatch(/^https:\/\/github\.com\//)
  })
})

describe('remembered failure', () => {
  const failure = { url: 'https://a/', atMs: 10 * HOUR_MS }

  it('holds for the same address for some hours', () => {
    expect(isRecentFailure(failure, 'https://a/', 11 * HOUR_MS)).toBe(true)
    expect(isRecentFailure(failure, 'https://a/', 16 * HOUR_MS)).toBe(false)
  })

  it('does not hold for another address, after the clock was set back, or without a record', () => {
    expect(isRecentFailure(failure, 'https://b/', 11 * HOUR_MS)).toBe(false)
    expect(isRecentFailure(failure, 'https://a/', 9 * HOUR_MS)).toBe(false)
    expect(isRecentFailure(null, 'https://a/', 11 * HOUR_MS)).toBe(false)
  })

  it('is read back as written, and anything else is no record', () => {
    expect(parseFailure(JSON.stringify(failure))).toEqual(failure)
    expect(parseFailure('')).toBeNull()
    expect(parseFailure('{"url":5}')).toBeNull()
  })
})
