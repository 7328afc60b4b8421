import type { ReactNode } from 'react'
import type { FirstArrival, ReadinessReport, StreetCover } from '#shared/domain/readiness.ts'
import { sortedBy } from '#shared/kernel/order.ts'
import { useText } from '../../text/text.ts'
import { durationText } from '../../text/time-text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/state-view.tsx'
import { verdictOf } from './street-verdict.ts'

/** Who reaches each street's centre first by day and by night, and whether that is in time. */
export function StreetTable(props: { report: ReadinessReport }): ReactNode {
  const text = useText()
  const { streets, limits } = props.report
  const isApproximate = streets.some(({ approximate }) => approximate)
  return (
    <Panel
      title={text('readiness.streets.title')}
      testId="readiness-streets"
      className="readiness-streets"
      count={streets.length}
      side={
        <span className={isApproximate ? 'warn strong' : ''} data-testid="readiness-approximate">
          {text(isApproximate ? 'readiness.streets.approximate' : 'readiness.streets.measured')}
        </span>
      }
    >
      <p className="panel-note">
        {text('readiness.streets.limits', {
          out: limits.turnOutS / 60,
          action: limits.actionS / 60,
          circle: limits.fireCircleS / 60,
        })}
      </p>
      <div className="scroll fill" tabIndex={0} aria-label={text('readiness.streets.title')}>
        {streets.length === 0 ? (
          <Waiting words={text('readiness.streets.none')} />
        ) : (
          <DataTable
            label={text('readiness.streets.title')}
            testId="readiness-street-table"
            rows={sortedBy(streets, (street) => [isMissed(street) ? 0 : 1])}
            rowKey={({ town }) => town}
            columns={[
              {
                ...{ key: 'town', title: text('readiness.streets.street'), width: '104px' },
                cell: ({ town }) => <span className="strong">{town}</span>,
              },
              {
                ...{ key: 'meets135', title: text('readiness.streets.verdict135'), width: '96px' },
                cell: (street) => <Verdict street={street} circle="meets135" />,
              },
              {
                ...{ key: 'first', title: text('readiness.streets.first') },
                cell: ({ day, night }) => <Team day={day.first} night={night.first} />,
              },
              {
                ...{ key: 'firstTimes', title: text('readiness.streets.firstTimes'), width: '190px' },
                cell: ({ day, night }) =>
                  [day.first, night.first]
                    .map((team) => (team === null ? '—' : `${durationText(team.outS)}／${durationText(team.etaS)}`))
                    .join(' · '),
              },
              {
                ...{ key: 'meetsFireCircle', title: text('readiness.streets.verdictFire'), width: '96px' },
                cell: (street) => <Verdict street={street} circle="meetsFireCircle" />,
              },
              {
                ...{ key: 'engine', title: text('readiness.streets.engine') },
                cell: ({ day, night }) => <Team day={day.engine} night={night.engine} />,
              },
              {
                ...{ key: 'engineTimes', title: text('readiness.streets.engineTimes'), width: '140px' },
                cell: ({ day, night }) =>
                  [day.engine, night.engine].map((team) => (team === null ? '—' : durationText(team.etaS))).join(' · '),
              },
            ]}
          />
        )}
      </div>
    </Panel>
  )
}

/** Streets that fail a circle stand first; the others keep their order. */
function isMissed({ meets135, meetsFireCircle }: StreetCover): boolean {
  return meets135 === false || meetsFireCircle === false
}

/** In words and a sign, never by colour alone. */
function Verdict(props: { street: StreetCover; circle: 'meets135' | 'meetsFireCircle' }): ReactNode {
  const text = useText()
  const verdict = verdictOf(props.street, props.circle)
  const words = text(`readiness.streets.${verdict}`)
  if (verdict === 'met') return <span className="good">{`✓ ${words}`}</span>
  if (verdict === 'missed') return <span className="danger strong">{`× ${words}`}</span>
  return <span className="dim">{words}</span>
}

/** One name when it is the same by day and by night. */
function Team(props: { day: FirstArrival | null; night: FirstArrival | null }): ReactNode {
  const text = useText()
  const { day, night } = props
  const nameOf = (team: FirstArrival | null): string => team?.name ?? text('readiness.streets.nobody')
  const title = [day, night].map((team) => (team === null ? '' : `${team.name} ${team.phone}`)).join('\n')
  return (
    <span title={title} className={day === null || night === null ? 'danger' : ''}>
      {day?.teamId === night?.teamId ? nameOf(day) : `${nameOf(day)} · ${nameOf(night)}`}
    </span>
  )
}
