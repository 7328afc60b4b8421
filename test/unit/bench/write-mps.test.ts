import { describe, expect, it } from 'vitest'
import { ModelBuilder } from '#shared/planner/solver/model-builder.ts'
import { writeMps } from '#test/bench/full/write-mps.ts'

describe('a model written for other solvers', () => {
  it('states senses, ranges, whole numbers and bounds in free MPS', () => {
    const builder = new ModelBuilder()
    const teams = builder.addColumn({ cost: 3, upper: 5 })
    const share = builder.addColumn({ cost: 2, upper: Infinity, isContinuous: true })
    const fixed = builder.addColumn({ cost: 7, lower: 1, upper: 1 })
    builder.addRow(2, 10, [[teams, 1], [share, 2]]) // prettier-ignore
    builder.addRow(2.5, Infinity, [[teams, 1], [share, 1.5]]) // prettier-ignore
    builder.addRow(1, 1, [[share, 1]])
    builder.addRow(-Infinity, 4, [[fixed, 1]])
    const limits = { relativeGap: 0, absoluteGap: 0, maxNodes: 1, guardMs: 1000 }
    expect(writeMps(builder.build(limits, 900)).split('\n')).toEqual([
      'NAME model FREE',
      'ROWS',
      ' N cost',
      ' L r0',
      ' G r1',
      ' E r2',
      ' L r3',
      'COLUMNS',
      " M0 'MARKER' 'INTORG'",
      ' c0 cost 3',
      ' c0 r0 1',
      ' c0 r1 1',
      " N0 'MARKER' 'INTEND'",
      ' c1 cost 2',
      ' c1 r0 2',
      ' c1 r1 1.5',
      ' c1 r2 1',
      " M2 'MARKER' 'INTORG'",
      ' c2 cost 7',
      ' c2 r3 1',
      " N2 'MARKER' 'INTEND'",
      'RHS',
      ' right r0 10',
      ' right r1 2.5',
      ' right r2 1',
      ' right r3 4',
      'RANGES',
      ' range r0 8',
      'BOUNDS',
      ' LO bound c0 0',
      ' UP bound c0 5',
      ' LO bound c1 0',
      ' PL bound c1',
      ' FX bound c2 1',
      'ENDATA',
      '',
    ])
  })
})
