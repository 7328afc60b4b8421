import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadActionCards } from '#electron/core/planning/load-action-cards.ts'
import type { FilledCard } from '#shared/contract/cards.contract.ts'
import { ActionCard } from '#shared/domain/action-card.ts'
import { findCard } from '#shared/planner/library/find-card.ts'
import { fillCard } from '#shared/text/documents/fill-card.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'
import { planExample } from '#test/scenarios/scenario-plan.ts'

const cards = loadActionCards(join(RESOURCES, 'action-cards'))
const plan = planExample('ammonia-tanker-road')
const incident = {
  incidentId: 'incident-1',
  number: 'BL-2026-0007',
  title: '液氨槽车',
  mode: 'drill',
  planVersion: 1,
} as const

function cardOf(id: string): ActionCard {
  const card = cards.find((candidate) => candidate.id === id)
  if (card === undefined) throw new Error(`no card ${id}`)
  return card
}
const fillFrom = (card: ActionCard, post: string | null = null, hq: 'tactical' | null = null): FilledCard =>
  fillCard(card, cards, { incident, plan, post, hq })
const factOf = (card: FilledCard, key: string): string | null | undefined =>
  card.facts.find((fact) => fact.key === key)?.value

describe('a card filled from the plan in force', () => {
  it('names the holder, the staging areas, the channel and the signal of this plan', () => {
    const card = fillFrom(cardOf('safety-officer-hazmat'))
    const officer = plan.headquarters.tactical.posts.find(({ post }) => post === 'SAFETY_OFFICER')
    expect(card.holder).toEqual({
      post: 'SAFETY_OFFICER',
      title: '现场安全员',
      name: officer?.name,
      phone: officer?.phone,
    })
    const staging = plan.movementPlan.stagingAreas.filter(({ kind }) => kind === 'staging').map(({ name }) => name)
    expect(staging.length).toBeGreaterThan(0)
    expect(factOf(card, 'staging')).toBe(staging.join('；'))
    expect(factOf(card, 'channel')).toBe('现场频道（同频对讲）')
    expect(factOf(card, 'signal')).toBe(plan.handlingPlan.withdrawal.signal)
    expect(factOf(card, 'place')).toBe('S20 穿好高速 霞浦至柴桥段')
  })

  it('gives each contact of the card its name and number on the roster, and no number to a post nobody holds', () => {
    const card = fillFrom(cardOf('tactical-commander-hazmat'))
    expect(card.contacts.length).toBeGreaterThan(1)
    for (const { phone, name } of card.contacts) {
      expect(phone).toMatch(/^\d{11}$/)
      expect(name).not.toBeNull()
    }
    const village = fillFrom({ ...cardOf('tactical-commander'), contacts: ['VILLAGE_LEADER'] }).contacts[0]
    expect(village).toEqual({ post: 'VILLAGE_LEADER', title: '村（社区）书记', name: null, phone: null })
  })

  it('is held by the duty officer of the street that was asked for', () => {
    const street = fillFrom(cardOf('street-duty-hazmat'), 'STREET_DUTY:大碶街道')
    const other = fillFrom(cardOf('street-duty-hazmat'))
    expect(street.holder?.title).toBe('大碶街道值班员')
    expect(other.holder?.title).toBe('霞浦街道值班员')
    expect(street.holder?.phone).not.toBe(other.holder?.phone)
    const duty = plan.headquarters.administrative.posts.find(({ post }) => post === 'STREET_DUTY:霞浦街道')
    expect(other.contacts.find(({ post }) => post === 'STREET_LEADER')).toEqual({
      post: 'STREET_LEADER',
      title: '霞浦街道带班领导',
      name: duty?.deputy?.name,
      phone: duty?.deputy?.phone,
    })
    expect(duty?.deputy?.phone).toMatch(/^1\d{10}$/)
  })

  it('fills placeholders, and leaves what the plan does not say as a bracket to be filled by hand', () => {
    const card = ActionCard.parse({
      ...cardOf('first-due'),
      steps: [{ text: '在{staging}报到', radio: '{who}到{place}', withinS: 30 }],
      mustNots: ['不得离开{channel}'],
    })
    expect(fillFrom(card).steps[0]?.text).toContain(plan.movementPlan.stagingAreas[0]?.name)
    expect(fillFrom(card).steps[0]?.radio).toBe('〔持卡人〕到S20 穿好高速 霞浦至柴桥段')
    const alone = fillCard(card, cards, { incident: null, plan: null, post: null, hq: null })
    expect(alone.steps[0]?.text).toBe('在〔集结点〕报到')
    expect(alone.mustNots).toEqual(['不得离开〔频道〕'])
    expect(alone.facts).toEqual([])
  })

  it('refuses a placeholder that no plan can fill when the card is read', () => {
    const bad = { ...cardOf('first-due'), mustNots: ['不得靠近{tank}'] }
    expect(ActionCard.safeParse(bad).error?.issues[0]?.message).toContain('花括号里只能写 place')
  })

  it('says in its plain text that it is a drill, with numbered steps and the words for the radio', () => {
    const text = fillFrom(cardOf('first-due')).plainText
    expect(text).toMatch(/^【演练】首到指挥员行动卡/)
    expect(text).toContain('1. 停上风上坡看三十秒，先报所见（30秒内）\n   说：“首到，见几层几车几人，我先指挥”')
    expect(text).toContain('first-due　第1.0.0版')
  })

  it('is there for every action, first order and post of the plan', () => {
    const { type, response } = plan.incident
    const find = (group: string, post?: string): ActionCard | undefined =>
      findCard(cards, { group, post }, type, response.value)
    const groups = plan.handlingPlan.phases.flatMap(({ actions }) => actions.map(({ group }) => group))
    expect(groups.filter((group) => find(group) === undefined)).toEqual([])
    const posts = Object.values(plan.headquarters).flatMap((own) => own.posts.map(({ post }) => post))
    expect(posts.filter((post) => find('', post) === undefined)).toEqual([])
    const rung = plan.firstOrders.flatMap(({ post }) => post ?? [])
    expect(rung).toContain('STREET_DUTY:霞浦街道')
    expect(rung.filter((post) => find('', post) === undefined)).toEqual([])
  })
})
