import type { Capability, VehicleKind } from '../../domain/taxonomy.ts'

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
}

/** Prices of the neutral evaluator, in seconds. */
export interface SolverPrices {
  readonly unmetS: number
  readonly lateWeight: number
  readonly teamUseS: number
  readonly tierS: number
  readonly volunteerS: number
  readonly exposedTownS: number
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
  /** Towns that lose their fire cover when these teams go, given what each sends. */
  exposedTowns(loads: ReadonlyMap<string, TeamLoadView>): number
}

/** What one team sends. */
export interface TeamLoadView {
  readonly vehicles: readonly { readonly vehicle: SolverVehicle; readonly crew: number }[]
  readonly personnel: number
  /** Units by demand id. */
  readonly takes: ReadonlyMap<string, number>
}

/** Who goes with what. `bound` and `gap` are null where the method proves none. */
export interface AssignmentSolution {
  readonly loads: ReadonlyMap<string, TeamLoadView>
  readonly missing: ReadonlyMap<string, number>
  readonly objective: number
  readonly status: 'optimal' | 'feasible' | 'greedy'
  readonly bound: number | null
  readonly gap: number | null
}

/** A way to solve it; an exact method plugs in here. */
export type AssignmentSolver = (problem: AssignmentProblem) => AssignmentSolution
