import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AfterActionReview, LessonRow } from '#shared/contract/review.contract.ts'
import { refusalOf, valueOf } from '#test/harness/bridge.ts'
import { TEST_NOW_MS, temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

describe('an incident looked back on', () => {
  const folder = temporaryFolder()
  let console: Console
  let incidentId = ''
  const review = async (): Promise<AfterActionReview> =>
    valueOf(await console.administrative.client.review.get({ incidentId }))
  const lessons = async (of: { targetId?: string } = {}): Promise<readonly LessonRow[]> =>
    valueOf(await console.administrative.client.review.lessons(of))

  beforeAll(async () => {
    console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan, clock: () => TEST_NOW_MS })
    const opened = { commandId: commandId(1), incident: ammoniaTanker() }
    incidentId = valueOf(await console.administrative.client.incident.open(opened)).incidentId
    for (const number of [2, 3]) {
      valueOf(await console.administrative.client.plan.build({ commandId: commandId(number), incidentId }))
    }
    const act = {
      act: 'staging',
      trigger: '风向转北',
      from: '329国道',
      to: '沙溪路口',
      reason: '原点落在下风向',
    } as const
    valueOf(await console.tactical.client.duty.sign({ commandId: commandId(4), officer: '李指挥' }))
    valueOf(await console.tactical.client.headquarters.act({ commandId: commandId(5), incidentId, ...act }))
  })
  afterAll(() => {
    console.stop()
    folder.remove()
    expect(console.bugs).toEqual([])
  })

  it('measures the entry, leaves open what nobody said, and names the discretionary act with its reason', async () => {
    const { callAt, targets, deviations, orders, missingVersions } = await review()
    expect([callAt, orders, missingVersions]).toEqual(['2026-07-14T10:20:00+08:00', [], []])
    const takenS = (TEST_NOW_MS - Date.parse('2026-07-14T10:20:00+08:00')) / 1000
    expect(targets.find(({ key }) => key === 'callTaking')).toMatchObject({ limitS: 60, measuredS: takenS })
    expect(targets.find(({ key }) => key === 'firstOnScene')).toMatchObject({ measuredS: null, to: null })
    expect(targets.find(({ key }) => key === 'report:report-phone')).toMatchObject({ limitS: 900, measuredS: null })
    expect(targets.find(({ key }) => key === 'report:report-follow:1')?.name).toBe('续报一 宁波市应急指挥部')
    expect(deviations.map(({ kind, reason }) => [kind, reason]).toSorted()).toEqual([
      ['discretion', '原点落在下风向'],
      ['planVersion', null],
    ])
  })

  it('keeps a lesson once, lists it by its target, and lets nobody decide over a decision he has not seen', async () => {
    const evidence = (await review()).deviations.flatMap(({ opId }) => opId ?? [])
    const wish = {
      ...({ commandId: commandId(10), incidentId, kind: 'plan', text: '集结点未避开下风向', evidence } as const),
      ...{ targetId: 'plan-hazmat-road', targetName: '危化品道路运输事故应急预案', change: '集结点按风向给出两处' },
    }
    const client = console.tactical.client
    const { lessonId } = valueOf(await client.review.proposeLesson(wish))
    expect(valueOf(await client.review.proposeLesson(wish))).toEqual({ lessonId })
    const [lesson, ...others] = await lessons({ targetId: 'plan-hazmat-road' })
    expect(others).toEqual([])
    expect(lesson).toMatchObject({ number: 'BL-20260714-001', who: '李指挥', state: 'proposed', evidence })
    expect(await lessons({ targetId: 'other' })).toEqual([])

    const settle = { incidentId, lessonId, basis: [...(lesson?.basis ?? [])], note: '' }
    const rejected = { ...settle, commandId: commandId(11), verdict: 'rejected' as const }
    expect(refusalOf(await console.administrative.client.review.settleLesson(rejected)).message).toBe(
      '不采纳请写明理由',
    )
    const accepted = { ...settle, commandId: commandId(12), verdict: 'accepted' as const }
    valueOf(await console.administrative.client.review.settleLesson(accepted))
    expect(refusalOf(await client.review.settleLesson({ ...accepted, commandId: commandId(13) })).code).toBe('conflict')
    expect((await lessons())[0]).toMatchObject({ state: 'accepted', verdicts: [{ verdict: 'accepted' }] })
  })

  it('refuses a lesson without a target, and evidence that is not of this incident', async () => {
    const wish = { incidentId, text: '水带不足', targetId: '', targetName: '', change: '' }
    const client = console.administrative.client
    const noTarget = { ...wish, commandId: commandId(20), kind: 'stock' as const, evidence: [] }
    expect(refusalOf(await client.review.proposeLesson(noTarget))).toMatchObject({ code: 'bad-input' })
    const foreign = { ...wish, commandId: commandId(21), kind: 'training' as const, evidence: ['seat-x:1'] }
    expect(refusalOf(await client.review.proposeLesson(foreign)).message).toContain('seat-x:1')
  })

  it('is written as an official sheet with the mark of a drill, and the record verifies', async () => {
    const paper = valueOf(await console.administrative.client.review.document({ incidentId }))
    expect([paper.look, paper.watermark, paper.sheets[0]?.number]).toEqual(['official', '演练', 'BL-20260714-001-评'])
    expect(JSON.stringify(paper.sheets)).toContain('原点落在下风向')
    expect(valueOf(await console.administrative.client.system.verify({}))).toMatchObject({ problems: [] })
  })
})
