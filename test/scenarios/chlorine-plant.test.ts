import { describe, expect, it } from 'vitest'
import { isInside } from '#shared/kernel/geo.ts'
import { beilun, blocksOf, planExample } from './scenario-plan.ts'

interface Counted {
  readonly id: string
  readonly people: number
}

/** T2: chlorine storage tank by night with low wind: a zone over half a district. */
describe('T2 chlorine tank by night', () => {
  const plan = planExample('chlorine-plant-night')
  const { evacuation, publicMessage } = plan.handlingPlan
  const guarded = plan.zones.filter((zone) => ['isolation', 'protective'].includes(zone.kind))
  const places = evacuation.population.flatMap((row): Counted[] => row.places ?? [row])

  it('stays readable: at most 80 rows, told by street, most endangered first', () => {
    expect(evacuation.assignments.length).toBeLessThanOrEqual(80)
    const clouds = evacuation.assignments.map((line) => line.cloudArrivesS ?? 0)
    expect(clouds).toEqual([...clouds].sort((a, b) => a - b))
  })

  it('loses no village: each one inside stands in a row', () => {
    const ids = new Set(places.map((place) => place.id))
    const villages = beilun.populationPoints.filter(
      (point) => point.list !== 'transfer' && guarded.some((zone) => isInside(point, zone.geometry)),
    )
    expect(villages.length).toBeGreaterThan(60)
    for (const village of villages) expect(ids).toContain(village.id)
  })

  it('counts fewer people than the district has, and says what the numbers rest on', () => {
    const people = evacuation.population.reduce((sum, row) => sum + row.people, 0)
    expect(people).toBeGreaterThan(100_000)
    expect(people).toBeLessThan(829_448)
    expect(evacuation.note).toMatch(/夜间登记口径/)
  })

  it('orders relief only for those who have a shelter', () => {
    const housed = evacuation.assignments
      .filter((line) => line.shelterId !== null)
      .reduce((sum, line) => sum + line.people, 0)
    const waterL = plan.forcePlan.supplies.demand
      .filter((row) => row.itemCode === 'LIFE_WATER_L')
      .reduce((sum, row) => sum + row.quantity, 0)
    expect(waterL).toBe(housed * 3)
  })

  it('tells the streets to stay indoors first and walk only when called', () => {
    expect(publicMessage.text).toMatch(/先留在屋内.*接到村社通知再/)
  })

  it('says that the plant is not identified', () => {
    expect(plan.findings.map((finding) => finding.code)).toContain('plant-unknown')
    expect(blocksOf(plan)).toEqual([])
  })

  it('at a plant: rings its process team first and sends it, with the permits in force named', () => {
    const atPlant = planExample('chlorine-plant-night', (incident) => ({
      ...incident,
      receivedAt: '2026-07-14T14:00:00+08:00',
      occurredAt: '2026-07-14T13:55:00+08:00',
      location: { lng: 121.896, lat: 29.915, address: '台塑(宁波)工业园' },
    }))
    expect(atPlant.firstOrders[0]?.id).toBe('FO_PLANT')
    expect(atPlant.forcePlan.assignments.map((row) => row.teamId)).toContain('proc-formosa')
    expect(atPlant.handlingPlan.phases.flatMap((phase) => phase.actions.map((action) => action.text)).join()).toContain(
      '聚丙烯装置管廊动火6人',
    )
    const inside = atPlant.handlingPlan.evacuation.population.flatMap((row): Counted[] => row.places ?? [row])
    expect(inside.find((place) => place.id === 'plant-formosa')?.people).toBe(2600)
  })
})
