import { describe, expect, it } from 'vitest'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { actionTexts, planScenario } from './type-plan.ts'

const PLACE = { lng: 121.842, lat: 29.905, address: '新碶街道居民小区' }
const AT = '2026-05-12T10:00:00+08:00'

const calls = (plan: DispatchPlan): string[] => plan.firstOrders.map((order) => `${order.call}：${order.words}`)

describe('the notice for the public', () => {
  it('tells the households of a supply cut to close their valves, and sends nobody out of the street', () => {
    const { plan } = planScenario({ type: 'gas_supply', at: AT, place: PLACE, facts: { householdsOut: 60_000 } })
    expect(plan.handlingPlan.publicMessage.text).toMatch(/供气中断.*关闭灶前阀/)
    expect(plan.handlingPlan.publicMessage.text).not.toMatch(/立即步行离开/)
  })

  it('tells those near a gas leak to walk away', () => {
    const { plan } = planScenario({ type: 'gas_supply', at: AT, place: PLACE, facts: { injured: 0 } })
    expect(plan.handlingPlan.publicMessage.text).toMatch(/立即步行离开/)
  })

  it('tells the floors of a burning house what to do instead of emptying the whole street by its stairs', () => {
    const { plan } = planScenario({
      type: 'fire_building',
      at: AT,
      place: PLACE,
      facts: { fireFloor: 3, trapped: 2 },
      building: { floors: 6 },
    })
    expect(plan.handlingPlan.publicMessage.text).toMatch(/3层/)
    expect(plan.handlingPlan.publicMessage.text).not.toMatch(/新碶街道群众/)
  })
})

describe('the first calls', () => {
  it('ring the maritime authority first for a ship, and for a burning port', () => {
    const ship = planScenario({
      type: 'maritime',
      at: AT,
      place: { lng: 122.1, lat: 29.86, address: '穿山港外海面' },
      facts: { missing: 2 },
    })
    expect(calls(ship.plan)[0]).toMatch(/^北仑区海事处值班室：.*海上搜救机构/)
    const port = planScenario({ type: 'port', at: AT, place: { lng: 121.853, lat: 29.927, address: '北仑港区' } })
    expect(calls(port.plan).join('\n')).toMatch(/北仑区海事处值班室/)
  })

  it('ring the disease control team, the gas company, the grid and the waterworks for what is theirs', () => {
    const of = (type: 'public_health' | 'gas_supply' | 'power_outage' | 'water_supply'): string =>
      calls(planScenario({ type, at: AT, place: PLACE }).plan).join('\n')
    expect(of('public_health')).toMatch(/区疾控与卫生应急队：.*流调/)
    expect(of('gas_supply')).toMatch(/北仑区燃气公司值班室：.*关阀/)
    expect(of('power_outage')).toMatch(/北仑区供电公司值班室：.*恢复时刻/)
    expect(of('water_supply')).toMatch(/自来水公司抢修队：.*抢修/)
  })

  it('ring each street once when the sea comes, not twice with two orders', () => {
    const { plan } = planScenario({ type: 'storm_surge', at: AT, place: { ...PLACE, address: '梅山街道沿海海塘' } })
    const streets = plan.firstOrders.map((order) => order.call).filter((call) => call.includes('街道值班员'))
    expect(streets.length).toBeGreaterThan(3)
    expect(new Set(streets).size).toBe(streets.length)
  })
})

describe('the orders of a transfer', () => {
  it('name one deadline for buses and lists, and the expected end apart from it', () => {
    const { plan } = planScenario({
      type: 'typhoon',
      at: '2026-08-10T09:00:00+08:00',
      place: { lng: 121.9, lat: 29.83, address: '柴桥、大碶、白峰山区' },
      weather: { signal: 'red', signalKind: 'typhoon' },
    })
    const [deadline] = /\d{2}:\d{2}天黑前/.exec(plan.handlingPlan.publicMessage.text) ?? []
    expect(deadline).toBeDefined()
    expect(actionTexts(plan)).toContain(`调集客车分村接送，${deadline}须全部进点（按现有运力预计`)
  })
})
