import { Button } from '@blueprintjs/core'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { DOCUMENT_KINDS, type DocumentKind } from '#shared/domain/paper-document.ts'
import { useQuery } from '../../app/console-context.tsx'
import { PaperSaid } from '../../app/paper-said.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { usePageKey } from '../../app/use-page-key.ts'
import { useText } from '../../text/text.ts'
import { Waiting } from '../../ui/state-view.tsx'
import { DocumentList } from './document-list.tsx'
import { DocumentPreview } from './document-preview.tsx'
import { useDocuments } from './use-documents.ts'

/** 文书: every document of the incident's plan, read as it will be printed, kept as PDF or Word, printed, one or many. */
export function DocumentsView(props: { incidentId: string }): ReactNode {
  const text = useText()
  const { incidentId } = props
  const { value, error } = useQuery(appContract.documents.list, { incidentId })
  const [kind, setKind] = useState<DocumentKind | ''>('')
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const documents = value?.documents ?? []
  const wanted = words.trim().toLowerCase()
  const listed = documents.filter(
    (document) =>
      (kind === '' || document.kind === kind) &&
      (wanted === '' || `${document.title} ${document.number}`.toLowerCase().includes(wanted)),
  )
  const shown = listed.find(({ key }) => key === chosen) ?? listed[0] ?? null
  const picked = documents.filter(({ key }) => ticked.has(key))
  const targets = picked.length > 0 ? picked : shown === null ? [] : [shown]
  const work = useDocuments(
    incidentId,
    targets.map(({ key }) => key),
  )
  usePageKey((event) => {
    if (!event.ctrlKey || event.altKey || event.shiftKey) return false
    const wish = { s: work.savePdf, p: work.print }[event.key.toLowerCase()]
    if (wish === undefined || targets.length === 0) return false
    wish()
    return true
  })

  if (value === null) return <Unloaded of={appContract.documents.list} input={{ incidentId }} error={error} />
  if (value.version === null) return <Waiting words={text('documents.noPlan')} />
  const tick = (keys: readonly string[], on: boolean): void => {
    const next = new Set(ticked)
    for (const key of keys) {
      if (on) next.add(key)
      else next.delete(key)
    }
    setTicked(next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = event.target instanceof HTMLTableRowElement ? event.target.dataset['row'] : undefined
    if (event.key !== ' ' || row === undefined) return
    event.preventDefault()
    tick([row], !ticked.has(row))
  }
  const idle = work.progress === null && !work.paper.busy
  return (
    <div className="documents-room" data-testid="documents-room">
      <section className="panel fill" aria-label={text('documents.title')} onKeyDown={onKeyDown}>
        <div className="list-tools">
          <select
            className="field-input"
            aria-label={text('documents.kind')}
            data-testid="documents-kind"
            value={kind}
            onChange={(event) => setKind(DOCUMENT_KINDS.find((known) => known === event.target.value) ?? '')}
          >
            <option value="">{text('documents.allKinds', { count: documents.length })}</option>
            {DOCUMENT_KINDS.map((known) => (
              <option key={known} value={known}>
                {text(`documents.kinds.${known}`)}
              </option>
            ))}
          </select>
          <input
            className="field-input"
            type="search"
            aria-label={text('documents.find')}
            placeholder={text('documents.find')}
            data-testid="documents-find"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button
            size="small"
            data-testid="documents-tick-all"
            disabled={listed.length === 0}
            onClick={() =>
              tick(
                listed.map(({ key }) => key),
                !listed.every(({ key }) => ticked.has(key)),
              )
            }
            text={text('documents.tickListed', { count: listed.length })}
          />
        </div>
        <DocumentList
          documents={listed}
          chosen={shown?.key ?? null}
          ticked={ticked}
          onChoose={setChosen}
          onTick={(key, on) => tick([key], on)}
        />
        <p className="panel-note">{text('documents.keys')}</p>
      </section>
      <section className="panel fill" aria-label={text('documents.preview')}>
        <div className="card-tools">
          <span className="strong documents-targets" role="status" data-testid="documents-targets">
            {work.progress === null
              ? targetWords()
              : text('documents.progress', { done: work.progress.done, total: work.progress.total })}
          </span>
          {work.progress === null ? null : (
            <Button size="small" data-testid="documents-stop" onClick={work.stop} text={text('documents.stop')} />
          )}
          <Button
            size="small"
            intent="primary"
            disabled={!idle || targets.length === 0}
            data-testid="documents-pdf"
            onClick={work.savePdf}
            text={text('documents.savePdf')}
          />
          <Button
            size="small"
            disabled={!idle || targets.length === 0}
            data-testid="documents-docx"
            onClick={work.saveDocx}
            text={text('documents.saveDocx')}
          />
          <Button
            size="small"
            disabled={!idle || targets.length === 0}
            data-testid="documents-print"
            onClick={work.print}
            text={text('documents.print')}
          />
        </div>
        <PaperSaid paper={work.paper} />
        {shown === null ? (
          <Waiting words={text('documents.none')} />
        ) : (
          <DocumentPreview incidentId={incidentId} head={shown} />
        )}
      </section>
    </div>
  )

  function targetWords(): string {
    if (picked.length > 0) return text('documents.picked', { count: picked.length })
    return shown === null ? '' : text('documents.one', { title: shown.title })
  }
}
