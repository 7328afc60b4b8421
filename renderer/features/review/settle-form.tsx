import { useState, type ReactNode } from 'react'
import type { LessonRow } from '#shared/contract/review.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { LinesField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

/** Accepts or rejects one lesson, with a note; of decisions made apart it settles both. */
export function SettleForm(props: {
  lesson: LessonRow
  verdict: 'accepted' | 'rejected'
  onClose: () => void
}): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const { lesson, verdict } = props
  const save = async (): Promise<void> => {
    setAsked(true)
    if (verdict === 'rejected' && note.trim() === '') return
    const { incidentId, lessonId, basis } = lesson
    const command = { commandId: crypto.randomUUID(), incidentId, lessonId, basis: [...basis], verdict, note }
    const answer = await client.review.settleLesson(command)
    if (answer.ok) props.onClose()
    else setError(answer.error.message)
  }
  return (
    <FormDialog
      title={text('review.lesson.settle')}
      heading={`${text('review.lesson.settle')}：${text(verdict === 'accepted' ? 'review.lesson.accept' : 'review.lesson.reject')}`}
      testId="settle-dialog"
      error={error}
      submit={{ words: text('review.lesson.save'), testId: 'settle-save' }}
      cancel={{ words: text('review.lesson.cancel') }}
      onSubmit={() => void save()}
      onClose={props.onClose}
    >
      <p>{lesson.text}</p>
      <div className="form-grid">
        <LinesField
          id="settle-note"
          label={text('review.lesson.note')}
          span={12}
          isFirst
          value={note}
          hint={verdict === 'rejected' ? text('review.lesson.noteWhy') : ''}
          error={asked && verdict === 'rejected' && note.trim() === '' ? text('review.lesson.noteWhy') : null}
          onChange={setNote}
        />
      </div>
    </FormDialog>
  )
}
