import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { CardHead } from '#shared/contract/cards.contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { PaperSaid } from '../../app/paper-said.tsx'
import { usePaper } from '../../app/use-paper.ts'
import { useText, type Text } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Waiting } from '../../ui/state-view.tsx'
import { CardFilters } from './card-filters.tsx'
import { wishOf, NO_WISH, type WishDraft } from './card-wish.ts'
import { CardSheet } from './card-sheet.tsx'
import { CardTools } from './card-tools.tsx'

/** All action cards: found by word, kind, post, trade, incident type and level; read, printed, kept as PDF. */
export function CardBrowser(props: { incidentId: string | null; planned: boolean }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const paper = usePaper()
  const [draft, setDraft] = useState<WishDraft>(NO_WISH)
  const [chosen, setChosen] = useState<string | null>(null)
  const { incidentId, planned } = props
  const wish = wishOf(draft)
  const { value, error } = useQuery(appContract.cards.list, wish)
  const cards = value?.cards ?? []
  const id = cards.some((card) => card.id === chosen) ? chosen : (cards[0]?.id ?? null)
  const ids = cards.map((card) => card.id)
  return (
    <div className="card-browser" data-testid="card-browser">
      <section className="panel fill" aria-label={text('cards.search')}>
        <CardFilters draft={draft} posts={value?.posts ?? []} onDraft={setDraft} />
        <div className="list-tools dim">
          <span role="status" data-testid="card-total">
            {text('cards.total', { total: value?.total ?? 0, shown: cards.length })}
          </span>
          <Button
            size="small"
            disabled={paper.busy || ids.length === 0}
            data-testid="cards-pdf"
            onClick={() => paper.savePdf(() => client.cards.document({ ids, incidentId }))}
            text={text('cards.allPdf', { count: ids.length })}
          />
          {incidentId === null || !planned ? null : (
            <Button
              size="small"
              disabled={paper.busy}
              data-testid="communications-pdf"
              onClick={() => paper.savePdf(() => client.cards.communications({ incidentId }))}
              text={text('cards.communicationsPdf')}
            />
          )}
        </div>
        <PaperSaid paper={paper} />
        <div className="scroll fill">
          {value !== null ? (
            <DataTable
              label={text('cards.title')}
              testId="card-list"
              rows={cards}
              rowKey={(card) => card.id}
              chosen={id}
              onChoose={(card) => setChosen(card.id)}
              columns={[
                {
                  key: 'title',
                  title: text('cards.card'),
                  cell: (card) => <span className="strong">{card.title}</span>,
                },
                { key: 'kind', title: text('cards.filterKind'), width: '26%', cell: (card) => kindWords(card, text) },
                { key: 'types', title: text('cards.filterType'), width: '26%', cell: (card) => typeWords(card, text) },
              ]}
            />
          ) : (
            <Unloaded of={appContract.cards.list} input={wish} error={error} />
          )}
        </div>
      </section>
      <section className="panel fill" aria-label={text('cards.card')}>
        {id === null ? <Waiting words={text('cards.choose')} /> : <Chosen key={id} id={id} incidentId={incidentId} />}
      </section>
    </div>
  )
}

function Chosen(props: { id: string; incidentId: string | null }): ReactNode {
  const { client } = useConsole()
  const paper = usePaper()
  const { id, incidentId } = props
  const { value, error } = useQuery(appContract.cards.get, { id, incidentId })
  if (value === null) return <Unloaded of={appContract.cards.get} input={{ id, incidentId }} error={error} />
  const document = () => client.cards.document({ ids: [id], incidentId })
  return (
    <>
      <div className="card-tools">
        <CardTools
          card={value}
          paper={paper}
          onPrint={() => paper.print(document)}
          onSavePdf={() => paper.savePdf(document)}
        />
      </div>
      <PaperSaid paper={paper} />
      <div className="scroll card-scroll" tabIndex={0}>
        <CardSheet card={value} />
      </div>
    </>
  )
}

function kindWords({ kind, trade, responseLevel }: CardHead, text: Text): string {
  if (trade === null) return text(`cards.kind.${kind}`)
  return `${text(`cards.trade.${trade}`)}${responseLevel === null ? '' : ` ${text(`level.${responseLevel}`)}`}`
}

function typeWords({ types }: CardHead, text: Text): ReactNode {
  const words = types.map((type) => text(`incidentType.${type}`)).join('、')
  return types.length === 0 ? (
    <span className="dim">{text('cards.allTypes')}</span>
  ) : (
    <span className="two-lines" title={words}>
      {words}
    </span>
  )
}
