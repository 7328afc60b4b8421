import { describe, expect, it } from 'vitest'
import { placeOf, registryPackageFor } from '#electron/launch/registry-package.ts'

const source = { folder: 'Cypress/', executable: 'Cypress' }
const place = (name: string): string | null => placeOf(`Cypress/${name}`, source)

describe('place of a file of the registry package', () => {
  it('renames the executable and keeps Electron', () => {
    expect(place('Cypress')).toBe('dist/electron')
    expect(place('locales/zh-CN.pak')).toBe('dist/locales/zh-CN.pak')
    expect(place('v8_context_snapshot.bin')).toBe('dist/v8_context_snapshot.bin')
    expect(place('LICENSE.electron.txt')).toBe('dist/LICENSE.electron.txt')
  })

  it('leaves out the other application, its snapshot and its update address', () => {
    expect(place('resources/app/package.json')).toBeNull()
    expect(place('resources/app/node_modules/lodash/index.js')).toBeNull()
    expect(place('browser_v8_context_snapshot.bin')).toBeNull()
    expect(place('resources/app-update.yml')).toBeNull()
    expect(place('resources/')).toBeNull()
    expect(placeOf('other/file', source)).toBeNull()
  })

  it('keeps of the native modules what runs', () => {
    const modules = 'resources/app/node_modules/'
    expect(place(`${modules}better-sqlite3/build/Release/better_sqlite3.node`)).toBe(
      'node_modules/better-sqlite3/build/Release/better_sqlite3.node',
    )
    expect(place(`${modules}better-sqlite3/lib/methods/wrappers.js`)).toBe(
      'node_modules/better-sqlite3/lib/methods/wrappers.js',
    )
    expect(place(`${modules}bindings/bindings.js`)).toBe('node_modules/bindings/bindings.js')
    expect(place(`${modules}file-uri-to-path/index.js`)).toBe('node_modules/file-uri-to-path/index.js')
    expect(place(`${modules}better-sqlite3/node_modules/node-abi/index.js`)).toBeNull()
    expect(place(`${modules}better-sqlite3/deps/sqlite3.c`)).toBeNull()
  })
})

describe('registry package', () => {
  it('exists for 64-bit Linux and is pinned by version and integrity', () => {
    const found = registryPackageFor('linux', 'x64')
    expect(found?.spec).toMatch(/@\d+\.\d+\.\d+$/)
    expect(found?.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
    expect(registryPackageFor('linux', 'arm64')).toBeNull()
    expect(registryPackageFor('win32', 'x64')).toBeNull()
  })
})
