import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PROJECT_DIR } from '#electron/launch/launch-paths.ts'
import { configForRuntime, ReleaseConfig } from '#electron/launch/package-config.ts'

const release = ReleaseConfig.parse(parse(readFileSync(join(PROJECT_DIR, 'electron-builder.yml'), 'utf8')))
const REGISTRY = { version: '33.2.1', distDir: '/cache/dist', nativeModulesDir: '/cache/node_modules' }
const PINNED = { version: '45.4.1', distDir: '/project/dist', nativeModulesDir: null }

describe('the configuration of a release', () => {
  it('holds no modules of another runtime and no Electron of this machine', () => {
    const text = JSON.stringify(release)
    expect(release.files).toContain('!out/node_modules/**')
    expect(text).not.toContain('electronDist')
    expect(release.files.filter((entry) => typeof entry !== 'string')).toEqual([])
  })

  it('has the inspector and running as plain Node off', () => {
    expect(release.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeCliInspectArguments: false,
      enableNodeOptionsEnvironmentVariable: false,
      onlyLoadAppFromAsar: true,
    })
  })

  it('names both systems of the users', () => {
    expect(Object.keys(release).filter((key) => key === 'linux' || key === 'win')).toEqual(['linux', 'win'])
  })
})

describe('the configuration of a package made on this machine', () => {
  it('adds the modules that belong to the registry runtime, and leaves the release as it was', () => {
    const before = structuredClone(release)
    const config = configForRuntime(release, REGISTRY, { output: '/out', inspectable: true })
    expect(config).toMatchObject({
      electronDist: '/cache/dist',
      electronVersion: '33.2.1',
      directories: { output: '/out' },
    })
    expect(config.files.at(-1)).toEqual({ from: '/cache/node_modules', to: 'out/node_modules', filter: ['**/*'] })
    expect(config.electronFuses).toEqual({ ...release.electronFuses, enableNodeCliInspectArguments: true })
    expect(release).toEqual(before)
  })

  it('has the fuses and the files of the release with the pinned Electron', () => {
    const config = configForRuntime(release, PINNED, { output: '/out', inspectable: false })
    expect(config.files).toEqual(release.files)
    expect(config.electronFuses).toEqual(release.electronFuses)
  })
})
