import { describe, expect, it } from 'vitest'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { CutOffTown } from '#shared/domain/incident.ts'
import { actionsOf, beilun, blocksOf, planExample } from './scenario-plan.ts'

const TOWN = '白峰街道'
const TYPHOON = 'typhoon-transfer'
const lost = (given: Partial<CutOffTown>): CutOffTown => ({ town: TOWN, since: '2026-08-25T01:00:00+08:00', ...given })

function planned(entry: CutOffTown): DispatchPlan {
  return planExample(TYPHOON, (incident) => ({ ...incident, cutOffTowns: [entry] }))
}

/** The typhoon of T3 at 09:00, with Baifeng without power, network and road since 01:00. */
describe('a street without contact', () => {
  const plan = planned(lost({}))
  const { supplies } = plan.forcePlan
  const shelters = new Set(beilun.shelters.filter((row) => row.town === TOWN).map((row) => row.id))
  const townOf = new Map(beilun.teams.map((team) => [team.id, team.town]))

  it('starts the relief clock at the loss of contact: 01:00 and ten hours leave 7 200 s, elsewhere 36 000 s', () => {
    const relief = supplies.demand.filter((row) => row.itemCode === 'LIFE_WATER_L')
    expect(relief.filter((row) => shelters.has(row.toId)).map((row) => row.bySAfterStart)).toContain(7200)
    for (const row of relief)
      expect(row.bySAfterStart).toBe(shelters.has(row.toId) || row.toId === `handover-${TOWN}` ? 7200 : 36_000)
    expect(plan.findings.find((finding) => finding.code === 'contact-lost')?.text).toMatch(
      /白峰街道自08-25 01:00失联（断电、断网、断路）.*不作现状.*08-25 11:00前送到并签收/,
    )
  })

  it('brings phones, radios and a day of water for a tenth of the 18 265 on record to a place outside', () => {
    const sent = supplies.demand.filter((row) => row.toId === `handover-${TOWN}`)
    expect(sent.map((row) => [row.itemCode, row.quantity]).sort()).toEqual([
      ['LIFE_FOOD_KG', 913.5],
      ['LIFE_WATER_L', 5481],
      ['RADIO_SET', 6],
      ['SAT_PHONE', 2],
    ])
    expect(sent[0]?.toName).toMatch(/柴桥.*转运白峰街道/)
    expect(supplies.allocations.some((row) => row.toId === `handover-${TOWN}` && row.itemCode === 'SAT_PHONE')).toBe(
      true,
    )
  })

  it('sends a communications team first and looks up boat, helicopter and bearers', () => {
    const contact = plan.firstOrders.find((order) => order.id === 'FO_CONTACT')
    expect(contact?.words).toMatch(/白峰街道三断失联：带卫星电话和电台中继/)
    expect(contact?.phone).not.toBe('')
    const own = actionsOf(plan).filter((action) => action.code.startsWith('CUT_'))
    expect(own.map((action) => action.code).sort()).toEqual(['CUT_CONTACT', 'CUT_RELIEF', 'CUT_WAY'])
    const way = own.find((action) => action.code === 'CUT_WAY')?.text
    for (const wanted of [/乘船：最近的.*艘/, /直升机经市级申请/, /徒步：两人一组/]) expect(way).toMatch(wanted)
    const quantities = plan.forcePlan.demand.filter((row) => row.id.startsWith('D-cut-off-'))
    expect(quantities.map((row) => [row.capability, row.quantity])).toEqual([
      ['COMMS', 1],
      ['UAV', 1],
    ])
  })

  it('lets no order for it rest on the network and counts on none of its teams', () => {
    const street = plan.firstOrders.find((order) => order.words.startsWith(`${TOWN}：`))
    expect(street?.call).toMatch(/（转白峰街道值班员/)
    expect(street?.phone).toBe(plan.firstOrders.find((order) => order.id === 'FO_CONTACT')?.phone)
    expect(plan.forcePlan.assignments.filter((entry) => townOf.get(entry.teamId) === TOWN)).toEqual([])
  })

  it('says of people and stock there that their count is of before the loss', () => {
    const points = new Map(beilun.populationPoints.map((point) => [point.id, point.town]))
    const rows = plan.handlingPlan.evacuation.assignments.filter((row) => points.get(row.fromId) === TOWN)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.reasons.map((reason) => reason.code)).toContain('cut-off-people')
    const stores = new Set(beilun.stores.filter((row) => row.town === TOWN).map((row) => row.id))
    for (const row of supplies.allocations.filter((line) => stores.has(line.storeId)))
      expect(row.reasons.map((reason) => reason.code)).toContain('cut-off-store')
  })

  it('sends no lorry over its cut roads and has nothing in it that forbids issuing', () => {
    const away = new Set(beilun.stores.filter((row) => row.town !== TOWN).map((row) => row.id))
    const closed = plan.movementPlan.closures.find((row) => row.name === `${TOWN}进出道路`)
    expect(closed?.reasons[0]?.text).toMatch(/三断：道路中断/)
    expect(
      supplies.allocations
        .filter((row) => away.has(row.storeId) && shelters.has(row.toId))
        .map((row) => [row.storeName, row.toId]),
    ).toEqual([])
    expect(blocksOf(plan)).toEqual([])
  })

  it('takes the beginning of the incident when nobody knows since when, and never a later time', () => {
    const unknown = planned(lost({ since: null }))
    const row = unknown.forcePlan.supplies.demand.find((need) => need.toId === `handover-${TOWN}`)
    expect(row?.basis.map((reason) => reason.text).join()).toMatch(/失联时刻未报，按事发时刻09:00起算10小时/)
  })

  it('goes by road when only power and network are lost', () => {
    const byRoad = planned(lost({ lost: ['power', 'network'] }))
    expect(byRoad.movementPlan.closures.map((row) => row.name)).not.toContain(`${TOWN}进出道路`)
    expect(byRoad.forcePlan.supplies.demand.some((row) => row.toId === `town-${TOWN}`)).toBe(true)
    expect(actionsOf(byRoad).find((action) => action.code === 'CUT_WAY')?.text).toMatch(/通信员乘车进入/)
  })

  it('says when the ten hours are over', () => {
    const over = planned(lost({ since: '2026-08-24T20:00:00+08:00' }))
    expect(over.findings.map((finding) => finding.code)).toContain('contact-lost-overdue')
  })
})
