/** What the address of the official archive depends on. */
export interface OfficialSource {
  readonly version: string
  readonly platform: string
  readonly arch: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** A download address that did not answer, and when (epoch milliseconds). */
export interface RememberedFailure {
  readonly url: string
  readonly atMs: number
}

const OFFICIAL_BASE = 'https://github.com/electron/electron/releases/download/'
const FAILURE_VALID_MS = 6 * 3_600_000

/** Address of the official archive, by the same variables as the electron package's installer (`@electron/get` README). */
export function officialArchiveUrl({ version, platform, arch, env }: OfficialSource): string {
  const base = setting(env, 'mirror') ?? OFFICIAL_BASE
  const folder = (setting(env, 'custom_dir') ?? `v${version}`).replace('{{ version }}', version)
  const file = setting(env, 'custom_filename') ?? `electron-v${version}-${platform}-${arch}.zip`
  return `${base}${folder}/${file}`
}

/** Whether this very address failed so recently that it is not worth asking again. */
export function isRecentFailure(failure: RememberedFailure | null, url: string, nowMs: number): boolean {
  if (failure?.url !== url) return false
  const ageMs = nowMs - failure.atMs
  // A negative age is a clock that was set back: ask again.
  return ageMs >= 0 && ageMs < FAILURE_VALID_MS
}

/** Reads a remembered failure; null when there is none or the text is not one. */
export function parseFailure(text: string): RememberedFailure | null {
  const found = /^\{"url":"([^"]+)","atMs":(\d+)\}$/.exec(text)
  const [, url, atMs] = found ?? []
  return url === undefined || atMs === undefined ? null : { url, atMs: Number(atMs) }
}

function setting(env: OfficialSource['env'], name: string): string | undefined {
  const names = [
    `npm_config_electron_${name}`,
    `NPM_CONFIG_ELECTRON_${name.toUpperCase()}`,
    `ELECTRON_${name.toUpperCase()}`,
  ]
  return names.map((key) => env[key]).find((value) => value !== undefined && value !== '')
}
