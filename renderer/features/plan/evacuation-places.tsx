import { durationText } from '../../text/time-text.ts'
import { Phone } from './cells.tsx'
import { planTable, type Section, type SectionInput } from './section.tsx'

/**
 * The places behind rows that speak for a whole street, each with its people, both clocks and who answers for it. With a
 * grouped row chosen, only its places; nothing when no row is grouped.
 */
export function placeSections(input: SectionInput): Section[] {
  const { plan, text, row: chosen } = input
  const { population, assignments } = plan.handlingPlan.evacuation
  const chosenFrom =
    chosen?.kind === 'evacuation' ? assignments.find((line) => line.id === chosen.id)?.fromId : undefined
  const grouped = population.filter((row) => row.places !== undefined)
  const shown = grouped.some((row) => row.id === chosenFrom) ? grouped.filter((row) => row.id === chosenFrom) : grouped
  const rows = shown.flatMap((group) => (group.places ?? []).map((place) => ({ group: group.name, place })))
  if (rows.length === 0) return []
  const title = text('plan.section.evacuationPlaces')
  const people = rows.reduce((sum, row) => sum + row.place.people, 0)
  return [
    {
      id: 'evacuation-places',
      owner: 'administrative',
      title,
      count: rows.length,
      side: text('plan.people2', { count: people }),
      body: planTable(input, 'evacuationPlace', title, rows, ({ place }) => place.id, [
        {
          key: 'place',
          title: text('plan.placeInRow'),
          width: '30%',
          cell: ({ place }) => <span className="strong">{place.name}</span>,
        },
        { key: 'group', title: text('plan.groupRow'), cell: ({ group }) => <span className="dim">{group}</span> },
        {
          key: 'people',
          title: text('plan.people'),
          width: '62px',
          end: true,
          cell: ({ place }) => <span className="big">{place.people}</span>,
        },
        {
          key: 'clocks',
          title: text('plan.clocks'),
          width: '104px',
          end: true,
          cell: ({ place }) =>
            `${place.cloudArrivesS === null ? '—' : durationText(place.cloudArrivesS)} / ${durationText(place.walkOutS)}`,
        },
        {
          key: 'person',
          title: text('plan.person'),
          width: '108px',
          cell: ({ place }) => (
            <>
              {place.personInCharge}
              <br />
              <Phone number={place.phone} />
            </>
          ),
        },
      ]),
    },
  ]
}
