import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#shared/kernel/app-error.ts'
import { readDatabaseDataset } from '#electron/cli/read-database.ts'
import { exportLibrary } from '#electron/core/datasets/export/export-library.ts'
import { assessCoordinates, inWgs84 } from '#electron/core/datasets/coordinates/assess-coordinates.ts'
import { knownPlacesOf, type KnownPlaces } from '#electron/core/datasets/coordinates/known-places.ts'
import { readShippedPlaces } from '#electron/core/datasets/coordinates/shipped-places.ts'
import { crossCheck } from '#electron/core/datasets/cross-check.ts'
import { emptyDataset, mergeDataset } from '#electron/core/datasets/merge-dataset.ts'
import { readAllSources } from '#electron/core/datasets/read-sources.ts'
import { recordKeyOf, recordsOf } from '#electron/core/datasets/record-kind.ts'
import { reportOf } from '#electron/core/datasets/report-of.ts'
import { listSourceFiles } from '#electron/core/datasets/source-files.ts'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import { PROJECT, run } from '../cli/run-cli.ts'
import { SMALL_FILES, writeFiles } from './small-dataset.ts'
import { mutate, MUTATIONS, seeded } from './mutate-file.ts'

const FILES = 200
/** Processor time, so that a busy machine does not fail the test. */
const MOST_MS = 1000
/** Every how many files the whole way into a database is gone. */
const STORED_EVERY = 9
const MOST_BYTES = 600 * 1024 * 1024

let seeds: [name: string, bytes: Uint8Array][] = []
let pristine = ''
let library = emptyDataset({ schema: 'dataset/1', id: '', name: '', region: '', asOf: '', isDemo: true, sources: [] })
let known: KnownPlaces = new Map()
const outcomes = new Set<string>()

beforeAll(async () => {
  const { dataset } = loadDatasetFolder(writeFiles(SMALL_FILES))
  library = dataset
  known = knownPlacesOf([readShippedPlaces(join(PROJECT, 'resources/datasets'))])
  const bytesOf = (content: string | Uint8Array): Uint8Array =>
    typeof content === 'string' ? strToU8(content) : content
  for (const format of ['csv', 'xlsx', 'geojson', 'kml', 'shp'] as const) {
    for (const [name, content] of await exportLibrary(dataset, format)) {
      if (/^(teams|people|roads|areas|dataset)\./.test(name) && !seeds.some(([known]) => known === name))
        seeds.push([name, bytesOf(content)])
    }
  }
  const kml = seeds.find(([name]) => name === 'teams.kml')?.[1] ?? new Uint8Array()
  const plans = join(PROJECT, 'resources/contingency-plans')
  const plan = readdirSync(plans).find((name) => name === 'cixi-earthquake.yaml') ?? ''
  const osm = readFileSync(join(PROJECT, 'test/fixtures/osm/whitelion_bristol_uk.osm.pbf'))
  const members = Object.entries(SMALL_FILES).map(([name, text]) => [name, strToU8(text)] as const)
  seeds = [
    ...seeds,
    ['teams.kmz', zipSync({ 'doc.kml': kml })],
    ['whole.zip', zipSync(Object.fromEntries(members))],
    ['x.osm.pbf', osm],
    [`contingency_plans/${plan}`, readFileSync(join(plans, plan))],
  ]
  const folder = mkdtempSync(join(tmpdir(), 'ecc-fuzz-'))
  pristine = join(folder, 'pristine.db')
  await run(['import', '--db', pristine, writeFiles(SMALL_FILES)])
})

/** Reads a file as an import does, up to what would be stored; the answer is a fault of the program, or nothing. */
async function readFaults(path: string): Promise<string> {
  const started = process.cpuUsage()
  let fault = ''
  try {
    const read = await readAllSources(listSourceFiles([path]))
    const crs = assessCoordinates(read.files, known, { chosen: null, declared: read.head?.value.crs ?? null })
    const checked = { ...read, ...inWgs84(read, crs) }
    const files = crossCheck(
      checked.files,
      (kind) => new Set(recordsOf(library, kind).map((row) => recordKeyOf(kind, row))),
    )
    const report = reportOf(library, { ...checked, files })
    if (report.ok && crs.question === null) mergeDataset(library, checked.head?.value ?? null, files)
    outcomes.add(report.ok ? 'read' : 'reported')
  } catch (error) {
    outcomes.add('refused')
    if (!(error instanceof AppError) || error.code === 'internal')
      fault = String(error instanceof Error ? error.stack : error)
  }
  const { user, system } = process.cpuUsage(started)
  return user + system > MOST_MS * 1000 ? `${fault} took ${Math.round((user + system) / 1000)} ms` : fault
}

/** Imports a file into a copy of a filled database by the command line. */
async function importFaults(path: string): Promise<string> {
  const db = join(mkdtempSync(join(tmpdir(), 'ecc-fuzz-')), 'console.db')
  copyFileSync(pristine, db)
  const { exitCode, stderr } = await run(['import', '--db', db, path])
  if (exitCode !== 0 && exitCode !== 2) return `exit ${exitCode}: ${stderr.slice(0, 500)}`
  const kept = readDatabaseDataset(db)?.version === library.version
  return exitCode === 2 && !kept ? 'half applied' : ''
}

/** Writes a file into a folder of its own; the answer is what to import. */
function placed(name: string, bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'ecc-fuzz-'))
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), bytes)
  return name.includes('/') ? folder : join(folder, name)
}

describe('import of damaged files', () => {
  it(`ends in a report or a stable error for each of ${FILES} mutated files, and never half applied`, async () => {
    const before = process.memoryUsage().rss
    const mutations = Object.entries(MUTATIONS)
    const faults: string[] = []
    for (let number = 0; number < FILES; number += 1) {
      const chance = seeded(number + 1)
      const seed = seeds[number % seeds.length]
      const kind = mutations[Math.floor(number / seeds.length) % mutations.length]
      const other = seeds[Math.floor(chance() * seeds.length)]
      if (seed === undefined || kind === undefined || other === undefined) throw new Error('no seeds')
      const path = placed(seed[0], mutate(seed[1], kind[1], { chance, other: other[1] }))
      const found = [await readFaults(path), number % STORED_EVERY === 0 ? await importFaults(path) : '']
      for (const fault of found) if (fault !== '') faults.push(`${number} ${kind[0]} of ${seed[0]}: ${fault}`)
    }
    expect(faults).toEqual([])
    expect([...outcomes].sort()).toEqual(['read', 'refused', 'reported'])
    expect(process.memoryUsage().rss - before).toBeLessThan(MOST_BYTES)
  }, 60_000)
})
