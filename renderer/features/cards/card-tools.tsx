import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import type { FilledCard } from '#shared/contract/cards.contract.ts'
import type { Paper } from '../../app/use-paper.ts'
import { useText } from '../../text/text.ts'

/** Print, keep as PDF, copy; and what became of it. */
export function CardTools(props: {
  card: FilledCard
  paper: Paper
  onPrint: () => void
  onSavePdf: () => void
}): ReactNode {
  const text = useText()
  const { card, paper, onPrint, onSavePdf } = props
  return (
    <>
      <Button
        size="small"
        data-testid="card-print"
        disabled={paper.busy}
        onClick={onPrint}
        text={text('cards.print')}
      />
      <Button
        size="small"
        data-testid="card-pdf"
        disabled={paper.busy}
        onClick={onSavePdf}
        text={text('cards.savePdf')}
      />
      <Button
        size="small"
        data-testid="card-copy"
        disabled={paper.busy}
        onClick={() => paper.copyText(card.plainText)}
        text={text('cards.copy')}
      />
    </>
  )
}
