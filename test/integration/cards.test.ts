import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

const folder = temporaryFolder()
let console: Console
let incidentId = ''

beforeAll(async () => {
  console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
  const { incident } = console.administrative.client
  incidentId = valueOf(await incident.open({ commandId: commandId(1), incident: ammoniaTanker() })).incidentId
})
afterAll(() => {
  console.stop()
  folder.remove()
})

describe('action cards over the bridge', () => {
  it('are listed by kind, trade, type, level and a word of two characters', async () => {
    const { cards } = console.tactical.client
    const all = valueOf(await cards.list({}))
    expect(all.cards).toHaveLength(107)
    expect(all.posts).toContainEqual({ post: 'FIRST_DUE', name: '首到指挥员' })
    const manual = valueOf(await cards.list({ kind: 'manual', trade: 'chemical' }))
    expect(manual.cards.map(({ responseLevel }) => responseLevel)).toEqual(['I', 'II', 'III', 'IV'])
    const second = valueOf(await cards.list({ kind: 'manual', level: 'II' }))
    expect(second.cards).toHaveLength(10)
    const stairs = valueOf(await cards.list({ text: '云梯', type: 'fire_highrise' }))
    expect(stairs.cards.map(({ id }) => id)).toContain('tactical-commander-highrise')
    expect(valueOf(await cards.list({ text: '没有这样的词' })).cards).toEqual([])
  })

  it('have none for an order before there is a plan, and then that of the group for the type', async () => {
    const { cards, plan } = console.administrative.client
    const wish = { incidentId, group: 'G_RESCUE', post: null }
    expect(valueOf(await cards.forOrder(wish))).toBeNull()
    await plan.build({ commandId: commandId(2), incidentId })
    const card = valueOf(await cards.forOrder(wish))
    expect(card?.title).toBe('抢险救援组组长行动卡（危险化学品）')
    expect(card?.incident).toMatchObject({ mode: 'drill', planVersion: 1 })
    // The plan of this test names nobody and no staging area: the card says so and guesses nothing.
    expect(card?.holder).toMatchObject({ name: null, phone: null })
    expect(card?.facts.find(({ key }) => key === 'staging')?.value).toBeNull()
  })

  it('become paper with the watermark of the drill and the number of the incident', async () => {
    const { cards } = console.administrative.client
    const document = valueOf(await cards.document({ ids: ['first-due', 'bus-leader'], incidentId }))
    expect(document.watermark).toBe('演练')
    expect(document.sheets).toHaveLength(2)
    expect(document.title).toBe('岗位处置卡（2张）')
    const plain = valueOf(await cards.document({ ids: ['first-due'], incidentId: null }))
    expect(plain).toMatchObject({ watermark: null, title: '首到指挥员行动卡', fileName: '首到指挥员行动卡' })
  })

  it('that do not exist are refused by name', async () => {
    const answer = await console.administrative.client.cards.get({ id: 'nobody', incidentId: null })
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found', value: 'nobody' } })
    expect(console.bugs).toEqual([])
  })
})
