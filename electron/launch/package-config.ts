import * as z from 'zod'
import type { ElectronRuntime } from './runtime.ts'

/** The part of `electron-builder.yml` that a package made on this machine changes; the rest is kept as it is. */
export const ReleaseConfig = z.looseObject({
  directories: z.looseObject({ output: z.string() }),
  files: z.array(z.unknown()),
  electronFuses: z.record(z.string(), z.boolean()),
})
export type ReleaseConfig = z.infer<typeof ReleaseConfig>

/** What a package made on this machine is for. */
export interface PackagePurpose {
  /** Folder that gets the unpacked application. */
  readonly output: string
  /** True keeps the Node inspector, over which the end-to-end tests attach; a release has it off. */
  readonly inspectable: boolean
}

/**
 * The configuration for an unpacked package with this Electron: the release's own, except for the place, the runtime
 * that is copied and, where the runtime brings native modules of its own, those. That last package is for tests only:
 * it is the only one that holds them, and no release is built by this function.
 */
export function configForRuntime(
  release: ReleaseConfig,
  runtime: Pick<ElectronRuntime, 'version' | 'distDir' | 'nativeModulesDir'>,
  purpose: PackagePurpose,
): ReleaseConfig {
  const { version, distDir, nativeModulesDir } = runtime
  const native = nativeModulesDir === null ? [] : [{ from: nativeModulesDir, to: 'out/node_modules', filter: ['**/*'] }]
  return {
    ...release,
    directories: { ...release.directories, output: purpose.output },
    electronDist: distDir,
    electronVersion: version,
    files: [...release.files, ...native],
    electronFuses: purpose.inspectable
      ? { ...release.electronFuses, enableNodeCliInspectArguments: true }
      : release.electronFuses,
  }
}
