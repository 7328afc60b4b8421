import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import type { InputOf, OutputOf } from '#shared/contract/define.ts'
import type { SentReport } from '#shared/domain/command/report.ts'
import type { reportsContract } from '#shared/contract/reports.contract.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

const folder = temporaryFolder()
let console: Console
let count = 0
let incidentId = ''

type Overview = OutputOf<(typeof reportsContract)['overview']>

async function overview(): Promise<Overview> {
  return valueOf(await console.tactical.client.reports.overview({ incidentId }))
}

async function issueInput(
  number: number,
  kind: 'initial' | 'followUp' | 'final' | 'correction',
  corrects: string | null = null,
): Promise<InputOf<(typeof reportsContract)['issue']>> {
  const draft = valueOf(await console.administrative.client.reports.draft({ incidentId, kind, corrects }))
  return {
    ...{ commandId: commandId(number), incidentId, kind, corrects, to: draft.to, signer: '王值班' },
    elements: draft.lines
      .filter(({ dropped }) => !dropped)
      .map(({ key, field, text, source, asOf, state }) => ({ key, field, text, source, asOf, state })),
    heads: (await overview()).heads,
    incidentRevision: draft.incidentRevision,
    planVersion: draft.planVersion,
  }
}

async function amendDeaths(number: number, revision: number, deaths: number): Promise<void> {
  const incident = ammoniaTanker({ facts: { deaths } })
  const command = { commandId: commandId(number), incidentId, expectedRevision: revision, incident }
  valueOf(await console.tactical.client.incident.amend(command))
}

beforeEach(async () => {
  count += 1
  console = startConsole(join(folder.path, String(count), 'console.db'), { planDispatch: stubPlan })
  const opened = { commandId: commandId(1), incident: ammoniaTanker() }
  incidentId = valueOf(await console.administrative.client.incident.open(opened)).incidentId
  return () => {
    console.stop()
    expect(console.bugs).toEqual([])
  }
})
afterAll(folder.remove)

describe('reports upward', () => {
  it('count down from the call: phone 15 and writing 30 minutes, marked as not verified', async () => {
    const { duties, nextKind } = await overview()
    expect(nextKind).toBe('initial')
    expect(duties.slice(0, 2).map(({ duty, dueAt, evidence, met }) => [duty, dueAt, evidence, met])).toEqual([
      ['report-phone', '2026-07-14T10:35:00+08:00', 'unverified', null],
      ['report-written', '2026-07-14T10:50:00+08:00', 'unverified', null],
    ])
  })

  it('are frozen when issued: later facts change the next draft, never the report, and the record verifies', async () => {
    const input = await issueInput(2, 'initial')
    const issued = valueOf(await console.administrative.client.reports.issue(input))
    expect(issued).toMatchObject({ title: '【演练】关于S20 穿好高速液氨槽车追尾泄漏的首报' })
    expect(issued.number).toMatch(/^BL-20260714-001-报01$/)
    expect(valueOf(await console.administrative.client.reports.issue(input))).toEqual(issued)

    const before = (await overview()).reports[0]?.plainText
    expect(before).toContain('死亡：0人')
    await amendDeaths(3, 1, 2)
    const next = valueOf(await console.tactical.client.reports.draft({ incidentId, kind: 'followUp', corrects: null }))
    expect(next.title).toContain('续报一')
    expect(next.lines.find(({ key }) => key === 'casualties.deaths')).toMatchObject({
      text: '死亡：2人',
      was: '死亡：0人',
    })
    expect(next.lines.map(({ key }) => key)).not.toContain('place')
    expect((await overview()).reports[0]?.plainText).toBe(before)

    const paper = valueOf(await console.tactical.client.reports.document({ incidentId, reportId: issued.reportId }))
    expect([paper.watermark, paper.paper, paper.sheets[0]?.number]).toEqual(['演练', 'A4', issued.number])
    expect(valueOf(await console.tactical.client.system.verify({}))).toEqual({ ok: true, problems: [] })
  })

  it('are signed by the administrative headquarters, over what it has seen, and one first report only', async () => {
    const input = await issueInput(2, 'initial')
    expect(await console.tactical.client.reports.issue(input)).toMatchObject({ error: { code: 'forbidden' } })
    expect(await console.administrative.client.reports.issue({ ...input, signer: ' ' })).toMatchObject({
      error: { code: 'bad-input', path: 'signer' },
    })
    const { reportId } = valueOf(await console.administrative.client.reports.issue(input))
    const again = { ...(await issueInput(3, 'initial')) }
    expect(await console.administrative.client.reports.issue(again)).toMatchObject({ error: { code: 'conflict' } })
    const blind = { ...(await issueInput(4, 'final')), heads: [] }
    expect(await console.administrative.client.reports.issue(blind)).toMatchObject({
      error: { code: 'conflict', path: 'heads' },
    })

    const correction = { ...(await issueInput(5, 'correction', reportId)) }
    const corrected = valueOf(await console.administrative.client.reports.issue(correction))
    expect(corrected.title).toBe('【演练】关于更正《关于S20 穿好高速液氨槽车追尾泄漏的首报》有关内容的报告')
    expect((await overview()).reports.map(({ kindWords, correctedBy }) => [kindWords, correctedBy])).toEqual([
      ['首报', [corrected.reportId]],
      ['更正报告', []],
    ])
  })

  it('keep who took them and when; a late one is late, and a wrong entry is replaced by another', async () => {
    const { reportId } = valueOf(await console.administrative.client.reports.issue(await issueInput(2, 'initial')))
    const sent: SentReport = {
      ...{ reportId, to: '宁波市应急指挥部', at: '2026-07-14T10:37:00+08:00', receivedBy: '陈' },
      ...{ way: 'phone', duty: 'report-phone', withdrawn: false },
    }
    const send = { commandId: commandId(3), incidentId, sent, replaces: null }
    valueOf(await console.administrative.client.reports.recordSent(send))
    expect((await overview()).duties[0]).toMatchObject({ lateS: 120, met: { receivedBy: '陈' } })
    const [entry] = (await overview()).reports[0]?.sendings ?? []
    const right = { ...sent, at: '2026-07-14T10:32:00+08:00' }
    const fix = { commandId: commandId(4), incidentId, sent: right, replaces: entry?.opId ?? '' }
    valueOf(await console.administrative.client.reports.recordSent(fix))
    expect((await overview()).duties[0]?.lateS).toBe(0)
    expect((await overview()).reports[0]?.sendings.map(({ at, replaced }) => [at.slice(11, 16), replaced])).toEqual([
      ['10:37', true],
      ['10:32', false],
    ])
    const wrongTime = { ...fix, commandId: commandId(5), replaces: null, sent: { ...sent, at: '10:32' } }
    expect(await console.administrative.client.reports.recordSent(wrongTime)).toMatchObject({
      error: { code: 'bad-time', path: 'sent.at' },
    })
  })

  it('are drafted in either window, kept while typed, and the draft goes when it is issued', async () => {
    const [line] = (await issueInput(2, 'initial')).elements.filter(({ key }) => key === 'cause')
    if (line === undefined) throw new Error('no cause in the draft')
    const edit = { ...line, text: '阀门被追尾撞击（初步判断）', source: '现场', dropped: false, over: line.text }
    const save = { commandId: commandId(3), incidentId, kind: 'initial', corrects: null } as const
    valueOf(await console.tactical.client.reports.saveDraft({ ...save, to: '市局', signer: '', edits: [edit] }))
    const input = await issueInput(4, 'initial')
    expect(input.to).toBe('市局')
    expect(input.elements.find(({ key }) => key === 'cause')?.text).toBe('阀门被追尾撞击（初步判断）')
    valueOf(await console.administrative.client.reports.issue(input))
    const draft = { incidentId, kind: 'followUp', corrects: null } as const
    expect(valueOf(await console.tactical.client.reports.draft(draft)).savedAt).toBeNull()
  })
})
