import { Dialog } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { NoteRow } from '#shared/contract/notes.contract.ts'
import type { Attachment } from '#shared/domain/command/note.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { clockText, dateTimeText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { Failed, Waiting } from '../../ui/state-view.tsx'
import { NoteForm, type NotePlace } from './note-form.tsx'
import { NotePicture } from './note-picture.tsx'

/** 现场记录: notes with their pictures, the newest first, and the form for the next. */
export function NotesPage(props: {
  incidentId: string
  places: readonly NotePlace[]
  dropped: string | null
  onSeen: () => void
  onMap: (note: NoteRow) => void
}): ReactNode {
  const text = useText()
  const { cache } = useConsole()
  const { incidentId, places, dropped, onSeen, onMap } = props
  const { value, error } = useQuery(appContract.notes.list, { incidentId })
  const [corrected, setCorrected] = useState<NoteRow | null>(null)
  const [open, setOpen] = useState<Attachment | null>(null)
  if (value === null) {
    return error === null ? (
      <Waiting words={text('state.loading')} />
    ) : (
      <Failed
        words={text('state.error')}
        message={error.message}
        retryWords={text('state.retry')}
        onRetry={() => cache.refresh(appContract.notes.list, { incidentId })}
      />
    )
  }
  const texts = new Map(value.map((note) => [note.noteId, note]))
  return (
    <div className="notes-page" data-testid="notes-page">
      <Panel title={text('fieldNotes.list')} count={value.length} className="fill" testId="note-list">
        <div className="scroll fill">
          {value.length === 0 ? <p className="state-view">{text('fieldNotes.none')}</p> : null}
          {value.toReversed().map((note) => (
            <article
              key={note.noteId}
              className={`report-issued ${note.correctedBy.length === 0 ? '' : 'report-dropped'}`}
              data-testid="note"
            >
              <p>
                <span className="strong">
                  {note.takenAt === null ? text('fieldNotes.noTime') : dateTimeText(note.takenAt)}
                </span>
                {` ${note.place} ${note.author} `}
                <span className="dim">
                  {text('fieldNotes.recorded', { at: clockText(note.addedAt), who: note.who })}
                </span>
                {note.correctedBy.length === 0 ? null : (
                  <span className="chip chip-warn">{text('fieldNotes.corrected')}</span>
                )}
                {note.corrects === null ? null : (
                  <span className="chip">
                    {text('fieldNotes.corrects', { text: texts.get(note.corrects)?.text ?? '' })}
                  </span>
                )}
              </p>
              <p>{note.text}</p>
              <div className="note-pictures">
                {note.attachments.map((picture) => (
                  <NotePicture key={picture.hash} picture={picture} onOpen={() => setOpen(picture)} />
                ))}
              </div>
              <div className="report-tools">
                {note.position === null ? null : (
                  <button type="button" className="link-button" data-testid="note-on-map" onClick={() => onMap(note)}>
                    {text('fieldNotes.onMap')}
                  </button>
                )}
                {note.correctedBy.length > 0 ? null : (
                  <button type="button" className="link-button" onClick={() => setCorrected(note)}>
                    {text('reporting.fix')}
                  </button>
                )}
              </div>
            </article>
          ))}
        </div>
      </Panel>
      <NoteForm
        key={corrected?.noteId ?? 'new'}
        incidentId={incidentId}
        places={places}
        corrected={corrected}
        dropped={dropped}
        onSeen={onSeen}
        onDone={() => setCorrected(null)}
      />
      {open === null ? null : <WholePicture picture={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function WholePicture(props: { picture: Attachment; onClose: () => void }): ReactNode {
  const { picture, onClose } = props
  const { value } = useQuery(appContract.notes.picture, { hash: picture.hash })
  return (
    <Dialog isOpen onClose={onClose} className="note-whole">
      {value === null ? null : <img src={`data:${value.mime};base64,${value.base64}`} alt={picture.name} />}
      <p className="dim">{`${picture.name} ${picture.width}×${picture.height} SHA-256 ${picture.hash}`}</p>
    </Dialog>
  )
}
