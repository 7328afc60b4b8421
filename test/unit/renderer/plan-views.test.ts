import { beforeAll, describe, expect, it } from 'vitest'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { planExample } from '#test/scenarios/scenario-plan.ts'
import { reportsInSight, unknownsByWeight } from '../../../renderer/features/plan/essentials.ts'
import { countsOf } from '../../../renderer/features/plan/plan-counts.ts'
import { stagingMark } from '../../../renderer/features/plan/staging-mark.ts'
import { comparePlans, type CompareWords, type PlanChange } from '../../../renderer/features/support/compare-plans.ts'
import { compassPoint } from '../../../renderer/text/compass-point.ts'

const WORDS: CompareWords = {
  fact: (key) => key,
  factValue: (_key, value) => JSON.stringify(value),
  eventLevel: (level) => level ?? 'none',
  responseLevel: (level) => level,
  levelName: 'event level',
  responseName: 'response',
  zone: (zone) => ({ name: zone.kind, size: String(zone.lengthM ?? zone.radiusM) }),
  team: (team, staging) => `${team.etaS} ${staging}`,
  staging: (area) => ({ name: area.name, place: `${area.bearingFromIncidentDeg} ${area.distanceM}` }),
  shelter: (people) => String(people),
  action: (action) => action.text,
}

let calm: DispatchPlan
beforeAll(() => {
  calm = planExample('ammonia-tanker-road')
})

describe('the difference of two versions', () => {
  const of = (changes: readonly PlanChange[], part: PlanChange['part']): readonly PlanChange[] =>
    changes.filter((change) => change.part === part)

  it('is nothing between a plan and itself', () => {
    expect(comparePlans(calm, calm, WORDS)).toEqual([])
  })

  it('names the facts that were changed and what they changed: level, people to move, teams', () => {
    const grave = planExample('ammonia-tanker-road', (incident) => ({
      ...incident,
      facts: { ...incident.facts, deaths: 3 },
      weather: { ...incident.weather, windFromDeg: 225 },
    }))
    const changes = comparePlans(calm, grave, WORDS)
    expect(of(changes, 'facts').map(({ id, after }) => [id, after])).toEqual([
      ['deaths', '3'],
      ['windFromDeg', '225'],
    ])
    expect(of(changes, 'level')[0]).toMatchObject({ name: 'event level', before: calm.incident.level.value ?? 'none' })
    expect(of(changes, 'staging').length).toBeGreaterThan(0)
    expect(of(changes, 'teams').length).toBeGreaterThan(0)
    const back = comparePlans(grave, calm, WORDS)
    expect(new Set(back.map(({ part, id, before, after }) => `${part} ${id} ${after} ${before}`))).toEqual(
      new Set(changes.map(({ part, id, before, after }) => `${part} ${id} ${before} ${after}`)),
    )
  })

  it('tells put in from taken out, and adds up the people of one shelter', () => {
    const [team, ...others] = calm.forcePlan.assignments
    const fewer = { ...calm, forcePlan: { ...calm.forcePlan, assignments: others } }
    expect(comparePlans(calm, fewer, WORDS)).toMatchObject([{ part: 'teams', id: team?.teamId, after: null }])
    expect(comparePlans(fewer, calm, WORDS)).toMatchObject([{ part: 'teams', id: team?.teamId, before: null }])
    const [move] = calm.handlingPlan.evacuation.assignments
    if (move === undefined) throw new Error('the tanker moves nobody')
    const half = { ...move, mode: 'evacuate' as const, shelterId: 's', shelterName: 'school', people: 40 }
    const { handlingPlan } = calm
    const evacuation = { ...handlingPlan.evacuation, assignments: [half, { ...half, id: 'x', people: 2 }] }
    const sheltered = { ...calm, handlingPlan: { ...handlingPlan, evacuation } }
    expect(of(comparePlans(calm, sheltered, WORDS), 'shelters')).toContainEqual({
      part: 'shelters',
      id: 's',
      name: 'school',
      before: null,
      after: '42',
    })
  })
})

describe('the essentials of a plan', () => {
  it('show the next report and those whose limit passed last', () => {
    const atS = Date.parse(calm.incident.plannedAt) / 1000
    const now = reportsInSight(calm.reports, atS)
    expect(now).toHaveLength(1)
    expect(now[0]?.leftS).toBeGreaterThan(0)
    const later = reportsInSight(calm.reports, atS + 100 * 86_400)
    expect(later.length).toBeGreaterThan(0)
    expect(later.every((report) => report.leftS < 0)).toBe(true)
  })

  it('put the unknown facts that change most first and lose none', () => {
    const weights = unknownsByWeight(calm).map((unknown) => unknown.wouldChange.length)
    expect(weights).toEqual(weights.toSorted((a, b) => b - a))
    expect(weights).toHaveLength(calm.unknowns.length)
  })
})

describe('the counts of the bar', () => {
  it('lead to the list they stand for', () => {
    const counts = countsOf(calm)
    expect(counts.map(({ key, target }) => [key, target.part])).toEqual([
      ['block', 'findings'],
      ['warn', 'findings'],
      ['gaps', expect.stringMatching(/^section-/)],
      ['unknowns', 'unknowns'],
      ['mustNot', 'section-must-not'],
    ])
    expect(counts.find(({ key }) => key === 'mustNot')?.count).toBe(calm.handlingPlan.mustNot.length)
  })
})

describe('where a team goes', () => {
  it.each([
    [0, 'n'],
    [22, 'n'],
    [23, 'ne'],
    [337, 'nw'],
    [338, 'n'],
    [-90, 'w'],
    [720, 'n'],
  ])('%i degrees is %s', (degrees, point) => {
    expect(compassPoint(degrees)).toBe(point)
  })

  it('is a letter, a bearing and a distance, with a number only when there are several of a kind', () => {
    const area = calm.movementPlan.stagingAreas.find((known) => known.kind === 'staging')
    if (area === undefined) throw new Error('the tanker has no staging area')
    const text = (key: string): string => key.split('.').at(-1) ?? ''
    const once = { ...calm.movementPlan, stagingAreas: [area] }
    expect(stagingMark({ ...calm, movementPlan: once }, area.id, text).letter).toBe('staging')
    const twice = { ...calm.movementPlan, stagingAreas: [area, { ...area, id: 'second' }] }
    expect(stagingMark({ ...calm, movementPlan: twice }, 'second', text).letter).toBe('staging2')
    expect(stagingMark(calm, null, text).words).toBe('incident')
  })
})
