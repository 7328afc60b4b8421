import { describe, expect, it } from 'vitest'
import type { ReportElement } from '#shared/domain/command/report.ts'
import type { Incident } from '#shared/domain/incident.ts'
import { fillReport } from '#shared/text/reports/fill-report.ts'
import { measureLines } from '#shared/text/reports/measure-lines.ts'
import { numeralWords } from '#shared/text/reports/moment-words.ts'
import { fieldTexts } from '#shared/text/reports/report-paper.ts'
import type { ReportSituation } from '#shared/text/reports/report-situation.ts'
import { ammoniaTanker } from '../../integration/sample-incident.ts'
import { opWriter } from '#test/builders/op-builders.ts'
import { clock, stationOrder } from '#test/builders/order-builders.ts'

const situation = (change: Partial<Incident> = {}): ReportSituation => ({
  incident: ammoniaTanker(change),
  factsAt: '2026-07-14T10:21:00+08:00',
  receivedAt: '2026-07-14T10:20:00+08:00',
  town: '霞浦街道',
  substance: '氨（UN1005）',
  level: null,
  response: 'IV',
  plan: null,
  measures: [],
})

const fill = (change: Partial<Incident> = {}): ReportElement[] => fillReport('initial', situation(change))

function words(elements: readonly ReportElement[], field: ReportElement['field']): readonly string[] {
  return fieldTexts(elements).find((entry) => entry.field === field)?.lines ?? []
}

describe('a first report filled from the facts', () => {
  it('says of every figure who told it and when, of an unknown one 待核, and never 0 for what nobody knows', () => {
    expect(words(fill(), 'casualties')).toEqual([
      '死亡：0人（119，07-14 10:21）',
      '重伤：0人（119，07-14 10:21）',
      '受伤：3人（119，07-14 10:20）',
      '失踪（失联）：0人（119，07-14 10:21）',
      '被困：1人（119，07-14 10:20）',
    ])
    const unknown = words(fill({ facts: {} }), 'casualties')
    expect(unknown).toEqual(['死亡：待核', '重伤：待核', '受伤：待核', '失踪（失联）：待核', '被困：待核'])
    expect(words(fill(), 'loss')).toEqual(['直接经济损失：待核'])
  })

  it('says 至少 for a low end, both ends of a range, and marks the line as not exact', () => {
    const facts = { deaths: { min: 1, source: '120' }, injured: { min: 3, max: 8 }, lossCny: { max: 12_500_000 } }
    const elements = fill({ facts })
    expect(words(elements, 'casualties').slice(0, 3)).toEqual([
      '死亡：至少1人（120，07-14 10:21）',
      '重伤：待核',
      '受伤：3人至8人（119，07-14 10:21）',
    ])
    expect(words(elements, 'loss')).toEqual(['直接经济损失：至多1250万元（119，07-14 10:21）'])
    expect(elements.find(({ key }) => key === 'casualties.deaths')?.state).toBe('range')
  })

  it('keeps an unverified call unverified, and leaves cause, leaders and contact to be verified without a plan', () => {
    const elements = fill()
    expect(words(elements, 'course')).toEqual([
      '过路司机称：槽车阀门处喷白雾，司机被卡住，有人头晕（未核实）（过路司机，07-14 10:20）',
    ])
    expect(
      ['cause', 'leadersOnScene', 'contact', 'measures', 'next'].map(
        (key) => elements.find((e) => e.key === key)?.text,
      ),
    ).toEqual(['待核', '待核', '待核', '待核', '待核'])
    expect(words(elements, 'type')[2]).toBe('氨（UN1005），25吨，大量泄漏，未着火（119，07-14 10:21）')
  })

  it('tells orders as the record has them, the last word first in its source', () => {
    const write = opWriter()
    const order = write({
      kind: 'v1.order.issued',
      body: stationOrder({
        orderId: 'o1',
        number: 'BL-1-令01',
        issuedAt: clock('10:00'),
        receiver: { kind: 'team', id: 't1', name: '霞浦消防站', phone: '' },
        text: '立即出动堵漏',
      }),
    })
    expect(measureLines([order]).map(({ text, source }) => [text, source])).toEqual([
      ['10:00 令霞浦消防站：立即出动堵漏；尚未签收', '指令BL-1-令01'],
    ])
    const step = {
      orderId: 'o1',
      step: 'turnedOut',
      at: '2026-07-14T10:03:00+08:00',
      saidBy: '霞浦站',
      via: 'radio',
      note: '2车10人',
    } as const
    const stepped = write({ kind: 'v1.order.stepped', body: step })
    expect(measureLines([order, stepped])).toMatchObject([
      { text: '10:00 令霞浦消防站：立即出动堵漏；10:03 已出动（2车10人）', source: '霞浦站', asOf: step.at },
    ])
  })
})

describe('numerals of follow-ups', () => {
  it('are written as the field writes them', () => {
    expect([1, 9, 10, 11, 20, 21].map(numeralWords)).toEqual(['一', '九', '十', '十一', '二十', '二十一'])
  })
})
