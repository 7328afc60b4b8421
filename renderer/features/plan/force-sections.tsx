import { Eta, needName, Phone } from './cells.tsx'
import { commandSections } from './command-sections.tsx'
import { FormulaCell } from './formula-cell.tsx'
import { planTable, type Section, type SectionInput } from './section.tsx'
import { supplySections } from './supply-sections.tsx'
import { teamTable } from './team-table.tsx'

/** 人员装备抽组: gaps, teams, requests, demand, reserve, cover, experts, supplies and posts. */
export function forceSections(input: SectionInput): Section[] {
  return [
    gaps(input),
    teams(input),
    requests(input),
    ...supplySections(input),
    ...commandSections(input),
    experts(input),
    demand(input),
    reserve(input),
    coverage(input),
  ]
}

function gaps(input: SectionInput): Section {
  const { plan, text } = input
  const rows = plan.forcePlan.shortfalls
  const title = text('plan.section.shortfalls')
  return {
    id: 'shortfalls',
    owner: 'both',
    title,
    count: rows.length,
    tone: 'danger',
    body: planTable(input, 'shortfall', title, rows, (row) => row.demandId, [
      {
        key: 'need',
        title: text('plan.capability'),
        width: '120px',
        cell: (row) => <span className="strong">{needName(row, text)}</span>,
      },
      {
        key: 'missing',
        title: text('plan.missing'),
        width: '44px',
        end: true,
        cell: (row) => <span className="big danger">{row.missing}</span>,
      },
      { key: 'why', title: text('plan.why'), cell: (row) => row.reasons[0]?.text ?? '—' },
      { key: 'remedy', title: text('plan.remedy'), cell: (row) => row.remedies[0]?.text ?? '—' },
    ]),
  }
}

function teams(input: SectionInput): Section {
  const { plan, text } = input
  const rows = plan.forcePlan.assignments
  const title = text('plan.section.assignments')
  const people = rows.reduce((sum, row) => sum + row.personnel, 0)
  return {
    id: 'assignments',
    owner: 'tactical',
    title,
    count: rows.length,
    side: text('plan.people2', { count: people }),
    body: teamTable(input, rows, title),
  }
}

function requests(input: SectionInput): Section {
  const { plan, text } = input
  const rows = plan.forcePlan.assignments.filter(
    (row) => row.hq === 'administrative' || row.authority === 'request' || row.authority === 'notify',
  )
  const title = text('plan.section.requests')
  return { id: 'requests', owner: 'administrative', title, count: rows.length, body: teamTable(input, rows, title) }
}

function demand(input: SectionInput): Section {
  const { plan, text } = input
  const rows = plan.forcePlan.demand
  const title = text('plan.section.demand')
  const missingOf = (id: string): number => plan.forcePlan.shortfalls.find((gap) => gap.demandId === id)?.missing ?? 0
  return {
    id: 'demand',
    owner: 'both',
    title,
    count: rows.length,
    body: planTable(input, 'demand', title, rows, (row) => row.id, [
      {
        key: 'need',
        title: text('plan.capability'),
        width: '22%',
        cell: (row) => <span className="strong">{needName(row, text)}</span>,
      },
      {
        key: 'quantity',
        title: text('plan.needed'),
        width: '46px',
        end: true,
        cell: (row) => <span className="big">{row.quantity}</span>,
      },
      {
        key: 'missing',
        title: text('plan.missing'),
        width: '40px',
        end: true,
        cell: (row) => (missingOf(row.id) === 0 ? '—' : <span className="danger strong">{missingOf(row.id)}</span>),
      },
      {
        key: 'by',
        title: text('plan.by'),
        width: '52px',
        end: true,
        cell: (row) => <Eta seconds={row.byS} text={text} />,
      },
      {
        key: 'formula',
        title: text('why.formula'),
        cell: (row) => <FormulaCell formula={row.formula} text={text} />,
      },
      { key: 'role', title: text('plan.task'), width: '24%', cell: (row) => row.role },
    ]),
  }
}

function reserve(input: SectionInput): Section {
  const { plan, text } = input
  const rows = plan.forcePlan.reserve
  const title = text('plan.section.reserve')
  return {
    id: 'reserve',
    owner: 'tactical',
    title,
    count: rows.length,
    body: planTable(input, 'reserve', title, rows, (row) => row.teamId, [
      {
        key: 'team',
        title: text('plan.team'),
        width: '30%',
        cell: (row) => <span className="strong">{row.teamName}</span>,
      },
      {
        key: 'eta',
        title: text('plan.eta'),
        width: '52px',
        end: true,
        cell: (row) => <Eta seconds={row.etaS} text={text} />,
      },
      { key: 'phone', title: text('plan.phone'), width: '118px', cell: (row) => <Phone number={row.phone} /> },
      {
        key: 'why',
        title: text('plan.why'),
        cell: (row) => <span className="dim">{row.reasons[0]?.text ?? '—'}</span>,
      },
    ]),
  }
}

function coverage(input: SectionInput): Section {
  const { plan, text } = input
  const rows = plan.forcePlan.coverageLeft
  const title = text('plan.section.coverage')
  const teamName = (id: string | null): string =>
    plan.forcePlan.assignments.find((row) => row.teamId === id)?.teamName ??
    plan.forcePlan.reserve.find((row) => row.teamId === id)?.teamName ??
    id ??
    '—'
  return {
    id: 'coverage',
    owner: 'administrative',
    title,
    count: rows.length,
    body:
      rows.length === 0 ? (
        <p className="panel-note">{text('state.empty')}</p>
      ) : (
        <table className="table" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{text('plan.area')}</th>
              <th scope="col" className="end">
                {text('plan.before')}
              </th>
              <th scope="col" className="end">
                {text('plan.after')}
              </th>
              <th scope="col" className="end">
                {text('plan.target')}
              </th>
              <th scope="col">{text('plan.team')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.area}>
                <td className="strong">{row.area}</td>
                <td className="end">{row.beforeS === null ? '—' : <Eta seconds={row.beforeS} text={text} />}</td>
                <td className="end">{row.afterS === null ? '—' : <Eta seconds={row.afterS} text={text} />}</td>
                <td className="end">
                  <span className={row.met ? 'good' : 'danger strong'}>
                    {row.met ? text('plan.met') : text('plan.notMet')}
                  </span>
                </td>
                <td>{teamName(row.teamId)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ),
  }
}

function experts(input: SectionInput): Section {
  const { plan, text } = input
  const rows = plan.forcePlan.experts
  const title = text('plan.section.experts')
  return {
    id: 'experts',
    owner: 'both',
    title,
    count: rows.length,
    body: planTable(input, 'expert', title, rows, (row) => row.personId, [
      {
        key: 'name',
        title: text('plan.name'),
        width: '110px',
        cell: (row) => <span className="strong">{row.name}</span>,
      },
      { key: 'specialty', title: text('plan.specialty'), width: '30%', cell: (row) => row.specialty },
      { key: 'phone', title: text('plan.phone'), width: '118px', cell: (row) => <Phone number={row.phone} /> },
      {
        key: 'why',
        title: text('plan.why'),
        cell: (row) => <span className="dim">{row.reasons[0]?.text ?? '—'}</span>,
      },
    ]),
  }
}
