import { join } from 'node:path'
import * as z from 'zod'
import type { Surroundings } from '#electron/cli/command.ts'
import { runCommandLine, type Ending } from '#electron/cli/run-command-line.ts'

export const PROJECT = join(import.meta.dirname, '../../..')

/** An ending with its two streams read as a program would. */
export interface ReadEnding extends Ending {
  readonly document: unknown
  readonly error: {
    readonly code: string
    readonly message: string
    readonly path: string
    readonly value: unknown
  } | null
}

/** Runs the command line in this process, with a fixed clock and given standard input. */
export async function run(argv: readonly string[], stdin = ''): Promise<ReadEnding> {
  let steadyMs = 0
  const surroundings: Surroundings = {
    resourcesFolder: join(PROJECT, 'resources'),
    readStdin: () => Buffer.from(stdin),
    nowMs: () => Date.parse('2026-07-14T02:30:00Z'),
    steadyMs: () => (steadyMs += 7),
  }
  return readEnding(await runCommandLine(argv, surroundings))
}

/** Reads the document on stdout and the last line of stderr. */
export function readEnding(ending: Ending): ReadEnding {
  const last = ending.stderr.trimEnd().split('\n').at(-1) ?? ''
  const isDocument = /^[{[]/.test(ending.stdout)
  return {
    ...ending,
    document: isDocument ? (JSON.parse(ending.stdout) as unknown) : null,
    error: last === '' ? null : ErrorLine.parse(JSON.parse(last)),
  }
}

const ErrorLine = z.strictObject({ code: z.string(), message: z.string(), path: z.string(), value: z.unknown() })

/** A sound hazmat incident in Beilun, with changes. */
export function anIncident(changes: object = {}): string {
  return JSON.stringify({
    schema: 'incident/1',
    mode: 'drill',
    title: '氯气罐车侧翻',
    type: 'hazmat_road',
    occurredAt: '2026-07-14T10:20:00+08:00',
    location: { lng: 121.885, lat: 29.88, address: 'S20 穿好高速' },
    facts: { trapped: 1 },
    hazmat: { un: '1005', container: 'roadTanker', quantityT: 25, spill: 'large', onFire: false },
    weather: { windFromDeg: 45, windSpeedMs: 4 },
    ...changes,
  })
}
