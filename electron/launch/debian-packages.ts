/** Debian 12's names of what Electron and a virtual display need. */
const LIBRARY_PACKAGES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libatspi2.0-0',
  'libsecret-1-0',
] as const
const DISPLAY_PACKAGES = ['xvfb', 'xauth'] as const

/** Renamed by the 64-bit time transition, in Debian 13 and Ubuntu 24.04. */
const TIME64_RENAMED: ReadonlySet<string> = new Set(['libgtk-3-0', 'libasound2', 'libatspi2.0-0'])
const TIME64_SINCE: Readonly<Record<string, number>> = { debian: 13, ubuntu: 24.04 }

/** Names of the packages on the system that `/etc/os-release` (its text) describes. */
export function neededPackages(osRelease: string, needs: { readonly virtualDisplay: boolean }): readonly string[] {
  const since = TIME64_SINCE[releaseField(osRelease, 'ID')]
  const isRenamed = since !== undefined && Number(releaseField(osRelease, 'VERSION_ID')) >= since
  const libraries = LIBRARY_PACKAGES.map((name) => (isRenamed && TIME64_RENAMED.has(name) ? `${name}t64` : name))
  return needs.virtualDisplay ? [...DISPLAY_PACKAGES, ...libraries] : libraries
}

/** Shared libraries that `ldd` (its output) did not find, each once, in order. */
export function missingLibraries(lddOutput: string): readonly string[] {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '')
  return [...new Set(names)]
}

/** Those of `names` that `dpkg-query -W -f '${Package} ${db:Status-Status}\n'` (its output) does not call installed. */
export function notInstalled(names: readonly string[], dpkgOutput: string): readonly string[] {
  const installed = new Set(
    dpkgOutput.split('\n').flatMap((line) => (line.endsWith(' installed') ? [line.split(' ')[0]] : [])),
  )
  return names.filter((name) => !installed.has(name))
}

/** The two commands that install packages; `asRoot` leaves out sudo. */
export function installCommand(names: readonly string[], asRoot: boolean): string {
  const sudo = asRoot ? '' : 'sudo '
  return `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${names.join(' ')}`
}

function releaseField(osRelease: string, field: string): string {
  const line = osRelease.split('\n').find((text) => text.startsWith(`${field}=`)) ?? ''
  return line.slice(field.length + 1).replaceAll('"', '')
}
