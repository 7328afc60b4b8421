import type { KeptLot, LotView } from '#shared/contract/stock.contract.ts'
import { groupBy } from '#shared/kernel/order.ts'
import type { Text } from '../../text/text.ts'
import { dueWords } from './lot-marks.tsx'

/** What is to be done with an expiring lot: `passed`, `urgent` or `soon`. */
function adviceOf({ due }: LotView): 'passed' | 'urgent' | 'soon' | null {
  return due === null || due.when === 'later' ? null : due.when
}

/** What to do with an expiring lot in words, with the streets that could use it. */
export function adviceWords({ lot, neededIn }: KeptLot, text: Text): string {
  const advice = adviceOf(lot)
  if (advice === null) return ''
  const needed = neededIn.length === 0 ? [] : [text('stock.neededIn', { towns: neededIn.join('、') })]
  return [...needed, text(`stock.advice.${advice}`)].join('；')
}

/** Lots as plain text to be sent to those who keep them: one part a store, in the order of the lots. */
export function keeperText(
  kind: 'expiring' | 'returns',
  { day, lots }: { readonly day: string; readonly lots: readonly KeptLot[] },
  text: Text,
): string {
  const stores = groupBy(lots, ({ lot }) => lot.storeId)
  const parts = [...stores.values()].map((kept) => {
    const [first] = kept
    const name = first === undefined || first.keeper === '' ? text('stock.nobody') : first.keeper
    const head = text('stock.copyText.keeper', { store: first?.lot.storeName ?? '', name, phone: first?.phone ?? '' })
    return [head, ...kept.map((one) => lineOf(kind, one, text))].join('\n')
  })
  const demo = lots.some(({ lot }) => lot.isDemo) ? [text('stock.demo')] : []
  return [text(`stock.copyText.${kind}`, { day }), ...demo, ...parts].join('\n')
}

function lineOf(kind: 'expiring' | 'returns', kept: KeptLot, text: Text): string {
  const { lot } = kept
  const { item, quantity, unit, lotId } = lot
  const isReturn = kind === 'returns'
  const due = isReturn ? lot.returnDue : lot.due
  return text('stock.copyText.lot', {
    ...{ item, quantity, unit, lotId },
    day: isReturn ? lot.returnBy : lot.expiresOn,
    due: due === null ? text('stock.noDay') : dueWords(isReturn ? 'returnDue' : 'due', due, text),
    advice: isReturn ? lot.belongsTo : adviceWords(kept, text),
  })
}
