import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { JournalFilter, JournalLine } from '#shared/contract/journal.contract.ts'
import { HEADQUARTERS } from '#shared/domain/taxonomy.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { usePaper } from '../../app/use-paper.ts'
import { useText, type Text } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CorrectionDialog } from './correction-dialog.tsx'
import { EntryBar } from './entry-bar.tsx'
import { JournalFilters } from './journal-filters.tsx'
import { LineDetail } from './line-detail.tsx'
import { VerifyJournal } from './verify-journal.tsx'

const NO_FILTER: JournalFilter = {
  ...{ incidentId: null, text: '', headquarters: null, area: null, fromDay: null, toDay: null },
}

/** Pages read after the first, as of the filter they belong to. */
interface Older {
  readonly filter: JournalFilter
  readonly lines: readonly JournalLine[]
  readonly next: string | null
}

/** 日志: the whole record in sentences, the newest first; to search, to add to, to put right by another entry, to take along. */
export function JournalPage(props: { incidentId: string | null }): ReactNode {
  const text = useText()
  const { client, shell } = useConsole()
  const paper = usePaper()
  const [filter, setFilter] = useState<JournalFilter>(NO_FILTER)
  const [older, setOlder] = useState<Older | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [correcting, setCorrecting] = useState<JournalLine | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const first = useQuery(appContract.journal.lines, { filter })
  const more = older?.filter === filter ? older : null
  const newest = first.value?.lines ?? []
  const known = new Set(newest.map(({ opId }) => opId))
  // Entries that came in meanwhile push others from the first page into the next: each is shown once.
  const lines = [...newest, ...(more?.lines ?? []).filter(({ opId }) => !known.has(opId))]
  const next = more === null ? (first.value?.next ?? null) : more.next
  const line = lines.find(({ opId }) => opId === chosen) ?? null

  const readOn = async (): Promise<void> => {
    const answer = await client.journal.lines({ filter, after: next })
    if (!answer.ok) {
      setSaid(answer.error.message)
      return
    }
    setOlder({ filter, lines: [...(more?.lines ?? []), ...answer.value.lines], next: answer.value.next })
  }
  const saveAs = async (format: 'json' | 'csv'): Promise<void> => {
    const file = await client.journal.exportText({ filter, format })
    if (!file.ok) {
      setSaid(file.error.message)
      return
    }
    const { fileName, entries } = file.value
    const saved = await shell.file.saveText({ title: text('journal.title'), fileName, text: file.value.text })
    if (!saved.ok) setSaid(saved.error.message)
    else if (saved.value.outcome === 'done') setSaid(text('journal.saved', { count: entries, path: saved.value.path }))
  }
  return (
    <Panel title={text('journal.title')} count={lines.length} testId="journal" className="fill journal-page">
      {props.incidentId === null ? null : <EntryBar incidentId={props.incidentId} onSaid={setSaid} />}
      <JournalFilters filter={filter} incidentId={props.incidentId} onFilter={setFilter} />
      <div className="list-tools">
        <Button size="small" onClick={() => void saveAs('csv')} text={text('journal.csv')} />
        <Button
          size="small"
          onClick={() => void saveAs('json')}
          text={text('journal.proof')}
          title={text('journal.proofHint')}
          data-testid="journal-json"
        />
        <Button
          size="small"
          disabled={paper.busy}
          onClick={() => paper.savePdf(() => client.journal.document({ filter }))}
          text={text('journal.pdf')}
        />
        <Button
          size="small"
          disabled={paper.busy}
          onClick={() => paper.saveDocx(() => client.journal.document({ filter }))}
          text={text('journal.docx')}
        />
        <VerifyJournal />
        <span role="status" className="dim" data-testid="journal-said">
          {said ?? paper.said?.words ?? ''}
        </span>
      </div>
      {first.error === null ? null : <p className="panel-note danger">{first.error.message}</p>}
      {(first.value?.behind ?? 0) > 0 ? (
        <p className="panel-note warn">{text('journal.behind', { count: first.value?.behind ?? 0 })}</p>
      ) : null}
      <div className="scroll fill">
        {lines.length === 0 ? (
          <p className="state-view">{text('journal.none')}</p>
        ) : (
          <DataTable
            label={text('journal.title')}
            rows={lines}
            rowKey={(row) => row.opId}
            chosen={chosen}
            onChoose={(row) => setChosen(row.opId)}
            columns={[
              {
                key: 'at',
                title: text('journal.at'),
                width: '162px',
                oneLine: true,
                cell: (row) => row.at.slice(0, 19).replace('T', ' '),
              },
              {
                key: 'number',
                title: text('journal.incident'),
                width: '126px',
                oneLine: true,
                cell: (row) => row.number,
              },
              {
                key: 'who',
                title: text('journal.who'),
                width: '136px',
                oneLine: true,
                cell: (row) => authorName(row, text),
              },
              { key: 'text', title: text('journal.what'), cell: (row) => <Sentence line={row} /> },
              {
                key: 'place',
                title: text('journal.place'),
                width: '92px',
                oneLine: true,
                cell: (row) => <span className="dim">{placeOf(row)}</span>,
              },
            ]}
          />
        )}
        {next === null ? null : (
          <p className="panel-note">
            <Button size="small" onClick={() => void readOn()} text={text('journal.more')} data-testid="journal-more" />
          </p>
        )}
      </div>
      {line === null ? null : (
        <LineDetail line={line} author={authorName(line, text)} onCorrect={() => setCorrecting(line)} />
      )}
      {correcting === null ? null : (
        <CorrectionDialog line={correcting} onDone={() => setCorrecting(null)} onClose={() => setCorrecting(null)} />
      )}
    </Panel>
  )
}

/** The entry, and beneath it what puts it right; a correction says of which entry it is. */
function Sentence(props: { line: JournalLine }): ReactNode {
  const { text, correctedBy } = props.line
  return (
    <>
      <span className={correctedBy.length > 0 ? 'journal-corrected' : ''}>{text}</span>
      {correctedBy.map((correction) => (
        <span key={correction.opId} className="journal-correction warn">
          {correction.text}
        </span>
      ))}
    </>
  )
}

/** Seat and number within its chain, short. */
function placeOf({ seat, seq }: JournalLine): string {
  return `${seat.replace('seat-', '').slice(0, 4)}#${seq}`
}

function authorName({ who, role }: JournalLine, text: Text): string {
  const known = HEADQUARTERS.find((headquarters) => headquarters === role)
  return known === undefined ? `${who} ${role}` : `${who} ${text(`headquarters.${known}`)}`
}
