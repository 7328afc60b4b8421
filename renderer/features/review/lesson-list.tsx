import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { LessonRow } from '#shared/contract/review.contract.ts'
import { LessonLine } from '../../app/lesson-line.tsx'
import { useText } from '../../text/text.ts'
import { SettleForm } from './settle-form.tsx'

/** The lessons of an incident, each with what was decided and the way to decide. */
export function LessonList(props: { lessons: readonly LessonRow[] }): ReactNode {
  const text = useText()
  const [asked, setAsked] = useState<{ readonly lesson: LessonRow; readonly verdict: 'accepted' | 'rejected' } | null>(
    null,
  )
  if (props.lessons.length === 0) return <p className="panel-note">{text('review.lesson.none')}</p>
  return (
    <div data-testid="review-lessons">
      {props.lessons.map((lesson) => (
        <LessonLine key={lesson.lessonId} lesson={lesson}>
          {lesson.state === 'proposed' || lesson.state === 'contested'
            ? (['accepted', 'rejected'] as const).map((verdict) => (
                <Button
                  key={verdict}
                  size="small"
                  text={text(verdict === 'accepted' ? 'review.lesson.accept' : 'review.lesson.reject')}
                  data-testid={`lesson-${verdict}`}
                  onClick={() => setAsked({ lesson, verdict })}
                />
              ))
            : null}
        </LessonLine>
      ))}
      {asked === null ? null : (
        <SettleForm lesson={asked.lesson} verdict={asked.verdict} onClose={() => setAsked(null)} />
      )}
    </div>
  )
}
