import type { IncidentType, Level } from '../domain/taxonomy.ts'
import type { Dataset } from '../domain/dataset/dataset.ts'
import type { Incident, KnownFact, Container } from '../domain/incident.ts'
import type { Finding, Reason } from '../domain/reason.ts'
import type { Parameters } from '../domain/parameters/parameters.ts'
import type { HazmatTables, Substance } from '../domain/hazmat.ts'
import type { ContingencyPlanLibrary } from '../domain/contingency-plan.ts'
import type {
  AlarmGrade,
  DispatchPlan,
  EventLevel,
  FirstOrder,
  HeadquartersPlan,
  MatchedContingencyPlan,
  ReportDue,
  ResponseLevel,
  Unknown,
  Zone,
} from '../domain/plan/dispatch-plan.ts'
import type { Demand, ForcePlan } from '../domain/plan/force-plan.ts'
import type { EvacuationPlan, HandlingPlan } from '../domain/plan/handling-plan.ts'
import type { MovementPlan } from '../domain/plan/movement-plan.ts'
import type { PeopleUnderWay, TeamUnderWay, TransferUnderWay } from '../domain/plan/plan-in-force.ts'
import type { LngLat } from '../kernel/geo.ts'
import type { CutOffTownFacts } from './cut-off/read-cut-off.ts'
import type { Decision } from './alternatives/decision.ts'
import type { MilpSolver } from './solver/milp-solver.ts'

/** Everything a plan is made from. Only values: same problem, same bytes. */
export interface PlanningProblem {
  readonly incident: Incident
  readonly dataset: Dataset
  readonly parameters: Parameters
  readonly hazmat: HazmatTables
  readonly library: ContingencyPlanLibrary
  /** Proves choices exact; without one they are drafts and say so. It answers the same model the same way. */
  readonly solver?: MilpSolver
  /** `draft` = greedy choice with a lower bound, at once; `exact` (when left out) = the proven choice, if there is a solver. */
  readonly effort?: 'draft' | 'exact'
  /** The plan people work by already: what it says stays unless a rule forbids it or staying costs more than changing. */
  readonly inForce?: PlanInForce
  /** What is decided otherwise than usual, within the rules. */
  readonly decision?: Decision
  /** The response level that the administrative headquarters set; planned for instead of the computed one. */
  readonly officerResponse?: OfficerResponse
}

/** A response level set by an officer, and why. */
export interface OfficerResponse {
  readonly value: Level
  readonly by: string
  /** Local ISO 8601. */
  readonly at: string
  readonly reason: string
}

/** A plan that was given out, and what came of it so far. */
export interface PlanInForce {
  readonly plan: DispatchPlan
  /** Teams whose status is known; the others of the plan count as planned only. */
  readonly underWay?: readonly TeamUnderWay[]
  /** Runs of supplies that were ordered or have begun: they stay unless a rule forbids it. */
  readonly goodsUnderWay?: readonly TransferUnderWay[]
  /** People on their way to a shelter or inside it: they stay unless a rule forbids it. */
  readonly peopleUnderWay?: readonly PeopleUnderWay[]
  /** True: nothing of the plan is taken back, only more is added. */
  readonly keepAll?: boolean
  /** Teams that an officer did not let the newer plan take away: they stay, with what they were told to bring. */
  readonly officerKeeps?: readonly string[]
  /** Teams that an officer did not accept: not sent, unless they are rolling already. */
  readonly officerLeaves?: readonly string[]
}

/** What a stage returns: its value, what it read, and notes for the trace. */
export interface StageResult<T> {
  readonly value: T
  readonly read: readonly string[]
  readonly notes: readonly string[]
  readonly findings: readonly Finding[]
  /** Why lines of the plan in force are otherwise now, by kind and id of the change; not part of the plan itself. */
  readonly whyChanged?: WhyChanged
}

/** Reasons of changed lines, by `kind:id` of the change. */
export type WhyChanged = ReadonlyMap<string, readonly Reason[]>

/** A fact as a range: a plain number has min = max; unknown has both null. */
export interface FactRange {
  readonly min: number | null
  readonly max: number | null
}

/** Wind as the planner may use it. `usable` is false when unknown or below 1 m/s: then no downwind claim is made. */
export interface WindFacts {
  readonly fromDeg: number | null
  readonly speedMs: number | null
  readonly usable: boolean
}

/** Hazmat facts after the rules of the unknown were applied (ERG2024; design rule HZ15). */
export interface HazmatSituation {
  /** The known substance, or null when it is unknown. */
  readonly substance: Substance | null
  readonly un: string | null
  /** ERG guide number used, e.g. "125", "111" or "117" for the unknown. */
  readonly guide: string
  readonly container: Container
  /** `spill: unknown` counts as large. */
  readonly largeSpill: boolean
  readonly quantityT: number | null
  readonly onFire: boolean
  /** Toxic by inhalation (in ERG Table 1, or unknown substance). */
  readonly toxic: boolean
  /** Flammable gas, including liquefied. */
  readonly flammableGas: boolean
  readonly liquefiedFlammableGas: boolean
  readonly waterReactive: boolean
}

/** Stage `read-facts`: the incident in the planner's terms. */
export interface FactSheet {
  readonly type: IncidentType
  readonly nowS: number
  readonly offsetMin: number
  readonly scene: LngLat
  readonly uncertaintyM: number
  /** Town the scene lies in (by area polygon, else nearest town place); null outside all. */
  readonly town: string | null
  readonly night: boolean
  readonly sunriseS: number | null
  readonly sunsetS: number | null
  readonly wind: WindFacts
  readonly facts: Readonly<Record<KnownFact, FactRange>>
  /** Warning signal in force or expected; null = none known. */
  readonly signal: 'blue' | 'yellow' | 'orange' | 'red' | null
  readonly signalKind: 'typhoon' | 'rain' | null
  readonly buildingFloors: number | null
  readonly hazmat: HazmatSituation | null
  /** Streets without contact, by name. */
  readonly cutOffTowns: readonly CutOffTownFacts[]
  readonly unknowns: readonly Unknown[]
}

/** Stage `grade`. */
export interface Grading {
  readonly level: EventLevel
  readonly majorJeopardy: boolean
  readonly response: ResponseLevel
  readonly alarm: AlarmGrade | null
}

/** Stage `assign` to `move`: who goes, where they wait and how they get there. */
export interface ForceAndMovement {
  readonly force: Omit<ForcePlan, 'supplies' | 'experts'>
  readonly movement: MovementPlan
  /** What of the plan in force a rule forbids now, with the rule; not part of the plan itself. */
  readonly givenUp?: {
    readonly teams: ReadonlyMap<string, Reason>
    readonly staging: ReadonlyMap<string, readonly Reason[]>
  }
}

/** Stage values as they accumulate; each stage reads only the earlier ones it names. */
export interface StageValues {
  readonly facts: FactSheet
  readonly grading: Grading
  readonly contingencyPlans: readonly MatchedContingencyPlan[]
  readonly zones: readonly Zone[]
  readonly demand: readonly Demand[]
  readonly forces: ForceAndMovement
  readonly evacuation: EvacuationPlan
  readonly supplies: ForcePlan['supplies']
  readonly experts: ForcePlan['experts']
  readonly headquarters: { readonly administrative: HeadquartersPlan; readonly tactical: HeadquartersPlan }
  readonly handling: HandlingPlan
  readonly firstOrders: readonly FirstOrder[]
  readonly reports: readonly ReportDue[]
}
