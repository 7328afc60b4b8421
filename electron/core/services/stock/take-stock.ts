import { appContract, type AppContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import { finishStockTaking, lotsToCount, stockTakingWords } from '#shared/domain/stock/finish-stock-taking.ts'
import type { StockRow } from '#shared/domain/dataset/tables.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { sortedBy } from '#shared/kernel/order.ts'
import { findStockTaking, removeStockTaking, saveStockTaking } from '../../db/repositories/stock-taking.repo.ts'
import { applyLibraryBatch } from '../../keeping/apply-library-batch.ts'
import { wallTimeOf } from '../../replication/wall-time.ts'
import { answerOnce } from '../answer-once.ts'
import { storeLine } from './list-stock.ts'
import { basisOf, existingStore, lotViewer, todayOf, type StockParts } from './stock-parts.ts'

type Stock = AppContract['stock']

/** Lots of a sheet in the order of its lines: as they stand on the shelves, item by item. */
export function lotsOfSheet(core: StockParts, storeId: string): StockRow[] {
  existingStore(core, storeId)
  const lots = lotsToCount(core.library.current().stock, storeId)
  return sortedBy(lots, ({ item, itemCode, lotId }) => [item, itemCode, lotId])
}

/** The sheet of a store; see the contract. */
export function openSheet(core: StockParts, storeId: string, caller: Caller): OutputOf<Stock['sheet']> {
  const store = existingStore(core, storeId)
  const draft = findStockTaking(core.db, storeId)
  const view = lotViewer(core, caller)
  const lots = lotsOfSheet(core, storeId)
  const countOf = new Map(draft?.lines.map((line) => [line.lotId, line]))
  const here = new Set(lots.map(({ lotId }) => lotId))
  const all = core.library.current().stock.filter((lot) => lot.storeId === storeId)
  return {
    store: storeLine(core, store, all, draft?.savedAt ?? null),
    countedBy: draft?.countedBy ?? '',
    checkedBy: draft?.checkedBy ?? '',
    savedAt: draft?.savedAt ?? null,
    revision: draft?.revision ?? 0,
    lines: lots.map((lot) => {
      const line = countOf.get(lot.lotId)
      return { lot: view(lot), counted: line?.counted ?? null, reason: line?.reason ?? '', basis: line?.basis ?? null }
    }),
    gone: (draft?.lines ?? [])
      .filter(({ lotId, counted }) => counted !== null && !here.has(lotId))
      .map(({ lotId }) => lotId),
  }
}

/** Keeps a half-done sheet; see the contract. */
export function saveSheet(core: StockParts, input: ParsedInputOf<Stock['saveSheet']>): OutputOf<Stock['saveSheet']> {
  const command = { channel: 'stock.saveSheet', input, output: appContract.stock.saveSheet.output }
  return answerOnce(core, command, () => {
    const { storeId, countedBy, checkedBy, lines } = input
    const store = existingStore(core, storeId)
    const standing = findStockTaking(core.db, storeId)
    if ((standing?.revision ?? 0) !== input.revision) {
      throw new AppError(
        'conflict',
        `${store.name}的盘点表已在别处${standing === null ? '提交或作废' : `保存（${standing.savedAt}）`}，这里的改动没有保存；请重新打开盘点表后再填`,
        { path: 'revision', value: standing?.revision ?? 0 },
      )
    }
    const savedAt = wallTimeOf(core.nowMs())
    const revision = (standing?.revision ?? 0) + 1
    const begunAt = standing?.begunAt ?? savedAt
    saveStockTaking(core.db, { storeId, begunAt, savedAt, revision, countedBy, checkedBy, lines })
    return { savedAt, revision }
  })
}

/** Throws an unfinished sheet away; see the contract. */
export function discardSheet(
  core: StockParts,
  input: ParsedInputOf<Stock['discardSheet']>,
): OutputOf<Stock['discardSheet']> {
  const command = { channel: 'stock.discardSheet', input, output: appContract.stock.discardSheet.output }
  return answerOnce(core, command, () => ({ discarded: removeStockTaking(core.db, input.storeId) }))
}

/** Makes the library what was counted; see the contract. */
export function finishSheet(
  core: StockParts,
  input: ParsedInputOf<Stock['finishSheet']>,
  caller: Caller,
): OutputOf<Stock['finishSheet']> {
  const command = { channel: 'stock.finishSheet', input, output: appContract.stock.finishSheet.output }
  return answerOnce(core, command, () => {
    const store = existingStore(core, input.storeId)
    if (caller.role === 'tactical') {
      throw new AppError('forbidden', '盘点由行政指挥部的物资管理员入账；请在行政指挥部窗口提交', {
        path: 'storeId',
        value: input.storeId,
      })
    }
    const lots = lotsOfSheet(core, input.storeId)
    if (lots.length === 0) {
      throw new AppError('bad-input', `${store.name}没有可盘点的批次；新到物资请先登记入库`, {
        path: 'storeId',
        value: input.storeId,
      })
    }
    const counted = finishStockTaking(lots, input, { today: todayOf(core), basisOf })
    const { batchId, version } = applyLibraryBatch(core.db, {
      kind: 'stockTaking',
      ...{ recordedAt: wallTimeOf(core.nowMs()), who: input.countedBy, role: caller.role, seat: caller.seat },
      reason: stockTakingWords(store.name, counted, input),
      undoes: null,
      changes: counted.map(({ before, after }) => ({ kind: 'stock', key: before.lotId, before, after })),
    })
    removeStockTaking(core.db, input.storeId)
    const differences = counted.filter(({ difference }) => difference !== 0).length
    return { batchId, version, lots: counted.length, differences }
  })
}
