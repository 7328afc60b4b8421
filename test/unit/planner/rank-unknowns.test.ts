import { describe, expect, it } from 'vitest'
import { INCIDENT_TYPES } from '#shared/domain/taxonomy.ts'
import { changedLines } from '#shared/planner/explain/changed-lines.ts'
import { rankUnknowns } from '#shared/planner/explain/rank-unknowns.ts'
import { withUnknown } from '#shared/planner/explain/with-unknown.ts'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'
import { relevantFacts } from '#shared/planner/situation/relevant-facts.ts'
import { exampleIncident, exampleProblem } from '../../scenarios/scenario-plan.ts'
import { unknownsOfRow } from '../../../renderer/features/plan/unknowns-of-row.ts'

const problem = exampleProblem('chlorine-plant-night')
const { plausible } = problem.parameters.unknowns

describe('what an unknown would change', () => {
  it('ranks the size of the spill first in the chlorine leak: it is counted as large, a small one changes the zones', async () => {
    const drafts: PlanningProblem[] = []
    const ranked = await rankUnknowns(problem, planDispatch(problem), (asked) => {
      drafts.push(asked)
      return planDispatch(asked)
    })
    const [first] = ranked
    expect(first?.fact).toBe('hazmat.spill')
    const cases = first?.influence.cases ?? []
    expect(cases.map(({ valueText }) => valueText)).toEqual(['少量泄漏', '大量泄漏'])
    expect(cases[0]?.lines.filter(({ kind }) => kind === 'zone').length).toBeGreaterThanOrEqual(2)
    expect(cases[1]?.lines).toEqual([])
    const counts = ranked.map(({ influence }) => influence.linesChanged)
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
    expect(ranked.map(({ fact }) => fact)).toContain('facts.missing')
    expect(drafts.every(({ effort }) => effort === 'draft')).toBe(true)
    const zone = cases[0]?.lines.find(({ kind }) => kind === 'zone')
    expect(unknownsOfRow(ranked, { kind: 'zone', id: zone?.id ?? '' })[0]).toMatchObject({
      fact: 'hazmat.spill',
      valueText: '少量泄漏',
    })
    expect(unknownsOfRow(ranked, { kind: 'mustNot', id: zone?.id ?? '' })).toEqual([])
  })

  it('asks nothing of the planner when nothing is unknown', async () => {
    const refuse = (): never => {
      throw new Error('no draft is wanted')
    }
    expect(await rankUnknowns(problem, { unknowns: [] }, refuse)).toEqual([])
  })

  it('says so when the table has no value to try, instead of calling it harmless', async () => {
    const unknown = { fact: 'facts.nonsense', name: '某事', wouldChange: [] }
    const [only] = await rankUnknowns(problem, { unknowns: [unknown] }, planDispatch)
    expect(only?.influence).toMatchObject({ linesChanged: 0, cases: [], evidence: 'unverified' })
    expect(only?.influence.source).toContain('未试算')
  })

  it('is nothing between a plan and itself', () => {
    const plan = planDispatch({ ...problem, effort: 'draft' })
    expect(changedLines(plan, structuredClone(plan))).toEqual([])
  })
})

describe('the plausible values', () => {
  it('exist, with a source, for every fact that may be asked for in any type of incident', () => {
    const known = new Set(plausible.map(({ fact }) => fact))
    const asked = INCIDENT_TYPES.flatMap((type) => relevantFacts(type).map(({ fact }) => `facts.${fact}`))
    const others = [
      'hazmat.un',
      'hazmat.vessel',
      'hazmat.container',
      'hazmat.spill',
      'hazmat.onFire',
      'hazmat.quantityT',
    ]
    const weather = ['weather.windFromDeg', 'weather.windSpeedMs', 'weather.signal']
    expect([...asked, ...others, ...weather].filter((fact) => !known.has(fact))).toEqual([])
    expect(plausible.filter(({ source }) => source === '')).toEqual([])
  })

  it('can each be put into an incident, and have a name each where they have names', () => {
    const incident = exampleIncident('chlorine-plant-night')
    for (const { fact, values, names } of plausible) {
      expect(
        values.filter((value) => withUnknown(incident, fact, value) === null),
        fact,
      ).toEqual([])
      expect(names?.length ?? values.length, fact).toBe(values.length)
    }
  })

  it('are refused where they are of the wrong kind', () => {
    const incident = exampleIncident('chlorine-plant-night')
    expect(withUnknown(incident, 'facts.trapped', 'five')).toBeNull()
    expect(withUnknown(incident, 'hazmat.spill', 'middling')).toBeNull()
    expect(withUnknown(incident, 'weather.windFromDeg', true)).toBeNull()
    expect(withUnknown(incident, 'nothing.known', 1)).toBeNull()
  })
})
