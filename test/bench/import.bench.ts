import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { composeCore } from '#electron/core/compose-core.ts'
import { openImportDesk } from '#electron/core/imports/import-desk.ts'
import { median, timeOf } from './measure.ts'
import { ratioOf, round, type Bench } from './bench-row.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')
const ROUNDS = 3
const STAMP = { recordedAt: '2026-07-14T10:20:00+08:00', who: 'bench', role: 'test', seat: '', reason: 'bench' }

/**
 * IMPORT: a list of places of one file into the library: read, every cell checked, compared with what is there, written with
 * its history as one batch. Against reading the same file with csv-parse and writing its rows as JSON.
 */
export const bench: Bench = {
  goals: ['IMPORT'],
  run: async ({ quick, say }) => {
    const rows = quick ? 20_000 : 200_000
    const folder = mkdtempSync(join(tmpdir(), 'import-bench-'))
    try {
      const file = join(folder, 'targets.csv')
      const text = listOf(rows)
      writeFileSync(file, text)
      const empty = join(folder, 'empty.db')
      makeDatabase(empty)
      const times = { ours: [] as number[], baseline: [] as number[] }
      for (let turn = 0; turn < (quick ? 1 : ROUNDS); turn += 1) {
        say(`import of ${rows} rows, round ${turn + 1}`)
        const databasePath = join(folder, `${turn}.db`)
        copyFileSync(empty, databasePath)
        times.ours.push(await importOnce(databasePath, file))
        times.baseline.push(
          timeOf(() => writeFileSync(join(folder, 'rows.json'), JSON.stringify(parse(text, { columns: true })))),
        )
      }
      const [ours, baseline] = [round(median(times.ours), 0), round(median(times.baseline), 0)]
      return [
        {
          ...{ name: `IMPORT ${rows} rows`, size: `${rows} rows of 11 columns, ${round(text.length / 1e6, 1)} MB` },
          ...{ ours, baseline, baselineName: 'csv-parse and JSON', ratio: ratioOf(ours, baseline) },
          ...{ unit: 'ms', runs: times.ours.length },
        },
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function importOnce(databasePath: string, file: string): Promise<number> {
  const desk = openImportDesk({ databasePath, resourcesFolder: RESOURCES, onProgress: () => undefined }, () => false)
  const startMs = performance.now()
  await desk.open([file])
  await desk.check('wgs84')
  await desk.commit({ stamp: STAMP, skipRefused: false, retireAbsent: false })
  return performance.now() - startMs
}

/** A database with the sample district, closed again. */
function makeDatabase(databasePath: string): void {
  const core = composeCore({
    ...{ databasePath, resourcesFolder: RESOURCES, runtimeName: 'bench', clock: () => Date.UTC(2026, 6, 14, 2) },
    ...{ publish: () => undefined, logBug: () => undefined },
  })
  core.dispose()
}

function listOf(rows: number): string {
  const head = 'id,name,kind,town,lng,lat,people,phone,source,is_demo,note'
  const lines = Array.from({ length: rows }, (_, row) => {
    const [lng, lat] = [121.7 + (row % 1000) / 5000, 29.85 + (row % 777) / 9000]
    const phone = `0574-8${String(row).padStart(7, '0')}`
    return `TG-${row},目标${row},school,新碶街道,${lng.toFixed(5)},${lat.toFixed(5)},${row % 500},${phone},普查,1,`
  })
  return `${[head, ...lines].join('\n')}\n`
}
