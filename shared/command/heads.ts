import type { Op, OpId } from '../replication/op.ts'

/** The operations that no other of them replaces, in the given order. One head = settled; several = two people decided apart. */
export function headsOf<T extends Pick<Op, 'id' | 'basis'>>(ops: readonly T[]): T[] {
  const replaced = new Set<OpId>(ops.flatMap(({ basis }) => basis))
  return ops.filter(({ id }) => !replaced.has(id))
}

/** Operations of some kinds, typed. */
export function opsOfKind<K extends Op['kind']>(
  ops: readonly Op[],
  ...kinds: readonly K[]
): Extract<Op, { kind: K }>[] {
  const wanted = new Set<string>(kinds)
  return ops.filter((op): op is Extract<Op, { kind: K }> => wanted.has(op.kind))
}

/** True when the author of one operation had seen the other when he wrote it. */
export function hasSeen(later: Pick<Op, 'seat' | 'seq' | 'seen'>, earlier: Pick<Op, 'seat' | 'seq'>): boolean {
  if (later.seat === earlier.seat) return later.seq > earlier.seq
  return (later.seen[earlier.seat] ?? 0) >= earlier.seq
}
