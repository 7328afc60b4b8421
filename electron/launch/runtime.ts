/**
 * Where a runtime came from: `unpacked` the pinned version already in node_modules, `official` the pinned version just
 * downloaded, `registry` the older Electron out of a package on the npm registry (development and tests only).
 */
export type RuntimeKind = 'unpacked' | 'official' | 'registry'

/** An Electron on this machine. */
export interface ElectronRuntime {
  readonly kind: RuntimeKind
  /** Version without a leading v. */
  readonly version: string
  readonly executablePath: string
  /** The folder that holds the executable: what electron-builder calls `electronDist`. */
  readonly distDir: string
  /** A `node_modules` folder with native modules built for this very Electron, or null where the project's own serve. */
  readonly nativeModulesDir: string | null
}

/** A runtime, or the reason why this way gave none, in words for the person at the machine. */
export type RuntimeAttempt =
  { readonly runtime: ElectronRuntime; readonly reason: null } | { readonly runtime: null; readonly reason: string }
