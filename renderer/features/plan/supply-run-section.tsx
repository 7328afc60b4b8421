import { Eta, Phone } from './cells.tsx'
import { planTable, type Section, type SectionInput } from './section.tsx'
import { supplyRuns } from './supply-runs.ts'

/** One order to a lorry park a row: where it loads, where it unloads, when it is done. */
export function supplyRunSection(input: SectionInput): Section {
  const { plan, text } = input
  const rows = supplyRuns(plan.forcePlan.supplies)
  const title = text('plan.section.supplyRuns')
  const names = (kind: 'load' | 'unload', row: (typeof rows)[number]): string =>
    row.stops
      .filter((stop) => stop.kind === kind)
      .map((stop) => stop.name)
      .join(' → ')
  return {
    id: 'supply-runs',
    owner: 'administrative',
    title,
    count: rows.length,
    body: planTable(input, 'supplyRun', title, rows, (row) => row.id, [
      {
        key: 'carrier',
        title: text('plan.carrier'),
        width: '20%',
        cell: (row) =>
          row.carrierId === null ? (
            <span className="danger strong">{text('plan.carrierNone')}</span>
          ) : (
            text('plan.carrierTrips', { carrier: row.carrierName, trips: row.trips })
          ),
      },
      {
        key: 'store',
        title: text('plan.store'),
        width: '27%',
        cell: (row) => (
          <span className="two-lines strong" title={names('load', row)}>
            {names('load', row)}
          </span>
        ),
      },
      {
        key: 'to',
        title: text('plan.to'),
        cell: (row) => (
          <span className="two-lines" title={names('unload', row)}>
            {names('unload', row)}
          </span>
        ),
      },
      {
        key: 'eta',
        title: text('plan.eta'),
        width: '46px',
        end: true,
        cell: (row) => (
          <span className={row.isLate ? 'warn strong' : 'strong'}>
            <Eta seconds={row.doneS} text={text} />
          </span>
        ),
      },
      { key: 'phone', title: text('plan.phone'), width: '112px', cell: (row) => <Phone number={row.phone} /> },
    ]),
  }
}
