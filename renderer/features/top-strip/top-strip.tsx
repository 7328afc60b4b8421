import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import type { LevelOverride } from '#shared/domain/level-record.ts'
import type { IncidentSummary } from '#shared/contract/incident.contract.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { INCIDENT_TYPES, type Headquarters } from '#shared/domain/taxonomy.ts'
import { durationText, secondsSince, wallClockText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { Chip, HeadquartersMark } from '../../ui/marks.tsx'

/** What the strip shows; every value comes from the panel that fetched it. */
export interface TopStripProps {
  readonly headquarters: Headquarters
  readonly summary: IncidentSummary | null
  readonly plan: DispatchPlan | null
  readonly planVersion: number | null
  readonly planIsDraft: boolean
  /** What an officer set beside the computed levels; null = nothing. */
  readonly setEventLevel: LevelOverride | null
  readonly setResponseLevel: LevelOverride | null
  readonly nowS: number
  readonly linkAlive: boolean | null
  readonly schematicRoads: boolean
  readonly demoData: boolean
  /** Who is on duty at this window. */
  readonly duty: ReactNode
  /** Live and overdue orders. */
  readonly alarm: ReactNode
  readonly theme: 'day' | 'night'
  readonly onTheme: () => void
  readonly onLanguage: () => void
  readonly onHelp: () => void
}

/** The fixed strip above every screen: which incident, how grave, since when, whose decision, real or drill. */
export function TopStrip(props: TopStripProps): ReactNode {
  const text = useText()
  const { summary, plan, headquarters } = props
  const since = summary === null ? null : secondsSince(summary.receivedAt, props.nowS)
  return (
    <header className="strip" data-testid="top-strip" aria-label={text('strip.label')}>
      <div className="strip-hq" data-testid="strip-headquarters">
        <HeadquartersMark headquarters={headquarters} letter={text(`headquartersLetter.${headquarters}`)} size={34} />
        <div className="strip-own">
          <span>{text(`headquarters.${headquarters}`)}</span>
          {props.duty}
        </div>
      </div>
      <div className="strip-main">
        <div className="strip-row strip-title">
          {summary === null ? (
            <span className="dim">{text('strip.noIncident')}</span>
          ) : (
            <>
              <span className={`mode mode-${summary.mode}`} data-testid="strip-mode">
                {text(`mode.${summary.mode}`)}
              </span>
              <span className="dim">{summary.number}</span>
              <span className="strong one-line-text" title={summary.title}>
                {summary.title}
              </span>
              {summary.title.includes(incidentTypeName(summary.type, text)) ? null : (
                <span className="one-line-text dim">{incidentTypeName(summary.type, text)}</span>
              )}
            </>
          )}
        </div>
        <div className="strip-row">{summary === null ? null : <Standing {...props} />}</div>
      </div>
      <div className="strip-clock" data-testid="strip-clock">
        <span className="dim">{text('strip.sinceCall')}</span>
        <span className="clock">{since === null ? '—' : durationText(since)}</span>
      </div>
      <div className="strip-clock">
        <span className="dim">{text('strip.now')}</span>
        <span className="clock">{wallClockText(props.nowS)}</span>
      </div>
      <div className="strip-side">
        <div className="strip-row">
          {props.alarm}
          <Link alive={props.linkAlive} />
          {props.schematicRoads ? (
            <Chip tone="warn" testId="chip-schematic">
              {text('strip.schematicRoads')}
            </Chip>
          ) : null}
          {props.demoData ? (
            <Chip tone="warn" testId="chip-demo">
              {text('strip.demoData')}
            </Chip>
          ) : null}
        </div>
        <div className="strip-row">
          {plan === null ? null : <Chip>{plan.incident.night ? text('strip.night') : text('strip.day')}</Chip>}
          <Button
            size="small"
            onClick={props.onTheme}
            title={props.theme === 'night' ? text('strip.toDay') : text('strip.toNight')}
            text={props.theme === 'night' ? text('strip.themeDay') : text('strip.themeNight')}
            data-testid="toggle-theme"
          />
          <Button
            size="small"
            onClick={props.onLanguage}
            title={text('strip.language')}
            text={text('strip.otherLanguage')}
            data-testid="toggle-language"
          />
          <Button
            size="small"
            onClick={props.onHelp}
            title={`${text('strip.help')} F1`}
            text="F1"
            data-testid="open-help"
          />
        </div>
      </div>
    </header>
  )
}

function Standing(props: TopStripProps): ReactNode {
  const text = useText()
  const { plan, headquarters } = props
  const level = plan === null ? (props.summary?.level ?? null) : plan.incident.level.value
  const alarm = plan?.incident.alarm ?? null
  return (
    <>
      <span className="standing" data-testid="strip-level">
        <span className="dim">{text('strip.eventLevel')}</span>
        <span className="strong">{plan === null && level === null ? '—' : text(`eventLevel.${level ?? 'none'}`)}</span>
        <OfficersLevel set={props.setEventLevel} />
      </span>
      <span className="standing" data-testid="strip-response">
        <span className="dim">{text('strip.response')}</span>
        <span className="strong">{plan === null ? '—' : text(`level.${plan.incident.response.value}`)}</span>
        <OfficersLevel set={props.setResponseLevel} />
      </span>
      {alarm === null ? null : (
        <span className="standing">
          <span className="strong">
            {text(alarm.kind === 'fire' ? 'strip.fireAlarm' : 'strip.rescueAlarm', { grade: alarm.grade })}
          </span>
        </span>
      )}
      {plan?.incident.majorJeopardy === true ? <Chip tone="danger">{text('strip.jeopardy')}</Chip> : null}
      <span className="standing" aria-live="polite" data-testid="strip-plan-version">
        <span className="strong">
          {props.planVersion === null
            ? text('strip.noPlan')
            : text(props.planIsDraft ? 'strip.draftAt' : 'strip.planAt', { version: props.planVersion })}
        </span>
      </span>
      <span className="standing one-line-text" data-testid="strip-decides">
        <span className="dim">{text(headquarters === 'tactical' ? 'strip.sceneCommander' : 'strip.commander')}</span>
        <span className="strong">{plan?.headquarters[headquarters].commander?.name ?? text('strip.nobody')}</span>
        <span className="dim">{text('strip.decides')}</span>
        <span>{text(headquarters === 'tactical' ? 'strip.tacticalDecides' : 'strip.administrativeDecides')}</span>
      </span>
    </>
  )
}

/** The officer's level beside the computed one, with its reason on hover. */
function OfficersLevel(props: { set: LevelOverride | null }): ReactNode {
  const text = useText()
  const { set } = props
  if (set === null) return null
  const name = set.value === null ? text('eventLevel.none') : text(`level.${set.value}`)
  return (
    <span className="strong warn" title={set.reason} data-testid={`strip-set-${set.of}`}>
      {`${text('grading.officerSet')} ${name}`}
    </span>
  )
}

function Link(props: { alive: boolean | null }): ReactNode {
  const text = useText()
  if (props.alive === null) return <Chip>{text('strip.linkWait')}</Chip>
  return props.alive ? (
    <Chip tone="good">{`● ${text('strip.linkOk')}`}</Chip>
  ) : (
    <Chip tone="danger">{`× ${text('strip.linkLost')}`}</Chip>
  )
}

function incidentTypeName(type: string, text: ReturnType<typeof useText>): string {
  // The list carries the type as plain text; a key that is not in the taxonomy is shown as it is.
  const key = INCIDENT_TYPES.find((known) => known === type)
  return key === undefined ? type : text(`incidentType.${key}`)
}
