import type { ReactNode } from 'react'
import type { LessonRow } from '#shared/contract/review.contract.ts'
import { dateTimeText } from '../text/time-text.ts'
import { useText } from '../text/text.ts'
import { Chip } from '../ui/marks.tsx'

const TONES = { proposed: 'plain', accepted: 'good', rejected: 'plain', contested: 'warn' } as const

/** One lesson: what it is about, what was found, what is proposed, who said so and what was decided. */
export function LessonLine(props: { lesson: LessonRow; children?: ReactNode }): ReactNode {
  const text = useText()
  const { lesson } = props
  return (
    <article className="lesson" data-testid={`lesson-${lesson.lessonId}`}>
      <div className="lesson-head">
        <Chip tone={TONES[lesson.state]}>{text(`review.lessonState.${lesson.state}`)}</Chip>
        <span className="strong">{text(`review.lessonKind.${lesson.kind}`)}</span>
        <span>{lesson.targetName}</span>
        <span className="lesson-acts">{props.children}</span>
      </div>
      <p>{lesson.text}</p>
      {lesson.change === '' ? null : <p className="own">{`→ ${lesson.change}`}</p>}
      <p className="dim">
        {text('review.lesson.proposed', {
          ...{ who: lesson.who, at: dateTimeText(lesson.proposedAt), count: lesson.evidence.length },
        })}
      </p>
      {lesson.verdicts.map(({ opId, verdict, who, at, note }) => (
        <p key={opId} className="dim">
          {`${text(verdict === 'accepted' ? 'review.lesson.accept' : 'review.lesson.reject')} ${text('review.lesson.settled', { who, at: dateTimeText(at), note })}`}
        </p>
      ))}
    </article>
  )
}
