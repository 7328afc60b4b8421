import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { ContestedTeamCard } from './contested-team-card.tsx'
import { FactsCard, PlanCard } from './contested-record-card.tsx'

/** Everything two machines decided apart, the teams first: one card each, settled by a person and by nothing else. */
export function ContestPanel(props: { who: string }): ReactNode {
  const text = useText()
  const { value, error } = useQuery(appContract.contests.list, {})
  if (value === null) return <Unloaded of={appContract.contests.list} input={{}} error={error} />
  const { teams, facts, plans } = value
  const count = teams.length + facts.length + plans.length
  return (
    <Panel
      title={text('merging.contests')}
      count={count}
      className="fill"
      testId="merging-contests"
      tone={count === 0 ? 'plain' : 'danger'}
    >
      <div className="scroll fill">
        {count === 0 ? <p className="panel-note">{text('merging.noContests')}</p> : null}
        {teams.map((contest) => (
          <ContestedTeamCard key={contest.heads.join(' ')} contest={contest} who={props.who} />
        ))}
        {facts.map((contest) => (
          <FactsCard key={contest.heads.map(({ opId }) => opId).join(' ')} contest={contest} who={props.who} />
        ))}
        {plans.map((contest) => (
          <PlanCard key={contest.heads.map(({ opId }) => opId).join(' ')} contest={contest} who={props.who} />
        ))}
      </div>
    </Panel>
  )
}
