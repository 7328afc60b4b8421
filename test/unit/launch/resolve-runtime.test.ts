import { describe, expect, it, vi } from 'vitest'
import { LaunchError } from '#electron/launch/launch-error.ts'
import { describeRuntime, resolveRuntime } from '#electron/launch/resolve-runtime.ts'
import type { RuntimeWay } from '#electron/launch/resolve-runtime.ts'
import type { ElectronRuntime, RuntimeKind } from '#electron/launch/runtime.ts'

function aRuntime(kind: RuntimeKind): ElectronRuntime {
  return {
    kind,
    version: '1.2.3',
    executablePath: `/r/${kind}/electron`,
    distDir: `/r/${kind}`,
    nativeModulesDir: null,
  }
}
const gives = (kind: RuntimeKind): RuntimeWay => vi.fn(() => Promise.resolve({ runtime: aRuntime(kind), reason: null }))
const lacks = (reason: string): RuntimeWay => vi.fn(() => Promise.resolve({ runtime: null, reason }))

describe('order of the ways to a runtime', () => {
  it('takes the unpacked pinned version and asks nothing else', async () => {
    const later = gives('official')
    const runtime = await resolveRuntime([gives('unpacked'), later])
    expect(runtime.kind).toBe('unpacked')
    expect(later).not.toHaveBeenCalled()
  })

  it('takes the official download before the registry runtime', async () => {
    const last = gives('registry')
    expect((await resolveRuntime([lacks('none'), gives('official'), last])).kind).toBe('official')
    expect(last).not.toHaveBeenCalled()
  })

  it('falls back to the registry runtime, also when the download throws an expected failure', async () => {
    const fails: RuntimeWay = () => Promise.reject(new LaunchError('disk full'))
    expect((await resolveRuntime([lacks('none'), fails, gives('registry')])).kind).toBe('registry')
  })

  it('names every reason when all ways fail', async () => {
    const fails: RuntimeWay = () => Promise.reject(new LaunchError('no registry'))
    await expect(resolveRuntime([lacks('not unpacked'), lacks('unreachable'), fails])).rejects.toThrow(
      /not unpacked[^]*unreachable[^]*no registry/,
    )
  })

  it('lets a bug through as it is', async () => {
    const broken: RuntimeWay = () => Promise.reject(new TypeError('bug'))
    await expect(resolveRuntime([broken, gives('registry')])).rejects.toThrow(TypeError)
  })

  it('tells kind, version and path in one line', () => {
    const line = describeRuntime(aRuntime('registry'))
    expect(line).toContain('1.2.3')
    expect(line).toContain('registry runtime')
    expect(line).toContain('/r/registry/electron')
    expect(line).not.toContain('\n')
  })
})
