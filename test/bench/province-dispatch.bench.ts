import { join } from 'node:path'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import { loadReferences } from '#electron/core/planning/load-references.ts'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { readFileSync } from 'node:fs'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { parseIncident } from '#shared/domain/parse-incident.ts'
import type { PlanStage } from '#shared/domain/plan/plan-stages.ts'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import { ratioOf, round, type Bench } from './bench-row.ts'
import { createChance } from '#shared/kernel/chance.ts'
import { median, quantile } from './measure.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')
const INCIDENTS = ['chlorine-plant-night', 'ammonia-tanker-road', 'high-rise-fire-xinqi']

/** G5 in a province: the stage that chooses the teams and their ways, with 20 000 teams. G12: the memory of all of it. */
export const bench: Bench = {
  goals: ['G5', 'G12'],
  run: async ({ quick, say }) => {
    const references = loadReferences(RESOURCES)
    const county = loadDatasetFolder(join(RESOURCES, 'datasets', 'beilun')).dataset
    const dataset = provinceOf(county, quick ? 5 : 88)
    const solver = await createHighsSolver()
    const runs = quick ? 1 : 5
    const rows = INCIDENTS.map((name) => {
      const incident = parseIncident(JSON.parse(readFileSync(join(RESOURCES, 'incidents', `${name}.json`), 'utf8')))
      const problem = { incident, dataset, ...references }
      planDispatch({ ...problem, dataset: county, solver }) // warms up
      const exact: number[] = []
      const draft: number[] = []
      let status = ''
      for (let run = 0; run < runs; run += 1) {
        exact.push(
          timeOfStage((onStage) => (status = planDispatch({ ...problem, solver }, onStage).forcePlan.solver.status)),
        )
        draft.push(timeOfStage((onStage) => planDispatch(problem, onStage)))
      }
      say(`${name}: ${round(median(exact), 0)} CPU ms, draft ${round(median(draft), 0)} CPU ms`)
      return {
        name: `G5 choice and ways of a province, ${name}`,
        size: `${dataset.teams.length} teams, ${dataset.vehicles.length} vehicles`,
        ours: round(median(exact), 0),
        baseline: round(median(draft), 0),
        baselineName: 'the same stage with the draft only',
        ratio: ratioOf(median(exact), median(draft)),
        unit: 'CPU ms',
        runs,
        p95: round(quantile(exact, 0.95), 0),
        note: `answer ${status}`,
      }
    })
    const memory = {
      name: 'G12 memory of planning a province',
      size: `${dataset.teams.length} teams, ${dataset.vehicles.length} vehicles, one process`,
      ours: round(process.resourceUsage().maxRSS / 1024, 0),
      baseline: null,
      baselineName: 'none',
      ratio: null,
      unit: 'MiB at most',
      runs: 1,
    }
    return [...rows, memory]
  },
}

/** Processor milliseconds of the stage that chooses teams and ways. */
export function timeOfStage(plan: (onStage: (stage: PlanStage) => void) => unknown): number {
  let start: NodeJS.CpuUsage | null = null
  let ms = 0
  plan((stage) => {
    if (start !== null) {
      const { user, system } = process.cpuUsage(start)
      ms = (user + system) / 1000
    }
    start = stage === 'assign-and-move' ? process.cpuUsage() : null
  })
  return ms
}

/** The county's teams many times over: copies stand up to 150 km away and are of a farther tier. */
export function provinceOf(county: Dataset, copies: number): Dataset {
  const chance = createChance(copies)
  const moved = Array.from({ length: copies - 1 }, (_, copy) => ({
    mark: `-${String(copy + 1).padStart(3, '0')}`,
    lng: (chance() - 0.5) * 3,
    lat: (chance() - 0.5) * 3,
    tier: copy < 5 ? ('neighbour' as const) : copy < 20 ? ('city' as const) : ('province' as const),
  }))
  return {
    ...county,
    teams: [
      ...county.teams,
      ...moved.flatMap(({ mark, lng, lat, tier }) =>
        county.teams.map((team) => ({
          ...team,
          id: `${team.id}${mark}`,
          lng: team.lng + lng,
          lat: team.lat + lat,
          tier,
          town: '',
        })),
      ),
    ],
    vehicles: [
      ...county.vehicles,
      ...moved.flatMap(({ mark }) =>
        county.vehicles.map((vehicle) => ({
          ...vehicle,
          id: `${vehicle.id}${mark}`,
          teamId: `${vehicle.teamId}${mark}`,
        })),
      ),
    ],
  }
}
