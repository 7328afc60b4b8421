import { describe, expect, it } from 'vitest'
import { PaperDocument, type PaperBlock, type PaperSheet } from '#shared/domain/paper-document.ts'
import { CHINESE_FORMULAS } from '#shared/text/formula-wording.ts'
import type { DocumentGround, SheetOrder } from '#shared/text/documents/document-ground.ts'
import { bindDocuments, incidentDocuments } from '#shared/text/documents/incident-documents.ts'
import { routeDrawing } from '#shared/text/documents/route-drawing.ts'
import { beilun, planExample } from '#test/scenarios/scenario-plan.ts'

const plan = planExample('ammonia-tanker-road')
const [line] = plan.forcePlan.assignments
const [run] = plan.forcePlan.supplies.transfers ?? []
if (line === undefined || run === undefined) throw new Error('the example sends no team and no goods')

const GROUND: DocumentGround = {
  number: 'BL-1',
  version: 3,
  plan,
  orders: [],
  isDemo: true,
  plates: new Map(beilun.vehicles.map(({ id, plate }) => [id, plate])),
  kit: new Map([[line.teamId, Array.from({ length: 15 }, (_, index) => `器材${index}件`)]]),
  towns: new Map(beilun.populationPoints.map(({ id, town }) => [id, town])),
  roads: beilun.roads.map(({ name, coordinates }) => ({ name, coordinates })),
}

function sheetOf(key: string, ground: DocumentGround = GROUND): PaperSheet {
  const sheet = incidentDocuments(ground)
    .find((document) => document.key === key)
    ?.sheet()
  if (sheet === undefined) throw new Error(`no document ${key}`)
  return sheet
}

function wordsOf(blocks: readonly PaperBlock[]): string {
  return JSON.stringify(blocks)
}

function orderFor(kind: SheetOrder['source']['kind'], lineId: string, teamId: string | null): SheetOrder {
  const source = { kind, planVersion: 3, lineId }
  return { number: '战-007', text: '立即出动', issuer: '卢嘉洁', dueAt: null, teamId, source }
}

describe('documents of a plan', () => {
  it('are the three plans, two briefs, a sheet a team, a list a street and an order a run, all of them valid paper', () => {
    const documents = incidentDocuments(GROUND)
    const count = (kind: string): number => documents.filter((document) => document.kind === kind).length
    expect(['plan', 'brief', 'order', 'transfer', 'supply'].map(count)).toEqual([
      3,
      2,
      plan.forcePlan.assignments.length,
      1,
      plan.forcePlan.supplies.transfers?.length,
    ])
    const paper = PaperDocument.parse(bindDocuments(GROUND, documents))
    expect(paper.watermark).toBe('演练')
    expect(paper.sheets.every(({ flows, source }) => flows === true && source.includes('演示数据'))).toBe(true)
    expect(new Set(documents.map(({ key }) => key)).size).toBe(documents.length)
  })

  it('are the same words every time', () => {
    const write = (): string => JSON.stringify(bindDocuments(GROUND, incidentDocuments(structuredClone(GROUND))))
    expect(write()).toBe(write())
  })
})

describe('an order sheet', () => {
  const words = wordsOf(sheetOf(`order:${line.id}`).blocks)
  const movement = plan.movementPlan.movements.find(({ teamId }) => teamId === line.teamId)

  it('names vehicles with plates, kit, task, roads, waiting place with its side of the scene, channel and call sign', () => {
    expect(words).toContain('浙B·')
    expect(words).toContain('等15项，其余见屏幕')
    expect(words).toContain(line.role)
    for (const { name } of movement?.roads ?? []) expect(words).toContain(name)
    expect(words).toContain('事发地东北侧（55°）643米；东北风，偏离上风10°')
    expect(words).toContain(movement?.callSign)
    for (const { text } of plan.handlingPlan.mustNot) expect(words).toContain(text)
    expect(words).toContain(plan.handlingPlan.withdrawal.signal)
  })

  it('carries the line of the plan until an order is issued, then the number and words of the order', () => {
    expect(sheetOf(`order:${line.id}`).number).toBe(`BL-1　方案第3版　${line.id}　（尚未下达）`)
    const issued = { ...GROUND, orders: [orderFor('assignment', line.id, line.teamId)] }
    const sheet = sheetOf(`order:${line.id}`, issued)
    expect(sheet.number).toBe('指令 战-007　（BL-1　方案第3版）')
    expect(wordsOf(sheet.blocks)).toContain('任务：立即出动')
    expect(incidentDocuments(issued).find(({ key }) => key === `order:${line.id}`)?.issued).toBe(true)
  })

  it('takes the number of a first order that sends the team, where it has no order of its own', () => {
    const rung = { ...GROUND, orders: [orderFor('firstOrder', 'FO_FIRE', line.teamId)] }
    expect(sheetOf(`order:${line.id}`, rung).number).toContain('战-007')
  })

  it('draws the way, the zones and the closed road, the scene at its very place, and never writes one name over another', () => {
    if (movement === undefined) throw new Error('the team does not move')
    const { frames } = routeDrawing(GROUND, movement)
    const items = frames.flatMap((frame) => frame.items)
    const lines = items.flatMap((item) => (item.kind === 'line' ? [item.line] : []))
    expect(lines.filter((kind) => kind === 'way')).toHaveLength(2)
    expect(lines).toContain('closed')
    expect(items.filter(({ kind }) => kind === 'area').length).toBeGreaterThanOrEqual(2)
    expect(JSON.stringify(frames)).not.toContain('null')
    const near = frames[1]?.items.find((item) => item.kind === 'mark' && item.mark === 'scene')
    expect(near).toMatchObject({ at: [175, 118] })
    for (const frame of frames) {
      const names = frame.items.flatMap((item) => (item.kind === 'words' && item.anchor === 'middle' ? [item] : []))
      for (const one of names)
        for (const other of names)
          if (one !== other)
            expect(Math.abs(one.at[1] - other.at[1]) >= 16 || Math.abs(one.at[0] - other.at[0]) >= 16).toBe(true)
    }
  })
})

describe('briefs, lists and supply orders', () => {
  it('a brief has every task of its headquarters and every unknown; another day is named', () => {
    const later = structuredClone(plan)
    const [phase] = later.handlingPlan.phases
    const action = phase?.actions.find(({ hq }) => hq === 'tactical')
    if (action === undefined) throw new Error('the tactical headquarters has no task')
    action.dueAt = '2026-07-15T10:20:00+08:00'
    const sheet = sheetOf('brief:tactical', { ...GROUND, plan: later })
    for (const { text, hq } of later.handlingPlan.phases.flatMap((part) => part.actions))
      if (hq === 'tactical') expect(wordsOf(sheet.blocks)).toContain(text)
    expect(wordsOf(sheet.blocks)).toContain('7月15日 10:20')
    for (const { name } of plan.unknowns) expect(wordsOf(sheet.blocks)).toContain(name)
  })

  it('a transfer list adds up its people and has a box to tick for each place', () => {
    const [document] = incidentDocuments(GROUND).filter(({ kind }) => kind === 'transfer')
    const blocks = document?.sheet().blocks ?? []
    const people = plan.handlingPlan.evacuation.assignments.reduce((sum, row) => sum + row.people, 0)
    expect(wordsOf(blocks)).toContain(`1处 ${people}人`)
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    expect(rows.every(([box]) => box === '□')).toBe(true)
    expect(rows).toHaveLength(plan.handlingPlan.evacuation.assignments.length)
  })

  it('supply orders carry every lot of the plan once, and the order of the store with which of its runs it is', () => {
    const lots = (plan.forcePlan.supplies.transfers ?? []).flatMap(({ id }) =>
      sheetOf(`supply:${id}`).blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])),
    )
    const wanted = plan.forcePlan.supplies.allocations.map(
      ({ lotId, quantity, unit }) => `${lotId} ${quantity} ${unit}`,
    )
    expect(lots.map(([, lot, quantity]) => `${lot} ${quantity}`).sort()).toEqual(wanted.sort())
    const issued = { ...GROUND, orders: [orderFor('supply', run.storeId, null)] }
    expect(sheetOf(`supply:${run.id}`, issued).number).toMatch(/^指令 战-007.*第1\/\d+单$/)
  })

  it('a plan says its formulas in words', () => {
    expect(wordsOf(sheetOf('plan:force').blocks)).not.toContain('largeSpill')
    expect(wordsOf(sheetOf('plan:force').blocks)).toContain(CHINESE_FORMULAS.nameOf('largeSpill'))
  })
})
