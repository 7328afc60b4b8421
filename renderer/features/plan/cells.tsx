import type { ReactNode } from 'react'
import type { Assignment, Authority, Demand } from '#shared/domain/plan/force-plan.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { lineKey, type ChangedLines } from '../../app/changed-lines.ts'
import { useText, type Text } from '../../text/text.ts'
import { durationText, minutesText } from '../../text/time-text.ts'
import { Chip } from '../../ui/marks.tsx'
import { stagingMark } from './staging-mark.ts'

/** Minutes as the big figure, with the exact clock beside it. */
export function Eta(props: { seconds: number; text: Text }): ReactNode {
  return (
    <span title={durationText(props.seconds)}>
      <span className="big">{minutesText(props.seconds)}</span>
      <span className="dim">{props.text('plan.minuteMark')}</span>
    </span>
  )
}

/** A number to ring. */
export function Phone(props: { number: string }): ReactNode {
  return <span className="phone">{props.number === '' ? '—' : props.number}</span>
}

/** Whether a team can be ordered or must be asked. */
export function AuthorityChip(props: { authority: Authority }): ReactNode {
  const text = useText()
  const isOwn = props.authority === 'command'
  return <Chip tone={isOwn ? 'own' : 'warn'}>{text(`authority.${props.authority}`)}</Chip>
}

/** Name of what a demand or a gap asks for. */
export function needName(need: Pick<Demand, 'capability' | 'vehicleKind'>, text: Text): string {
  if (need.capability !== undefined) return text(`capability.${need.capability}`)
  return need.vehicleKind === undefined ? '—' : text(`vehicle.${need.vehicleKind}`)
}

/** Vehicles of a team by kind: `水罐车×2 防化车×1`. */
export function vehiclesText(vehicles: Assignment['vehicles'], text: Text): string {
  const counts = new Map<string, number>()
  for (const vehicle of vehicles) {
    const name = text(`vehicle.${vehicle.kind}`)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => `${name}×${count}`).join(' ') || '—'
}

/** Capabilities of a team: `堵漏×2 洗消×1`. */
export function capabilitiesText(capabilities: Assignment['capabilities'], text: Text): string {
  return capabilities.map((entry) => `${text(`capability.${entry.capability}`)}×${entry.quantity}`).join(' ') || '—'
}

/** Where something goes, in the short form of the tables; the whole name is in the title. */
export function StagingPlace(props: {
  plan: DispatchPlan
  id: string | null
  text: Text
  changed: ChangedLines
}): ReactNode {
  const { letter, words, name } = stagingMark(props.plan, props.id, props.text)
  const moved = props.changed.get(lineKey('staging', props.id ?? ''))
  if (moved !== undefined) {
    const at = `${props.text('together.changedMark')}：${moved.to}`
    return (
      <>
        <span className="cut danger strong" title={`${name} → ${at}`}>{`▲ ${moved.to}`}</span>
        <span className="cut warn">{props.text('together.timesOld')}</span>
      </>
    )
  }
  return (
    <span className="cut" title={name}>
      <span className="own strong">{letter}</span> {words}
    </span>
  )
}
