import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { JOURNAL_KINDS, type JournalKind } from '#shared/domain/command/journal.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { parseFormTime } from '../../text/parse-entry.ts'
import { useText } from '../../text/text.ts'
import { formTimeText } from '../../text/time-text.ts'

/** Writes an entry by hand in one line: what kind, the words, who said it and when it was; Enter keeps it. */
export function EntryBar(props: { incidentId: string; onSaid: (words: string | null) => void }): ReactNode {
  const text = useText()
  const nowS = useNowS()
  const { client } = useConsole()
  const [kind, setKind] = useState<JournalKind>('note')
  const [words, setWords] = useState('')
  const [saidBy, setSaidBy] = useState('')
  const [at, setAt] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async (): Promise<void> => {
    if (busy || words.trim() === '') return
    const moment = parseFormTime(at === '' ? formTimeText(nowS) : at, nowS)
    if (!moment.ok || moment.value === null) {
      props.onSaid(text('intake.error.time', { value: at }))
      return
    }
    setBusy(true)
    const entry = { incidentId: props.incidentId, kind, text: words.trim(), saidBy: saidBy.trim(), at: moment.value }
    const answer = await client.journal.add({ commandId: crypto.randomUUID(), ...entry })
    setBusy(false)
    if (!answer.ok) {
      props.onSaid(answer.error.message)
      return
    }
    setWords('')
    setAt('')
    props.onSaid(text('journal.kept'))
  }
  const onEnter = (key: string): void => {
    if (key === 'Enter') void submit()
  }
  return (
    <div className="list-tools journal-entry" role="group" aria-label={text('journal.add')}>
      <select
        className="field-input"
        aria-label={text('journal.kindLabel')}
        value={kind}
        onChange={(event) => {
          const chosen = JOURNAL_KINDS.find((each) => each === event.target.value)
          if (chosen !== undefined) setKind(chosen)
        }}
      >
        {JOURNAL_KINDS.map((each) => (
          <option key={each} value={each}>
            {text(`journal.kind.${each}`)}
          </option>
        ))}
      </select>
      <input
        className="field-input journal-entry-words"
        aria-label={text('journal.words')}
        placeholder={text('journal.words')}
        data-testid="journal-entry"
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => onEnter(event.key)}
      />
      <input
        className="field-input"
        aria-label={text('journal.saidBy')}
        placeholder={text('journal.saidBy')}
        maxLength={60}
        value={saidBy}
        onChange={(event) => setSaidBy(event.target.value)}
        onKeyDown={(event) => onEnter(event.key)}
      />
      <input
        className="field-input journal-entry-at"
        aria-label={text('journal.atLabel')}
        placeholder={text('journal.atNow')}
        value={at}
        onChange={(event) => setAt(event.target.value)}
        onKeyDown={(event) => onEnter(event.key)}
      />
      <Button
        size="small"
        intent="primary"
        disabled={busy || words.trim() === ''}
        onClick={() => void submit()}
        text={text('journal.keep')}
        data-testid="journal-keep"
      />
    </div>
  )
}
