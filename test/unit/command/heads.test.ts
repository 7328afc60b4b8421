import { describe, expect, it } from 'vitest'
import { hasSeen, headsOf, opsOfKind } from '#shared/command/heads.ts'
import { BY_TACTICAL, opWriter } from '#test/builders/op-builders.ts'

const weight = (value: number | null): { parameter: string; value: number | null; shipped: number } => ({
  parameter: 'assignment.exposedTownPenaltyS',
  value,
  shipped: 1800,
})

describe('heads of a record', () => {
  it('are the operations that no other replaces, in the order of the record', () => {
    const write = opWriter()
    const first = write({ kind: 'v1.plan.weighted', body: weight(900) })
    const second = write({ kind: 'v1.plan.weighted', body: weight(600), basis: [first.id] })
    const apart = opWriter(
      'seat-b',
      5,
    )({ kind: 'v1.plan.weighted', body: weight(300), basis: [first.id], by: BY_TACTICAL })
    expect(headsOf([first, second])).toEqual([second])
    expect(headsOf([first, second, apart]).map(({ id }) => id)).toEqual(['seat-a:2', 'seat-b:1'])
    const settled = write({ kind: 'v1.plan.weighted', body: weight(null), basis: [second.id, apart.id] })
    expect(headsOf([first, second, apart, settled])).toEqual([settled])
  })

  it('are looked for among operations of the wanted kinds only', () => {
    const write = opWriter()
    const weighted = write({ kind: 'v1.plan.weighted', body: weight(900) })
    const seen = write({ kind: 'v1.incident.riseSeen', body: { rise: 'x' } })
    expect(opsOfKind([weighted, seen], 'v1.plan.weighted')).toEqual([weighted])
  })
})

describe('having seen an operation', () => {
  it('follows from the chain within a seat and from the numbers seen between seats, never from a clock', () => {
    const write = opWriter()
    const [first, second] = [
      write({ kind: 'v1.plan.weighted', body: weight(900) }),
      write({ kind: 'v1.plan.weighted', body: weight(600) }),
    ]
    const later = opWriter('seat-b', -60)({ kind: 'v1.plan.weighted', body: weight(1), seen: { 'seat-a': 1 } })
    expect([hasSeen(second, first), hasSeen(first, second)]).toEqual([true, false])
    expect([hasSeen(later, first), hasSeen(later, second), hasSeen(first, later)]).toEqual([true, false, false])
  })
})
