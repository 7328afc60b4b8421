import { angleBetweenDeg } from '../../kernel/geo.ts'
import { formatInstant, parseInstant } from '../../kernel/instant.ts'
import { windBand } from '../hazmat/table3.ts'
import { SHIFT_DEG } from '../replan/wind-shift.ts'
import { galeFromS } from '../evacuation/transfer-deadline.ts'
import { makeFinding } from '../reason.ts'
import type { CheckFinding, PlanCheck } from './check-rule.ts'

/** A forecast wind shift or band change within the plan's reach is announced; boats are held in a gale. */
export const checkWeather: PlanCheck = ({ plan, basis, context }) => {
  const findings: CheckFinding[] = []
  const { wind } = basis.facts
  const bandOf = (speedMs: number): string =>
    windBand({ fromDeg: null, usable: true, speedMs }, context.parameters.zones)
  const matters = plan.zones.some((zone) => zone.kind === 'protective') || plan.incident.type === 'forest_fire'
  for (const [index, entry] of (plan.incident.weather?.forecast ?? []).entries()) {
    const at = parseInstant(entry.at)
    if (!matters || at === null) continue
    const shift =
      wind.fromDeg !== null && typeof entry.windFromDeg === 'number'
        ? angleBetweenDeg(wind.fromDeg, entry.windFromDeg)
        : 0
    const bandChanged =
      wind.speedMs !== null &&
      typeof entry.windSpeedMs === 'number' &&
      bandOf(wind.speedMs) !== bandOf(entry.windSpeedMs)
    if (shift <= SHIFT_DEG && !bandChanged) continue
    findings.push(
      makeFinding('HZ14', 'warn', `incident.weather.forecast.${index}`, {
        at: formatInstant(at.epochS, at.offsetMin).slice(5, 16).replace('T', ' '),
        shiftDeg: Math.round(shift),
        bandChanged,
      }),
    )
  }
  const { galeMs } = context.parameters.evacuation
  const galeS = galeFromS({ ...context, incident: plan.incident })
  for (const [index, line] of plan.handlingPlan.evacuation.assignments.entries()) {
    if (line.means !== 'boat') continue
    const doneS = parseInstant(line.doneBy)?.epochS ?? Infinity
    if ((wind.speedMs ?? 0) < galeMs.value && (galeS === null || doneS <= galeS)) continue
    findings.push(
      makeFinding('boat-in-gale', 'block', `handlingPlan.evacuation.assignments.${index}`, { from: line.fromName }),
    )
  }
  return findings
}
