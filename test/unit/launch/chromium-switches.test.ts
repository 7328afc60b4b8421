import { describe, expect, it } from 'vitest'
import { chooseSwitches, isDisplayMissing } from '#electron/launch/chromium-switches.ts'
import type { GraphicsSurroundings } from '#electron/launch/chromium-switches.ts'
import { electronEnvironment } from '#electron/launch/prepare-runtime.ts'

const DESKTOP: GraphicsSurroundings = {
  platform: 'linux',
  isRoot: false,
  hasGpu: true,
  hasXDisplay: true,
  hasWaylandDisplay: false,
  sharedMemoryBytes: 2 ** 33,
}
const namesFor = (change: Partial<GraphicsSurroundings>): readonly string[] =>
  chooseSwitches({ ...DESKTOP, ...change }).map(({ name }) => name)

describe('switches', () => {
  it('are none on a desktop with a graphics card', () => {
    expect(namesFor({})).toEqual([])
  })

  it('turn the sandbox off for root only, and say so', () => {
    const [first] = chooseSwitches({ ...DESKTOP, isRoot: true })
    expect(first?.name).toBe('--no-sandbox')
    expect(first?.because).toContain('root')
  })

  it('allow software WebGL without a graphics card or without a display', () => {
    expect(namesFor({ hasGpu: false })).toEqual(['--enable-unsafe-swiftshader'])
    expect(namesFor({ hasXDisplay: false })).toEqual(['--enable-unsafe-swiftshader'])
  })

  it('spare a small shared memory', () => {
    expect(namesFor({ sharedMemoryBytes: 64 * 2 ** 20 })).toEqual(['--disable-dev-shm-usage'])
    expect(namesFor({ sharedMemoryBytes: null })).toEqual(['--disable-dev-shm-usage'])
  })

  it('use Wayland where that is the only display', () => {
    expect(namesFor({ hasXDisplay: false, hasWaylandDisplay: true })).toEqual(['--ozone-platform-hint=auto'])
  })

  it('are none outside Linux', () => {
    expect(namesFor({ platform: 'win32', hasGpu: false, hasXDisplay: false, sharedMemoryBytes: null })).toEqual([])
  })
})

describe('virtual display', () => {
  it('is needed on Linux without X and Wayland', () => {
    expect(isDisplayMissing({ ...DESKTOP, hasXDisplay: false })).toBe(true)
    expect(isDisplayMissing(DESKTOP)).toBe(false)
    expect(isDisplayMissing({ ...DESKTOP, hasXDisplay: false, hasWaylandDisplay: true })).toBe(false)
    expect(isDisplayMissing({ ...DESKTOP, platform: 'win32', hasXDisplay: false })).toBe(false)
  })
})

describe('environment', () => {
  it('keeps what is set, but not the variable that makes Electron a plain Node', () => {
    expect(electronEnvironment({ PATH: '/bin', ELECTRON_RUN_AS_NODE: '1', GONE: undefined })).toEqual({ PATH: '/bin' })
  })
})
