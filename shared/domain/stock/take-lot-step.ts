import type { StockRow } from '../dataset/tables.ts'
import { AppError } from '../../kernel/app-error.ts'
import {
  causesOf,
  LOT_STEP_RULES,
  stepsOf,
  type LotStep,
  type LotStepField,
  type LotStepRule,
  type WriteOffCause,
} from './lot-steps.ts'
import { restOf } from './split-quantity.ts'
import { LOT_STEP_NAMES, OWNERSHIP_NAMES, STEP_FIELD_NAMES, WRITE_OFF_NAMES } from './stock-words.ts'

/** A step that somebody asks for. Texts are trimmed; an empty one says nothing. */
export interface LotStepWish {
  readonly step: LotStep
  /** In the unit of the lot; null = the whole lot. */
  readonly quantity: number | null
  /** Who does it. */
  readonly who: string
  readonly holder: string
  readonly document: string
  readonly signedBy: string
  readonly storeId: string
  readonly cause: WriteOffCause | ''
  readonly checkedBy: string
}

/** Where and when a step is taken. */
export interface LotStepPlace {
  /** Whose window asks; the command line counts as the administrative one. */
  readonly role: string
  /** Local day `YYYY-MM-DD`. */
  readonly today: string
  /** Ids that a new lot must not take. */
  readonly isTaken: (lotId: string) => boolean
}

/** A lot after a step: `moved` is what took it; `rest` is what stayed behind, null when the whole lot went. */
export interface LotAfterStep {
  readonly moved: StockRow
  readonly rest: StockRow | null
}

/**
 * Takes one step with a lot or a part of it. A part becomes a lot of its own with the dates of the one it came from;
 * nothing is gained or lost.
 *
 * @throws AppError `stock-state` with the legal steps when the lot cannot take it as it stands, `forbidden` when the
 * window may not, `bad-input` naming a field that is missing or wrong.
 */
export function takeLotStep(lot: StockRow, wish: LotStepWish, place: LotStepPlace): LotAfterStep {
  const rule = LOT_STEP_RULES[wish.step]
  refuseStep(lot, wish.step, rule)
  refuseSeat(wish.step, rule, place.role)
  for (const field of rule.needs) if (wish[field] === '') throw missingField(wish.step, field)
  if (wish.step === 'writeOff') refuseWriteOff(lot, wish)
  if (wish.step === 'backToStore' && lot.expiresOn !== '' && lot.expiresOn < place.today) throw isExpired(lot)
  const part = partOf(lot, wish.quantity)
  const stepped = { ...lot, ...cellsAfter(wish, place.today), status: rule.to }
  if (part === null) return { moved: stepped, rest: null }
  const moved = { ...stepped, lotId: newLotId(lot.lotId, place.isTaken), splitFrom: lot.lotId, quantity: part.moved }
  return { moved, rest: { ...lot, quantity: part.rest } }
}

function refuseStep(
  { lotId, item, status, ownership }: StockRow,
  step: LotStep,
  { from, ownerships }: LotStepRule,
): void {
  const legal = stepsOf(status, ownership)
  if (legal.includes(step)) return
  const name = LOT_STEP_NAMES[step]
  const why = from.includes(status)
    ? `是${OWNERSHIP_NAMES[ownership === '' ? 'own' : ownership]}物资，${name}只用于${(ownerships ?? []).map((one) => OWNERSHIP_NAMES[one]).join('、')}`
    : `现为“${status}”，不能${name}（须先处于${from.join('、')}）`
  const may = legal.length === 0 ? '这一批已经办结' : `现在可以：${legal.map((one) => LOT_STEP_NAMES[one]).join('、')}`
  throw new AppError('stock-state', `${item}（批次 ${lotId}）${why}；${may}`, {
    path: 'step',
    value: { status, legal },
  })
}

function refuseSeat(step: LotStep, { by }: LotStepRule, role: string): void {
  if (by === 'both' || role !== 'tactical') return
  throw new AppError(
    'forbidden',
    `“${LOT_STEP_NAMES[step]}”由行政指挥部的物资管理员办理；请在行政指挥部窗口操作，或请其代办`,
    { path: 'step', value: step },
  )
}

function refuseWriteOff({ lotId, status }: StockRow, { cause, who, checkedBy }: LotStepWish): void {
  const causes = causesOf(status)
  if (!causes.some((one) => one === cause)) {
    const name = cause === '' ? '' : WRITE_OFF_NAMES[cause]
    const first = cause === 'expired' || cause === 'damaged' ? '；过期、损坏的须先报废' : ''
    const may = causes.map((one) => WRITE_OFF_NAMES[one]).join('、')
    throw new AppError(
      'stock-state',
      `批次 ${lotId} 现为“${status}”，不能以“${name}”核销${first}；此状态可用的原因：${may}`,
      { path: 'cause', value: { status, causes } },
    )
  }
  if (who === checkedBy) {
    throw new AppError('bad-input', `核销须由两人办理：经手人和复核人不能都是“${who}”，请由另一人复核`, {
      path: 'checkedBy',
      value: checkedBy,
    })
  }
}

function missingField(step: LotStep, field: LotStepField): AppError {
  return new AppError('bad-input', `${LOT_STEP_NAMES[step]}须填写${STEP_FIELD_NAMES[field]}，现在是空的；请补上`, {
    path: field,
    value: '',
  })
}

function isExpired({ lotId, expiresOn, status, ownership }: StockRow): AppError {
  const legal = stepsOf(status, ownership).filter((step) => step !== 'backToStore')
  return new AppError(
    'stock-state',
    `批次 ${lotId} 已于 ${expiresOn} 过期，不能重新入库；请报废（确有延期证明的，先在资料中更改失效日期）`,
    { path: 'step', value: { status, legal } },
  )
}

/** Null when the whole lot goes. */
function partOf(
  { lotId, quantity, unit }: StockRow,
  wanted: number | null,
): { readonly moved: number; readonly rest: number } | null {
  if (wanted === null || wanted === quantity) return null
  if (!(wanted > 0 && wanted < quantity)) {
    throw new AppError(
      'bad-input',
      `数量 ${wanted} 不对：批次 ${lotId} 共 ${quantity} ${unit}，请填大于 0、不超过它的数`,
      {
        path: 'quantity',
        value: wanted,
      },
    )
  }
  const rest = restOf(quantity, wanted)
  if (rest === null) {
    throw new AppError(
      'bad-input',
      `数量 ${wanted}／${quantity} ${unit} 的小数超过三位，分不准；请改用至多三位小数，或整批办理`,
      { path: 'quantity', value: wanted },
    )
  }
  return { moved: wanted, rest }
}

/** What the row says of holder, signature and papers after a step. */
function cellsAfter(wish: LotStepWish, today: string): Partial<StockRow> {
  const { holder, document, signedBy, storeId, cause, who, checkedBy } = wish
  switch (wish.step) {
    case 'reserve':
      return { holder }
    case 'issue':
      return { holder, stepDocument: document }
    case 'receive':
      return { signedBy, ...(holder === '' ? {} : { holder }) }
    case 'takeBack':
      return { storeId, holder: '', signedBy: '' }
    case 'release':
      return { holder: '' }
    case 'backToStore':
      return { checkedOn: today, ...(storeId === '' ? {} : { storeId }) }
    case 'writeOff':
      return { writeOffCause: cause, stepDocument: document, handledBy: who, checkedBy }
    case 'giveBack':
      return { writeOffCause: 'returned', holder, signedBy, stepDocument: document, handledBy: who }
    case 'dispatch':
    case 'putInUse':
    case 'inspect':
    case 'scrap':
      return {}
  }
}

/** `lot-1` → `lot-1-1`, `lot-1-2`, …: the first that is free. */
function newLotId(lotId: string, isTaken: (id: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const id = `${lotId}-${number}`
    if (!isTaken(id)) return id
  }
}
