import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cacheDirFor, PROJECT_DIR } from '#electron/launch/launch-paths.ts'

const home = '/home/u'

it('keeps the cache where the system wants it, outside the project', () => {
  const name = 'emergency-command-console'
  expect(cacheDirFor({ platform: 'linux', home, env: {} })).toBe(join(home, '.cache', name))
  expect(cacheDirFor({ platform: 'linux', home, env: { XDG_CACHE_HOME: '/c' } })).toBe(join('/c', name))
  expect(cacheDirFor({ platform: 'linux', home, env: { XDG_CACHE_HOME: 'relative' } })).toBe(join(home, '.cache', name))
  expect(cacheDirFor({ platform: 'win32', home, env: { LOCALAPPDATA: '/l' } })).toBe(join('/l', name))
})

it('finds the project', () => {
  expect(existsSync(join(PROJECT_DIR, 'package.json'))).toBe(true)
})
