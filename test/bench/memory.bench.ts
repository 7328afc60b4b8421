import { join } from 'node:path'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import { loadReferences } from '#electron/core/planning/load-references.ts'
import { planOnWorker } from '#electron/core/solver/plan-on-worker.ts'
import { parseIncident } from '#shared/domain/parse-incident.ts'
import { COUNTY, growToCounty } from '#test/builders/county-dataset.ts'
import { readFileSync } from 'node:fs'
import { ratioOf, round, type Bench } from './bench-row.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const RESOURCES = join(ROOT, 'resources')
const LIMIT_MIB = 500
const SAMPLE_MS = 20

/** G12: memory that planning a county adds to the process: its data set in the worker, the roads, the solver, the plan. */
export const bench: Bench = {
  goals: ['G12'],
  run: async ({ say }) => {
    const { dataset } = loadDatasetFolder(join(RESOURCES, 'datasets', 'beilun'))
    const county = growToCounty(dataset, COUNTY)
    const incident = parseIncident(
      JSON.parse(readFileSync(join(RESOURCES, 'incidents', 'ammonia-tanker-road.json'), 'utf8')),
    )
    const problem = { incident, dataset: county, ...loadReferences(RESOURCES) }
    const beforeMiB = mebibytes()
    const planner = planOnWorker(join(ROOT, 'electron', 'core', 'solver', 'planner-worker.ts'), (where, error) =>
      say(`${where}: ${String(error)}`),
    )
    let peakMiB = beforeMiB
    const timer = setInterval(() => (peakMiB = Math.max(peakMiB, mebibytes())), SAMPLE_MS)
    const runs = 3
    for (let run = 1; run <= runs; run += 1) {
      say(`county plan ${run}`)
      await planner.planDispatch(problem)
    }
    clearInterval(timer)
    await planner.dispose()
    const ours = round(peakMiB - beforeMiB, 0)
    return [
      {
        name: 'G12 memory of the planner worker',
        size: `${COUNTY.teams} teams, ${COUNTY.vehicles} vehicles, ${2 * county.roads.length} directed edges`,
        ours,
        baseline: LIMIT_MIB,
        baselineName: 'limit',
        ratio: ratioOf(ours, LIMIT_MIB),
        unit: 'MiB',
        runs,
        note: `peak of the process ${round(peakMiB, 0)} MiB, ${round(beforeMiB, 0)} MiB of it before the worker started`,
      },
    ]
  },
}

/** Resident memory of this process with its threads. */
function mebibytes(): number {
  return process.memoryUsage.rss() / 2 ** 20
}
