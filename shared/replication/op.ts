import type { Incident } from '../domain/incident.ts'
import type { LevelOverride, LevelRise, RiseSeen } from '../domain/level-record.ts'
import type { Level } from '../domain/taxonomy.ts'

/** `seat:seq`: names one operation everywhere, for ever. */
export type OpId = string

/** Who did it: the seat's user, the role he acted in, and for whom when not for himself. */
export interface Author {
  readonly user: string
  readonly role: string
  readonly onBehalf: string | null
}

/** What an operation says, by kind. The version stands in the kind: a kind that has landed never changes its body. */
export interface OpBodies {
  'v1.incident.opened': { readonly number: string; readonly incident: Incident; readonly receivedAt: string }
  'v1.incident.amended': { readonly revision: number; readonly incident: Incident; readonly receivedAt: string }
  'v1.incident.graded': LevelOverride
  'v1.incident.levelRose': LevelRise
  'v1.incident.riseSeen': RiseSeen
  'v1.plan.published': PublishedPlan
  'v1.plan.weighted': PlanWeight
}

/** A plan version: its content is kept by hash beside the log and is proven by that hash. */
export interface PublishedPlan {
  readonly version: number
  readonly incidentRevision: number
  readonly level: Level | null
  /** Number of findings of the plan. */
  readonly findings: number
  readonly datasetVersion: string
  readonly elapsedMs: number
  /** SHA-256 (hex) of the plan's canonical JSON. */
  readonly contentHash: string
}

export type OpKind = keyof OpBodies

/** A parameter that was chosen for all later plans of an incident; null goes back to the shipped value. */
export interface PlanWeight {
  /** Dotted path in the parameters. */
  readonly parameter: string
  readonly value: number | null
  readonly shipped: number
}

/** What a service asks to have recorded; the journal adds everything else. */
export type OpDraft = {
  readonly [K in OpKind]: {
    readonly kind: K
    readonly incidentId: string
    /** The thing that changes, e.g. `incident:…` or `plan:…`. */
    readonly entity: string
    /** The heads this operation replaces. */
    readonly basis: readonly OpId[]
    readonly by: Author
    readonly body: OpBodies[K]
  }
}[OpKind]

/** The fields of an operation that are hashed and signed, in any kind, also one this version does not know. */
export interface OpEnvelope {
  readonly v: 1
  readonly id: OpId
  readonly seat: string
  readonly seq: number
  /** Hash of the seat's operation before; `GENESIS` for the first. */
  readonly prev: string
  /** Last number seen of every seat when this was written: the partial order. */
  readonly seen: Readonly<Record<string, number>>
  /** Hybrid logical clock: orders the display, decides nothing. */
  readonly hlc: string
  /** Wall time of the seat, ISO 8601 with offset; shown, never compared. */
  readonly wall: string
  readonly inc: string
  readonly ent: string
  readonly kind: string
  readonly basis: readonly OpId[]
  readonly by: Author
  readonly body: unknown
}

/** An operation of a kind this version knows. */
export type Op = { readonly [K in OpKind]: OpEnvelope & { readonly kind: K; readonly body: OpBodies[K] } }[OpKind]

/** What the first operation of a seat names as its predecessor. */
export const GENESIS = '0'.repeat(64)

/** The name of an operation. */
export function opIdOf(seat: string, seq: number): OpId {
  return `${seat}:${seq}`
}
