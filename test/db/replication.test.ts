import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generateSeatKey } from '#electron/core/replication/seat-key.ts'
import { hashOp, isSignedBy, readPublicKey, seatOf, signHash } from '#electron/core/replication/op-proof.ts'
import { GENESIS, type OpEnvelope } from '#shared/replication/op.ts'
import { nextHybridTime } from '#shared/replication/hybrid-clock.ts'

const OP: OpEnvelope = {
  v: 1,
  id: 'seat-a:1',
  seat: 'seat-a',
  seq: 1,
  prev: GENESIS,
  seen: {},
  hlc: '000001784000000.00000',
  wall: '2026-07-14T10:20:00+08:00',
  inc: 'incident-1',
  ent: 'incident:incident-1',
  kind: 'v1.incident.opened',
  basis: [],
  by: { user: 'local', role: 'tactical', onBehalf: null },
  body: { b: 1, a: '液氨' },
}

describe('the hybrid clock', () => {
  it('never goes back, whatever the wall clock does, and sorts as text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4_000_000_000_000 }), { minLength: 2, maxLength: 40 }),
        (walls) => {
          let last = ''
          for (const wall of walls) {
            const next = nextHybridTime(last, wall)
            expect(next > last).toBe(true)
            last = next
          }
        },
      ),
    )
  })

  it('follows the wall clock when that is ahead and counts when it is not', () => {
    expect(nextHybridTime('', 1_784_000_000_000)).toBe('001784000000000.00000')
    expect(nextHybridTime('001784000000000.00000', 1_783_000_000_000)).toBe('001784000000000.00001')
    expect(nextHybridTime('001784000000000.99999', 0)).toBe('001784000000001.00000')
  })
})

describe('the proof of an operation', () => {
  const key = generateSeatKey()
  const publicKey = readPublicKey(key.publicKey)
  if (publicKey === null) throw new Error('a new key can be read')

  it('has the same hash whatever the order of its fields', () => {
    const { v, ...rest } = OP
    expect(hashOp({ ...rest, body: { a: '液氨', b: 1 }, v })).toBe(hashOp(OP))
    expect(hashOp(OP)).toBe('49e7488eb6c8f8615c19c985c3a564b42ac6050df9b9134cb47b756060030647')
  })

  it('changes with every field', () => {
    const changed: OpEnvelope[] = [
      { ...OP, seq: 2 },
      { ...OP, prev: 'f'.repeat(64) },
      { ...OP, seen: { 'seat-b': 1 } },
      { ...OP, wall: '2026-07-14T10:20:01+08:00' },
      { ...OP, basis: ['seat-a:1'] },
      { ...OP, by: { ...OP.by, onBehalf: '总指挥' } },
      { ...OP, body: { b: 1, a: '液氯' } },
    ]
    expect(new Set([OP, ...changed].map(hashOp)).size).toBe(changed.length + 1)
  })

  it('is signed by its seat and by no other', () => {
    const signature = signHash(hashOp(OP), key.privateKey)
    expect(isSignedBy(hashOp(OP), signature, publicKey)).toBe(true)
    expect(isSignedBy(hashOp({ ...OP, seq: 2 }), signature, publicKey)).toBe(false)
    const other = readPublicKey(generateSeatKey().publicKey)
    expect(other !== null && isSignedBy(hashOp(OP), signature, other)).toBe(false)
    expect(isSignedBy(hashOp(OP), `${signature} `, publicKey)).toBe(false)
  })

  it('names a seat by its key, so that a name cannot move to another key', () => {
    expect(key.seat).toBe(seatOf(key.publicKey))
    expect(key.seat).toMatch(/^seat-[0-9a-f]{16}$/)
    expect(readPublicKey('no key')).toBeNull()
  })
})
