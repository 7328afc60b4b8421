import type { Capability, VehicleKind } from '../../domain/taxonomy.ts'
import type { MilpLimits, MilpStop } from '../solver/milp-solver.ts'

/** What is wanted, as the solver sees it: whole numbers only. Exactly one of capability and vehicle kind is given. */
export interface SolverDemand {
  readonly id: string
  readonly capability: Capability | null
  readonly vehicleKind: VehicleKind | null
  readonly quantity: number
  readonly byS: number
}

/** One vehicle that can go. */
export interface SolverVehicle {
  readonly id: string
  readonly kind: VehicleKind
  readonly crew: number
  readonly units: ReadonlyMap<Capability, number>
}

/** One team that may be sent. */
export interface SolverTeam {
  readonly id: string
  readonly etaS: number
  readonly onDuty: number
  /** 0 = own, rising outward. */
  readonly tierGroup: number
  readonly isVolunteer: boolean
  /** Vehicles that can go, sorted by id. */
  readonly vehicles: readonly SolverVehicle[]
  /** Capability units of people and portable kit: they ride with any vehicle. */
  readonly riding: ReadonlyMap<Capability, number>
  /** Ids of the demands this team may fill; late ones are left out. */
  readonly mayFill: ReadonlySet<string>
  /** Vehicles a forced team sends whether a demand asks for them or not. */
  readonly alwaysSends: ReadonlySet<string>
  /** Ids of the vehicles that count as a fire engine for the cover of its district. */
  readonly engines: ReadonlySet<string>
}

/** A town within its fire-cover target now: exposed when none of these stations keeps a manned engine at home. */
export interface SolverTown {
  readonly town: string
  readonly stationIds: readonly string[]
}

/** Prices of the neutral evaluator, in seconds. */
export interface SolverPrices {
  readonly unmetS: number
  readonly lateWeight: number
  readonly teamUseS: number
  readonly vehicleUseS: number
  readonly tierS: number
  readonly volunteerS: number
  readonly exposedTownS: number
}

/** A choice in force that a new one is measured against. */
export interface ChoiceInForce {
  /** Teams in it that may still go and need not: never a forced team, and only teams of the problem. */
  readonly teamIds: ReadonlySet<string>
  /** Demands each of its teams works on: they stay open to it, whatever tier it is of. */
  readonly fills: ReadonlyMap<string, ReadonlySet<string>>
  /** Price of leaving out one of its teams, and of sending one that is not in it, seconds. */
  readonly changeS: number
}

/** The whole choice as values: a solver reads nothing else. */
export interface AssignmentProblem {
  readonly demands: readonly SolverDemand[]
  /** Sorted by id. */
  readonly teams: readonly SolverTeam[]
  /** Already rolling, first due or mobilised as a whole: always in the plan, counted first. */
  readonly forced: ReadonlySet<string>
  readonly prices: SolverPrices
  readonly lateToleranceS: number
  readonly searchSteps: number
  /** Towns that can lose their fire cover to this choice. */
  readonly towns: readonly SolverTown[]
  /** When an exact method may stop. */
  readonly limits: MilpLimits
  /** Absent for a first choice. */
  readonly inForce?: ChoiceInForce
}

/** What one team sends. */
export interface TeamLoadView {
  readonly vehicles: readonly { readonly vehicle: SolverVehicle; readonly crew: number }[]
  readonly personnel: number
  /** Units by demand id. */
  readonly takes: ReadonlyMap<string, number>
}

/**
 * How the choice came about: `proven` within the gap, `nodes` or `time` = stopped by that limit, `contradicted` = the
 * solver's answer broke a rule or was worse than the draft it claimed to beat, `draft` = no solver was asked.
 */
export type AssignmentStop = 'proven' | 'contradicted' | 'draft' | Exclude<MilpStop, 'gap'>

/** Who goes with what. `bound` and `gap` (0–1) are null where the method proves none. */
export interface AssignmentSolution {
  readonly loads: ReadonlyMap<string, TeamLoadView>
  readonly missing: ReadonlyMap<string, number>
  readonly objective: number
  readonly status: 'optimal' | 'feasible' | 'greedy'
  readonly bound: number | null
  readonly gap: number | null
  readonly stop: AssignmentStop
}

/** A way to solve it; an exact method plugs in here. */
export type AssignmentSolver = (problem: AssignmentProblem) => AssignmentSolution
