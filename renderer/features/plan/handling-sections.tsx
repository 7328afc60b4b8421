import { HEADQUARTERS, type Headquarters } from '#shared/domain/taxonomy.ts'
import { clockText, distanceText } from '../../text/time-text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { zoneStageWords } from '../../text/zone-stage.ts'
import { CardButton } from '../../app/card-button.tsx'
import { HandbookButton } from '../../app/handbook-button.tsx'
import { Phone } from './cells.tsx'
import { cardOfAction } from './card-of-line.ts'
import { communicationsSection } from './communications-section.tsx'
import { evacuationSections } from './evacuation-sections.tsx'
import { planTable, type Section, type SectionInput } from './section.tsx'

/** 灾情处置: what must not be done, actions, zones, evacuation, casualties, decisions, withdrawal and the rest. */
export function handlingSections(input: SectionInput): Section[] {
  return [
    mustNot(input),
    zones(input),
    ...evacuationSections(input),
    ...HEADQUARTERS.map((headquarters) => actions(input, headquarters)),
    decisions(input),
    withdrawal(input),
    discretion(input),
    monitoring(input),
    communicationsSection(input),
    secondaries(input),
  ]
}

function mustNot(input: SectionInput): Section {
  const { plan, text } = input
  const rows = plan.handlingPlan.mustNot
  const title = text('plan.section.mustNot')
  return {
    id: 'must-not',
    owner: 'both',
    title,
    count: rows.length,
    tone: 'danger',
    body: planTable(input, 'mustNot', title, rows, (row) => row.code, [
      { key: 'text', title: title, cell: (row) => <span className="strong">{row.text}</span> },
    ]),
  }
}

function actions(input: SectionInput, headquarters: Headquarters): Section {
  const { plan, text } = input
  const rows = plan.handlingPlan.phases.flatMap((phase) =>
    phase.actions.filter((action) => action.hq === headquarters).map((action) => ({ phase, action })),
  )
  const title = `${text('plan.section.actions')} · ${text(`headquarters.${headquarters}`)}`
  return {
    id: `actions-${headquarters}`,
    owner: headquarters,
    title,
    count: rows.length,
    body: planTable(
      input,
      'action',
      title,
      rows,
      (row) => row.action.id,
      [
        {
          key: 'due',
          title: text('plan.due'),
          width: '58px',
          cell: (row) => (
            <>
              <span className="big">{clockText(row.action.dueAt)}</span>
              <CardButton ask={cardOfAction(row.action)} />
            </>
          ),
        },
        { key: 'text', title: text('plan.action'), cell: (row) => row.action.text },
        {
          key: 'group',
          title: text('plan.group'),
          width: '150px',
          cell: (row) => (
            <>
              {text(`workGroup.${row.action.group}`)}
              <br />
              <span className="dim">{row.phase.title}</span>
            </>
          ),
        },
        {
          key: 'person',
          title: text('plan.person'),
          width: '112px',
          cell: (row) => (
            <>
              {row.action.assignee.name}
              <br />
              <Phone number={row.action.assignee.phone} />
            </>
          ),
        },
      ],
      (row) => cardOfAction(row.action),
    ),
  }
}

function zones(input: SectionInput): Section {
  const { plan, text } = input
  const title = text('plan.section.zones')
  const size = (zone: (typeof plan.zones)[number]): string => {
    const least = zone.atLeast === true ? `${text('plan.atLeast')} ` : ''
    if (zone.lengthM !== undefined)
      return least + text('plan.square', { m: distanceText(zone.lengthM), deg: Math.round(zone.bearingDeg ?? 0) })
    return zone.radiusM === undefined ? '—' : least + text('plan.radius', { m: distanceText(zone.radiusM) })
  }
  return {
    id: 'zones',
    owner: 'tactical',
    title,
    count: plan.zones.length,
    body: planTable(input, 'zone', title, plan.zones, (row) => row.id, [
      {
        key: 'zone',
        title: text('plan.zone'),
        width: '24%',
        cell: (row) => <span className="strong">{text(`zone.${row.kind}`)}</span>,
      },
      { key: 'stage', title: text('plan.stage'), width: '64px', cell: (row) => zoneStageWords(row, text) },
      {
        key: 'size',
        title: text('plan.size'),
        width: '30%',
        cell: (row) => <span className="strong">{size(row)}</span>,
      },
      {
        key: 'basis',
        title: text('plan.basis'),
        cell: (row) => (
          <>
            <span className="dim">{`${row.basis.source} ${row.basis.row}`}</span>
            {row.basis.source.startsWith('ERG2024') ? <HandbookButton id={plan.incident.hazmat?.un ?? null} /> : null}
          </>
        ),
      },
    ]),
  }
}

function decisions(input: SectionInput): Section {
  const { plan, text, headquarters } = input
  const rows = [...plan.handlingPlan.decisionPoints].sort(
    (a, b) => Number(b.hq === headquarters) - Number(a.hq === headquarters),
  )
  const title = text('plan.section.decisions')
  return {
    id: 'decisions',
    owner: 'both',
    title,
    count: rows.length,
    body: planTable(input, 'decision', title, rows, (row) => row.id, [
      {
        key: 'question',
        title: text('plan.question'),
        width: '44%',
        cell: (row) => <span className="strong">{row.question}</span>,
      },
      { key: 'trigger', title: text('plan.trigger'), cell: (row) => row.trigger },
      { key: 'hq', title: text('strip.decides'), width: '92px', cell: (row) => text(`headquarters.${row.hq}`) },
    ]),
  }
}

function withdrawal(input: SectionInput): Section {
  const { plan, text } = input
  const { signal, muster, triggers } = plan.handlingPlan.withdrawal
  const title = text('plan.section.withdrawal')
  return {
    id: 'withdrawal',
    owner: 'tactical',
    title,
    count: triggers.length,
    tone: 'warn',
    side: `${text('plan.signal')}: ${signal}　${text('plan.muster')}: ${muster}`,
    body: planTable(input, 'withdrawal', title, triggers, (row) => row.code, [
      { key: 'trigger', title: text('plan.trigger'), cell: (row) => <span className="strong">{row.text}</span> },
      {
        key: 'source',
        title: text('why.source'),
        width: '30%',
        cell: (row) => <span className="dim">{row.source ?? '—'}</span>,
      },
    ]),
  }
}

function discretion(input: SectionInput): Section {
  const { plan, text } = input
  const rows = plan.headquarters.tactical.discretion
  const title = text('plan.section.discretion')
  return {
    id: 'discretion',
    owner: 'tactical',
    title,
    count: rows.length,
    body: (
      <DataTable
        label={title}
        rows={rows}
        rowKey={(row) => row.code}
        columns={[{ key: 'text', title, cell: (row) => row.text }]}
      />
    ),
  }
}

function monitoring(input: SectionInput): Section {
  const { plan, text } = input
  const rows = plan.handlingPlan.monitoring
  const title = text('plan.section.monitoring')
  return {
    id: 'monitoring',
    owner: 'tactical',
    title,
    count: rows.length,
    body: planTable(input, 'monitoring', title, rows, (row) => `${row.what} ${row.where}`, [
      {
        key: 'what',
        title: text('plan.what'),
        width: '32%',
        cell: (row) => <span className="strong">{row.what}</span>,
      },
      { key: 'where', title: text('plan.where'), cell: (row) => row.where },
      {
        key: 'every',
        title: text('plan.every'),
        width: '70px',
        end: true,
        cell: (row) => text('plan.minutes', { count: row.everyMin }),
      },
      { key: 'by', title: text('plan.executor'), width: '22%', cell: (row) => row.by },
    ]),
  }
}

function secondaries(input: SectionInput): Section {
  const { plan, text } = input
  const rows = plan.handlingPlan.secondaries
  const title = text('plan.section.secondaries')
  return {
    id: 'secondaries',
    owner: 'both',
    title,
    count: rows.length,
    body: (
      <DataTable
        label={title}
        rows={rows}
        rowKey={(row) => row.type}
        columns={[
          {
            key: 'type',
            title: text('plan.kind'),
            width: '22%',
            cell: (row) => <span className="strong">{text(`incidentType.${row.type}`)}</span>,
          },
          { key: 'checks', title: text('plan.checks'), cell: (row) => row.checks.join('；') },
          { key: 'orders', title: text('plan.orders'), cell: (row) => row.orders.join('；') },
        ]}
      />
    ),
  }
}
