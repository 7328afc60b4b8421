import { describe, expect, it } from 'vitest'
import { actionTexts, demanded, dueMinute, itIsSound, mustNotTexts, planShipped, supplied } from './types/type-plan.ts'

/** T8: M5.5 at night in the rain, eleven old houses down, five dead and forty hurt unconfirmed, networks failing. */
describe('T8 earthquake', () => {
  const made = planShipped('earthquake-meishan')
  const { plan, dataset } = made
  itIsSound(made)

  it('starts at II by magnitude and density although five dead would give IV', () => {
    expect(plan.incident.level.value).toBe('II')
    expect(plan.incident.level.criteria.map((entry) => entry.level)).toContain('IV')
    expect(dueMinute(plan, 'EQ_JUDGE')).toBeLessThanOrEqual(5)
  })

  it('asks for search, extrication, triage, geology, drones, power and troops', () => {
    for (const need of ['SEARCH_USAR', 'EXTRICATE', 'MED_TRIAGE', 'GEO_RESCUE', 'UAV', 'POWER_GEN', 'TROOP', 'LIGHT'])
      expect(demanded(plan, need)).toBeGreaterThan(0)
    expect(actionTexts(plan)).toMatch(/社会搜救队.*专业队带班/)
  })

  it('raises the checks and the demand of what it may set off', () => {
    const types = plan.handlingPlan.secondaries.map((entry) => entry.type)
    for (const type of ['hazmat_fixed', 'pipeline', 'gas_supply', 'geo_hazard', 'flood', 'fire_building'])
      expect(types).toContain(type)
    for (const entry of plan.handlingPlan.secondaries) {
      expect(entry.checks.length).toBeGreaterThan(0)
      expect(entry.orders.length).toBeGreaterThan(0)
    }
    for (const need of ['HAZ_RECON', 'HAZ_PLUG', 'ELEC_ISOLATE', 'WATER_SUPPLY', 'FIRE_BLDG'])
      expect(demanded(plan, need)).toBeGreaterThan(0)
    const texts = actionTexts(plan)
    for (const wanted of [/危化企业/, /管道/, /水库/, /医院、学校/]) expect(texts).toMatch(wanted)
  })

  it('lets teams check themselves before they leave, and light vehicles try bridges first', () => {
    expect(dueMinute(plan, 'EQ_SELF')).toBeLessThanOrEqual(5)
    expect(actionTexts(plan)).toMatch(/桥隧先由轻车检查/)
    expect(actionTexts(plan)).toMatch(/渡船舟艇/)
  })

  it('puts the homeless on open ground in tents, four to a tent', () => {
    const people = plan.handlingPlan.evacuation.population.reduce((sum, row) => sum + row.people, 0)
    expect(people).toBe(110)
    expect(supplied(plan, 'LIFE_TENT_12')).toBe(Math.ceil(people / 4))
    for (const line of plan.handlingPlan.evacuation.assignments) {
      expect(line.shelterName).toMatch(/室外场地/)
      expect(JSON.stringify(line.reasons)).toMatch(/安全鉴定/)
    }
    expect(plan.forcePlan.supplies.demand.every((need) => need.bySAfterStart <= 36_000)).toBe(true)
  })

  it('gives the administrative side city, rumours, schools and shelter', () => {
    const texts = actionTexts(plan, 'administrative')
    for (const wanted of [/市级和人武部/, /辟谣/, /停课/, /空旷场地/, /供暖防寒/]) expect(texts).toMatch(wanted)
    expect(actionTexts(plan, 'tactical')).toMatch(/按街道分区搜救/)
    expect(actionTexts(plan, 'tactical')).toMatch(/静音/)
  })

  it('must not: wait for deaths, use unchecked buildings, empty the brigades, depend on the network', () => {
    const texts = mustNotTexts(plan)
    for (const wanted of [/死亡少/, /未检查的建筑/, /抽空各企业专职队/, /只依赖公网/]) expect(texts).toMatch(wanted)
    const brigades = dataset.teams.filter((team) => team.type === 'ENT_FT')
    const sent = plan.forcePlan.assignments.filter((entry) => entry.teamType === 'ENT_FT')
    expect(sent.length).toBeLessThan(brigades.length / 2)
    expect(plan.handlingPlan.communications.map((row) => row.channel).join()).toMatch(/卫星电话/)
  })

  it('draws no single scene: teams assemble street by street', () => {
    expect(plan.zones).toEqual([])
    expect(plan.movementPlan.stagingAreas.length).toBeGreaterThan(3)
  })
})
