import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import { KNOWN_FACTS, type Closure, type FactValue, type Incident } from '../../domain/incident.ts'
import type { Reason } from '../../domain/reason.ts'
import { canonicalJson } from '../../kernel/digest.ts'
import { distanceM } from '../../kernel/geo.ts'
import { FACT_NAMES } from '../../text/fact-names.ts'
import type { PlanInForce, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'

/** One thing that is otherwise than when the plan in force was made. `key` is the name stages give it in `read`. */
export interface Cause {
  readonly key: string
  readonly reason: Reason
}

/** Everything that differs between what two plans were made from, gravest first. */
export function findCauses(
  inForce: PlanInForce,
  after: DispatchPlan,
  dataset: PlanningProblem['dataset'],
): readonly Cause[] {
  const before = inForce.plan
  const [was, is] = [before.incident, after.incident]
  const cause = (key: string, code: string, facts: Reason['facts'] = {}): Cause[] => [
    { key, reason: makeReason(code, facts) },
  ]
  const differs = (pick: (incident: Incident) => unknown): boolean => !isSame(pick(was), pick(is))
  const gone = (inForce.underWay ?? []).filter(({ status }) => status === 'released' || status === 'lost')
  const movedM = Math.round(distanceM(was.location, is.location))
  return [
    ...(was.type === is.type ? [] : cause('type', 'cause-type')),
    ...(movedM === 0 ? [] : cause('location', 'cause-location', { movedM })),
    ...factCauses(was.facts, is.facts),
    ...hazmatCauses(was.hazmat, is.hazmat),
    ...(differs(({ weather }) => [weather?.windFromDeg ?? null, weather?.windSpeedMs ?? null])
      ? cause('weather.windFromDeg', 'cause-wind', {
          beforeDeg: was.weather?.windFromDeg ?? null,
          beforeMs: was.weather?.windSpeedMs ?? null,
          nowDeg: is.weather?.windFromDeg ?? null,
          nowMs: is.weather?.windSpeedMs ?? null,
        })
      : []),
    ...(differs(({ weather }) => [weather?.signal ?? null, weather?.signalKind ?? null])
      ? cause('weather.signal', 'cause-signal', {
          before: SIGNAL_NAMES[was.weather?.signal ?? 'none'],
          after: SIGNAL_NAMES[is.weather?.signal ?? 'none'],
        })
      : []),
    ...(differs(({ weather, typhoon }) => [weather?.forecast ?? null, typhoon ?? null])
      ? cause('typhoon', 'cause-forecast')
      : []),
    ...(differs(({ cutOffTowns }) => cutOffTowns ?? [])
      ? cause('cutOffTowns', 'cause-cut-off', {
          towns: (is.cutOffTowns ?? []).length === 0 ? '无' : (is.cutOffTowns ?? []).map(({ town }) => town),
        })
      : []),
    ...closureCauses(was.closures ?? [], is.closures ?? []),
    ...unavailableCauses(was.unavailable ?? [], is.unavailable ?? [], dataset),
    ...(differs(({ responding }) => responding ?? []) ? cause('responding', 'cause-responding') : []),
    ...(gone.length === 0 ? [] : cause('inForce', 'cause-status', { count: gone.length })),
    ...(differs(({ building, trappedList }) => [building ?? null, trappedList ?? null])
      ? cause('building', 'cause-building')
      : []),
    ...(was.night === is.night ? [] : cause('night', 'cause-night', { now: is.night ? '夜间' : '白天' })),
    ...(before.datasetVersion === after.datasetVersion ? [] : cause('dataset', 'cause-dataset')),
    ...(before.parametersVersion === after.parametersVersion ? [] : cause('parameters', 'cause-parameters')),
    ...(before.plannerVersion === after.plannerVersion ? [] : cause('planner', 'cause-planner')),
    ...(was.plannedAt === is.plannedAt
      ? []
      : cause('clock', 'cause-clock', { before: clockOf(was.plannedAt), after: clockOf(is.plannedAt) })),
    ...(before.forcePlan.solver.status === after.forcePlan.solver.status
      ? []
      : cause('solver', 'cause-solver', {
          before: SOLVER_NAMES[before.forcePlan.solver.status],
          after: SOLVER_NAMES[after.forcePlan.solver.status],
        })),
  ]
}

function factCauses(was: Incident['facts'], is: Incident['facts']): Cause[] {
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort()
  return keys.flatMap((key) => {
    const [before, after] = [factWords(was[key]), factWords(is[key])]
    if (before === after) return []
    const known = KNOWN_FACTS.find((fact) => fact === key)
    const fact = known === undefined ? key : FACT_NAMES[known]
    return [{ key: `facts.${key}`, reason: makeReason('cause-fact', { fact, before, after }) }]
  })
}

/** A number or its range; who said so and when does not matter here. */
function factWords(fact: FactValue | undefined): string {
  if (fact === undefined || fact === null) return '未知'
  if (typeof fact === 'number') return String(fact)
  const { value, min, max } = fact
  if (value !== undefined) return String(value)
  if (min === undefined) return max === undefined ? '未知' : `至多${max}`
  return max === undefined ? `至少${min}` : `${min}至${max}`
}

function hazmatCauses(was: Incident['hazmat'], is: Incident['hazmat']): Cause[] {
  const values = (hazmat: Incident['hazmat']): Map<string, unknown> => new Map(Object.entries(hazmat ?? {}))
  const [before, after] = [values(was), values(is)]
  const fields = Object.entries(HAZMAT_NAMES)
    .filter(([key]) => !isSame(before.get(key) ?? null, after.get(key) ?? null))
    .map(([, name]) => name)
  return fields.length === 0 ? [] : [{ key: 'hazmat', reason: makeReason('cause-hazmat', { fields }) }]
}

function closureCauses(was: readonly Closure[], is: readonly Closure[]): Cause[] {
  const key = (closure: Closure): string => canonicalJson(closure)
  const [before, after] = [new Set(was.map(key)), new Set(is.map(key))]
  const told = (code: string, closure: Closure): Cause => {
    const what = closure.road ?? closure.reason ?? '图上标注处'
    return { key: 'closures', reason: makeReason(code, { what }) }
  }
  return [
    ...is.filter((closure) => !before.has(key(closure))).map((closure) => told('cause-closed', closure)),
    ...was.filter((closure) => !after.has(key(closure))).map((closure) => told('cause-opened', closure)),
  ]
}

function unavailableCauses(
  was: readonly string[],
  is: readonly string[],
  { teams, stores, shelters, vehicles, hospitals, stock }: PlanningProblem['dataset'],
): Cause[] {
  const told = (code: string, entry: string): Cause => {
    const id = entry.slice(entry.indexOf(':') + 1)
    const row = [...teams, ...stores, ...shelters, ...vehicles, ...hospitals].find((each) => each.id === id)
    const name = row?.name ?? stock.find((lot) => lot.lotId === id)?.item ?? entry
    return { key: 'unavailable', reason: makeReason(code, { name, entry }) }
  }
  return [
    ...is.filter((entry) => !was.includes(entry)).map((entry) => told('cause-unavailable', entry)),
    ...was.filter((entry) => !is.includes(entry)).map((entry) => told('cause-available', entry)),
  ]
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

/** Hours and minutes of an ISO time. */
function clockOf(at: string): string {
  return at.slice(11, 16)
}

const SIGNAL_NAMES = { none: '无', blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' } as const
const SOLVER_NAMES = { optimal: '最优', feasible: '可行解', greedy: '草案' } as const
const HAZMAT_NAMES = {
  un: '物质',
  container: '容器',
  quantityT: '数量',
  spill: '泄漏规模',
  onFire: '是否着火',
  phase: '相态',
  vessel: '容器压力',
} as const
