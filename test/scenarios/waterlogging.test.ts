import { describe, expect, it } from 'vitest'
import { circlePolygon, isInside } from '#shared/kernel/geo.ts'
import { actionTexts, demanded, dueMinute, itIsSound, mustNotTexts, planShipped } from './types/type-plan.ts'

/** T4: rush hour, orange rain signal, six flooded points, an underpass with three cars, a wet kiosk, a hospital cellar. */
describe('T4 urban waterlogging', () => {
  const made = planShipped('urban-waterlogging')
  const { plan } = made
  itIsSound(made)

  it('pumps by depth and area, and sends water rescue, power isolation, police and tow', () => {
    expect(demanded(plan, 'PUMP_DRAIN')).toBe(12)
    for (const need of ['WATER_RESCUE', 'ELEC_ISOLATE', 'POLICE', 'ROAD_CLEAR', 'POWER_GEN', 'DIVE'])
      expect(demanded(plan, need)).toBeGreaterThan(0)
  })

  it('looks for life in the cars first, then hospital power, then the kiosk, then roads', () => {
    expect(dueMinute(plan, 'WL_PEOPLE')).toBeLessThan(dueMinute(plan, 'WL_HOSPITAL'))
    expect(dueMinute(plan, 'WL_CARS')).toBeLessThan(dueMinute(plan, 'WL_HOSPITAL'))
    expect(dueMinute(plan, 'WL_HOSPITAL')).toBeLessThan(dueMinute(plan, 'WL_KIOSK'))
    expect(dueMinute(plan, 'WL_KIOSK')).toBeLessThan(dueMinute(plan, 'WL_TOW'))
  })

  it('blocks underpasses at 15 cm, logs depths every hour, keeps shelters of the streets ready', () => {
    const texts = actionTexts(plan)
    expect(texts).toMatch(/15厘米即封闭/)
    expect(texts).toMatch(/每小时上报/)
    expect(texts).toMatch(/大碶街道.*避灾点开门待命|新碶街道.*避灾点开门待命/)
  })

  it('gives the administrative side rush-hour notices, school pick-up, shops, tide and gates', () => {
    const texts = actionTexts(plan, 'administrative')
    for (const wanted of [/晚高峰/, /错峰放学/, /地下商业停业/, /潮位.*闸泵/]) expect(texts).toMatch(wanted)
  })

  it('must not: drive through the points, energise the kiosk, pump downhill, raise to I without reason', () => {
    const texts = mustNotTexts(plan)
    for (const wanted of [/水深30厘米/, /未检查不得送电/, /另一低洼点/, /升为Ⅰ级/]) expect(texts).toMatch(wanted)
    expect(plan.incident.response.value).toBe('II')
    expect(plan.incident.level.value).toBeNull()
  })

  it('routes nobody through the six flooded points, ambulances least of all', () => {
    const flooded = (plan.incident.closures ?? []).map((closure) =>
      circlePolygon({ lng: closure.lng ?? 0, lat: closure.lat ?? 0 }, 40),
    )
    expect(flooded).toHaveLength(6)
    expect(plan.findings.filter((finding) => finding.code === 'closure-not-found')).toEqual([])
    const homes = new Map(made.dataset.teams.map((team) => [team.id, team]))
    for (const movement of plan.movementPlan.movements) {
      const home = homes.get(movement.teamId)
      const through = movement.geometry.coordinates.filter(([lng, lat]) =>
        flooded.some((zone) => isInside({ lng: lng ?? 0, lat: lat ?? 0 }, zone)),
      )
      expect([home?.name, through]).toEqual([home?.name, []])
    }
  })

  it('draws no single danger zone and moves nobody as a matter of course', () => {
    expect(plan.zones).toEqual([])
    expect(plan.handlingPlan.evacuation.assignments).toEqual([])
    expect(plan.handlingPlan.evacuation.note).toMatch(/不成片转移/)
  })

  it('assembles in the streets that are flooded, not in the far ones', () => {
    const names = plan.movementPlan.stagingAreas.map((area) => area.name).join('、')
    expect(names).toMatch(/新碶/)
    expect(names).not.toMatch(/郭巨|梅山|春晓/)
  })
})
