import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { NoteRow } from '#shared/contract/notes.contract.ts'
import { formatInstant } from '#shared/kernel/instant.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useAttempt } from '../../app/use-attempt.ts'
import { parseFormTime } from '../../text/parse-entry.ts'
import { CHINA_OFFSET_MIN, dateTimeText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { ChoiceField, LinesField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { usePictures } from './use-pictures.ts'

/** A place a note can be pinned to on the map. */
export interface NotePlace {
  readonly id: string
  readonly name: string
  readonly lng: number
  readonly lat: number
}

/** Writes a note from the scene, or one that corrects another: what, where, when, who, pictures, and the order it is about. */
export function NoteForm(props: {
  incidentId: string
  places: readonly NotePlace[]
  corrected: NoteRow | null
  dropped: string | null
  onSeen: () => void
  onDone: () => void
}): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const attempt = useAttempt()
  const { incidentId, places, corrected, dropped, onSeen, onDone } = props
  const officer = useQuery(appContract.duty.officers, {}).value?.own?.officer ?? ''
  const orders = useQuery(appContract.orders.list, { incidentId }).value?.orders ?? []
  const pictures = usePictures(dropped, onSeen)
  const [nowS] = useState(() => Math.floor(Date.now() / 1000))
  const [commandId, setCommandId] = useState(() => crypto.randomUUID())
  const [words, setWords] = useState(corrected?.text ?? '')
  const [place, setPlace] = useState(corrected?.place ?? '')
  const [placeId, setPlaceId] = useState((corrected?.position ?? null) === null ? '' : KEPT)
  const [at, setAt] = useState(
    (corrected?.takenAt ?? null) === null
      ? formatInstant(nowS, CHINA_OFFSET_MIN).slice(11, 16)
      : dateTimeText(corrected?.takenAt),
  )
  const [author, setAuthor] = useState<string | null>(corrected?.author ?? null)
  const [orderId, setOrderId] = useState(corrected?.pinnedTo.find(({ kind }) => kind === 'order')?.id ?? '')
  const moment = parseFormTime(at, nowS)
  const sawIt = author ?? officer
  const add = async (): Promise<void> => {
    if (!moment.ok) return
    const found = places.find(({ id }) => id === placeId)
    const position = found === undefined ? null : { lng: found.lng, lat: found.lat }
    const kept = corrected?.attachments ?? []
    const fresh = pictures.pictures.map(({ hash, name, mime, size, width, height }) => ({
      hash,
      name,
      mime,
      size,
      width,
      height,
    }))
    const note = {
      ...{ text: words, place: place === '' ? (found?.name ?? '') : place, takenAt: moment.value, author: sawIt },
      position: placeId === KEPT ? (corrected?.position ?? null) : position,
      attachments: [...kept, ...fresh],
      pinnedTo: orderId === '' ? [] : [{ kind: 'order' as const, id: orderId }],
      corrects: corrected?.noteId ?? null,
    }
    if (!(await attempt.run(() => client.notes.add({ commandId, incidentId, note })))) return
    setCommandId(crypto.randomUUID())
    setWords('')
    pictures.clear()
    onDone()
  }
  return (
    <Panel
      title={text(corrected === null ? 'fieldNotes.new' : 'fieldNotes.correction')}
      className="fill"
      testId="note-form"
    >
      <div
        className="report-form scroll fill"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return
          event.preventDefault()
          void add()
        }}
      >
        <div className="form-grid">
          <LinesField
            id="note-text"
            label={text('fieldNotes.text')}
            span={12}
            value={words}
            error={null}
            onChange={setWords}
          />
          <TextField
            id="note-place"
            label={text('fieldNotes.place')}
            span={6}
            value={place}
            error={null}
            onChange={setPlace}
          />
          <ChoiceField
            id="note-position"
            label={text('fieldNotes.position')}
            span={6}
            value={placeId}
            options={[
              { key: '', label: text('fieldNotes.noPosition') },
              ...((corrected?.position ?? null) === null
                ? []
                : [{ key: KEPT, label: text('fieldNotes.samePosition') }]),
              ...places.map(({ id, name }) => ({ key: id, label: name })),
            ]}
            testId="note-position"
            onChange={setPlaceId}
          />
          <TextField
            id="note-at"
            label={text('fieldNotes.takenAt')}
            span={6}
            value={at}
            error={moment.ok ? null : text('reporting.atWrong')}
            onChange={setAt}
          />
          <TextField
            id="note-author"
            label={text('fieldNotes.author')}
            span={6}
            value={sawIt}
            error={null}
            testId="note-author"
            onChange={setAuthor}
          />
          <ChoiceField
            id="note-order"
            label={text('fieldNotes.order')}
            span={12}
            value={orderId}
            options={[
              { key: '', label: text('fieldNotes.noOrder') },
              ...orders.map(({ order }) => ({ key: order.orderId, label: `${order.number} ${order.receiver.name}` })),
            ]}
            onChange={setOrderId}
          />
        </div>
        <div className="report-tools">
          <Button size="small" onClick={pictures.choose} text={text('fieldNotes.choose')} data-testid="note-pictures" />
          <span className="dim">{text('fieldNotes.drop')}</span>
        </div>
        {pictures.refused.map((message) => (
          <p key={message} className="danger" role="alert">
            {message}
          </p>
        ))}
        <ul className="note-pictures">
          {pictures.pictures.map(({ hash, name, url }) => (
            <li key={hash}>
              <img src={url} alt={name} />
              <button type="button" className="link-button" onClick={() => pictures.remove(hash)}>
                {text('fieldNotes.remove')}
              </button>
            </li>
          ))}
        </ul>
        <div className="report-tools">
          <button
            type="button"
            className="plain-button plain-primary"
            disabled={attempt.busy}
            data-testid="note-add"
            onClick={() => void add()}
          >
            {`${text('fieldNotes.add')}（Ctrl+Enter）`}
          </button>
          {corrected === null ? null : (
            <button type="button" className="plain-button" onClick={onDone}>
              {text('reporting.back')}
            </button>
          )}
          {attempt.error === null ? null : (
            <span className="danger" role="alert">
              {attempt.error}
            </span>
          )}
        </div>
      </div>
    </Panel>
  )
}

const KEPT = 'kept'
