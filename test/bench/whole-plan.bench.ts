import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import { loadReferences } from '#electron/core/planning/load-references.ts'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { parseIncident } from '#shared/domain/parse-incident.ts'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import { ratioOf, round, type Bench } from './bench-row.ts'
import { measureInTurn, median, quantile } from './measure.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')

/** G8: the whole plan of each example incident on the embedded data set, with and without the exact solver. */
export const bench: Bench = {
  goals: ['G8'],
  run: async ({ quick, say }) => {
    const references = loadReferences(RESOURCES)
    const datasets = ['beilun', 'cixi'].map((id) => loadDatasetFolder(join(RESOURCES, 'datasets', id)).dataset)
    const solver = await createHighsSolver()
    const names = readdirSync(join(RESOURCES, 'incidents')).filter((name) => name.endsWith('.json'))
    const runs = quick ? 2 : 9
    return names.sort().flatMap((name) => {
      say(name)
      // An example names its district; all others are in Beilun.
      const dataset = datasets.find(({ head }) => name.includes(head.id)) ?? datasets[0]
      if (dataset === undefined) return []
      const incident = parseIncident(JSON.parse(readFileSync(join(RESOURCES, 'incidents', name), 'utf8')))
      const problem = { incident, dataset, ...references }
      const times = measureInTurn(
        runs,
        () => planDispatch({ ...problem, solver }),
        () => planDispatch(problem),
      )
      return {
        name: `G8 whole plan, ${name.replace('.json', '')}`,
        size: `${dataset.teams.length} teams, ${dataset.vehicles.length} vehicles, ${dataset.roads.length} roads`,
        ours: round(median(times.ours), 1),
        baseline: round(median(times.baseline), 1),
        baselineName: 'the same plan with the draft only',
        ratio: ratioOf(median(times.ours), median(times.baseline)),
        unit: 'ms',
        runs,
        p95: round(quantile(times.ours, 0.95), 1),
      }
    })
  },
}
