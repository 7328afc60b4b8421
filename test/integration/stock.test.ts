import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook, writeWorkbook } from '#electron/core/datasets/excel/workbook-file.ts'
import { openReadOnly } from '#electron/core/db/open-database.ts'
import { verifyDatabase } from '#electron/core/services/verify/verify-database.ts'
import type { AppClient } from '#shared/contract/app-contract.ts'
import type { LotView } from '#shared/contract/stock.contract.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { stubPlan } from './stub-plan.ts'

const folder = temporaryFolder()
let console: Console
let client: AppClient
let commands = 0
const next = (): string => `stock-${(commands += 1)}`

beforeAll(() => {
  console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
  client = console.administrative.client
})
afterAll(() => {
  const bugs = console.bugs
  console.stop()
  folder.remove()
  expect(bugs).toEqual([])
})

async function lotOf(lotId: string): Promise<LotView> {
  const { lots } = valueOf(await client.stock.ledger({ text: lotId, writtenOff: true }))
  const lot = lots.find((one) => one.lotId === lotId)
  if (lot === undefined) throw new Error(`no lot ${lotId}`)
  return lot
}

const WATER = 'lot-district-life-water-l-1'
const BY = { who: '周库管', reason: '台风“梅花”' }

async function stepOf(
  lotId: string,
  wish: Omit<Parameters<AppClient['stock']['step']>[0], 'commandId' | 'lotId' | 'basis' | 'who' | 'reason'>,
  by: AppClient = client,
): ReturnType<AppClient['stock']['step']> {
  return by.stock.step({ commandId: next(), lotId, basis: (await lotOf(lotId)).basis, ...BY, ...wish })
}

/** Fills in the first lot of a workbook as an officer would, and reads it back. */
async function readFilledIn(
  storeId: string,
  { fileName, base64 }: { fileName: string; base64: string },
): Promise<{ lines: { counted: number | null; reason: string }[] }> {
  const { sheets } = await readWorkbook(Buffer.from(base64, 'base64'), fileName)
  const rows = (sheets[0]?.rows ?? []).map((row, index) =>
    Array.from({ length: 9 }, (_, column) => {
      if (index === 1 && column >= 7) return column === 7 ? 8.5 : '破损'
      const value = row[column] ?? null
      return typeof value === 'number' || value === null ? value : String(value)
    }),
  )
  const sheet = { name: '盘点表', rows, columns: [], headerNotes: [], required: [], dropDowns: [] }
  const filled = Buffer.from(await writeWorkbook([sheet])).toString('base64')
  return valueOf(await client.stock.readSheetFile({ storeId, fileName, base64: filled }))
}

describe('steps of a lot', () => {
  it('take a part from the store to a signature in the other window and to the write-off, each kept with who and why', async () => {
    const before = await lotOf(WATER)
    const sumBefore = valueOf(await client.stock.ledger({ itemCode: before.itemCode })).sums[0]
    const sent = valueOf(
      await stepOf(WATER, { step: 'issue', quantity: 400, holder: '霞浦避灾点', document: '2026-12' }),
    )
    expect(sent.lotId).toBe(`${WATER}-1`)
    valueOf(await stepOf(sent.lotId, { step: 'dispatch' }))
    const tactical = console.tactical.client
    valueOf(await stepOf(sent.lotId, { step: 'receive', signedBy: '李站长' }, tactical))
    const refused = await stepOf(sent.lotId, { step: 'scrap' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'stock-state', path: 'step' } })
    const out = { step: 'writeOff', cause: 'givenOut', document: '2026-13', checkedBy: '林会计' } as const
    expect(await stepOf(sent.lotId, out, tactical)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    valueOf(await stepOf(sent.lotId, out))

    const { lots, sums } = valueOf(await client.stock.ledger({ itemCode: before.itemCode }))
    expect(lots.find(({ lotId }) => lotId === WATER)).toMatchObject({ quantity: before.quantity - 400, status: '在库' })
    expect(lots.some(({ lotId }) => lotId === sent.lotId)).toBe(false)
    expect(sums[0]?.total).toBe((sumBefore?.total ?? 0) - 400)
    expect(sums[0]?.writtenOff).toEqual([{ cause: 'givenOut', quantity: 400 }])
    const history = valueOf(await client.records.history({ kind: 'stock', key: sent.lotId }))
    expect(history.map(({ kind, what }) => [kind, what])).toEqual([
      ['writeOff', 'changed'],
      ['stockStep', 'changed'],
      ['stockStep', 'changed'],
      ['stockStep', 'created'],
    ])
    expect(history[0]?.reason).toBe(
      `核销 饮用水 400 升（批次 ${sent.lotId}）；凭证号 2026-13；核销原因 发放；复核人 林会计；台风“梅花”`,
    )
  })

  it('based on a lot that changed meanwhile are refused, and a step taken back leaves the lot as it was', async () => {
    const before = await lotOf(WATER)
    const kept = valueOf(await stepOf(WATER, { step: 'reserve', holder: '防汛演练' }))
    const stale = { commandId: next(), lotId: WATER, basis: before.basis, ...BY, step: 'scrap' } as const
    expect(await client.stock.step(stale)).toMatchObject({ ok: false, error: { code: 'conflict', path: 'basis' } })
    const nowhere = await stepOf(WATER, { step: 'release', storeId: 'nowhere' })
    expect(nowhere).toMatchObject({ ok: false, error: { code: 'not-found', path: 'storeId' } })
    valueOf(await client.records.undoBatch({ commandId: next(), batchId: kept.batchId ?? 0, ...BY }))
    expect(await lotOf(WATER)).toEqual(before)
  })
})

it('a ledger lists the lots that hold all words, whose they are apart, up to a limit; sums are over all', async () => {
  const all = valueOf(await client.stock.ledger({ limit: 2 }))
  expect([all.lots.length, all.total === all.all, all.total > 1000]).toEqual([2, true, true])
  const found = valueOf(await client.stock.ledger({ text: '饮用 霞浦' }))
  expect(found.lots.map(({ lotId }) => lotId)).toEqual(['lot-xiapu-life-water-l-1'])
  expect([found.total, found.all]).toEqual([1, all.all])
  expect(found.sums).toEqual(all.sums)
  expect(valueOf(await client.stock.ledger({ ownership: 'donated' })).lots).toEqual([])
})

describe('a stock-taking', () => {
  it('is kept half done over a restart, shows what changed meanwhile, and makes one batch of every lot', async () => {
    const [store] = valueOf(await client.stock.stores({})).filter(({ tier }) => tier === 'street')
    const storeId = store?.storeId ?? ''
    const sheet = valueOf(await client.stock.sheet({ storeId }))
    const lines = sheet.lines.map(({ lot }) => ({
      lotId: lot.lotId,
      basis: lot.basis,
      counted: lot.quantity,
      reason: '',
    }))
    const [first, ...others] = lines
    if (first === undefined) throw new Error('the store has lots')
    const names = { storeId, countedBy: '周库管', checkedBy: '林会计' }
    const half = { ...names, lines: [first] }
    expect(valueOf(await client.stock.saveSheet({ commandId: next(), revision: 0, ...half })).revision).toBe(1)
    const twice = await console.tactical.client.stock.saveSheet({ commandId: next(), revision: 0, ...half })
    expect(twice).toMatchObject({ ok: false, error: { code: 'conflict', path: 'revision' } })

    console.stop()
    console = startConsole(console.databasePath, { planDispatch: stubPlan })
    client = console.administrative.client
    const again = valueOf(await client.stock.sheet({ storeId }))
    expect(again).toMatchObject({ countedBy: '周库管', revision: 1 })
    expect(again.lines.filter(({ counted }) => counted !== null).map(({ lot }) => lot.lotId)).toEqual([first.lotId])

    valueOf(await stepOf(first.lotId, { step: 'reserve', holder: '演练', quantity: 1 }))
    const elsewhere = await console.tactical.client.stock.finishSheet({ commandId: next(), ...names, lines })
    expect(elsewhere).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    const conflict = await client.stock.finishSheet({ commandId: next(), ...names, lines })
    expect(conflict).toMatchObject({ ok: false, error: { code: 'conflict', path: 'lines' } })
    const seen = valueOf(await client.stock.sheet({ storeId }))
    const changed = seen.lines.filter(({ lot, basis }) => basis !== null && basis !== lot.basis)
    expect(changed.map(({ lot }) => lot.lotId)).toEqual([first.lotId])

    const counted = seen.lines.map(({ lot }) => {
      const short = lot.lotId === others[0]?.lotId
      return {
        lotId: lot.lotId,
        basis: lot.basis,
        counted: short ? lot.quantity - 1 : lot.quantity,
        reason: short ? '破损' : '',
      }
    })
    const done = valueOf(await client.stock.finishSheet({ commandId: next(), ...names, lines: counted }))
    expect(done).toMatchObject({ lots: counted.length, differences: 1 })
    const after = valueOf(await client.stock.sheet({ storeId }))
    expect(after).toMatchObject({ savedAt: null, revision: 0 })
    expect(new Set(after.lines.map(({ lot }) => lot.checkedOn))).toEqual(new Set(['2026-07-14']))
    const { batches } = valueOf(await client.records.batches({ limit: 1 }))
    expect(batches[0]).toMatchObject({ kind: 'stockTaking', who: '周库管', changes: counted.length })
    expect(batches[0]?.reason).toContain('（破损）；清点人 周库管，复核人 林会计')
  })

  it.each(['xlsx', 'csv'] as const)(
    'goes out as a %s file and comes back, with what is wrong in it named',
    async (format) => {
      const [store] = valueOf(await client.stock.stores({})).filter(({ tier }) => tier === 'street')
      const storeId = store?.storeId ?? ''
      const file = valueOf(await client.stock.sheetFile({ storeId, format }))
      expect(file.fileName).toBe(`盘点表-${store?.name}-2026-07-14.${format}`)
      const blank = valueOf(await client.stock.readSheetFile({ storeId, ...file }))
      expect(blank.problems).toEqual([])
      expect(blank.lines.length).toBe(valueOf(await client.stock.sheet({ storeId })).lines.length)
      expect(blank.lines.every(({ counted }) => counted === null)).toBe(true)
      if (format === 'xlsx') {
        expect((await readFilledIn(storeId, file)).lines[0]).toMatchObject({ counted: 8.5, reason: '破损' })
        return
      }
      const [head = '', line = ''] = Buffer.from(file.base64, 'base64').toString().split('\r\n')
      const [lotId = ''] = line.split(',')
      const filled = [head, `${lotId},,,,,,9,8.5,破损`, 'lot-nowhere,,,,,,1,1,', `${lotId},,,,,,9,一,`].join('\n')
      const read = valueOf(
        await client.stock.readSheetFile({
          storeId,
          fileName: '表.csv',
          base64: Buffer.from(filled).toString('base64'),
        }),
      )
      expect(read.lines).toEqual([{ lotId, counted: 8.5, reason: '破损' }])
      expect(read.problems.map((problem) => [problem.line, problem.value])).toEqual([
        [3, 'lot-nowhere'],
        [4, lotId],
      ])
    },
  )
})

it('what expires and what can be picked follow from the day, the parameters and the planner’s rules', async () => {
  const { lots, soonDays, laterDays } = valueOf(await client.stock.expiring({}))
  expect([soonDays, laterDays]).toEqual([30, 90])
  expect(lots.every(({ lot }) => (lot.due?.days ?? 999) <= 90)).toBe(true)
  expect(lots.map(({ lot }) => lot.due?.days ?? 0)).toEqual(
    lots.map(({ lot }) => lot.due?.days ?? 0).toSorted((a, b) => a - b),
  )
  const { items, destinations } = valueOf(await client.stock.pickChoices({}))
  expect(items).toContainEqual({ itemCode: 'LIFE_WATER_L', item: '饮用水', unit: '升' })
  const destinationId = destinations[0]?.id ?? ''
  const pick = valueOf(await client.stock.pick({ itemCode: 'LIFE_WATER_L', quantity: 500, destinationId }))
  expect(pick.picked.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(500)
  expect(pick.picked.every(({ lot }) => lot.status === '在库' && lot.expiresOn > '2026-07-14')).toBe(true)
  expect(valueOf(await client.stock.returns({})).lots).toEqual([])
})

it('goods near their date are offered to streets whose shelters lack them', async () => {
  const town = '郭巨街道'
  const neededIn = async (): Promise<string[] | undefined> =>
    valueOf(await client.stock.expiring({})).lots.find(({ lot }) => lot.lotId === WATER)?.neededIn
  expect(await neededIn()).toEqual([])
  const stores = valueOf(await client.stock.stores({})).filter((store) => store.town === town)
  for (const { storeId } of stores) {
    const { lots } = valueOf(await client.stock.ledger({ storeId, itemCode: 'LIFE_WATER_L' }))
    for (const { lotId } of lots) valueOf(await stepOf(lotId, { step: 'reserve', holder: '演练' }))
  }
  expect(await neededIn()).toEqual([town])
})

it('verify finds nothing wrong after all of this', () => {
  const read = openReadOnly(console.databasePath)
  expect(verifyDatabase(read.db, console.databasePath)).toEqual({ ok: true, problems: [] })
  read.close()
})
