import type { ReactNode } from 'react'
import type { LotView } from '#shared/contract/stock.contract.ts'
import { WRITTEN_OFF } from '#shared/domain/stock/lot-steps.ts'
import { useText, type Text } from '../../text/text.ts'
import { Chip } from '../../ui/marks.tsx'

type Due = NonNullable<LotView['due']>

/** How near a day is, in words. */
export function dueWords(kind: 'due' | 'returnDue', due: Due, text: Text): string {
  return text(`stock.${kind}.${due.when}`, { days: Math.abs(due.days) })
}

/** A day with how near it is: words and tone, never colour alone. */
export function DueMark(props: { day: string; due: Due | null; kind: 'due' | 'returnDue' }): ReactNode {
  const text = useText()
  const { day, due, kind } = props
  if (day === '') return <span className="dim">{text(kind === 'due' ? 'stock.never' : 'stock.noDay')}</span>
  const tone = due === null || due.when === 'later' ? 'dim' : due.when === 'soon' ? 'warn' : 'danger strong'
  return (
    <>
      {day}
      {due === null ? null : (
        <>
          <br />
          <span className={tone} data-testid={`due-${due.when}`}>
            {dueWords(kind, due, text)}
          </span>
        </>
      )}
    </>
  )
}

/** Whose a lot is; what is not our own stands out with its owner and papers. */
export function OwnershipMark(props: { lot: LotView }): ReactNode {
  const text = useText()
  const { ownership, belongsTo } = props.lot
  if (ownership === 'own') return text('stock.ownership.own')
  return (
    <>
      <Chip tone="own">{text(`stock.ownership.${ownership}`)}</Chip>
      {belongsTo === '' ? null : ` ${belongsTo}`}
    </>
  )
}

/** The item with the id of its lot. */
export function LotName(props: { lot: LotView }): ReactNode {
  const text = useText()
  const { item, lotId, splitFrom } = props.lot
  return (
    <>
      <span className="strong">{item}</span>
      <span
        className="dim stock-id"
        title={splitFrom === '' ? lotId : `${lotId} ${text('stock.splitFrom', { lotId: splitFrom })}`}
      >
        {lotId}
      </span>
    </>
  )
}

/** Who has it: destination or holder, who signed, or how it left the books. */
export function HolderMark(props: { lot: LotView }): ReactNode {
  const text = useText()
  const { holder, signedBy, status, writeOffCause, handledBy, checkedBy, stepDocument } = props.lot
  if (status === WRITTEN_OFF) {
    const cause = text(writeOffCause === null ? 'stock.cause.unknown' : `stock.cause.${writeOffCause}`)
    const words = { cause, who: handledBy, checked: checkedBy === '' ? signedBy : checkedBy, document: stepDocument }
    return <span className="two-lines">{text('stock.writeOffBy', words)}</span>
  }
  return (
    <span className="two-lines" title={`${holder} ${stepDocument}`}>
      {holder}
      {signedBy === '' ? null : ` · ${text('stock.signed', { name: signedBy })}`}
    </span>
  )
}

/** A quantity with its unit, thousands set apart. */
export function quantityWords(quantity: number, unit: string): string {
  return `${quantity.toLocaleString('en-US', { maximumFractionDigits: 3 })} ${unit}`
}
