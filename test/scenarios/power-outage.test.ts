import { describe, expect, it } from 'vitest'
import { actionTexts, demanded, dueMinute, itIsSound, mustNotTexts, planShipped, supplied } from './types/type-plan.ts'

/** T9: Cixi in August, two 220 kV substations lost, 72 % of users out, hospital on diesel, lifts with people. */
describe('T9 large power outage', () => {
  const made = planShipped('power-outage-cixi', 'cixi')
  const { plan } = made
  itIsSound(made)

  it('is level III for a county-level city with 1 900 MW and 72 % of users out', () => {
    expect(plan.incident.level.value).toBe('III')
  })

  it('asks for generators, lift rescue, police points and fuel', () => {
    expect(demanded(plan, 'POWER_GEN')).toBe(9)
    for (const need of ['LIFT_RESCUE', 'POLICE', 'COMMS', 'WATER_SUPPLY'])
      expect(demanded(plan, need)).toBeGreaterThan(0)
    expect(supplied(plan, 'FUEL_DIESEL_L')).toBeGreaterThan(0)
    expect(supplied(plan, 'GENSET_50KW')).toBeGreaterThan(0)
  })

  it('lists who lasts how long, hospital and people on machines before goods', () => {
    expect(dueMinute(plan, 'PO_PRIORITY')).toBeLessThanOrEqual(5)
    expect(dueMinute(plan, 'PO_LIFT')).toBeLessThan(dueMinute(plan, 'PO_GEN'))
    expect(dueMinute(plan, 'PO_LIFE')).toBeLessThan(dueMinute(plan, 'PO_FUEL'))
    expect(actionTexts(plan)).toMatch(/医院、供水、指挥部、基站、居家透析/)
  })

  it('has the administrative side lead, with cool places, cold chain, plants, fuel loop and radio', () => {
    const texts = actionTexts(plan, 'administrative')
    for (const wanted of [/避暑/, /冷链/, /安全停车/, /每4小时补油/, /电台、广播车/, /供电公司/])
      expect(texts).toMatch(wanted)
    const { administrative, tactical } = plan.headquarters
    expect(administrative.actionIds.length).toBeGreaterThan(tactical.actionIds.length)
  })

  it('leaves lift rescue and generator placing to the tactical side', () => {
    const texts = actionTexts(plan, 'tactical')
    for (const wanted of [/电梯被困/, /逐台核发电机：室外/, /信号灯失电/, /不设统一现场/]) expect(texts).toMatch(wanted)
  })

  it('must not: one cordon, trust in the network, a generator indoors, users counted without the power company', () => {
    expect(plan.zones).toEqual([])
    expect(plan.movementPlan.stagingAreas.every((area) => area.kind === 'staging')).toBe(true)
    expect(plan.handlingPlan.publicMessage.channels.slice(0, 2).join()).toMatch(/广播/)
    const texts = mustNotTexts(plan)
    for (const wanted of [/单一现场/, /短信、网络/, /室内、地下室/, /供电公司确认/]) expect(texts).toMatch(wanted)
  })

  it('sends nobody to a shelter, but says who must be looked after', () => {
    expect(plan.handlingPlan.evacuation.assignments).toEqual([])
    expect(plan.handlingPlan.evacuation.note).toMatch(/设备维持生命/)
  })
})
