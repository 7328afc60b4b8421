import type { AppHandlers } from '#shared/contract/app-contract.ts'
import { expiringLots, ledgerOf, listStores, lotsToReturn } from './list-stock.ts'
import { pickChoices, pickStock } from './pick-stock.ts'
import { readSheetFile, writeSheetFile } from './sheet-file.ts'
import { stepStock } from './step-stock.ts'
import type { StockParts } from './stock-parts.ts'
import { discardSheet, finishSheet, openSheet, saveSheet } from './take-stock.ts'

/** Stores and lots: ledger, steps, stock-taking, pick lists. */
export type StockService = AppHandlers['stock']

/** Builds the stock service. */
export function createStockService(core: StockParts): StockService {
  return {
    stores: () => listStores(core),
    ledger: (wanted, caller) => ledgerOf(core, wanted, caller),
    expiring: (_input, caller) => expiringLots(core, caller),
    returns: (_input, caller) => lotsToReturn(core, caller),
    pickChoices: () => pickChoices(core),
    pick: (wish, caller) => pickStock(core, wish, caller),
    step: (input, caller) => stepStock(core, input, caller),
    sheet: ({ storeId }, caller) => openSheet(core, storeId, caller),
    saveSheet: (input) => saveSheet(core, input),
    discardSheet: (input) => discardSheet(core, input),
    finishSheet: (input, caller) => finishSheet(core, input, caller),
    sheetFile: (wanted) => writeSheetFile(core, wanted),
    readSheetFile: (input) => readSheetFile(core, input),
  }
}
