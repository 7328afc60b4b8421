import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadReferences } from '#electron/core/planning/load-references.ts'
import { runStress } from '#electron/core/planning/run-stress.ts'
import { parseIncident } from '#shared/domain/parse-incident.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { Shortfall } from '#shared/domain/plan/force-plan.ts'
import { StressResult, type StressedIncident } from '#shared/domain/stress.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import { wilson } from '#shared/kernel/wilson.ts'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import { findTown } from '#shared/planner/situation/find-town.ts'
import { prepareDraw } from '#shared/planner/stress/draw-incidents.ts'
import { judgeIncident } from '#shared/planner/stress/judge-incident.ts'
import { proposeGains } from '#shared/planner/stress/propose-gains.ts'
import { stressSteps } from '#shared/planner/stress/stress-steps.ts'
import { townNames } from '#shared/planner/staging/town-sites.ts'
import { BEILUN } from '#test/builders/force-builders.ts'
import { shuffleDataset } from '#test/builders/shuffle-dataset.ts'

const REFERENCES = loadReferences(join(import.meta.dirname, '../../../resources'))
const { parameters } = REFERENCES
const GROUND = { dataset: BEILUN, ...REFERENCES }
const DRAW = prepareDraw(BEILUN, parameters.stress)
const numbers = Array.from({ length: 200 }, (_, index) => index)

/** Incident 0 of seed 7 with its plan: the pattern of plans that a test bends. */
const INCIDENT = DRAW.at(7, 0)
const PLAN = planDispatch({ ...GROUND, incident: INCIDENT, effort: 'draft' })

function withShortfall(missing: number | null): DispatchPlan {
  const short: Shortfall = { demandId: 'd', vehicleKind: 'DECON', missing: missing ?? 1, reasons: [], remedies: [] }
  return { ...PLAN, forcePlan: { ...PLAN.forcePlan, shortfalls: missing === null ? [] : [short] } }
}

function aMiss(key: string, more: Partial<StressedIncident> = {}, missing: number | null = 1): StressedIncident {
  const judged = judgeIncident(0, INCIDENT, withShortfall(null), parameters.assignment)
  return { ...judged, misses: [{ key, name: key, missing, unit: '' }], ...more }
}

describe('the draw', () => {
  it('gives valid incidents inside own streets (but for the last metres of their scatter), the same for any row order', () => {
    const shuffled = prepareDraw(shuffleDataset(BEILUN, 3), parameters.stress)
    const own = new Set(townNames(BEILUN))
    const incidents = numbers.map((index) => DRAW.at(7, index))
    expect(numbers.map((index) => shuffled.at(7, index))).toEqual(incidents)
    for (const incident of incidents) expect(parseIncident(incident)).toEqual(incident)
    const inside = incidents.filter(({ location }) => own.has(findTown(location, BEILUN) ?? ''))
    expect(inside.length).toBeGreaterThan(190)
    expect(new Set(incidents.map(({ type }) => type)).size).toBeGreaterThan(15)
    expect(incidents.map(({ type }) => type)).not.toContain('mine')
  })

  it('is another one for another seed, and dates nothing after the data', () => {
    expect(DRAW.at(8, 0)).not.toEqual(DRAW.at(7, 0))
    const days = numbers.map((index) => DRAW.at(7, index).receivedAt?.slice(0, 10) ?? '')
    expect(days.every((day) => day > '2025-06-30' && day <= BEILUN.head.asOf)).toBe(true)
    const typhoons = numbers.map((index) => DRAW.at(7, index)).filter(({ type }) => type === 'storm_surge')
    expect(typhoons.every(({ receivedAt }) => ['07', '08', '09', '10'].includes(receivedAt?.slice(5, 7) ?? ''))).toBe(
      true,
    )
  })

  it('names the types it has no place for, and refuses data without any place', () => {
    const roads = BEILUN.roads.map((road) => ({ ...road, tunnel: false }))
    expect(prepareDraw({ ...BEILUN, roads }, parameters.stress).notDrawn).toEqual(['tunnel'])
    const bare = { ...BEILUN, roads: [], populationPoints: [], plants: [], targets: [], riskAreas: [] }
    const empty = prepareDraw({ ...bare, places: [], hazardSources: [] }, parameters.stress)
    expect(() => empty.at(1, 0)).toThrow('没有任何可供抽取的地点')
  })
})

describe('what a plan missed', () => {
  it('is a shortfall by vehicle kind, added up, and gone with it', () => {
    const keys = (plan: DispatchPlan): string[] =>
      judgeIncident(0, INCIDENT, plan, parameters.assignment)
        .misses.filter(({ key }) => key.startsWith('vehicle:'))
        .map(({ key, name, missing }) => `${key} ${name} ${missing}`)
    expect(keys(withShortfall(2))).toEqual(['vehicle:DECON 洗消车 2'])
    expect(keys(withShortfall(null))).toEqual([])
  })

  it('is a first engine at 901 s and none at 900 s, where fire fighting is asked for', () => {
    const missed = (etaS: number): boolean => {
      const demand = PLAN.forcePlan.demand.map((row) => ({ ...row, capability: 'FIRE_BLDG' as const }))
      const assignments = PLAN.forcePlan.assignments.map((row) => ({ ...row, etaS }))
      const plan = { ...PLAN, forcePlan: { ...PLAN.forcePlan, demand, assignments } }
      return judgeIncident(0, INCIDENT, plan, parameters.assignment).misses.some(({ key }) => key === 'firstEngine')
    }
    expect(PLAN.forcePlan.assignments.some(({ vehicles }) => vehicles.some(({ kind }) => kind === 'TANKER'))).toBe(true)
    expect([missed(900), missed(901)]).toEqual([false, true])
  })

  it('is the refusal itself when there is no plan', () => {
    expect(judgeIncident(3, INCIDENT, null, parameters.assignment)).toMatchObject({
      ...{ index: 3, town: null, misses: [{ key: 'refused', name: '无法生成方案' }] },
    })
  })
})

describe('one more of what is missing', () => {
  it('is tried only where its upper bound says it could help', () => {
    const tried = (incidents: StressedIncident[]): string[] =>
      proposeGains(BEILUN, incidents, parameters).map(
        ({ gain, atBest, missed }) => `${gain.id} ${atBest}/${missed.length}`,
      )
    expect(tried([aMiss('vehicle:DECON', {}, 2)])).toEqual([])
    expect(tried([aMiss('block')])).toEqual([])
    const guoju = { lng: 122.08, lat: 29.86 }
    const [first] = proposeGains(BEILUN, [aMiss('firstEngine', guoju, null)], parameters)
    expect(first).toMatchObject({ atBest: 1, gain: { what: { kind: 'station' }, at: '郭巨街道' } })
  })

  it('closes what the same incidents miss no longer, with n and its interval', async () => {
    const steps = stressSteps(GROUND, { incidents: 6, seed: 7, mode: 'worth' })
    const result = await runStress(steps, ({ dataset }) =>
      withShortfall(dataset.version.includes('+vehicle:DECON') ? null : 1),
    )
    const decon = result.worth.filter(({ gain }) => gain.key === 'vehicle:DECON')
    expect(decon).toHaveLength(2)
    expect(decon[0]).toMatchObject({
      missed: 6,
      atBest: 6,
      worse: 0,
      eased: 0,
      closed: { part: 6, of: 6, low: 0.61, high: 1 },
    })
    expect(result.summary.byMiss).toContainEqual(
      expect.objectContaining({ key: 'vehicle:DECON', misses: { part: 6, of: 6, low: 0.61, high: 1 } }),
    )
  })

  it('says the interval of Wilson 1927: one of one is 21 to 100 %, not 100 %', () => {
    expect(wilson(1, 1)).toEqual({ low: 0.207, high: 1 })
    expect(wilson(37, 100)).toEqual({ low: 0.282, high: 0.468 })
    expect(wilson(0, 0)).toEqual({ low: null, high: null })
  })
})

describe('a run', () => {
  it('has the same bytes for the same seed and any row order, and fits its schema', async () => {
    const question = { incidents: 4, seed: 11, mode: 'misses' } as const
    const first = await runStress(stressSteps(GROUND, question), planDispatch)
    const shuffled = { ...GROUND, dataset: shuffleDataset(BEILUN, 5) }
    expect(canonicalJson(await runStress(stressSteps(shuffled, question), planDispatch))).toBe(canonicalJson(first))
    expect(StressResult.parse(first)).toEqual(first)
    expect(first.incidents.map(({ index }) => index)).toEqual([0, 1, 2, 3])
    expect(first.summary.byTown.reduce((sum, { misses }) => sum + misses.of, 0)).toBe(4)
  })
})
