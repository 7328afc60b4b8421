import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { ContestedFacts, ContestedPlan } from '#shared/contract/contests.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { dateTimeText } from '../../text/time-text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { fieldLabel } from './field-label.ts'

/** Facts of one incident that two machines changed apart: what differs, side by side, and which to use. */
export function FactsCard(props: { contest: ContestedFacts; who: string }): ReactNode {
  const text = useText()
  const { heads, differences, incidentId, number, title } = props.contest
  const keep = useKeep(props.who, { incidentId, of: 'facts', heads: heads.map(({ opId }) => opId) })
  return (
    <section className="contest" data-testid={`contest-facts-${incidentId}`}>
      <h3 className="warn">{`▲ ${text('merging.factsTwice', { number, title })}`}</h3>
      <DataTable
        label={text('merging.factsTwice', { number, title })}
        rows={differences}
        rowKey={({ path }) => path}
        columns={[
          {
            ...{ key: 'path', title: text('merging.field'), width: '26%' },
            cell: ({ path }) => <span className="dim">{fieldLabel(path, text)}</span>,
          },
          ...heads.map(({ opId, mark, who, at }, index) => ({
            ...{ key: opId, title: `${mark} ${who} ${dateTimeText(at).slice(5)}` },
            cell: ({ values }: { values: readonly (string | null)[] }) => values[index] ?? text('merging.missing'),
          })),
        ]}
      />
      <KeepRow
        heads={heads.map(({ opId, mark, title: name }) => ({ opId, words: `${mark} ${name}` }))}
        failure={keep.failure}
        onKeep={keep.send}
      />
    </section>
  )
}

/** Plans of one incident that two machines made apart: who is sent by one only, and which to use. */
export function PlanCard(props: { contest: ContestedPlan; who: string }): ReactNode {
  const text = useText()
  const { heads, onlyHere, incidentId, number, title } = props.contest
  const keep = useKeep(props.who, { incidentId, of: 'plan', heads: heads.map(({ opId }) => opId) })
  return (
    <section className="contest" data-testid={`contest-plan-${incidentId}`}>
      <h3 className="warn">{`▲ ${text('merging.planTwice', { number, title })}`}</h3>
      <ul className="reasons">
        {heads.map(({ opId, mark, who, at, version, incidentRevision, findings }, index) => {
          const teams = onlyHere[index] ?? []
          return (
            <li key={opId}>
              <span className="strong">{`${mark} ${who} ${dateTimeText(at)}`}</span>{' '}
              {text('merging.version', { version, revision: incidentRevision, findings })}
              <br />
              <span className="dim">
                {teams.length === 0 ? text('merging.noneOnly') : text('merging.onlyHere', { teams: teams.join('、') })}
              </span>
            </li>
          )
        })}
      </ul>
      <KeepRow
        heads={heads.map(({ opId, mark, version }) => ({
          opId,
          words: `${mark} ${text('incidents.version', { version })}`,
        }))}
        failure={keep.failure}
        onKeep={keep.send}
      />
    </section>
  )
}

function KeepRow(props: {
  heads: readonly { readonly opId: string; readonly words: string }[]
  failure: string | null
  onKeep: (opId: string) => void
}): ReactNode {
  const text = useText()
  return (
    <div className="list-tools">
      {props.heads.map(({ opId, words }, index) => (
        <Button
          key={opId}
          size="small"
          text={`${text('merging.keep')}：${words}`}
          data-testid={`contest-keep-${index}`}
          onClick={() => props.onKeep(opId)}
        />
      ))}
      {props.failure === null ? null : (
        <span className="danger" role="alert">
          {props.failure}
        </span>
      )}
    </div>
  )
}

function useKeep(
  who: string,
  about: { readonly incidentId: string; readonly of: 'facts' | 'plan'; readonly heads: string[] },
): { readonly failure: string | null; readonly send: (stands: string) => void } {
  const text = useText()
  const { client } = useConsole()
  const [failure, setFailure] = useState<string | null>(null)
  const send = async (stands: string): Promise<void> => {
    if (who.trim() === '') {
      setFailure(text('merging.whoMissing'))
      return
    }
    const answer = await client.contests.keep({ commandId: crypto.randomUUID(), ...about, stands, who })
    setFailure(answer.ok ? null : answer.error.message)
  }
  return { failure, send: (stands) => void send(stands) }
}
