import type { ReactNode } from 'react'
import type { LotView } from '#shared/contract/stock.contract.ts'
import { LOT_OWNERSHIPS } from '#shared/domain/dataset/row-choices.ts'
import { useText } from '../../text/text.ts'

/** Which lots of a ledger are listed. */
export interface LedgerWish {
  readonly text: string
  /** Null = whoever they belong to. */
  readonly ownership: LotView['ownership'] | null
  readonly writtenOff: boolean
}

/** Words, ownership, and whether written-off lots are listed too. */
export function LedgerFilters(props: { wish: LedgerWish; onWish: (wish: LedgerWish) => void }): ReactNode {
  const text = useText()
  const { wish, onWish } = props
  return (
    <>
      <input
        className="field-input stock-search"
        type="search"
        aria-label={text('stock.filter')}
        placeholder={text('stock.filterHint')}
        value={wish.text}
        maxLength={200}
        data-testid="stock-filter"
        onChange={({ target }) => onWish({ ...wish, text: target.value })}
      />
      <select
        className="field-input stock-choice"
        aria-label={text('stock.ownershipFilter')}
        value={wish.ownership ?? ''}
        onChange={({ target }) => {
          onWish({ ...wish, ownership: LOT_OWNERSHIPS.find((key) => key === target.value) ?? null })
        }}
      >
        <option value="">{`${text('stock.ownershipFilter')}：${text('stock.every')}`}</option>
        {LOT_OWNERSHIPS.map((key) => (
          <option key={key} value={key}>
            {text(`stock.ownership.${key}`)}
          </option>
        ))}
      </select>
      <label className="stock-check">
        <input
          type="checkbox"
          checked={wish.writtenOff}
          onChange={({ target }) => onWish({ ...wish, writtenOff: target.checked })}
        />
        {text('stock.writtenOff')}
      </label>
    </>
  )
}
