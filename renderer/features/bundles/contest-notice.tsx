import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useQuery } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'

/** Something two machines decided apart waits for a person: over every screen until it is settled, and the way there. */
export function ContestNotice(props: { onOpen: () => void }): ReactNode {
  const text = useText()
  const { value } = useQuery(appContract.contests.list, {})
  if (value === null) return null
  const words = [
    ...value.teams.map(({ teamName }) => text('merging.teamTwice', { team: teamName })),
    ...value.facts.map(({ number, title }) => text('merging.factsTwice', { number, title })),
    ...value.plans.map(({ number, title }) => text('merging.planTwice', { number, title })),
  ]
  const [first] = words
  if (first === undefined) return null
  return (
    <div className="start-notices level-rise" role="alert" data-testid="contest-notice">
      <p className="strong">{`▲ ${text('merging.notice', { count: words.length, first })}`}</p>
      <Button
        size="small"
        intent={value.teams.length > 0 ? 'danger' : 'warning'}
        text={text('merging.goSettle')}
        data-testid="contest-open"
        onClick={props.onOpen}
      />
    </div>
  )
}
