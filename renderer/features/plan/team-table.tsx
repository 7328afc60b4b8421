import type { Assignment } from '#shared/domain/plan/force-plan.ts'
import { TeamStateMark } from '../../app/state-chip.tsx'
import { clockText, distanceText, minutesText } from '../../text/time-text.ts'
import { AuthorityChip, capabilitiesText, Phone, StagingPlace, vehiclesText } from './cells.tsx'
import { planTable, type Section, type SectionInput } from './section.tsx'

/** Teams in two lines each, so that a dozen is seen at once: who, when there, with what, by whose word and where to. */
export function teamTable(input: SectionInput, rows: readonly Assignment[], title: string): Section['body'] {
  const { plan, text } = input
  return planTable(input, 'assignment', title, rows, (row) => row.id, [
    {
      key: 'team',
      title: text('plan.team'),
      width: '25%',
      cell: (row) => (
        <>
          <span className="strong cut" title={row.teamName}>
            {row.teamName}
          </span>
          <span className="dim cut">
            <TeamStateMark teamId={row.teamId} /> {`${text(`tier.${row.tier}`)} ${text(`teamType.${row.teamType}`)}`}
          </span>
        </>
      ),
    },
    {
      key: 'times',
      title: text('plan.arrive'),
      width: '104px',
      end: true,
      cell: (row) => (
        <>
          <span className="big">{clockText(row.arriveAt, plan.incident.plannedAt)}</span>{' '}
          <span className="strong">{minutesText(row.etaS)}</span>
          <span className="dim">{text('plan.minuteMark')}</span>
          <span className="dim cut">{distanceText(row.distanceM)}</span>
        </>
      ),
    },
    {
      key: 'task',
      title: text('plan.task'),
      cell: (row) => {
        const able = capabilitiesText(row.capabilities, text)
        const vehicles = vehiclesText(row.vehicles, text)
        return (
          <span className="two-lines" title={`${able}\n${vehicles}`}>
            {able} <span className="dim">{vehicles}</span>
          </span>
        )
      },
    },
    { key: 'people', title: text('plan.people'), width: '42px', end: true, cell: (row) => row.personnel },
    {
      key: 'how',
      title: `${text('plan.authority')} · ${text('plan.where')}`,
      width: '176px',
      cell: (row) => (
        <>
          <span className="cut">
            <Phone number={row.phone} /> <AuthorityChip authority={row.authority} />
          </span>
          <StagingPlace plan={plan} id={row.stagingAreaId} text={text} changed={input.changed} />
        </>
      ),
    },
  ])
}
