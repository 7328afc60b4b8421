import { Button, Drawer } from '@blueprintjs/core'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { FilledCard } from '#shared/contract/cards.contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { PaperSaid } from '../../app/paper-said.tsx'
import { usePaper } from '../../app/use-paper.ts'
import type { CardAsk } from '../../app/view-store.ts'
import { useText, type TextKey } from '../../text/text.ts'
import { Failed, Waiting } from '../../ui/state-view.tsx'
import { CardSheet } from './card-sheet.tsx'
import { CardTools } from './card-tools.tsx'

/** 处置卡 beside the plan: opened from the line it belongs to, closed by Esc, nothing below is lost. */
export function CardDrawer(props: { ask: CardAsk | null; incidentId: string | null; onClose: () => void }): ReactNode {
  const text = useText()
  const { ask } = props
  return (
    <Drawer
      isOpen={ask !== null}
      onClose={props.onClose}
      className="card-drawer"
      size="min(660px, 52vw)"
      aria-label={text('cards.title')}
      transitionDuration={0}
      hasBackdrop={false}
    >
      {ask === null ? null : (
        <Asked key={JSON.stringify(ask)} ask={ask} incidentId={props.incidentId} onClose={props.onClose} />
      )}
    </Drawer>
  )
}

function Asked(props: { ask: CardAsk; incidentId: string | null; onClose: () => void }): ReactNode {
  const text = useText()
  const { cache, client } = useConsole()
  const paper = usePaper()
  const reading = useRef<HTMLDivElement>(null)
  // Arrow keys scroll and Ctrl+P prints at once; Blueprint would focus the drawer itself, above both.
  useEffect(() => reading.current?.focus(), [])
  const { ask, incidentId } = props
  const held = ask.kind === 'order' ? { post: ask.post, hq: ask.hq } : { post: null, hq: null }
  const byId = ask.kind === 'card' ? { id: ask.id, incidentId, ...held } : null
  const byOrder = ask.kind === 'card' || incidentId === null ? null : { incidentId, group: ask.group, ...held }
  const named = useQuery(appContract.cards.get, byId)
  const found = useQuery(appContract.cards.forOrder, byOrder)
  const { value, error, status } = ask.kind === 'card' ? named : found

  const note = ask.kind === 'order' ? noteOf(ask, value) : null
  const document = (card: FilledCard) => () =>
    client.cards.document({ ids: [card.id], incidentId, hq: held.hq, post: card.holder?.post ?? null })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (value === null || !event.ctrlKey || event.altKey) return
    const wish = { p: paper.print, s: paper.savePdf }[event.key.toLowerCase()]
    if (wish === undefined) return
    event.preventDefault()
    wish(document(value))
  }
  return (
    <div className="card-drawer-body" data-testid="card-drawer" onKeyDown={onKeyDown}>
      <div className="card-tools">
        <span className="strong">{text('cards.title')}</span>
        <span className="dim card-keys">{text('cards.keys')}</span>
        {value === null ? null : (
          <CardTools
            card={value}
            paper={paper}
            onPrint={() => paper.print(document(value))}
            onSavePdf={() => paper.savePdf(document(value))}
          />
        )}
        <Button size="small" data-testid="card-close" onClick={props.onClose} text={text('cards.close')} />
      </div>
      <PaperSaid paper={paper} />
      {ask.kind === 'card' ? null : (
        <p className="card-for">
          <span className="dim">{text('cards.for')}</span> {ask.words}
          {note === null ? null : <span className="warn">{` ${text(note)}`}</span>}
        </p>
      )}
      <div className="scroll card-scroll" tabIndex={0} ref={reading}>
        {value !== null ? (
          <CardSheet card={value} />
        ) : error !== null ? (
          <Failed
            words={text('state.error')}
            message={error.message}
            retryWords={text('state.retry')}
            onRetry={() =>
              byOrder === null
                ? cache.refresh(appContract.cards.get, byId)
                : cache.refresh(appContract.cards.forOrder, byOrder)
            }
          />
        ) : (
          <Waiting words={text(status === 'ready' ? 'cards.none' : 'state.loading')} />
        )}
      </div>
    </div>
  )
}

/** Why the card is not that of whoever the line names. */
function noteOf({ instead }: Extract<CardAsk, { kind: 'order' }>, card: FilledCard | null): TextKey | null {
  return card === null || instead === null ? null : `cards.${instead}`
}
