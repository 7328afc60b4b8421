import type { EvacuationAssignment } from '#shared/domain/plan/handling-plan.ts'
import { clockText, durationText } from '../../text/time-text.ts'
import type { Column } from '../../ui/data-table.tsx'
import { casualtySections } from './casualty-sections.tsx'
import { Phone } from './cells.tsx'
import { placeSections } from './evacuation-places.tsx'
import { clearanceSections } from './evacuation-clearance.tsx'
import { planTable, type Section, type SectionInput } from './section.tsx'

/** Who moves where, who stays, who is left over; hospitals and the public message. */
export function evacuationSections(input: SectionInput): Section[] {
  const { plan, text } = input
  const { evacuation, publicMessage } = plan.handlingPlan
  const gapTitle = text('plan.section.evacuationGaps')
  const title = text('plan.section.evacuation')
  const nameOf = (id: string): string =>
    /^unlisted(-|$)/.test(id)
      ? `${text('plan.unlisted')} ${id.replace(/^unlisted-?/, '')}`
      : (evacuation.population.find((point) => point.id === id)?.name ?? id)
  const people = evacuation.assignments.reduce((sum, row) => sum + row.people, 0)
  // The two clocks of a toxic cloud; other hazards have none.
  const hasCloud = evacuation.assignments.some((row) => row.cloudArrivesS !== null)
  const clocks: Column<EvacuationAssignment> = {
    key: 'clocks',
    title: text('plan.clocks'),
    width: '104px',
    end: true,
    cell: (row: EvacuationAssignment) =>
      `${row.cloudArrivesS === null ? '—' : durationText(row.cloudArrivesS)} / ${row.walkOutS === null ? '—' : durationText(row.walkOutS)}`,
  }
  const gaps: Section[] =
    evacuation.shortfalls.length === 0
      ? []
      : [
          {
            id: 'evacuation-gaps',
            owner: 'administrative',
            title: gapTitle,
            count: evacuation.shortfalls.length,
            tone: 'danger',
            body: planTable(input, 'evacuationGap', gapTitle, evacuation.shortfalls, (row) => row.fromId, [
              {
                key: 'from',
                title: text('plan.fromPlace'),
                width: '26%',
                cell: (row) => <span className="strong">{nameOf(row.fromId)}</span>,
              },
              {
                key: 'people',
                title: text('plan.people'),
                width: '70px',
                end: true,
                cell: (row) => <span className="big danger">{row.people}</span>,
              },
              { key: 'why', title: text('plan.why'), cell: (row) => row.reasons[0]?.text ?? '—' },
              { key: 'remedy', title: text('plan.remedy'), cell: (row) => row.remedies[0]?.text ?? '—' },
            ]),
          },
        ]
  const moves: Section = {
    id: 'evacuation',
    owner: 'administrative',
    title,
    count: evacuation.assignments.length,
    side: text('plan.people2', { count: people }),
    body:
      evacuation.assignments.length === 0 ? (
        <p className="panel-note">{text('plan.noneOf', { why: evacuation.note })}</p>
      ) : (
        <>
          <p className="panel-note">{evacuation.note}</p>
          {planTable(input, 'evacuation', title, evacuation.assignments, (row) => row.id, [
            {
              key: 'from',
              title: text('plan.fromPlace'),
              width: '18%',
              cell: (row) => (
                <>
                  <span className="strong">{row.fromName}</span>
                  {row.specialNeeds > 0 ? (
                    <span className="warn">{` ${text('plan.special')} ${row.specialNeeds}`}</span>
                  ) : null}
                </>
              ),
            },
            {
              key: 'people',
              title: text('plan.people'),
              width: '62px',
              end: true,
              cell: (row) => <span className="big">{row.people}</span>,
            },
            {
              key: 'mode',
              title: text('plan.mode'),
              width: '92px',
              cell: (row) => (
                <>
                  <span className={row.mode === 'shelterInPlace' ? 'warn strong' : 'strong'}>
                    {text(`evacuationMode.${row.mode}`)}
                  </span>
                  <br />
                  <span className="dim">{text(`means.${row.means}`)}</span>
                </>
              ),
            },
            {
              key: 'shelter',
              title: text('plan.shelter'),
              cell: (row) => (
                <span className="two-lines" title={row.shelterName ?? ''}>
                  {row.shelterName ?? '—'}
                </span>
              ),
            },
            ...(hasCloud ? [clocks] : []),
            {
              key: 'times',
              title: text('plan.startToDone'),
              width: '96px',
              end: true,
              cell: (row) => <span className="strong">{`${clockText(row.startBy)}→${clockText(row.doneBy)}`}</span>,
            },
            {
              key: 'person',
              title: text('plan.person'),
              width: '108px',
              cell: (row) => (
                <>
                  {row.personInCharge}
                  <br />
                  <Phone number={row.phone} />
                </>
              ),
            },
          ])}
        </>
      ),
  }
  const message: Section = {
    id: 'public-message',
    owner: 'administrative',
    title: text('plan.section.publicMessage'),
    count: publicMessage.villages.length,
    side: `${text('plan.channels')}: ${publicMessage.channels.join('、')}`,
    body: (
      <div className="panel-note message">
        <p className="strong">{publicMessage.text}</p>
        <p>{`${publicMessage.area}　${text('plan.villages')}: ${publicMessage.villages.join('、') || '—'}`}</p>
      </div>
    ),
  }
  return [...gaps, moves, ...placeSections(input), ...clearanceSections(input), ...casualtySections(input), message]
}
