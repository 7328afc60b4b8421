import { useState, type ReactNode } from 'react'
import type { AfterActionReview, LessonRow } from '#shared/contract/review.contract.ts'
import { useText } from '../../text/text.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { DeviationTable } from './deviation-table.tsx'
import type { LessonSeed } from './lesson-form.tsx'
import { LessonList } from './lesson-list.tsx'
import { RecordProblems } from './record-problems.tsx'
import { StockTable } from './stock-table.tsx'

const TABS = ['deviations', 'stock', 'record', 'lessons'] as const

/** What went otherwise than planned, goods, problems of the record, and lessons: one behind each tab. */
export function DifferencesPanel(props: {
  review: AfterActionReview
  lessons: readonly LessonRow[]
  onPropose: (seed: LessonSeed) => void
}): ReactNode {
  const text = useText()
  const [tab, setTab] = useState<(typeof TABS)[number]>('deviations')
  const { review, lessons } = props
  const counts = {
    deviations: review.deviations.length,
    stock: review.stock.length,
    record: review.unknowns.length + review.flaws.length + review.corrections.length,
    lessons: lessons.length,
  }
  return (
    <section className="review-side panel" aria-label={text(`review.tab.${tab}`)} tabIndex={-1}>
      <Tabs
        tabs={TABS.map((key) => ({
          key,
          label: `${text(`review.tab.${key}`)} ${counts[key]}`,
          testId: `review-tab-${key}`,
        }))}
        tab={tab}
        onTab={setTab}
      />
      <div className="scroll fill">
        {tab === 'deviations' ? <DeviationTable rows={review.deviations} onPropose={props.onPropose} /> : null}
        {tab === 'stock' ? <StockTable rows={review.stock} /> : null}
        {tab === 'record' ? <RecordProblems review={review} /> : null}
        {tab === 'lessons' ? <LessonList lessons={lessons} /> : null}
      </div>
    </section>
  )
}
