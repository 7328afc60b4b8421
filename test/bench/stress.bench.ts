import { join } from 'node:path'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import { loadReferences } from '#electron/core/planning/load-references.ts'
import { runStress } from '#electron/core/planning/run-stress.ts'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import { stressSteps } from '#shared/planner/stress/stress-steps.ts'
import { ratioOf, round, type Bench } from './bench-row.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')
const LIMIT_S = 600

/** A stress run over the sample district with the marginal worth of what is missing: processor time of all its plans. */
export const bench: Bench = {
  goals: ['STRESS'],
  run: async ({ quick, say }) => {
    const { dataset } = loadDatasetFolder(join(RESOURCES, 'datasets', 'beilun'))
    const incidents = quick ? 50 : 1000
    const steps = stressSteps({ dataset, ...loadReferences(RESOURCES) }, { incidents, seed: 1, mode: 'worth' })
    const start = process.cpuUsage()
    let plans = 0
    const result = await runStress(steps, planDispatch, ({ phase, done, of }) => {
      plans += 1
      if (done % 100 === 0) say(`${phase} ${done}/${of}`)
    })
    const ours = round(process.cpuUsage(start).user / 1e6, 1)
    const { missed } = result.summary
    const [best] = result.worth
    const worth =
      best === undefined
        ? 'nothing tried'
        : `best: ${best.gain.name} at ${best.gain.at} closes ${best.closed.part} of ${best.closed.of}`
    return [
      {
        name: 'STRESS run of random incidents',
        size: `${incidents} incidents, ${plans} draft plans`,
        ours,
        baseline: LIMIT_S,
        baselineName: 'limit',
        ratio: ratioOf(ours, LIMIT_S),
        unit: 'CPU s',
        runs: 1,
        note: `${round((1000 * ours) / plans, 0)} ms a plan; ${missed.part} of ${missed.of} miss something; ${worth}`,
      },
    ]
  },
}
