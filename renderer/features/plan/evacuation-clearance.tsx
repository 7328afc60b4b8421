import { clockText, durationText } from '../../text/time-text.ts'
import { planTable, type Section, type SectionInput } from './section.tsx'

/** When each street is clear of those who go by bus, with the waiting on full roads; nothing when nobody goes by bus. */
export function clearanceSections(input: SectionInput): Section[] {
  const { plan, text } = input
  const rows = plan.handlingPlan.evacuation.clearance ?? []
  if (rows.length === 0) return []
  const title = text('plan.section.clearance')
  return [
    {
      id: 'clearance',
      owner: 'administrative',
      title,
      count: rows.length,
      body: planTable(input, 'clearance', title, rows, (row) => row.area, [
        {
          key: 'area',
          title: text('plan.fromPlace'),
          width: '24%',
          cell: (row) => <span className="strong">{row.area}</span>,
        },
        { key: 'people', title: text('plan.people'), width: '70px', end: true, cell: (row) => row.people },
        { key: 'trips', title: text('plan.busTrips'), width: '62px', end: true, cell: (row) => row.vehicles },
        {
          key: 'cleared',
          title: text('plan.clearedBy'),
          width: '84px',
          end: true,
          cell: (row) => <span className="big">{clockText(row.clearedBy)}</span>,
        },
        {
          key: 'wait',
          title: text('plan.roadWait'),
          width: '84px',
          end: true,
          cell: (row) => (row.waitS === 0 ? '—' : <span className="warn">{durationText(row.waitS)}</span>),
        },
        { key: 'corridor', title: text('plan.corridor'), cell: (row) => row.corridor || '—' },
      ]),
    },
  ]
}
