import type { OpBodies, OpKind } from '../domain/command/op-bodies.ts'

/** `seat:seq`: names one operation everywhere, for ever. */
export type OpId = string

/** Who did it: the seat's user, the role he acted in, and for whom when not for himself. */
export interface Author {
  readonly user: string
  readonly role: string
  readonly onBehalf: string | null
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

/** An operation of one kind, or of one of several, with its body read. */
export type OpOf<K extends OpKind> = {
  readonly [P in K]: OpEnvelope & { readonly kind: P; readonly body: OpBodies[P] }
}[K]

/** An operation of a kind this version knows. */
export type Op = OpOf<OpKind>

/** What the first operation of a seat names as its predecessor. */
export const GENESIS = '0'.repeat(64)

/** The seat an operation id names. */
export function seatOfOp(opId: OpId): string {
  return opId.slice(0, opId.lastIndexOf(':'))
}

/** Four signs that tell seats apart for people, e.g. `7f3a` for `seat-7f3a…`; of an operation id, those of its seat. */
export function seatMarkOf(seatOrOp: string): string {
  return seatOrOp.replace(/^seat-/, '').slice(0, 4)
}

/** The name of an operation. */
export function opIdOf(seat: string, seq: number): OpId {
  return `${seat}:${seq}`
}
