import { parseInstant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'

/** By when everybody must be in, and what sets it. */
export interface TransferDeadline {
  readonly atS: number
  readonly cause: 'gale' | 'landfall' | 'dusk' | 'roadFlood' | 'roadCloses' | 'default'
  /** All limits that were compared, earliest first. */
  readonly compared: readonly { readonly cause: TransferDeadline['cause']; readonly atS: number }[]
}

/** Words for what sets the deadline. */
export const CAUSE_NAMES: Readonly<Record<TransferDeadline['cause'], string>> = {
  gale: '8级大风到来',
  landfall: '台风登陆',
  dusk: '天黑',
  roadFlood: '预报降雨淹没道路',
  roadCloses: '道路封闭',
  default: '未报时限，按默认时限',
}

/**
 * The earliest of: gale of force 8, landfall, dusk, forecast flooding of the roads, a road closing later today. When
 * nothing is known a default time from now is used. A limit that has passed still counts, except dusk: at night people
 * are moved with light, and before sunrise the dusk of the coming day is no reason to wait.
 */
export function transferDeadline(
  problem: Pick<PlanningProblem, 'incident' | 'parameters'>,
  facts: Pick<FactSheet, 'nowS' | 'sunsetS' | 'night'>,
): TransferDeadline {
  const { incident, parameters } = problem
  const { roadFloodRainMm, transferWithinS } = parameters.evacuation
  const forecast = incident.weather?.forecast ?? []
  const gale = galeFromS(problem)
  const flood = firstOf(
    forecast.filter((entry) => (entry.rainMm ?? 0) >= roadFloodRainMm.value).map((entry) => secondsOf(entry.at)),
  )
  const closing = firstOf(
    (incident.closures ?? []).map((closure) => secondsOf(closure.from)).filter((at) => at !== null && at > facts.nowS),
  )
  const limits: [TransferDeadline['cause'], number | null][] = [
    ['gale', gale],
    ['landfall', secondsOf(incident.typhoon?.landfallAt)],
    ['dusk', facts.sunsetS !== null && !facts.night && facts.sunsetS > facts.nowS ? facts.sunsetS : null],
    ['roadFlood', flood],
    ['roadCloses', closing],
  ]
  const known = limits.flatMap(([cause, atS]) => (atS === null ? [] : [{ cause, atS }]))
  const compared = sortedBy(known, (limit) => [limit.atS, limit.cause])
  const first = compared[0] ?? { cause: 'default' as const, atS: facts.nowS + transferWithinS.value }
  return { ...first, compared }
}

/** When wind of force 8 is reported or forecast to begin, seconds since 1970; null = not known. */
export function galeFromS({ incident, parameters }: Pick<PlanningProblem, 'incident' | 'parameters'>): number | null {
  const limitMs = parameters.evacuation.galeMs.value
  return (
    secondsOf(incident.typhoon?.galeFromAt) ??
    firstOf(
      (incident.weather?.forecast ?? [])
        .filter((entry) => (entry.windSpeedMs ?? 0) >= limitMs)
        .map((entry) => secondsOf(entry.at)),
    )
  )
}

function secondsOf(moment: string | null | undefined): number | null {
  return moment === null || moment === undefined ? null : (parseInstant(moment)?.epochS ?? null)
}

function firstOf(moments: readonly (number | null)[]): number | null {
  const known = moments.filter((moment) => moment !== null)
  return known.length === 0 ? null : Math.min(...known)
}
