import type { ReactNode } from 'react'
import { byWay } from '#shared/text/way-words.ts'
import { clockText, distanceText, durationText } from '../../text/time-text.ts'
import { Chip } from '../../ui/marks.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { blockedSection } from './blocked-section.tsx'
import { AuthorityChip, StagingPlace } from './cells.tsx'
import { planTable, type Section, type SectionInput } from './section.tsx'

/** 机动行进: staging, routes, convoy and closures. */
export function movementSections(input: SectionInput): Section[] {
  return [
    ...stagingRefusals(input),
    staging(input),
    movements(input),
    ...blockedSection(input),
    closures(input),
    convoy(input),
  ]
}

function stagingRefusals(input: SectionInput): Section[] {
  const { plan, text } = input
  const rows = plan.movementPlan.stagingRefusals
  if (rows.length === 0) return []
  const title = text('plan.section.refusals')
  return [
    {
      id: 'refusals',
      owner: 'tactical',
      title,
      count: rows.length,
      tone: 'danger',
      body: planTable(input, 'refusal', title, rows, (row) => row.name, [
        {
          key: 'name',
          title: text('plan.name'),
          width: '26%',
          cell: (row) => <span className="strong">{row.name}</span>,
        },
        { key: 'why', title: text('plan.why'), cell: (row) => row.reasons.map((reason) => reason.text).join('；') },
      ]),
    },
  ]
}

function staging(input: SectionInput): Section {
  const { plan, text } = input
  const rows = plan.movementPlan.stagingAreas
  const title = text('plan.section.staging')
  return {
    id: 'staging',
    owner: 'tactical',
    title,
    count: rows.length,
    body: planTable(input, 'staging', title, rows, (row) => row.id, [
      {
        key: 'name',
        title: text('plan.name'),
        cell: (row) => (
          <>
            <Chip tone="own">{text(`stagingLetter.${row.kind}`)}</Chip> <span className="strong">{row.name}</span>
          </>
        ),
      },
      { key: 'kind', title: text('plan.kind'), width: '88px', cell: (row) => text(`staging.${row.kind}`) },
      {
        key: 'bearing',
        title: text('plan.bearing'),
        width: '60px',
        end: true,
        cell: (row) => `${Math.round(row.bearingFromIncidentDeg)}°`,
      },
      {
        key: 'distance',
        title: text('plan.distance'),
        width: '70px',
        end: true,
        cell: (row) => distanceText(row.distanceM),
      },
      {
        key: 'wind',
        title: text('plan.offUpwind'),
        width: '80px',
        end: true,
        cell: (row) => (row.offUpwindDeg === null ? '—' : `${Math.round(row.offUpwindDeg)}°`),
      },
      {
        key: 'capacity',
        title: text('plan.capacity'),
        width: '90px',
        end: true,
        cell: (row) => row.capacity ?? <span className="warn">{text('plan.capacityUnknown')}</span>,
      },
    ]),
  }
}

function movements(input: SectionInput): Section {
  const { plan, text } = input
  const rows = plan.movementPlan.movements
  const authorityOf = (teamId: string): ReactNode => {
    const line = plan.forcePlan.assignments.find((entry) => entry.teamId === teamId)
    return line === undefined ? null : <AuthorityChip authority={line.authority} />
  }
  const title = text('plan.section.movements')
  return {
    id: 'movements',
    owner: 'tactical',
    title,
    count: rows.length,
    side: plan.movementPlan.roadData.schematic ? (
      <span className="warn">{text('map.schematicNote')}</span>
    ) : (
      plan.movementPlan.roadData.name
    ),
    body: planTable(input, 'movement', title, rows, (row) => row.teamId, [
      {
        key: 'team',
        title: text('plan.team'),
        width: '23%',
        cell: (row) => (
          <>
            <span className="strong cut" title={row.teamName}>
              {row.teamName}
            </span>
            <span className="dim cut">
              {authorityOf(row.teamId)} {`${row.callSign} ${row.channel}`}
            </span>
          </>
        ),
      },
      {
        key: 'times',
        title: `${text('plan.depart')}→${text('plan.arrive')}`,
        width: '108px',
        cell: (row) => (
          <>
            <span className="strong">{`${clockText(row.departAt)}→${clockText(row.arriveAt)}`}</span>
            <br />
            <span className="dim">
              {row.vehicles > 1 && row.lastArriveAt !== null
                ? text('plan.lastVehicle', { clock: clockText(row.lastArriveAt) })
                : text('plan.underWay', { time: durationText(row.durationS) })}
            </span>
          </>
        ),
      },
      {
        key: 'distance',
        title: text('plan.distance'),
        width: '66px',
        end: true,
        cell: (row) => (
          <>
            {distanceText(row.distanceM)}
            {row.approximate ? <span className="warn"> {text('plan.approximate')}</span> : null}
          </>
        ),
      },
      {
        key: 'roads',
        title: text('plan.roads'),
        cell: (row) => {
          const roads = row.roads
            .map((road) => road.name)
            .filter((name) => name !== '')
            .join(' → ')
          const remarks = row.remarks.map((reason) => reason.text).join('；')
          return (
            <>
              <span className={remarks === '' ? 'two-lines' : 'cut'} title={roads}>
                {byWay(row.mode, { air: text('plan.byAir'), water: text('plan.byWater'), road: roads || '—' })}
              </span>
              {remarks === '' ? null : (
                <span className="warn two-lines" title={remarks}>
                  {`${text('plan.wayRemark')} ${remarks}`}
                </span>
              )}
            </>
          )
        },
      },
      {
        key: 'to',
        title: text('plan.where'),
        width: '110px',
        cell: (row) =>
          byWay<ReactNode>(row.mode, {
            air: text('plan.landing'),
            water: text('plan.afloat'),
            road: <StagingPlace plan={plan} id={row.stagingAreaId} text={text} changed={input.changed} />,
          }),
      },
    ]),
  }
}

function closures(input: SectionInput): Section {
  const { plan, text } = input
  const rows = plan.movementPlan.closures
  const title = text('plan.section.closures')
  return {
    id: 'closures',
    owner: 'both',
    title,
    count: rows.length,
    body: planTable(input, 'closure', title, rows, (row) => row.id, [
      {
        key: 'name',
        title: text('plan.closure'),
        width: '28%',
        cell: (row) => <span className="strong">{row.name}</span>,
      },
      {
        key: 'origin',
        title: text('plan.origin'),
        width: '60px',
        cell: (row) => (row.origin === 'ordered' ? text('plan.ordered') : text('plan.reported')),
      },
      { key: 'detour', title: text('plan.detour'), cell: (row) => row.detour || '—' },
      { key: 'by', title: text('plan.executor'), width: '24%', cell: (row) => row.by || '—' },
    ]),
  }
}

function convoy(input: SectionInput): Section {
  const { plan, text } = input
  const rows = plan.movementPlan.convoy
  const title = text('plan.section.convoy')
  const stagingName = (id: string | null): string =>
    plan.movementPlan.stagingAreas.find((area) => area.id === id)?.name ?? text('map.incident')
  return {
    id: 'convoy',
    owner: 'tactical',
    title,
    count: rows.length,
    body: (
      <DataTable
        label={title}
        rows={rows}
        rowKey={(row) => `${row.stagingAreaId ?? ''} ${row.order}`}
        columns={[
          { key: 'where', title: text('plan.where'), width: '30%', cell: (row) => stagingName(row.stagingAreaId) },
          { key: 'wave', title: text('plan.wave'), width: '44px', end: true, cell: (row) => row.wave },
          { key: 'order', title: text('plan.order'), width: '36px', end: true, cell: (row) => row.order },
          { key: 'team', title: text('plan.team'), cell: (row) => <span className="strong">{row.teamName}</span> },
          {
            key: 'arrive',
            title: text('plan.arrive'),
            width: '64px',
            end: true,
            cell: (row) => clockText(row.arriveAt),
          },
          {
            key: 'last',
            title: text('plan.lastArrives'),
            width: '64px',
            end: true,
            cell: (row) => clockText(row.lastArriveAt),
          },
          {
            key: 'spacing',
            title: text('plan.spacing'),
            width: '60px',
            end: true,
            cell: (row) => distanceText(row.spacingM),
          },
        ]}
      />
    ),
  }
}
