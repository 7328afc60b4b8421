import { describe, expect, it } from 'vitest'
import { nextOrdinal, nextReportNumber, reportBookOf } from '#shared/command/reports/report-book.ts'
import { draftElements } from '#shared/command/reports/report-draft.ts'
import { reportDuties } from '#shared/command/reports/report-duties.ts'
import type { DraftEdit, IssuedReport, ReportElement, SentReport } from '#shared/domain/command/report.ts'
import { opWriter } from '#test/builders/op-builders.ts'

const line = (key: string, text: string, state: ReportElement['state'] = 'known'): ReportElement => ({
  key,
  field: 'casualties',
  text,
  source: '119',
  asOf: null,
  state,
})

const report = (change: Partial<IssuedReport> = {}): IssuedReport => ({
  reportId: 'r1',
  kind: 'initial',
  ordinal: 0,
  number: 'BL-1-报01',
  to: '宁波市应急指挥部',
  title: '首报',
  elements: [line('casualties.deaths', '死亡：0人'), line('casualties.injured', '受伤：待核', 'toVerify')],
  signer: '王',
  corrects: null,
  incidentRevision: 1,
  planVersion: null,
  contentHash: 'h',
  ...change,
})

const sent = (change: Partial<SentReport> = {}): SentReport => ({
  reportId: 'r1',
  way: 'phone',
  to: '宁波市应急指挥部',
  at: '2026-07-14T10:37:00+08:00',
  receivedBy: '陈',
  duty: 'report-phone',
  withdrawn: false,
  ...change,
})

const edit = (change: Partial<DraftEdit>): DraftEdit => ({
  ...line('casualties.deaths', '死亡：1人'),
  dropped: false,
  over: null,
  ...change,
})

describe('the book of reports', () => {
  it('numbers on, keeps corrections as reports of their own, and names the newest line of each key', () => {
    const write = opWriter()
    const first = write({ kind: 'v1.report.issued', body: report() })
    const second = write({
      kind: 'v1.report.issued',
      basis: [first.id],
      body: report({
        reportId: 'r2',
        kind: 'correction',
        number: 'BL-1-报02',
        corrects: 'r1',
        elements: [line('casualties.injured', '受伤：3人')],
      }),
    })
    const book = reportBookOf([first, second])
    expect(book.reports.map(({ body, correctedBy }) => [body.reportId, correctedBy])).toEqual([
      ['r1', ['r2']],
      ['r2', []],
    ])
    expect(book.heads).toEqual([second.id])
    expect(book.told.get('casualties.injured')?.text).toBe('受伤：3人')
    expect([nextReportNumber(book, 'BL-1'), nextOrdinal(book)]).toEqual(['BL-1-报03', 1])
  })

  it('shows two seats that issued apart with the same number, whichever arrives first', () => {
    const [ours, theirs] = [
      opWriter('seat-a')({ kind: 'v1.report.issued', body: report() }),
      opWriter('seat-b', 3)({ kind: 'v1.report.issued', body: report({ reportId: 'r9' }) }),
    ]
    const book = reportBookOf([ours, theirs])
    expect(book.heads).toEqual(['seat-a:1', 'seat-b:1'])
    expect(book.reports.map(({ sameNumber }) => sameNumber)).toEqual([true, true])
    const settled = opWriter(
      'seat-c',
      9,
    )({
      kind: 'v1.report.issued',
      basis: book.heads,
      body: report({ reportId: 'r3', kind: 'followUp', ordinal: 1, number: 'BL-1-报03' }),
    })
    expect(reportBookOf([ours, theirs, settled]).heads).toEqual(['seat-c:1'])
  })

  it('keeps an entry about a report that has not arrived yet', () => {
    const stray = opWriter()({ kind: 'v1.report.sent', body: sent({ reportId: 'elsewhere' }) })
    expect(reportBookOf([stray]).strays.map(({ opId }) => opId)).toEqual(['seat-a:1'])
  })
})

describe('a limit', () => {
  const limit = {
    duty: 'report-phone',
    kind: 'initial',
    to: '市',
    dueAt: '2026-07-14T10:35:00+08:00',
    way: 'phone',
  } as const

  it('is met late (迟报) by the stated time, and no longer met once the entry is taken back', () => {
    const write = opWriter()
    const issued = write({ kind: 'v1.report.issued', body: report() })
    const late = write({ kind: 'v1.report.sent', body: sent() })
    expect(reportDuties(reportBookOf([issued, late]), [limit])).toMatchObject([
      { met: { number: 'BL-1-报01' }, lateS: 120 },
    ])
    const back = write({ kind: 'v1.report.sent', body: sent({ withdrawn: true }), basis: [late.id] })
    expect(reportDuties(reportBookOf([issued, late, back]), [limit])).toEqual([{ limit, met: null, lateS: null }])
    const right = write({
      kind: 'v1.report.sent',
      body: sent({ at: '2026-07-14T10:31:00+08:00' }),
      basis: [late.id],
    })
    expect(reportDuties(reportBookOf([issued, late, right]), [limit])).toMatchObject([{ lateS: 0 }])
  })
})

describe('a draft', () => {
  const book = reportBookOf([opWriter()({ kind: 'v1.report.issued', body: report() })])
  const draft = (filled: ReportElement[], edits: DraftEdit[] = [], kind: 'followUp' | 'final' = 'followUp'): unknown =>
    draftElements({ kind, filled, edits, book, corrected: null, saidThen: new Set(['casualties.deaths']) }).map(
      ({ text, was, origin, newer, dropped }) => ({
        text,
        was,
        origin,
        newer,
        dropped,
      }),
    )

  it('of a follow-up has only what is new since the reports before, with what was told then', () => {
    const filled = [
      line('casualties.deaths', '死亡：0人'),
      line('casualties.injured', '受伤：至少3人', 'range'),
      line('trend', '待核', 'toVerify'),
    ]
    expect(draft(filled)).toEqual([
      { text: '受伤：至少3人', was: '受伤：待核', origin: 'filled', newer: null, dropped: false },
    ])
    expect(draft(filled, [], 'final')).toHaveLength(3)
  })

  it('says that a figure the facts had was taken back, but never that what was told by hand is unknown', () => {
    const unknown = [line('casualties.deaths', '死亡：待核', 'toVerify'), line('cause', '待核', 'toVerify')]
    expect(draft(unknown)).toMatchObject([{ text: '死亡：待核', was: '死亡：0人' }])
  })

  it('never overwrites what an officer wrote, and tells him that the facts say something newer', () => {
    const filled = [line('casualties.deaths', '死亡：2人')]
    expect(draft(filled, [edit({ over: '死亡：1人' }), edit({ key: 'extra', text: '另有2人送医' })])).toEqual([
      { text: '死亡：1人', was: '死亡：0人', origin: 'edited', newer: '死亡：2人', dropped: false },
      { text: '另有2人送医', was: null, origin: 'added', newer: null, dropped: false },
    ])
  })
})
