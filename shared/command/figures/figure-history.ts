import { canonicalJson } from '../../kernel/digest.ts'
import type { FactValue } from '../../domain/incident.ts'
import type { Op } from '../../replication/op.ts'
import { opsOfKind } from '../heads.ts'

/** One word on a figure of the incident: what was said, by whom, as of when, and who entered it. */
export interface FigureSaid {
  readonly opId: string
  /** Revision of the facts that brought it. */
  readonly revision: number
  /** Null = it became unknown. */
  readonly value: FactValue
  /** Who stated it; null when nobody was named. */
  readonly source: string | null
  /** When it was so, as stated; null when not told. */
  readonly asOf: string | null
  readonly recordedAt: string
  readonly who: string
  readonly role: string
}

/** Every figure of an incident with all that was said of it, the oldest first; a revision that left it alone adds nothing. */
export function figureHistoryOf(ops: readonly Op[]): ReadonlyMap<string, readonly FigureSaid[]> {
  const history = new Map<string, FigureSaid[]>()
  for (const op of opsOfKind(ops, 'v1.incident.opened', 'v1.incident.amended')) {
    const { facts } = op.body.incident
    const revision = op.kind === 'v1.incident.opened' ? 1 : op.body.revision
    for (const fact of new Set([...history.keys(), ...Object.keys(facts)])) {
      const said = history.get(fact) ?? []
      const value = facts[fact] ?? null
      const last = said.at(-1)?.value ?? null
      if (canonicalJson(value) === canonicalJson(last)) continue
      const { user, role } = op.by
      said.push({ opId: op.id, revision, value, ...origin(value), recordedAt: op.wall, who: user, role })
      history.set(fact, said)
    }
  }
  return history
}

function origin(value: FactValue): Pick<FigureSaid, 'source' | 'asOf'> {
  return value === null || typeof value === 'number'
    ? { source: null, asOf: null }
    : { source: value.source ?? null, asOf: value.asOf ?? null }
}
