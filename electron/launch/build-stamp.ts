import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** What the build reads, relative to the project's folder. */
const SOURCES = ['electron', 'renderer', 'shared', 'resources', 'package.json', 'package-lock.json'] as const
/** Not part of the built application: changing them needs no build. */
const NOT_BUILT: ReadonlySet<string> = new Set([
  'electron/launch',
  'electron/cli',
  'resources/datasets/build',
  'node_modules',
])

/** What a build was made from and what it left; it is stale when either differs. */
export interface BuildStamp {
  /** SHA-256 over the sources' paths and contents, hex. */
  readonly sources: string
  /** SHA-256 of the built main file, hex; empty where there is none. */
  readonly output: string
}

/** Whether the build must be made again. */
export function isStale(stamped: BuildStamp | null, now: BuildStamp): boolean {
  return stamped === null || now.output === '' || stamped.sources !== now.sources || stamped.output !== now.output
}

/** Reads a stamp's text; null when it is not one. */
export function parseStamp(text: string): BuildStamp | null {
  const [, sources, output] = /^sources ([0-9a-f]{64})\noutput ([0-9a-f]{64})\n$/.exec(text) ?? []
  return sources === undefined || output === undefined ? null : { sources, output }
}

/** The text that `parseStamp` reads. */
export function formatStamp({ sources, output }: BuildStamp): string {
  return `sources ${sources}\noutput ${output}\n`
}

/** SHA-256 over all files the build reads. By content, not by time: a checkout changes times without changing a file. */
export async function digestSources(projectDir: string): Promise<string> {
  const files = (await Promise.all(SOURCES.map((source) => listFiles(projectDir, join(projectDir, source))))).flat()
  const digest = createHash('sha256')
  for (const path of files.sort()) {
    digest.update(
      `${path}\0${createHash('sha256')
        .update(await readFile(join(projectDir, path)))
        .digest('hex')}\n`,
    )
  }
  return digest.digest('hex')
}

async function listFiles(projectDir: string, path: string): Promise<readonly string[]> {
  const name = relative(projectDir, path).split(sep).join('/')
  if (NOT_BUILT.has(name) || name.endsWith('/node_modules')) return []
  try {
    const inside = await readdir(path, { withFileTypes: true })
    return (await Promise.all(inside.map((entry) => listFiles(projectDir, join(path, entry.name))))).flat()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    if (error.code === 'ENOTDIR') return [name]
    if (error.code === 'ENOENT') return []
    throw error
  }
}
