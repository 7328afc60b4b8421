import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import { loadReferences } from '#electron/core/planning/load-references.ts'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { parseIncident } from '#shared/domain/parse-incident.ts'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import { shuffleDataset } from '#test/builders/shuffle-dataset.ts'
import type { Bench } from './bench-row.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')
const INCIDENTS = ['ammonia-tanker-road', 'chlorine-plant-night', 'earthquake-meishan', 'high-rise-fire-xinqi']

/** G11: the same rows in another order, each time a new solver, must give the same plan byte for byte. */
export const bench: Bench = {
  goals: ['G11'],
  run: async ({ quick, say }) => {
    const references = loadReferences(RESOURCES)
    const { dataset } = loadDatasetFolder(join(RESOURCES, 'datasets', 'beilun'))
    const orders = quick ? 5 : 100
    const same: number[] = []
    for (const [index, name] of INCIDENTS.entries()) {
      const incident = parseIncident(JSON.parse(readFileSync(join(RESOURCES, 'incidents', `${name}.json`), 'utf8')))
      const first = JSON.stringify(
        planDispatch({ incident, dataset, ...references, solver: await createHighsSolver() }),
      )
      for (let seed = index + 1; seed <= orders; seed += INCIDENTS.length) {
        const shuffled = shuffleDataset(dataset, seed)
        const solver = await createHighsSolver()
        const plan = planDispatch({ incident, dataset: shuffled, ...references, solver })
        if (JSON.stringify(plan) === first) same.push(seed)
        else say(`${name}: order ${seed} gives another plan`)
      }
      say(`${name}: ${same.length} the same so far`)
    }
    return [
      {
        name: 'G11 plans with the same bytes from shuffled tables',
        size: `${INCIDENTS.length} examples, ${orders} orders of every table, a new solver each`,
        ours: same.length,
        baseline: orders,
        baselineName: 'orders tried',
        ratio: same.length / orders,
        unit: 'plans',
        runs: orders,
      },
    ]
  },
}
