import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { InputOf } from '#shared/contract/define.ts'
import { useText } from '../text/text.ts'
import { useConsole, useQuery } from './console-context.tsx'
import { LessonLine } from './lesson-line.tsx'
import { openReview } from './view-actions.ts'

/** 复盘改进建议: what incidents taught about one plan or about the stores, folded; nothing while there is none. */
export function ImprovementList(props: {
  of: Pick<InputOf<typeof appContract.review.lessons>, 'targetId' | 'kind'>
}): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const lessons = useQuery(appContract.review.lessons, props.of).value ?? []
  if (lessons.length === 0) return null
  return (
    <details className="improvements" data-testid="improvements">
      <summary>{text('review.improvements.title', { count: lessons.length })}</summary>
      {lessons.map((lesson) => (
        <LessonLine key={lesson.lessonId} lesson={lesson}>
          <span className="dim">{`${lesson.number} ${lesson.title}`}</span>
          <Button
            size="small"
            text={text('review.improvements.open')}
            data-testid="improvement-open"
            onClick={() => openReview(view, lesson.incidentId)}
          />
        </LessonLine>
      ))}
    </details>
  )
}
