import type { IssuedWarning, WarningHeard } from '../../domain/command/warning.ts'
import type { Author, Op, OpId, OpOf } from '../../replication/op.ts'
import { hasSeen, opsOfKind } from '../heads.ts'

/** One village or channel of a warning, with the word that stands; null = nothing was said yet. */
export interface WarnedTarget {
  readonly kind: WarningHeard['kind']
  readonly name: string
  readonly word: WarningHeard | null
}

/** A warning with who is known to have heard it. */
export interface StandingWarning {
  readonly opId: OpId
  readonly body: IssuedWarning
  readonly issuedAt: string
  readonly by: Author
  readonly targets: readonly WarnedTarget[]
  readonly lifted: { readonly at: string; readonly by: Author; readonly reason: string } | null
  /** True when another warning has the same number: two seats warned apart. */
  readonly sameNumber: boolean
}

/** All warnings of an incident, in the order of the record. */
export function warningsOf(ops: readonly Op[]): StandingWarning[] {
  const issued = opsOfKind(ops, 'v1.warning.issued')
  const words = opsOfKind(ops, 'v1.warning.heard')
  const lifts = opsOfKind(ops, 'v1.warning.lifted')
  return issued.map(({ id, body, wall, by }) => {
    const lift = lifts.find((candidate) => candidate.body.warningId === body.warningId)
    const said = words.filter((word) => word.body.warningId === body.warningId)
    return {
      opId: id,
      body,
      issuedAt: wall,
      by,
      targets: targetsOf(body, said),
      lifted: lift === undefined ? null : { at: lift.wall, by: lift.by, reason: lift.body.reason },
      sameNumber: issued.some((other) => other.id !== id && other.body.number === body.number),
    }
  })
}

/** Number of the next warning of an incident. */
export function nextWarningNumber(warnings: readonly StandingWarning[], incidentNumber: string): string {
  return `${incidentNumber}-警${String(warnings.length + 1).padStart(2, '0')}`
}

type Word = OpOf<'v1.warning.heard'>

/** Those the warning names, then others somebody spoke for. */
function targetsOf({ villages, channels }: IssuedWarning, said: readonly Word[]): WarnedTarget[] {
  const named = [
    ...villages.map((name) => ({ kind: 'village' as const, name })),
    ...channels.map((name) => ({ kind: 'channel' as const, name })),
    ...said.map(({ body: { kind, name } }) => ({ kind, name })),
  ]
  const unique = new Map(named.map((target) => [`${target.kind} ${target.name}`, target]))
  return [...unique.values()].map((target) => ({
    ...target,
    word: standingWord(said.filter(({ body }) => body.kind === target.kind && body.name === target.name)),
  }))
}

/** The last word; of words by seats that did not know of each other the one that reached nobody, to be on the safe side. */
function standingWord(said: readonly Word[]): WarningHeard | null {
  const open = said.filter((word) => !said.some((later) => later.id !== word.id && hasSeen(later, word)))
  const missed = open.findLast(({ body }) => !body.heard)
  return (missed ?? open.at(-1))?.body ?? null
}
