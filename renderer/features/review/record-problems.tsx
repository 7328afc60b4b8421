import type { ReactNode } from 'react'
import type { AfterActionReview } from '#shared/contract/review.contract.ts'
import { clockText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'

/** What was never found out, what contradicts itself, and what was corrected. */
export function RecordProblems(props: { review: AfterActionReview }): ReactNode {
  const text = useText()
  const { unknowns, flaws, corrections } = props.review
  const parts = [
    { key: 'unknowns', lines: unknowns.map(({ key, text: words }) => ({ key, words })) },
    { key: 'flaws', lines: flaws.map(({ key, subject, text: words }) => ({ key, words: `${subject}：${words}` })) },
    {
      key: 'corrections',
      lines: corrections.map(({ opId, at, who, text: words }) => ({
        key: opId,
        words: `${clockText(at)} ${who}：${words}`,
      })),
    },
  ] as const
  return (
    <div className="review-problems" data-testid="review-problems">
      {parts.map(({ key, lines }) => (
        <section key={key} aria-label={text(`review.record.${key}`)}>
          <h3>{`${text(`review.record.${key}`)} ${lines.length}`}</h3>
          {lines.length === 0 ? (
            <p className="panel-note">{text('review.record.none')}</p>
          ) : (
            <ul>
              {lines.map((line) => (
                <li key={line.key}>{line.words}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  )
}
