import type { ReactNode } from 'react'
import type { Paper } from './use-paper.ts'

/** What became of the last wish for paper. */
export function PaperSaid(props: { paper: Paper }): ReactNode {
  const { said } = props.paper
  return (
    <p className={said?.failed === true ? 'card-said danger' : 'card-said'} role="status" data-testid="paper-said">
      {said === null ? '' : `${said.failed ? '× ' : ''}${said.words}`}
    </p>
  )
}
