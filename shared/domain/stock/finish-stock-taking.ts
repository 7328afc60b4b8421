import type { StockRow } from '../dataset/tables.ts'
import { AppError } from '../../kernel/app-error.ts'
import { COUNTED_STATUSES } from './lot-steps.ts'
import { sumOf } from './split-quantity.ts'

/** One line of a sheet as it was counted. */
export interface CountedLine {
  readonly lotId: string
  /** Digest of the lot that was looked at; another one now means that it changed meanwhile. */
  readonly basis: string
  /** In the lot's unit; null = not counted yet. */
  readonly counted: number | null
  /** Why it differs from the books; empty where it does not. */
  readonly reason: string
}

/** A sheet that is to be kept. */
export interface CountedSheet {
  readonly lines: readonly CountedLine[]
  readonly countedBy: string
  readonly checkedBy: string
}

/** One lot before and after a stock-taking. */
export interface CountedLot {
  readonly before: StockRow
  readonly after: StockRow
  /** Counted less booked; 0 = as in the books. */
  readonly difference: number
  readonly reason: string
}

/** The lots of a store that a stock-taking counts: those that lie there. */
export function lotsToCount(stock: readonly StockRow[], storeId: string): StockRow[] {
  return stock.filter((lot) => lot.storeId === storeId && COUNTED_STATUSES.includes(lot.status))
}

/**
 * Judges a whole sheet and makes the lots what was counted: quantity and day of checking, also where nothing differs.
 *
 * @throws AppError `bad-input` for names (two, different), a lot without a count or a difference without a reason (all of
 * them in `value`); `conflict` when a lot changed, came or left since it was looked at (the lots in `value`).
 */
export function finishStockTaking(
  lots: readonly StockRow[],
  { lines, countedBy, checkedBy }: CountedSheet,
  { today, basisOf }: { readonly today: string; readonly basisOf: (lot: StockRow) => string },
): CountedLot[] {
  refuseNames(countedBy, checkedBy)
  const lineOf = new Map(lines.map((line) => [line.lotId, line]))
  const known = new Set(lots.map(({ lotId }) => lotId))
  const changed = [
    ...lots.filter((lot) => lineOf.get(lot.lotId)?.basis !== basisOf(lot)).map(({ lotId }) => lotId),
    ...lines.filter(({ lotId }) => !known.has(lotId)).map(({ lotId }) => lotId),
  ]
  if (changed.length > 0) {
    throw new AppError(
      'conflict',
      `盘点期间有 ${changed.length} 批在账上有变动（${namesOf(changed)}）；没有写入任何内容，请核对这些批次后再提交`,
      { path: 'lines', value: changed },
    )
  }
  const counted = lots.map((before): CountedLot => {
    const line = lineOf.get(before.lotId)
    const quantity = line?.counted ?? before.quantity
    const after = { ...before, quantity, checkedOn: today }
    return { before, after, difference: sumOf([quantity, -before.quantity]), reason: line?.reason ?? '' }
  })
  refuseLots(
    lots.filter(({ lotId }) => (lineOf.get(lotId)?.counted ?? null) === null),
    { path: 'counted', what: '还没有填实盘数量', remedy: '请补齐，清点为零的填 0' },
  )
  refuseLots(
    counted.filter(({ difference, reason }) => difference !== 0 && reason === '').map(({ before }) => before),
    { path: 'reason', what: '账实不符，没有写明原因', remedy: '请逐批填写差异原因' },
  )
  return counted
}

/** What a stock-taking says of itself in the history. */
export function stockTakingWords(
  storeName: string,
  counted: readonly CountedLot[],
  { countedBy, checkedBy }: Pick<CountedSheet, 'countedBy' | 'checkedBy'>,
): string {
  const different = counted.filter(({ difference }) => difference !== 0)
  const lots = different.map(({ before, after, reason }) => {
    return `${before.item} ${before.lotId} ${before.quantity}→${after.quantity} ${before.unit}（${reason}）`
  })
  const result = different.length === 0 ? '账实相符' : `差异 ${different.length} 批：${lots.join('；')}`
  return `${storeName}盘点 ${counted.length} 批，${result}；清点人 ${countedBy}，复核人 ${checkedBy}`
}

function refuseNames(countedBy: string, checkedBy: string): void {
  if (countedBy === '' || checkedBy === '') {
    const path = countedBy === '' ? 'countedBy' : 'checkedBy'
    throw new AppError('bad-input', `盘点须写明${path === 'countedBy' ? '清点人' : '复核人'}，现在是空的；请补上`, {
      path,
      value: '',
    })
  }
  if (countedBy !== checkedBy) return
  throw new AppError('bad-input', `盘点须由两人办理：清点人和复核人不能都是“${countedBy}”，请由另一人复核`, {
    path: 'checkedBy',
    value: checkedBy,
  })
}

function refuseLots(
  lots: readonly StockRow[],
  { path, what, remedy }: { readonly path: string; readonly what: string; readonly remedy: string },
): void {
  if (lots.length === 0) return
  const ids = lots.map(({ lotId }) => lotId)
  throw new AppError('bad-input', `${lots.length} 批${what}（${namesOf(ids)}）；${remedy}`, { path, value: ids })
}

/** How many lots a refusal names. */
const NAMED = 5

function namesOf(ids: readonly string[]): string {
  return `${ids.slice(0, NAMED).join('、')}${ids.length > NAMED ? '等' : ''}`
}
