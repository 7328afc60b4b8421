import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Incident } from '#shared/domain/incident.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import type { PlanInForce } from '#shared/planner/problem.ts'
import { blocksOf, exampleProblem } from './scenario-plan.ts'

const EXAMPLES = readdirSync(join(import.meta.dirname, '../../resources/incidents'))
  .map((file) => file.replace('.json', ''))
  .filter((name) => name !== 'power-outage-cixi') // of another district

/** What people act on: everything but the hash, the trace and the accounts of the solvers. */
function actedOn(plan: DispatchPlan): unknown {
  const { forcePlan, zones, movementPlan, handlingPlan, headquarters, firstOrders, findings } = plan
  return {
    forcePlan: { ...forcePlan, solver: null, supplies: { ...forcePlan.supplies, solver: null } },
    zones,
    movementPlan,
    handlingPlan: { ...handlingPlan, evacuation: { ...handlingPlan.evacuation, solver: null } },
    headquarters,
    firstOrders,
    findings,
  }
}

describe('planning again', () => {
  it.each(EXAMPLES)('changes nothing when nothing changed: %s', (name) => {
    const problem = exampleProblem(name)
    const plan = planDispatch(problem)
    const again = planDispatch({ ...problem, inForce: { plan } })
    expect(actedOn(again)).toEqual(actedOn(plan))
    expect(again.changes).toEqual([])
  })
})

const tanker = exampleProblem('ammonia-tanker-road')
const first = planDispatch(tanker)

/** The ammonia plan made again after a change of what is known. */
function again(change: Partial<Incident>, inForce: Omit<PlanInForce, 'plan'> = {}): DispatchPlan {
  return planDispatch({ ...tanker, incident: { ...tanker.incident, ...change }, inForce: { plan: first, ...inForce } })
}

const teamsOf = (plan: DispatchPlan): string[] => plan.forcePlan.assignments.map(({ teamId }) => teamId).sort()
const changesOf = (plan: DispatchPlan, kind: string): NonNullable<DispatchPlan['changes']> =>
  (plan.changes ?? []).filter((change) => change.kind === kind)
const textOf = ({ reasons }: { reasons: readonly { text: string }[] }): string =>
  reasons.map(({ text }) => text).join('；')

describe('planning again after something changed', () => {
  it('leaves a first plan without a list of changes', () => {
    expect(first.changes).toBeUndefined()
  })

  it('T1, wind turned about: moves every waiting place by HZ14 and keeps every team, also those on the road', () => {
    const rolling = first.forcePlan.assignments[3]
    const plan = again(
      { weather: { ...tanker.incident.weather, windFromDeg: 225 } },
      { underWay: [{ teamId: rolling?.teamId ?? '', status: 'enRoute', since: '2026-07-14T10:20:00+08:00' }] },
    )
    expect(teamsOf(plan)).toEqual(teamsOf(first))
    expect(plan.forcePlan.assignments.find(({ teamId }) => teamId === rolling?.teamId)?.authority).toBe(
      'selfDispatched',
    )
    const moved = changesOf(plan, 'stagingMoved')
    expect(moved).toHaveLength(first.movementPlan.stagingAreas.length)
    for (const change of moved) {
      expect(change.reasons[0]).toMatchObject({ code: 'wind-shift', source: '设计规则 HZ14' })
      expect(change.reasons.map(({ code }) => code)).toContain('staging-downwind')
    }
    for (const { offUpwindDeg } of plan.movementPlan.stagingAreas) expect(offUpwindDeg).toBeLessThanOrEqual(60)
    expect(textOf(changesOf(plan, 'zoneChanged')[0] ?? { reasons: [] })).toBe('风向风速由45°、4米/秒变为225°、4米/秒')
    expect(blocksOf(plan)).toEqual([])
  })

  it('a small turn of the wind moves no waiting place that is still lawful', () => {
    const plan = again({ weather: { ...tanker.incident.weather, windFromDeg: 60 } })
    expect(plan.movementPlan.stagingAreas.map(({ location }) => location)).toEqual(
      first.movementPlan.stagingAreas.map(({ location }) => location),
    )
    expect(changesOf(plan, 'stagingMoved')).toEqual([])
  })

  it('a team lost: the next best takes its work and no other team changes', () => {
    const lost = first.forcePlan.assignments.find(({ teamName }) => teamName === '柴桥消防救援站')
    const plan = again({}, { underWay: [{ teamId: lost?.teamId ?? '', status: 'lost' }] })
    expect(teamsOf(plan)).not.toContain(lost?.teamId)
    expect(teamsOf(first).filter((id) => id !== lost?.teamId && !teamsOf(plan).includes(id))).toEqual([])
    const [dropped] = changesOf(plan, 'teamDropped')
    expect(dropped).toMatchObject({
      subjectId: lost?.teamId,
      after: null,
      reasons: [{ code: 'team-lost' }, { code: 'cause-status' }],
    })
    const taken = [...changesOf(plan, 'teamAdded'), ...changesOf(plan, 'teamRole')].flatMap(({ reasons }) => reasons)
    expect(taken.some(({ code, text }) => code === 'change-replaces' && text.includes('柴桥消防救援站'))).toBe(true)
  })

  it('a road closed: only the ways over it change, and say why', () => {
    const plan = again({ closures: [{ road: '柴桥—三山公路', reason: '积水' }] })
    expect(plan.changes?.map(({ kind }) => kind)).toEqual(['routeChanged', 'routeChanged'])
    for (const change of plan.changes ?? []) {
      expect(change.before).toContain('柴桥—三山公路')
      expect(change.after).not.toContain('柴桥—三山公路')
      expect(textOf(change)).toBe('新报封闭：柴桥—三山公路')
    }
    expect(teamsOf(plan)).toEqual(teamsOf(first))
  })

  it('a level reached: names the fact that did it, and keeps all teams', () => {
    const plan = again({ facts: { ...tanker.incident.facts, deaths: 4 } })
    expect(changesOf(plan, 'levelChanged').map(({ subjectId, after }) => [subjectId, after])).toEqual([
      ['level', 'III级'],
      ['response', 'III级'],
    ])
    for (const change of changesOf(plan, 'levelChanged')) expect(textOf(change)).toBe('死亡人数由0变为4')
    expect(changesOf(plan, 'teamDropped')).toEqual([])
  })

  it('more people trapped: the demand grows by that fact, teams come in addition', () => {
    const plan = again({ facts: { ...tanker.incident.facts, trapped: 6 } })
    expect(changesOf(plan, 'demandChanged').map(({ name, before, after }) => [name, before, after])).toEqual([
      ['破拆救人', '1，15分钟内', '3，15分钟内'],
      ['救护车', '2，15分钟内', '5，15分钟内'],
    ])
    for (const change of changesOf(plan, 'demandChanged')) expect(textOf(change)).toBe('被困人数由1变为6')
    expect(changesOf(plan, 'teamDropped')).toEqual([])
    const [added] = changesOf(plan, 'teamAdded')
    expect(textOf(added ?? { reasons: [] })).toBe('救护车：2，15分钟内→5，15分钟内')
  })

  it('stock gone: another store takes its place and says why', () => {
    const problem = exampleProblem('earthquake-meishan')
    const plan = planDispatch(problem)
    const storeId = plan.forcePlan.supplies.allocations[0]?.storeId ?? ''
    const unavailable = [`store:${storeId}`]
    const next = planDispatch({ ...problem, incident: { ...problem.incident, unavailable }, inForce: { plan } })
    const supplies = changesOf(next, 'supplyChanged')
    expect(supplies.length).toBeGreaterThan(1)
    expect(supplies.some(({ subjectId, after }) => subjectId.startsWith(`${storeId}:`) && after === null)).toBe(true)
    for (const change of supplies) expect(textOf(change)).toMatch(/新报不可用：.*储备库/)
    expect(teamsOf(next)).toEqual(teamsOf(plan))
  })

  it('a hospital reported shut: its patients go to the next, and stay there when it opens again', () => {
    const shut = again({ unavailable: ['hospital:hospital-p0197'] })
    expect(
      changesOf(shut, 'hospitalChanged').map(({ name, before, after, reasons }) => [
        name,
        before,
        after,
        reasons[0]?.text,
      ]),
    ).toEqual([
      ['宁波开发区中心医院', null, '4人', '接收原定送北仑区人民医院的伤员'],
      ['北仑区人民医院', '4人', null, '已标为不可用'],
    ])
    expect(planDispatch({ ...tanker, inForce: { plan: shut } }).changes).toEqual([])
  })

  it('keeps everything and only adds when asked to, also what is no longer needed', () => {
    const large = again({ facts: { ...tanker.incident.facts, trapped: 30 } })
    const lessen = (keepAll: boolean): DispatchPlan => planDispatch({ ...tanker, inForce: { plan: large, keepAll } })
    expect(changesOf(lessen(false), 'teamDropped').length).toBeGreaterThan(0)
    expect(changesOf(lessen(true), 'teamDropped')).toEqual([])
  })

  it('an officer declines part of a new version: the team stays, the other does not come, and the gap is said', () => {
    const large = again({ facts: { ...tanker.incident.facts, trapped: 30 } })
    const [dropped] = changesOf(planDispatch({ ...tanker, inForce: { plan: large } }), 'teamDropped')
    const kept = dropped?.subjectId ?? ''
    const less = planDispatch({ ...tanker, inForce: { plan: large, officerKeeps: [kept] } })
    const line = (plan: DispatchPlan): unknown =>
      plan.forcePlan.assignments.find(({ teamId }) => teamId === kept)?.vehicles.map(({ id }) => id)
    expect(changesOf(less, 'teamDropped').map(({ subjectId }) => subjectId)).not.toContain(kept)
    expect(line(less)).toEqual(line(large))
    expect(blocksOf(less)).toEqual([])

    const added = changesOf(large, 'teamAdded').map(({ subjectId }) => subjectId)
    const without = again({ facts: { ...tanker.incident.facts, trapped: 30 } }, { officerLeaves: added })
    for (const id of added) expect(teamsOf(without)).not.toContain(id)
    const said = without.forcePlan.shortfalls.flatMap(({ reasons }) => reasons)
    expect(said.find(({ code }) => code === 'shortfall-team-left-by-officer')?.text).toContain('指挥员未采纳派出')
    expect(blocksOf(without)).toEqual([])
  })

  it('promises a team that was ordered and not seen leaving no sooner than the clock rule allows', () => {
    const since = '2026-07-14T10:20:30+08:00'
    const underWay = first.forcePlan.assignments.map(({ teamId }) => ({ teamId, status: 'ordered' as const, since }))
    const plan = again({ facts: { ...tanker.incident.facts, trapped: 6 } }, { underWay })
    expect(plan.findings.filter(({ code }) => code === 'arrival-clock')).toEqual([])
    expect(blocksOf(plan)).toEqual([])
    const line = plan.forcePlan.assignments.find(({ teamName }) => teamName === '柴桥消防救援站')
    expect(line?.departAt).toBe(first.forcePlan.assignments.find(({ teamId }) => teamId === line?.teamId)?.departAt)
    const late = again({}, { underWay: underWay.map((team) => ({ ...team, since: '2026-07-14T10:30:00+08:00' })) })
    expect(blocksOf(late)).toEqual([])
    const later = late.forcePlan.assignments.find(({ teamId }) => teamId === line?.teamId)
    expect(later?.departAt).toBe('2026-07-14T10:30:50+08:00')
  })

  it('does not call back a team on the road because an officer had not accepted it', () => {
    const [teamId = ''] = teamsOf(first)
    const underWay = [{ teamId, status: 'onScene', since: '2026-07-14T10:20:00+08:00' } as const]
    expect(teamsOf(again({}, { officerLeaves: [teamId] }))).not.toContain(teamId)
    expect(teamsOf(again({}, { officerLeaves: [teamId], underWay }))).toContain(teamId)
  })

  it('tells a plan from one made against another in force by its hash', () => {
    expect(again({}).problemHash).not.toBe(first.problemHash)
    expect(again({}).problemHash).not.toBe(again({}, { keepAll: true }).problemHash)
  })
})
