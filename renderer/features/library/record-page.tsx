import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { RecordView } from '#shared/contract/records.contract.ts'
import { isTableName, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { setRecordDesk, type RecordDraft } from '../../app/record-desk.ts'
import { openSurroundings } from '../../app/view-actions.ts'
import { Unloaded } from '../../app/unloaded.tsx'
import { usePageKey } from '../../app/use-page-key.ts'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { Chip } from '../../ui/marks.tsx'
import { Panel } from '../../ui/panel.tsx'
import { NamingRecords } from './naming-records.tsx'
import { RecordConflict } from './record-conflict.tsx'
import { draftOf, isDirty, newDraft, rebased } from './record-draft.ts'
import { RecordFoot } from './record-foot.tsx'
import { RecordForm } from './record-form.tsx'
import { RecordHistory } from './record-history.tsx'
import { kindTitle } from './record-words.ts'
import { UnsavedElsewhere } from './unsaved-elsewhere.tsx'
import { UnsavedDialog } from './unsaved-dialog.tsx'
import { useRecordCheck } from './use-record-check.ts'
import { useRecordSave } from './use-record-save.ts'

/** One record as a form with its history and the records that name it; or a new one. Ctrl+S saves, Esc goes back. */
export function RecordPage(props: { kind: RecordKind; recordKey: string | null }): ReactNode {
  const { kind, recordKey } = props
  const input = recordKey === null ? null : { kind, key: recordKey }
  const state = useQuery(appContract.records.get, input)
  if (input !== null && state.value === null) {
    return (
      <div className="record-page">
        <Unloaded of={appContract.records.get} input={input} error={state.error} />
      </div>
    )
  }
  return <Page kind={kind} record={input === null ? null : state.value} />
}

function Page(props: { kind: RecordKind; record: RecordView | null }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const { kind, record } = props
  const kept = useView(view, (state) => state.recordDesk.draft)
  const who = useView(view, (state) => state.recordDesk.who)
  const [leaving, setLeaving] = useState(false)
  const [asked, setAsked] = useState(false)
  const found = kept !== null && kept.kind === kind && kept.key === (record?.key ?? null) ? kept : null
  const own = found === null ? null : followed(found, record)
  const draft = own ?? (record === null ? newDraft(kind, {}) : draftOf(record))
  const dirty = isDirty(own)
  // Unsaved work on another record is dealt with first: it would be written over here.
  const isBusyElsewhere = own === null && isDirty(kept)
  const canEdit = isTableName(kind) && record?.isRetired !== true && !isBusyElsewhere
  const problems = useRecordCheck(canEdit && (dirty || record === null) ? draft : null)
  const { busy, said, save, clear } = useRecordSave()

  // The library changed under the edit: the officer sees it at once, not only when saving.
  const isStale = !busy && own !== null && record !== null && own.basis !== record.digest
  const now = said?.kind === 'conflict' ? said.now : isStale ? record : null

  const leave = (): void => setRecordDesk(view, { open: null, ...(own === null ? {} : { draft: null }) })
  const trySave = (): void => {
    setAsked(true)
    if (busy || !dirty || problems.length > 0 || who.trim() === '') return
    void save(draft, who.trim())
  }
  usePageKey((event) => {
    if (event.ctrlKey && event.key.toLowerCase() === 's') {
      trySave()
      return true
    }
    if (event.key !== 'Escape' || event.defaultPrevented) return false
    if (dirty) setLeaving(true)
    else leave()
    return true
  })
  const title = record?.name ?? text('records.newTitle', { table: kindTitle(kind, text) })
  return (
    <div className="record-page" data-testid="record-page">
      <Panel
        title={`${kindTitle(kind, text)}　${title}`}
        className="fill"
        testId="record-form"
        side={
          <>
            {record !== null && isTableName(kind) && (record.cells['lng'] ?? '') !== '' ? (
              <button
                type="button"
                className="plain-button handbook-button"
                data-testid="record-surroundings"
                onClick={() => openSurroundings(view, { kind, key: record.key, name: record.name })}
              >
                {text('surroundings.call')}
              </button>
            ) : null}
            {record?.isDemo === true ? <Chip tone="warn">{text('library.demo')}</Chip> : null}
            {record?.isRetired === true ? <Chip tone="danger">{text('records.isRetired')}</Chip> : null}
            {record === null ? <Chip tone="own">{text('records.isNew')}</Chip> : null}
          </>
        }
      >
        <div className="scroll fill record-body">
          <UnsavedElsewhere draft={isBusyElsewhere ? kept : null} />
          {dirty && record?.isRetired === true ? (
            <p className="warn" role="alert" data-testid="record-retired-meanwhile">
              {text('records.retiredMeanwhile')}
            </p>
          ) : null}
          {now !== null ? (
            <RecordConflict
              draft={draft}
              now={now}
              onTake={() => {
                setRecordDesk(view, { draft: null })
                clear()
              }}
              onKeep={() => {
                setRecordDesk(view, { draft: rebased(draft, now) })
                clear()
              }}
            />
          ) : null}
          <RecordForm
            draft={draft}
            record={record}
            canEdit={canEdit}
            problems={problems}
            showAll={asked}
            onDraft={(next) => {
              clear()
              setRecordDesk(view, { draft: next })
            }}
          />
        </div>
        <RecordFoot
          {...{ kind, record, draft, dirty, canEdit, busy, who, asked }}
          problems={problems.length}
          said={said}
          onWho={(next) => setRecordDesk(view, { who: next })}
          onReason={(reason) => setRecordDesk(view, { draft: { ...draft, reason } })}
          onSave={trySave}
          onBack={() => (dirty ? setLeaving(true) : leave())}
        />
      </Panel>
      {record === null ? (
        <div />
      ) : (
        <div className="scroll stack">
          <NamingRecords record={record} canAdd={canEdit && !dirty} />
          <RecordHistory kind={kind} recordKey={record.key} />
        </div>
      )}
      {leaving ? <UnsavedDialog name={title} onDiscard={leave} onBack={() => setLeaving(false)} /> : null}
    </div>
  )
}

/** A draft in which nothing was changed follows the record when the library changes under it. */
function followed(draft: RecordDraft, record: RecordView | null): RecordDraft {
  if (record === null || draft.basis === record.digest) return draft
  const { reason } = draft
  return isDirty(draft) ? draft : { ...draftOf(record), reason }
}
