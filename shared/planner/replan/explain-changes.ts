import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Assignment } from '../../domain/plan/force-plan.ts'
import type { PlanChange } from '../../domain/plan/plan-change.ts'
import type { Reason } from '../../domain/reason.ts'
import { nameOfNeed } from '../../text/name-of-need.ts'
import type { WhyChanged } from '../problem.ts'
import { makeReason } from '../reason.ts'
import type { Cause } from './find-causes.ts'

/** A difference before it is known why; `stage` decided it. */
export type BareChange = Omit<PlanChange, 'reasons'> & { readonly stage: string }

/** What of the plan in force a rule forbids now, by id. */
export interface GivenUp {
  readonly teams?: ReadonlyMap<string, Reason>
  readonly staging?: ReadonlyMap<string, readonly Reason[]>
  /** Lines of supplies, shelters and hospitals, by `kind:id` of the change. */
  readonly lines?: WhyChanged
}

/** What changes are explained from. */
interface Explaining {
  readonly before: DispatchPlan
  readonly after: DispatchPlan
  readonly causes: readonly Cause[]
  readonly givenUp: GivenUp
}

/** At most so many reasons of one kind are told for one change. */
const MOST = 4

/**
 * Why each change came about, the nearest reason first: the rule that was broken, the change it follows from, what the
 * deciding stage read that is otherwise now; if none of these, all that changed.
 */
export function explainChanges(changes: readonly BareChange[], explaining: Explaining): PlanChange[] {
  return changes.map(({ stage, ...change }) => {
    const direct = [...directReasons({ ...change, stage }, explaining), ...upstreamReasons(change, changes, explaining)]
    const read = causesOf({ ...change, stage }, explaining)
    const all = explaining.causes.map(({ reason }) => reason)
    const reasons = [...direct, ...read].length > 0 ? [...direct, ...read] : all.slice(0, MOST)
    return { ...change, reasons: reasons.length > 0 ? reasons : [makeReason('cause-none')] }
  })
}

/** The rule that forbids what was, and who took over from whom. */
function directReasons({ id, kind, subjectId }: BareChange, { before, after, givenUp }: Explaining): Reason[] {
  const told = givenUp.lines?.get(id)
  if (told !== undefined) return [...told]
  if (kind === 'stagingMoved') return [...(givenUp.staging?.get(subjectId) ?? [])]
  if (kind === 'teamDropped') {
    const barred = givenUp.teams?.get(subjectId)
    return barred === undefined ? [takenOver(subjectId, before, after)] : [barred]
  }
  if (kind !== 'teamAdded' && kind !== 'teamRole') return []
  const gone = before.forcePlan.assignments.filter((line) => lineOf(after, line.teamId) === undefined)
  const line = lineOf(after, subjectId)
  const shared = needsShared(after, line, gone)
  const teams = gone.filter((other) => needsShared(after, line, [other]).length > 0).map(({ teamName }) => teamName)
  return shared.length === 0 ? [] : [makeReason('change-replaces', { teams, needs: shared })]
}

function takenOver(teamId: string, before: DispatchPlan, after: DispatchPlan): Reason {
  const line = lineOf(before, teamId)
  const takers = after.forcePlan.assignments.filter((other) => needsShared(after, line, [other]).length > 0)
  return takers.length === 0
    ? makeReason('change-not-needed')
    : makeReason('change-taken-over', {
        needs: needsShared(after, line, takers),
        teams: takers.slice(0, MOST).map(({ teamName }) => teamName),
      })
}

/** Names of the needs that a team and one of the others both work on. */
function needsShared(plan: DispatchPlan, line: Assignment | undefined, others: readonly Assignment[]): string[] {
  const theirs = new Set(others.flatMap(({ fills }) => (fills ?? []).map(({ demandId }) => demandId)))
  const ids = (line?.fills ?? []).map(({ demandId }) => demandId).filter((id) => theirs.has(id))
  const demands = plan.forcePlan.demand.filter(({ id }) => ids.includes(id))
  return [...new Set(demands.map((demand) => nameOfNeed(demand)))]
}

/** The changes this one follows from: of what the team works on, of where it waits, of the zone or the level. */
function upstreamReasons(
  { kind, subjectId }: Omit<BareChange, 'stage'>,
  changes: readonly BareChange[],
  { before, after }: Explaining,
): Reason[] {
  const lines = [lineOf(before, subjectId), lineOf(after, subjectId)].flatMap((line) => line ?? [])
  const needs = new Set(lines.flatMap(({ fills }) => (fills ?? []).map(({ demandId }) => demandId)))
  const places = new Set(lines.flatMap(({ stagingAreaId }) => stagingAreaId ?? []))
  const isCause = (other: BareChange): boolean => {
    switch (kind) {
      case 'teamAdded':
      case 'teamDropped':
      case 'teamRole':
        return other.kind === 'demandChanged' && needs.has(other.subjectId)
      case 'routeChanged':
        return other.kind === 'stagingMoved' && places.has(other.subjectId)
      case 'shortfallChanged':
        return other.kind === 'demandChanged' && other.subjectId === subjectId
      case 'stagingMoved':
      case 'shelterChanged':
        return other.kind === 'zoneChanged'
      case 'actionAdded':
      case 'actionDropped':
      case 'actionChanged':
        return other.kind === 'levelChanged'
      default:
        return false
    }
  }
  return changes
    .filter(isCause)
    .slice(0, MOST)
    .map((other) =>
      makeReason('change-upstream', { name: other.name, before: other.before ?? '无', after: other.after ?? '无' }),
    )
}

/** What the deciding stage itself read that is otherwise now. The fact sheet is looked into, fact by fact. */
function causesOf({ kind, stage, subjectId }: BareChange, { before, after, causes }: Explaining): Reason[] {
  const read = (after.trace.find((entry) => entry.stage === stage)?.read ?? []).map(plainKey)
  const facts = factsBehind(kind, subjectId, before, after)
  const isRead = (key: string): boolean => {
    if (ALWAYS_READ.has(key)) return true
    if (key.startsWith('facts.') && facts !== null) return facts.has(key.slice('facts.'.length))
    if (kind === 'zoneChanged' && !key.startsWith('facts.')) return ZONE_INPUTS.has(key)
    return read.some((entry) => key === entry || key.startsWith(`${entry}.`))
  }
  return causes.filter(({ key }) => isRead(key)).map(({ reason }) => reason)
}

/** Facts a line was reckoned from, where the plan says so; null = it does not. */
function factsBehind(kind: BareChange['kind'], id: string, ...plans: readonly DispatchPlan[]): Set<string> | null {
  if (kind === 'demandChanged')
    return new Set(
      plans.flatMap(({ forcePlan }) => Object.keys(forcePlan.demand.find((demand) => demand.id === id)?.inputs ?? {})),
    )
  if (kind === 'levelChanged' && id === 'level')
    return new Set(plans.flatMap(({ incident }) => incident.level.criteria.map(({ fact }) => fact)))
  return null
}

/** `incident.closures` and `closures` are the same thing. */
function plainKey(entry: string): string {
  return entry.replace(/^incident\./, '')
}

function lineOf({ forcePlan }: DispatchPlan, teamId: string): Assignment | undefined {
  return forcePlan.assignments.find((line) => line.teamId === teamId)
}

/** Every stage rests on these. */
const ALWAYS_READ: ReadonlySet<string> = new Set(['type', 'dataset', 'parameters', 'planner'])

/** What zones are drawn from, by way of the fact sheet. */
const ZONE_INPUTS: ReadonlySet<string> = new Set(['weather.windFromDeg', 'hazmat', 'location', 'night'])
