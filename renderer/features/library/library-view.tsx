import { Fragment, useEffect, useRef, useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { RECORD_KINDS } from '#shared/domain/dataset/record-kinds.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { openTable, setRecordDesk, type RecordDesk } from '../../app/record-desk.ts'
import { usePageKey } from '../../app/use-page-key.ts'
import { KEEPING_ROOMS, useView, type KeepingRoom, type LibraryRoom } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { ExportDialog } from './export-dialog.tsx'
import { DatasetPanel } from './dataset-panel.tsx'
import { LibraryChanges } from './library-changes.tsx'
import { keepDraft, readKeptDraft } from './record-draft.ts'
import { RecordList } from './record-list.tsx'
import { RecordPage } from './record-page.tsx'
import { kindTitle } from './record-words.ts'
import { UnsavedElsewhere } from './unsaved-elsewhere.tsx'

/** 资源库: the action cards, every table of the data set as list and form, its changes, and the head of the set. */
export function LibraryView(props: {
  room: LibraryRoom
  onRoom: (room: LibraryRoom) => void
  onImport: () => void
  cards: ReactNode
  stock: ReactNode
  /** Rooms of other features, by name. */
  rooms: Readonly<Record<KeepingRoom, ReactNode>>
}): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const desk = useView(view, (state) => state.recordDesk)
  useKeptDraft(desk)
  const dataset = useQuery(appContract.reference.dataset, {})
  const counts = dataset.value?.counts ?? {}
  const { room, onRoom } = props
  const table = room === 'tables' ? desk.table : null
  const listed = table === null || table === 'changes' ? null : table
  const [isExporting, setExporting] = useState(false)
  usePageKey((event) => {
    // In an open record the same key saves it; other rooms keep it for their own work.
    if (!event.ctrlKey || event.key.toLowerCase() !== 's' || table === null || desk.open !== null) return false
    setExporting(true)
    return true
  })
  return (
    <div className="library-grid" data-testid="library-view">
      <nav className="scroll panel" aria-label={text('library.tables')}>
        <h3 className="library-heading">{text('library.work')}</h3>
        <NavigationLine
          testId="library-cards"
          words={text('cards.title')}
          side="F9"
          isCurrent={room === 'cards'}
          onOpen={() => onRoom('cards')}
        />
        <NavigationLine
          testId="library-ledger"
          words={text('stock.title')}
          side=""
          isCurrent={room === 'stock'}
          onOpen={() => onRoom('stock')}
        />
        {KEEPING_ROOMS.map((name) => (
          <NavigationLine
            key={name}
            testId={`library-room-${name}`}
            words={text(`${name}.title`)}
            side=""
            isCurrent={room === name}
            onOpen={() => onRoom(name)}
          />
        ))}
        <h3 className="library-heading">{text('library.exchange')}</h3>
        <NavigationLine
          testId="library-import"
          words={text('imports.open')}
          side=""
          isCurrent={false}
          onOpen={props.onImport}
        />
        <NavigationLine
          testId="library-export"
          words={text('exports.open')}
          side=""
          isCurrent={isExporting}
          onOpen={() => setExporting(true)}
        />
        <NavigationLine
          testId="library-changes-open"
          words={text('records.changes')}
          side=""
          isCurrent={table === 'changes'}
          onOpen={() => openTable(view, 'changes')}
        />
        <h3 className="library-heading">{text('library.tables')}</h3>
        {RECORD_KINDS.map((kind) => (
          <NavigationLine
            key={kind}
            testId={`library-${kind}`}
            words={kindTitle(kind, text)}
            side={String(counts[kind] ?? '')}
            isCurrent={table === kind}
            onOpen={() => openTable(view, kind)}
          />
        ))}
      </nav>
      {isExporting ? (
        <ExportDialog
          kind={listed}
          kindTitle={listed === null ? '' : kindTitle(listed, text)}
          desk={desk}
          onClose={() => setExporting(false)}
        />
      ) : null}
      {room === 'cards' ? props.cards : null}
      {room === 'stock' ? props.stock : null}
      {room === 'tables' ? <Tables desk={desk} dataset={<DatasetPanel state={dataset} />} /> : null}
      {KEEPING_ROOMS.map((name) => (room === name ? <Fragment key={name}>{props.rooms[name]}</Fragment> : null))}
    </div>
  )
}

function Tables(props: { desk: RecordDesk; dataset: ReactNode }): ReactNode {
  const { desk } = props
  if (desk.open !== null) {
    return (
      <RecordPage key={`${desk.open.kind} ${desk.open.key ?? ''}`} kind={desk.open.kind} recordKey={desk.open.key} />
    )
  }
  return (
    <>
      <div className="library-main">
        <UnsavedElsewhere draft={desk.draft} />
        {desk.table === 'changes' ? <LibraryChanges /> : <RecordList key={desk.table} kind={desk.table} desk={desk} />}
      </div>
      {props.dataset}
    </>
  )
}

function NavigationLine(props: {
  testId: string
  words: string
  side: string
  isCurrent: boolean
  onOpen: () => void
}): ReactNode {
  return (
    <button
      type="button"
      className="library-table"
      aria-current={props.isCurrent ? 'true' : undefined}
      data-testid={props.testId}
      onClick={props.onOpen}
    >
      {props.words}
      <span className="dim">{props.side}</span>
    </button>
  )
}

/** Brings back unsaved work of an earlier window and keeps that of this one. */
function useKeptDraft({ draft }: RecordDesk): void {
  const { view, headquarters } = useConsole()
  const had = useRef(false)
  useEffect(() => {
    if (view.getState().recordDesk.draft !== null) return
    const kept = readKeptDraft(window.localStorage, headquarters)
    if (kept !== null) setRecordDesk(view, { draft: kept })
  }, [view, headquarters])
  useEffect(() => {
    // Before any work there is nothing to forget: what lies there is brought back just now.
    if (draft === null && !had.current) return
    had.current = draft !== null
    keepDraft(window.localStorage, headquarters, draft)
  }, [draft, headquarters])
}
