import { describe, expect, it } from 'vitest'
import type { IncidentType } from '#shared/domain/taxonomy.ts'
import { aSituation, aSituationDataset, anIncident, gradingOf } from '#test/builders/situation-builders.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'

type Facts = Readonly<Record<string, unknown>>
const LEVELS = ['IV', 'III', 'II', 'I'] as const
const SCALES = aSituation(anIncident('flood')).parameters.grading.scales

const headNamed = (id: string, region: string): Partial<PlanningProblem> => ({
  dataset: aSituationDataset({
    head: { schema: 'dataset/1', id, name: region, region, asOf: '2026-01-01', isDemo: true, sources: [] },
  }),
})

/** What besides the measured fact a bound asks for, so that both of its sides can be tried. */
const BESIDES: Readonly<Record<string, Facts>> = {
  'outage-county': { gridLoadMw: 1900 },
  'outage-prefecture': { gridLoadMw: 1900 },
  utilities: { outageHours: 48 },
  'environment-spill': { oilSpillT: 1 },
}

/** Smallest step of a fact: whole people, one yuan, a thousandth of a share. */
function stepOf(fact: string): number {
  if (fact.endsWith('Share')) return 0.001
  if (fact === 'magnitude' || fact === 'oilSpillT' || fact === 'uncontrolledHours') return 0.1
  return fact.endsWith('Ha') ? 0.00005 : 1
}

const rank = (level: string | null): number => (level === null ? -1 : LEVELS.findIndex((entry) => entry === level))

const CASES = SCALES.flatMap((scale) =>
  scale.measures.flatMap((measure) =>
    measure.bounds.map((bound) => ({ id: scale.id, type: scale.types[0] ?? 'flood', measure, bound })),
  ),
)

/** The level one scale alone gives for one fact. */
function levelAlone(scaleId: string, type: IncidentType, facts: Facts): string | null {
  const region = scaleId === 'outage-county' ? headNamed('cixi', '慈溪市') : {}
  const problem = aSituation(anIncident(type, { facts }), region)
  const scales = problem.parameters.grading.scales.filter((entry) => entry.id === scaleId)
  const grading = { ...problem.parameters.grading, scales: scales.map((scale) => ({ ...scale, when: undefined })) }
  return gradingOf({ ...problem, parameters: { ...problem.parameters, grading } }).level.value
}

describe('every bound of every scale: just below, at and just above it', () => {
  it('tries at least sixty bounds of all scales in the file', () => {
    expect(new Set(CASES.map((entry) => entry.id)).size).toBe(SCALES.length)
    expect(CASES.length).toBeGreaterThanOrEqual(60)
  })

  it.each(CASES)('$id $measure.fact from $bound.atLeast is $bound.level', ({ id, type, measure, bound }) => {
    const { fact } = measure
    // "more than 72 hours" is the one bound that does not include its number
    const isOpen = fact === 'uncontrolledHours'
    const besides = BESIDES[id] ?? {}
    const at = bound.atLeast + (isOpen ? stepOf(fact) : 0)
    const below = isOpen ? bound.atLeast : bound.atLeast - Math.min(stepOf(fact), bound.atLeast)
    expect(levelAlone(id, type, { ...besides, [fact]: at })).toBe(bound.level)
    expect(levelAlone(id, type, { ...besides, [fact]: at + stepOf(fact) })).toBe(bound.level)
    expect(rank(levelAlone(id, type, { ...besides, [fact]: below }))).toBeLessThan(rank(bound.level))
  })
})

describe('what a size of the grid does to the level of an outage', () => {
  const cixi = (facts: Facts): string | null =>
    gradingOf(aSituation(anIncident('power_outage', { facts }), headNamed('cixi', '慈溪市'))).level.value
  const beilun = (facts: Facts): string | null =>
    gradingOf(aSituation(anIncident('power_outage', { facts }))).level.value

  it.each([
    [{ gridLoadMw: 150, usersOutShare: 0.7 }, 'III'],
    [{ gridLoadMw: 149, usersOutShare: 0.7 }, 'IV'],
    [{ gridLoadMw: 150, loadShedShare: 0.6 }, 'III'],
    [{ gridLoadMw: 149, loadShedShare: 0.4 }, 'IV'],
    [{ gridLoadMw: 149, loadShedShare: 0.39 }, null],
  ])('%j is %s in a county-level city', (facts, level) => {
    expect(cixi(facts)).toBe(level)
  })

  it.each([
    [{ gridLoadMw: 600, loadShedShare: 0.6 }, 'II'],
    [{ gridLoadMw: 599, loadShedShare: 0.6 }, 'III'],
    [{ gridLoadMw: 600, usersOutShare: 0.7 }, 'II'],
    [{ gridLoadMw: 599, usersOutShare: 0.5 }, 'III'],
  ])('%j is %s in a prefecture grid', (facts, level) => {
    expect(beilun(facts)).toBe(level)
  })

  it.each([
    [{ householdsOut: 50_000, outageHours: 47.9 }, 'II'],
    [{ householdsOut: 30_000, outageHours: 24 }, 'II'],
    [{ householdsOut: 30_000, outageHours: 23.9 }, null],
    [{ householdsOut: 29_999, outageHours: 100 }, null],
  ])('%j households without water is %s', (facts, level) => {
    expect(gradingOf(aSituation(anIncident('water_supply', { facts }))).level.value).toBe(level)
  })
})

describe('the facts that would decide the level', () => {
  const undecided = (type: IncidentType, facts: Facts): string[] =>
    (gradingOf(aSituation(anIncident(type, { facts }))).level.undecided ?? []).map((reason) => reason.text)

  it('names a range that may already reach a graver level, before the unknown facts', () => {
    expect(undecided('tunnel', { deaths: { min: 2, max: 12 }, seriousInjuries: 0, lossCny: 0 })[0]).toBe(
      '死亡只知道范围：按上限可到Ⅱ级，核实此数即可定级',
    )
  })

  it('says from which number an unknown fact would count', () => {
    const name = SCALES.find((scale) => scale.id === 'accident')?.measures[1]?.name
    expect(undecided('fire_highrise', { deaths: 0, lossCny: 0 })).toContain(`${name}未知：达到1人即为Ⅳ级`)
    expect(undecided('fire_highrise', { deaths: 3, lossCny: 0 })).toContain(`${name}未知：达到50人即为Ⅱ级`)
    expect(undecided('fire_highrise', { deaths: 3 })).toContain('直接经济损失未知：达到5000万元即为Ⅱ级')
  })

  it('names the condition that is missing where the number itself is known', () => {
    expect(undecided('gas_supply', { householdsOut: 60_000, deaths: 0, seriousInjuries: 0 })).toContain(
      '停供时间（小时）未知：停供户数已达Ⅰ级的数值，核实此项即可定级',
    )
  })

  it('names nothing once the gravest level stands', () => {
    expect(undecided('tunnel', { deaths: 30 })).toEqual([])
  })
})
