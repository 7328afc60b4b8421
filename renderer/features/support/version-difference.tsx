import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { OutputOf } from '#shared/contract/define.ts'
import type { PlanVersion, planContract } from '#shared/contract/plan.contract.ts'
import { KNOWN_FACTS } from '#shared/domain/incident.ts'
import { distanceText, minutesText } from '../../text/time-text.ts'
import { compassPoint } from '../../text/compass-point.ts'
import { useText, type Text } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { How } from './change-mark.tsx'
import { PlannedChanges } from './planned-changes.tsx'
import { COMPARED_PARTS, comparePlans, type CompareWords, type PlanChange } from './compare-plans.ts'

/** 版本差异: what the version in force has otherwise than the one before it. */
export function VersionDifference(props: {
  version: PlanVersion
  earlier: PlanVersion | null
  error: string | null
  standing: OutputOf<(typeof planContract)['standing']> | null
  busy: boolean
  onDecline: (changes: readonly string[]) => void
}): ReactNode {
  const text = useText()
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set())
  const { version, earlier, error, standing } = props
  const planned = version.plan.changes
  const changes =
    planned === undefined && earlier !== null ? comparePlans(earlier.plan, version.plan, wordsOf(text)) : []
  const count = planned?.length ?? changes.length
  const isNewest = standing?.newest?.version === version.version
  const before = isNewest ? (standing?.inForce?.version ?? null) : (earlier?.version ?? null)
  const side = before === null ? '' : text('difference.between', { before, after: version.version })
  return (
    <Panel title={text('difference.title')} count={count} side={side} testId="plan-difference">
      {error === null ? null : <p className="panel-note danger">{error}</p>}
      {standing === null ? null : <Standing standing={standing} />}
      {version.version === 1 ? <p className="panel-note">{text('difference.first')}</p> : null}
      {earlier !== null && count === 0 ? <p className="panel-note">{text('difference.none')}</p> : null}
      {changes.length === 0 ? null : <Changes changes={changes} />}
      {planned === undefined || planned.length === 0 ? null : (
        <>
          <PlannedChanges changes={planned} declined={declined} onDeclined={setDeclined} />
          <p className="panel-note">
            <Button
              size="small"
              disabled={props.busy || declined.size === 0}
              onClick={() => props.onDecline([...declined])}
              text={text('difference.again', { count: declined.size })}
              data-testid="decline-changes"
            />{' '}
            <span className="dim">{text('difference.declineHint')}</span>
          </p>
        </>
      )}
    </Panel>
  )
}

/** Which version people work by, and what is still to be decided. */
function Standing(props: { standing: OutputOf<(typeof planContract)['standing']> }): ReactNode {
  const text = useText()
  const { inForce, newest } = props.standing
  const inForceWords =
    inForce === null
      ? text('difference.noneInForce')
      : text(inForce.standing === 'approved' ? 'difference.approved' : 'difference.unapproved', {
          version: inForce.version,
        })
  return (
    <p className="panel-note" data-testid="plan-standing">
      <span className="strong">{inForceWords}</span>{' '}
      {newest === null ? null : (
        <span className={newest.standing === 'rejected' ? 'danger' : 'warn'}>
          {text(newest.standing === 'rejected' ? 'difference.rejected' : 'difference.waits', {
            version: newest.version,
          })}
        </span>
      )}
    </p>
  )
}

function Changes(props: { changes: readonly PlanChange[] }): ReactNode {
  const text = useText()
  const counts = COMPARED_PARTS.map(
    (part) => [part, props.changes.filter((change) => change.part === part).length] as const,
  )
  return (
    <>
      <p className="panel-note">
        {counts
          .filter(([, count]) => count > 0)
          .map(([part, count]) => `${text(`difference.part.${part}`)} ${count}`)
          .join('　')}
      </p>
      <DataTable
        label={text('difference.title')}
        rows={props.changes}
        rowKey={(row) => `${row.part} ${row.id}`}
        columns={[
          {
            key: 'part',
            title: text('plan.kind'),
            width: '64px',
            cell: (row) => <span className="dim">{text(`difference.part.${row.part}`)}</span>,
          },
          {
            key: 'how',
            title: '',
            width: '70px',
            cell: (row) => <How {...row} />,
          },
          {
            key: 'name',
            title: text('plan.name'),
            width: '30%',
            cell: (row) => (row.part === 'actions' ? <span className="dim">{row.name}</span> : row.name),
          },
          {
            key: 'change',
            title: text('difference.change'),
            cell: (row) => (
              <>
                {row.before === null ? null : <span className={row.after === null ? '' : 'dim'}>{row.before}</span>}
                {row.before !== null && row.after !== null ? ' → ' : null}
                {row.after === null ? null : <span className="strong">{row.after}</span>}
              </>
            ),
          },
        ]}
      />
    </>
  )
}

/** The words of the comparison in the language of the screen. */
function wordsOf(text: Text): CompareWords {
  const factName = (key: string): string => {
    const known = KNOWN_FACTS.find((fact) => fact === key)
    if (known !== undefined) return text(`fact.${known}`)
    switch (key) {
      case 'windFromDeg':
        return text('intake.windFrom')
      case 'windSpeedMs':
        return text('intake.windSpeed')
      case 'un':
        return text('intake.substance')
      case 'onFire':
        return text('intake.onFire')
      case 'location':
        return text('intake.place')
      default:
        return key
    }
  }
  return {
    fact: factName,
    factValue: (_key, value) => valueWords(value, text),
    eventLevel: (level) => text(`eventLevel.${levelKey(level) ?? 'none'}`),
    responseLevel: (level) => text(`level.${levelKey(level) ?? 'IV'}`),
    levelName: text('strip.eventLevel'),
    responseName: text('strip.response'),
    zone: (zone) => ({
      name: text(`zone.${zone.kind}`),
      size:
        zone.lengthM !== undefined
          ? text('plan.square', { m: distanceText(zone.lengthM), deg: Math.round(zone.bearingDeg ?? 0) })
          : zone.radiusM === undefined
            ? text('difference.shape', { points: zone.geometry.coordinates[0]?.length ?? 0 })
            : text('plan.radius', { m: distanceText(zone.radiusM) }),
    }),
    team: (team, staging) =>
      `${minutesText(team.etaS)} ${text('plan.minuteMark')} · ${text('plan.people2', { count: team.personnel })} · ${staging || text('map.incident')}`,
    staging: (area) => ({
      name: `${text(`staging.${area.kind}`)} ${area.name}`,
      place: `${text(`intake.compass.${compassPoint(area.bearingFromIncidentDeg)}`)} ${distanceText(area.distanceM)}`,
    }),
    shelter: (people) => text('plan.people2', { count: people }),
    action: (action) => action.text,
  }
}

function levelKey(level: string | null): 'I' | 'II' | 'III' | 'IV' | null {
  return level === 'I' || level === 'II' || level === 'III' || level === 'IV' ? level : null
}

function valueWords(value: unknown, text: Text): string {
  if (typeof value === 'boolean') return text(value ? 'intake.yes' : 'intake.no')
  if (typeof value !== 'object' || value === null) return String(value)
  const { value: exact, min, max } = Object.fromEntries(Object.entries(value))
  if (exact !== undefined) return String(exact)
  return `${min === undefined ? '' : String(min)}–${max === undefined ? '' : String(max)}`
}
