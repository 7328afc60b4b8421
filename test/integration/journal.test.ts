import { createHash, createPublicKey, verify } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { appContract } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import { JOURNAL_AREAS, type JournalFilter, type JournalLine } from '#shared/contract/journal.contract.ts'
import { OP_BODIES } from '#shared/domain/command/op-bodies.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

const folder = temporaryFolder()
let console: Console
let incidentId = ''
type Page = OutputOf<typeof appContract.journal.lines>
const AT = '2026-07-14T10:31:00+08:00'
const ALL: JournalFilter = { incidentId: null, text: '', headquarters: null, area: null, fromDay: null, toDay: null }

async function linesOf(filter: Partial<JournalFilter> = {}): Promise<JournalLine[]> {
  return valueOf(await console.tactical.client.journal.lines({ filter: { ...ALL, ...filter } })).lines
}

beforeAll(async () => {
  console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
  const { administrative, tactical } = console
  incidentId = valueOf(
    await administrative.client.incident.open({ commandId: commandId(1), incident: ammoniaTanker() }),
  ).incidentId
  const entry = { incidentId, kind: 'radio' as const, at: AT, saidBy: '柴桥01' }
  valueOf(await tactical.client.journal.add({ ...entry, commandId: commandId(2), text: '阀门已关 100%' }))
  valueOf(await administrative.client.journal.add({ ...entry, commandId: commandId(3), text: '=HYPERLINK("x")' }))
  for (let number = 10; number < 30; number += 1)
    valueOf(await tactical.client.journal.add({ ...entry, commandId: commandId(number), text: `第${number}次侦检` }))
})
afterAll(() => {
  console.stop()
  folder.remove()
  expect(console.bugs).toEqual([])
})

it('knows every area of the record, so that each can be looked at apart', () => {
  const areas = new Set(Object.keys(OP_BODIES).map((kind) => kind.split('.')[1]))
  expect([...areas].sort()).toEqual([...JOURNAL_AREAS].sort())
})

describe('the record as people read it', () => {
  it('is one list of sentences, the newest first, with who, where in the chain and of which incident', async () => {
    const lines = await linesOf()
    expect(lines).toHaveLength(23)
    expect(lines.at(-1)).toMatchObject({ seq: 1, role: 'administrative', kind: 'v1.incident.opened' })
    expect(lines[0]?.text).toBe('电台（柴桥01，10:31）：第29次侦检')
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => 23 - index))
    expect(lines[0]?.number).toBe(lines.at(-1)?.number)
  })

  it('is searched by any part of the sentence as it is written, and filtered by headquarters, area and day', async () => {
    expect((await linesOf({ text: '100%' })).map(({ seq }) => seq)).toEqual([2])
    expect(await linesOf({ text: '1_0%' })).toEqual([])
    expect((await linesOf({ headquarters: 'administrative' })).map(({ seq }) => seq)).toEqual([3, 1])
    expect(await linesOf({ area: 'incident' })).toHaveLength(1)
    const [day = ''] = (await linesOf())[0]?.at.split('T') ?? []
    expect(await linesOf({ fromDay: day, toDay: day })).toHaveLength(23)
    expect(await linesOf({ fromDay: '2000-01-01', toDay: '2000-01-02' })).toEqual([])
    expect(await linesOf({ incidentId: 'nobody' })).toEqual([])
  })

  it('comes page by page without a gap, also while it grows', async () => {
    const { client } = console.tactical
    const seen: number[] = []
    let after: string | null = null
    do {
      const page: Page = valueOf(await client.journal.lines({ filter: ALL, after, limit: 7 }))
      seen.push(...page.lines.map(({ seq }) => seq))
      if (after === null) {
        const late = { commandId: commandId(40), incidentId, kind: 'note' as const, at: AT, text: '翻页时新增' }
        valueOf(await client.journal.add(late))
      }
      after = page.next
    } while (after !== null)
    expect(seen).toEqual(Array.from({ length: 23 }, (_, index) => 23 - index))
  })

  it('puts an entry right with another that points to it: both stay and show each other', async () => {
    const [first] = await linesOf({ text: '阀门' })
    const correction = { opId: first?.opId ?? '', text: '阀门关闭约九成，仍有微漏', reason: '电台听错' }
    valueOf(await console.administrative.client.journal.correct({ commandId: commandId(41), ...correction }))
    const [again] = await linesOf({ text: '阀门已关' })
    expect(again?.text).toBe(first?.text)
    expect(again?.correctedBy.map(({ text }) => text)).toEqual([
      '更正第 2 条：阀门关闭约九成，仍有微漏（理由：电台听错）',
    ])
    expect((await linesOf({ text: '微漏' }))[0]?.corrects).toBe(first?.opId)
    const nothing = await console.tactical.client.journal.correct({
      ...{ commandId: commandId(42), opId: 'seat-x:9', text: 'x', reason: 'x' },
    })
    expect(nothing).toMatchObject({ ok: false, error: { code: 'not-found', path: 'opId' } })
  })

  it('leaves as a file that proves itself elsewhere: every hash and signature holds with the keys in it', async () => {
    const file = valueOf(await console.tactical.client.journal.exportText({ filter: ALL, format: 'json' }))
    const Export = z.object({
      seats: z.array(z.object({ seat: z.string(), publicKey: z.string() })),
      entries: z.array(z.object({ op: z.looseObject({ seat: z.string() }), hash: z.string(), signature: z.string() })),
    })
    const { seats, entries } = Export.parse(JSON.parse(file.text))
    expect(entries).toHaveLength(file.entries)
    for (const { op, hash, signature } of entries) {
      expect(createHash('sha256').update(canonicalJson(op)).digest('hex')).toBe(hash)
      const key = Buffer.from(seats.find(({ seat }) => seat === op.seat)?.publicKey ?? '', 'base64')
      const publicKey = createPublicKey({ key, format: 'der', type: 'spki' })
      expect(verify(null, Buffer.from(hash), publicKey, Buffer.from(signature, 'base64'))).toBe(true)
    }
  })

  it('leaves as a table without formulas in it, and on paper with its corrections', async () => {
    const { client } = console.tactical
    const csv = valueOf(await client.journal.exportText({ filter: { ...ALL, text: 'HYPERLINK' }, format: 'csv' })).text
    expect(csv.startsWith('\uFEFF"时间"')).toBe(true)
    expect(csv).toContain('：=HYPERLINK(""x"")"')
    const paper = valueOf(await client.journal.document({ filter: { ...ALL, incidentId } }))
    expect(paper.watermark).toBe('演练')
    expect(JSON.stringify(paper)).toContain('⟶ 更正第 2 条')
  })
})
