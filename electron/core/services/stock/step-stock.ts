import { appContract, type AppContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import type { StockRow } from '#shared/domain/dataset/tables.ts'
import { lotStepWords } from '#shared/domain/stock/step-words.ts'
import { takeLotStep, type LotAfterStep } from '#shared/domain/stock/take-lot-step.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { findNewestChange } from '../../db/repositories/library-history.repo.ts'
import { applyLibraryBatch } from '../../keeping/apply-library-batch.ts'
import type { RecordChange } from '../../keeping/library-change.ts'
import { wallTimeOf } from '../../replication/wall-time.ts'
import { answerOnce } from '../answer-once.ts'
import { basisOf, existingStore, todayOf, type StockParts } from './stock-parts.ts'

type Step = AppContract['stock']['step']

/** Takes a step with a lot; see the contract. */
export function stepStock(core: StockParts, input: ParsedInputOf<Step>, caller: Caller): OutputOf<Step> {
  const command = { channel: 'stock.step', input, output: appContract.stock.step.output }
  return answerOnce(core, command, () => {
    const lot = standingLot(core, input)
    if (input.storeId !== '') existingStore(core, input.storeId)
    const ids = new Set(core.library.current().stock.map(({ lotId }) => lotId))
    const after = takeLotStep(lot, input, {
      role: caller.role,
      today: todayOf(core),
      isTaken: (id) => ids.has(id) || findNewestChange(core.db, 'stock', id) !== null,
    })
    const { batchId, version } = applyLibraryBatch(core.db, {
      kind: input.step === 'writeOff' || input.step === 'giveBack' ? 'writeOff' : 'stockStep',
      ...{ recordedAt: wallTimeOf(core.nowMs()), who: input.who, role: caller.role, seat: caller.seat },
      reason: lotStepWords(lot, input, input.reason),
      undoes: null,
      changes: changesOf(lot, after),
    })
    return { lotId: after.moved.lotId, batchId, version }
  })
}

function changesOf(lot: StockRow, { moved, rest }: LotAfterStep): RecordChange[] {
  const own = { kind: 'stock', key: lot.lotId, before: lot } as const
  if (rest === null) return [{ ...own, after: moved }]
  return [
    { ...own, after: rest },
    { kind: 'stock', key: moved.lotId, before: null, after: moved },
  ]
}

/** The lot as it stands, when it is still what was looked at. */
function standingLot({ library }: StockParts, { lotId, basis }: { lotId: string; basis: string }): StockRow {
  const lot = library.current().stock.find((one) => one.lotId === lotId)
  if (lot === undefined) {
    throw new AppError('not-found', `没有编号为“${lotId}”的批次；请刷新台账后重新选择`, { path: 'lotId', value: lotId })
  }
  if (basisOf(lot) === basis) return lot
  const now = `${lot.quantity} ${lot.unit}，${lot.status}`
  throw new AppError('conflict', `批次 ${lotId} 在此期间已被改动（现为 ${now}），没有办理；请核对后重新办理`, {
    path: 'basis',
    value: { lotId, status: lot.status, quantity: lot.quantity },
  })
}
