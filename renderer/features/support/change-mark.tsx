import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'

/** New, gone or changed, in a word and a colour. */
export function How(props: { before: string | null; after: string | null }): ReactNode {
  const text = useText()
  const { before, after } = props
  if (before === null) return <span className="good strong">{text('difference.added')}</span>
  if (after === null) return <span className="danger strong">{text('difference.removed')}</span>
  return <span className="warn strong">{text('difference.changed')}</span>
}
