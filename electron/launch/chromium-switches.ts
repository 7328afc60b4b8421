/** What of the machine decides about Chromium's switches. */
export interface GraphicsSurroundings {
  readonly platform: string
  readonly isRoot: boolean
  readonly hasGpu: boolean
  readonly hasXDisplay: boolean
  readonly hasWaylandDisplay: boolean
  /** Size of `/dev/shm` in bytes, null where there is none. */
  readonly sharedMemoryBytes: number | null
}

/** A switch and the line that tells the person why it was added; null where that is of no interest. */
export interface ChosenSwitch {
  readonly name: string
  readonly because: string | null
}

/** Containers often have 64 MB; a page with a map needs more and crashes. */
const LEAST_SHARED_MEMORY_BYTES = 512 * 1024 * 1024

/** Whether a virtual display must stand in for a screen: on Linux without an X or Wayland display. */
export function isDisplayMissing({ platform, hasXDisplay, hasWaylandDisplay }: GraphicsSurroundings): boolean {
  return platform === 'linux' && !hasXDisplay && !hasWaylandDisplay
}

/** The switches this machine needs, in a fixed order. Outside Linux none. */
export function chooseSwitches(surroundings: GraphicsSurroundings): readonly ChosenSwitch[] {
  if (surroundings.platform !== 'linux') return []
  const { isRoot, hasGpu, hasXDisplay, hasWaylandDisplay, sharedMemoryBytes } = surroundings
  const chosen: ChosenSwitch[] = []
  if (isRoot) {
    chosen.push({
      name: '--no-sandbox',
      because:
        '以 root 身份运行：已加 --no-sandbox（Chromium 沙箱关闭，仅限开发与测试） / running as root, sandbox off',
    })
  }
  if (!hasGpu || isDisplayMissing(surroundings)) chosen.push({ name: '--enable-unsafe-swiftshader', because: null })
  if (!hasXDisplay && hasWaylandDisplay) chosen.push({ name: '--ozone-platform-hint=auto', because: null })
  if (sharedMemoryBytes === null || sharedMemoryBytes < LEAST_SHARED_MEMORY_BYTES) {
    chosen.push({ name: '--disable-dev-shm-usage', because: null })
  }
  return chosen
}
