import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { ImportOutcome, ImportSession } from '#shared/contract/imports.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { CrsChoice } from './crs-choice.tsx'
import { CrsQuestion } from './crs-question.tsx'
import { NoteList } from './note-list.tsx'
import { ReportTable } from './report-table.tsx'
import type { ImportHold } from './use-import.ts'
import { WriteForm } from './write-form.tsx'

const FILTERS = ['new', 'changed', 'unchanged', 'refused', 'absent'] as const

/** What becomes of every row, and the way to write it. */
export function ReviewStep(props: { session: ImportSession; hold: ImportHold }): ReactNode {
  const text = useText()
  const { client, shell } = useConsole()
  const { session, hold } = props
  const { sessionId, counts, crs } = session
  const [outcome, setOutcome] = useState<ImportOutcome | null>(counts !== null && counts.refused > 0 ? 'refused' : null)
  const [said, setSaid] = useState('')
  if (counts === null) return null
  const saveRefused = async (): Promise<void> => {
    const answer = await client.imports.refusedRows({ sessionId })
    if (!answer.ok) {
      hold.refuse(answer.error.message)
      return
    }
    const paths: string[] = []
    for (const file of answer.value) {
      const saved = await shell.file.saveText({ title: text('imports.saveRefused'), ...file })
      if (!saved.ok) hold.refuse(saved.error.message)
      if (!saved.ok || saved.value.outcome !== 'done') break
      paths.push(saved.value.path)
    }
    if (paths.length > 0) setSaid(text('imports.savedRefused', { path: paths.join('、') }))
  }
  return (
    <div className="import-review" data-testid="import-review">
      {crs.question === null ? null : <CrsQuestion session={session} hold={hold} />}
      <div className="import-bar" role="group" aria-label={text('imports.what')}>
        <Filter
          words={text('imports.outcome.all')}
          count={null}
          pressed={outcome === null}
          testId="import-filter-all"
          onPress={() => setOutcome(null)}
        />
        {FILTERS.map((each) => (
          <Filter
            key={each}
            words={text(`imports.outcome.${each}`)}
            count={counts[each]}
            pressed={outcome === each}
            testId={`import-filter-${each}`}
            onPress={() => setOutcome(each)}
          />
        ))}
        <span className="spacer" />
        {crs.question === null ? <CrsChoice session={session} hold={hold} /> : null}
        {counts.refused === 0 ? null : (
          <Button
            size="small"
            onClick={() => void saveRefused()}
            data-testid="import-save-refused"
            text={text('imports.saveRefused')}
          />
        )}
        <Button size="small" onClick={hold.remap} data-testid="import-remap" text={text('imports.remap')} />
      </div>
      {said === '' ? null : (
        <p className="panel-note" role="status" data-testid="import-said">
          {said}
        </p>
      )}
      <NoteList sources={session.sources} />
      <ReportTable key={outcome ?? 'all'} sessionId={sessionId} outcome={outcome} onRefused={hold.refuse} />
      <WriteForm session={session} hold={hold} />
    </div>
  )
}

function Filter(props: {
  words: string
  count: number | null
  pressed: boolean
  testId: string
  onPress: () => void
}): ReactNode {
  return (
    <button
      type="button"
      className="readiness-count"
      aria-pressed={props.pressed}
      data-testid={props.testId}
      onClick={props.onPress}
    >
      {props.words}
      {props.count === null ? null : <span className="strong">{props.count}</span>}
    </button>
  )
}
