import type { Capability, VehicleKind } from '../../domain/taxonomy.ts'
import type { LngLat } from '../../kernel/geo.ts'
import type { StagingArea } from '../../domain/plan/movement-plan.ts'
import type { PlanningProblem } from '../problem.ts'

/** Kinds of place that are looked for by road. */
export const NEAREST_PLACES = ['hospitals', 'shelters', 'stores', 'waterPoints', 'helipads'] as const
export type NearestPlace = (typeof NEAREST_PLACES)[number]

/** What a hospital must be able to treat. */
export const CARES = ['toxicology', 'burns', 'decontamination'] as const
export type Care = (typeof CARES)[number]

/** What is looked for. */
export type NearestWhat =
  | { readonly of: 'capability'; readonly capability: Capability }
  | { readonly of: 'vehicle'; readonly vehicleKind: VehicleKind }
  /** Stores that hold goods whose name or code contains this. */
  | { readonly of: 'item'; readonly item: string }
  | { readonly of: 'place'; readonly place: NearestPlace; readonly care?: Care | undefined }

/** Where to, over which roads, and when. */
export interface NearestQuestion {
  /** Facts, library and parameters; its time and hour count for turn-out and speed. */
  readonly problem: PlanningProblem
  readonly what: NearestWhat
  readonly point: LngLat
  /** Waiting places of the plan in force; teams go there. Empty = to the point itself. */
  readonly staging: readonly StagingArea[]
  /** False when there is no incident: no zones are drawn then. */
  readonly hasIncident: boolean
  /** Speeds of day or night instead of those of the hour; null = as the hour is. */
  readonly night: boolean | null
  /** How many of those that can go are wanted. */
  readonly limit: number
}

/** One line of the answer. */
export interface NearestLine {
  readonly kind: 'teams' | NearestPlace
  readonly key: string
  readonly name: string
  readonly phone: string
  readonly position: LngLat
  /** Seconds from now to arrival, turn-out included for teams; null = no way, or not asked. */
  readonly etaS: number | null
  /** By road, whole metres; null as above. */
  readonly distanceM: number | null
  /** True when straight lines or a hand-drawn network are part of the way. */
  readonly approximate: boolean
  /** Waiting place a team goes to; empty = the point itself. */
  readonly to: string
  /** What it has of what is looked for, with unit. */
  readonly has: string
  /** Why it cannot go or be used; empty = it can. */
  readonly out: readonly string[]
}
