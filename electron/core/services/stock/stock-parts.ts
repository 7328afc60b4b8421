import type { Caller } from '#shared/contract/app-contract.ts'
import type { LotView } from '#shared/contract/stock.contract.ts'
import type { StockRow, StoreRow } from '#shared/domain/dataset/tables.ts'
import { causesOf, LOT_STEP_RULES, stepsOf } from '#shared/domain/stock/lot-steps.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { lotDue, returnDue } from '#shared/planner/stock/lot-due.ts'
import { wallTimeOf } from '../../replication/wall-time.ts'
import type { PlanningReferences } from '../planning-port.ts'
import { stateDigestOf, type RecordsParts } from '../records/record-parts.ts'

/** What the stock services work with. */
export interface StockParts extends RecordsParts {
  readonly references: () => PlanningReferences
}

/** Today on the console's clock, `YYYY-MM-DD`. */
export function todayOf({ nowMs }: Pick<StockParts, 'nowMs'>): string {
  return wallTimeOf(nowMs()).slice(0, 10)
}

/** Digest of a lot's state, for telling whether it changed since it was looked at. */
export function basisOf(lot: StockRow): string {
  return stateDigestOf('stock', lot)
}

/** Makes views of lots for a window: with the names of their stores, how near their days are and what can be done. */
export function lotViewer(core: StockParts, { role }: Pick<Caller, 'role'>): (lot: StockRow) => LotView {
  const today = todayOf(core)
  const { readiness } = core.references().parameters
  const nameOf = new Map(core.library.current().stores.map(({ id, name }) => [id, name]))
  return (lot) => {
    const { lotId, storeId, itemCode, item, quantity, unit, madeOn, expiresOn, checkedOn, status } = lot
    const { belongsTo, document, returnBy, splitFrom, holder, signedBy, stepDocument, handledBy, checkedBy } = lot
    return {
      ...{ lotId, storeId, itemCode, item, quantity, unit, madeOn, expiresOn, checkedOn, status },
      ...{ belongsTo, document, returnBy, splitFrom, holder, signedBy, stepDocument, handledBy, checkedBy },
      storeName: nameOf.get(lot.storeId) ?? lot.storeId,
      ownership: lot.ownership === '' ? 'own' : lot.ownership,
      writeOffCause: lot.writeOffCause === '' ? null : lot.writeOffCause,
      isDemo: lot.isDemo === 1,
      basis: basisOf(lot),
      due: lotDue(lot, today, readiness),
      returnDue: returnDue(lot, today, readiness),
      steps: stepsOf(lot.status, lot.ownership).filter(
        (step) => LOT_STEP_RULES[step].by === 'both' || role !== 'tactical',
      ),
      causes: causesOf(lot.status),
    }
  }
}

/** The store of an id. @throws AppError `not-found`. */
export function existingStore({ library }: StockParts, storeId: string): StoreRow {
  const store = library.current().stores.find(({ id }) => id === storeId)
  if (store !== undefined) return store
  throw new AppError('not-found', `没有编号为“${storeId}”的储备库；请刷新列表后重新选择`, {
    path: 'storeId',
    value: storeId,
  })
}
