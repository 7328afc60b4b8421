import type { OpBodies, OpKind } from '#shared/domain/command/op-bodies.ts'
import type { Author, OpEnvelope, OpOf } from '#shared/replication/op.ts'

/** Officers of the two headquarters in tests. */
export const BY_ADMINISTRATIVE: Author = { user: '王值班', role: 'administrative', onBehalf: null }
export const BY_TACTICAL: Author = { user: '李指挥', role: 'tactical', onBehalf: null }

/** What a test says of an operation; the rest follows from its place in the seat's chain. */
type Told<K extends OpKind> = Partial<Pick<OpEnvelope, 'by' | 'basis' | 'seen' | 'inc' | 'wall'>> & {
  readonly kind: K
  readonly body: OpBodies[K]
}

/** Writes operations of one seat, numbered from 1, a minute apart from 10:00 on; hashes and signatures are left out. */
export function opWriter(seat = 'seat-a', startMin = 0): <K extends OpKind>(told: Told<K>) => OpEnvelope & OpOf<K> {
  let seq = 0
  return (told) => {
    seq += 1
    const minutes = startMin + seq - 1
    const clock = `${String(10 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    return {
      v: 1,
      id: `${seat}:${seq}`,
      seat,
      seq,
      prev: '',
      seen: {},
      hlc: `${String(minutes * 60_000).padStart(15, '0')}.00000`,
      wall: `2026-07-14T${clock}:00+08:00`,
      inc: 'incident-1',
      ent: '',
      basis: [],
      by: BY_ADMINISTRATIVE,
      ...told,
    }
  }
}
