import { describe, expect, it } from 'vitest'
import { planExample } from './scenario-plan.ts'

describe('a high-rise fire on an island whose two bridges are closed', () => {
  const plan = planExample('high-rise-fire-xinqi', (incident) => ({
    ...incident,
    location: { lng: 121.985, lat: 29.79, address: '梅山街道' },
    trappedList: [],
    closures: [
      { road: '梅山大桥', reason: '桥面事故' },
      { road: '春晓大桥', reason: '封桥' },
    ],
  }))
  const found = (code: string): string => plan.findings.find((finding) => finding.code === code)?.text ?? ''

  it('says first that no way is open, and for what', () => {
    expect(found('force-cut-off')).toContain('去路全断')
    expect(found('force-cut-off')).toContain('建筑灭火')
    expect(found('force-short')).toContain('力量缺口')
  })

  it('asks for the bridge to be opened and for boats, not for neighbours who cannot come either', () => {
    const attack = plan.forcePlan.shortfalls.find(({ capability }) => capability === 'FIRE_BLDG')
    const remedies = attack?.remedies.map(({ code }) => code) ?? []
    expect(remedies.slice(0, 2)).toEqual(['remedy-open-road', 'remedy-water-air'])
    expect(remedies).not.toContain('remedy-neighbour')
  })

  it('stops the engines that were rung by straight line before the cut', () => {
    expect(found('called-cut-off')).toContain('新碶消防救援站')
    expect(found('called-not-sent')).not.toContain('新碶消防救援站')
  })

  it('names three places that could serve so that they can be told apart', () => {
    const names = plan.movementPlan.stagingRefusals.map(({ name }) => name)
    expect(new Set(names).size).toBe(3)
    for (const name of names) expect(name).toMatch(/（.{1,2}方向\d+米）$/)
  })

  it('says nothing twice', () => {
    const said = plan.findings.map(({ code, text }) => `${code} ${text}`)
    expect(new Set(said).size).toBe(said.length)
  })

  it('does not tell people whose floor nobody knows to stay or to go', () => {
    const row = plan.handlingPlan.evacuation.assignments.find(({ fromId }) => fromId === 'trapped-unlisted')
    expect(row?.reasons[0]?.text).toContain('先问清所在楼层')
    expect(row?.reasons.map(({ text }) => text).join()).not.toContain('不在着火层以下')
  })
})

describe('an earthquake under a street that no road leads into', () => {
  const plan = planExample('earthquake-meishan', (incident) => ({
    ...incident,
    location: { ...incident.location, lng: 121.98, lat: 29.79 },
    cutOffTowns: [{ town: '梅山街道' }, { town: '白峰街道' }],
  }))

  it('brings search and rescue to the nearest street with roads instead of leaving it at home', () => {
    const crews = plan.forcePlan.assignments.filter((row) =>
      row.capabilities.some(({ capability }) => capability === 'SEARCH_USAR'),
    )
    expect(crews.length).toBeGreaterThan(0)
    for (const { stagingAreaId } of crews) {
      const area = plan.movementPlan.stagingAreas.find(({ id }) => id === stagingAreaId)
      expect(['梅山街道集结点', '白峰街道集结点']).not.toContain(area?.name)
    }
  })

  it('says that the times are those of the waiting place, not of the street', () => {
    const finding = plan.findings.find(({ code }) => code === 'staging-substitute')
    expect(finding?.text).toContain('不是进入梅山街道的时刻')
    const basis = plan.movementPlan.stagingAreas.flatMap((area) => area.basis.map(({ code }) => code))
    expect(basis).toContain('staging-town-substitute')
  })

  it('leaves the teams that go in to make contact out of those to be held back', () => {
    const contact = plan.firstOrders.filter(({ id }) => id.startsWith('FO_CONTACT')).map(({ call }) => call)
    const held = plan.findings.filter(({ code }) => code.startsWith('called-')).map(({ text }) => text)
    expect(contact.length).toBeGreaterThan(0)
    for (const name of contact) expect(held.join()).not.toContain(name)
  })
})

describe('teams rung whose base lies in the cloud', () => {
  it('are told to shelter or leave sideways, not to drive through it', () => {
    const plan = planExample('chlorine-plant-night')
    const finding = plan.findings.find(({ code }) => code === 'called-in-zone')
    expect(finding?.text).toContain('生态环境分局应急监测队')
    expect(finding?.text).toContain('不得穿越危险区')
  })
})
