import { describe, expect, it } from 'vitest'
import { actionsOf, assignedOf, beilun, planExample } from './scenario-plan.ts'

/** T3: severe typhoon, 14 h to landfall, gale from 17:00; move the whole transfer list. */
describe('T3 typhoon transfer', () => {
  const plan = planExample('typhoon-transfer')
  const { evacuation } = plan.handlingPlan
  const transfers = evacuation.assignments.filter((line) => line.mode === 'transfer')

  it('accounts for all 3 148 people of the list, also the 64 of no stated cause', () => {
    const listed = new Map(
      beilun.populationPoints.filter((point) => point.list === 'transfer').map((point) => [point.id, point]),
    )
    const covered = [...evacuation.assignments, ...evacuation.shortfalls]
      .filter((line) => listed.has(line.fromId))
      .reduce((sum, line) => sum + line.people, 0)
    expect(covered).toBe(3148)
    const unspecified = evacuation.assignments.filter((line) => listed.get(line.fromId)?.hazard === 'unspecified')
    expect(unspecified.reduce((sum, line) => sum + line.people, 0)).toBe(64)
  })

  it('has everybody in before the gale, and prints which clock rules', () => {
    for (const line of transfers)
      expect(Date.parse(line.doneBy)).toBeLessThanOrEqual(Date.parse('2026-08-25T17:00:00+08:00'))
    expect(transfers.every((line) => line.reasons.length > 0)).toBe(true)
    expect(JSON.stringify(transfers[0]?.reasons)).toMatch(/(大风|8级)/)
  })

  it('starts early enough to be done: startBy lies before doneBy and after now', () => {
    for (const line of transfers) {
      expect(Date.parse(line.startBy)).toBeLessThan(Date.parse(line.doneBy))
      expect(Date.parse(line.startBy)).toBeGreaterThanOrEqual(Date.parse('2026-08-25T09:00:00+08:00'))
    }
  })

  it('fills no shelter over its capacity and none that is unfit for the hazard', () => {
    const shelters = new Map(beilun.shelters.map((shelter) => [shelter.id, shelter]))
    const load = new Map<string, number>()
    for (const line of transfers) load.set(line.shelterId ?? '', (load.get(line.shelterId ?? '') ?? 0) + line.people)
    for (const [id, people] of load) {
      const shelter = shelters.get(id)
      expect(shelter).toBeDefined()
      expect(people).toBeLessThanOrEqual((shelter?.capacity ?? 0) - (shelter?.occupied ?? 0))
      expect(shelter?.notFor).not.toContain('typhoon')
    }
  })

  it('asks for 28 332 L of drinking water: 3 L × 3 148 people × 3 days', () => {
    const water = plan.forcePlan.supplies.demand.filter((need) => need.itemCode === 'LIFE_WATER_L')
    expect(water.reduce((sum, need) => sum + need.quantity, 0)).toBe(28_332)
  })

  it('gives the dispatcher at most 45 lorry orders for the 161 pairs of store and place, all within ten hours', () => {
    const { tours = [], transfers = [] } = plan.forcePlan.supplies
    expect(transfers.length).toBeGreaterThan(100)
    expect(tours.length).toBeLessThanOrEqual(45)
    expect(Math.max(...transfers.map((run) => run.etaS))).toBeLessThanOrEqual(36_000)
    expect(tours.every((tour) => tour.carrierId !== null && tour.phone !== '')).toBe(true)
  })

  it('names a person in charge with a number and a pick-up point on every row', () => {
    for (const line of transfers) {
      expect(line.personInCharge).not.toBe('')
      expect(line.phone).not.toBe('')
      expect(line.pickUp).not.toBeNull()
    }
  })

  it('spreads the flood teams over the streets and keeps the social teams as second wave', () => {
    const flood = plan.forcePlan.assignments.filter((entry) => entry.teamType === 'FLOOD')
    expect(flood.length).toBeGreaterThanOrEqual(20)
    const towns = new Set(flood.map((entry) => beilun.teams.find((team) => team.id === entry.teamId)?.town))
    expect(towns.size).toBeGreaterThanOrEqual(8)
    expect(assignedOf(plan, 'PUMP_DRAIN')).toBeGreaterThan(0)
    expect(assignedOf(plan, 'POWER_GEN')).toBeGreaterThan(0)
    expect(assignedOf(plan, 'GEO_RESCUE')).toBeGreaterThan(0)
  })

  it('sets response II for the orange signal, apart from the event level', () => {
    expect(plan.incident.response.value).toBe('II')
    expect(plan.incident.level.value).toBeNull()
  })

  it('gives the administrative side the five stops, warnings and shelters, and drafts the troop request', () => {
    const administrative = actionsOf(plan)
      .filter((action) => action.hq === 'administrative')
      .map((action) => action.text)
      .join('\n')
    expect(administrative).toMatch(/(五停|停课)/)
    expect(administrative).toMatch(/(预警|叫应)/)
    expect(administrative).toMatch(/避灾/)
    expect(JSON.stringify(actionsOf(plan))).toMatch(/(兵力|部队|驻军)/)
    expect(JSON.stringify(actionsOf(plan))).toMatch(/水库/)
  })

  it('rings every street that has people on the list, with its number and the deadline', () => {
    const streets = plan.firstOrders.filter((order) => order.id.startsWith('FO_STREET'))
    expect(streets.length).toBeGreaterThanOrEqual(3)
    for (const order of streets) expect(order.words).toMatch(/街道：立即按名单转移\d+人，17:00大风前/)
  })

  it('makes no report to the province from an orange signal alone', () => {
    expect(plan.incident.level.value).toBeNull()
    expect(plan.reports.map((report) => report.to).join()).not.toContain('省级')
  })

  it('has the first relief due within ten hours', () => {
    expect(plan.forcePlan.supplies.demand.every((need) => need.bySAfterStart <= 36_000)).toBe(true)
  })

  it('must not: boats at force 8, return before a check, shelters in risk areas, leaving the uncategorised', () => {
    const words = plan.handlingPlan.mustNot.map((entry) => entry.text).join('\n')
    expect(words).toMatch(/8级/)
    expect(words).toMatch(/(返回|返家|回迁)/)
    expect(words).toMatch(/(风险|地质)/)
    expect(words).toMatch(/(名单|未分类|未注明|未标明)/)
    expect(
      evacuation.assignments.filter(
        (line) => line.means === 'boat' && Date.parse(line.doneBy) > Date.parse('2026-08-25T17:00:00+08:00'),
      ),
    ).toEqual([])
  })
})
