import { describe, expect, it } from 'vitest'
import { blockOf, movedBy } from '../../../renderer/features/roster/grid-keys.ts'
import { mondayOf, monthAfter } from '../../../renderer/features/roster/month-text.ts'
import {
  cellKey,
  editCell,
  pasteBlock,
  swapCells,
  type PlacedCell,
} from '../../../renderer/features/roster/roster-edits.ts'

const cell = (day: string, own: string[], weekly: string[] = []): PlacedCell => ({
  post: 'DUTY_OFFICER',
  cell: { day, shift: 'day', own, weekly, holders: own.length > 0 ? own : weekly, signs: [] },
})

describe('unsaved cells of the roster', () => {
  it('are none again when a cell is set back to what is stored', () => {
    const monday = cell('2026-07-13', ['a'])
    const edited = editCell(new Map(), monday, ['b'])
    expect(edited.get(cellKey(monday.post, monday.cell))).toMatchObject({ before: ['a'], after: ['b'] })
    expect(editCell(edited, monday, ['a']).size).toBe(0)
  })

  it('exchange the people that are shown, those of the weekly pattern too', () => {
    const [monday, tuesday] = [cell('2026-07-13', ['a']), cell('2026-07-14', [], ['b'])]
    const swapped = swapCells(new Map(), monday, tuesday)
    expect([...swapped.values()].map(({ day, after }) => `${day} ${after.join()}`)).toEqual([
      '2026-07-13 b',
      '2026-07-14 a',
    ])
  })

  it('repeat a pasted block over a larger selection and stop at the edge of the grid', () => {
    const days = ['2026-07-13', '2026-07-14', '2026-07-15'].map((day) => cell(day, []))
    const pasted = pasteBlock(new Map(), [[['a'], ['b']]], { rows: 2, columns: 4 }, (row, column) =>
      row === 0 ? (days[column] ?? null) : null,
    )
    expect([...pasted.values()].map(({ after }) => after.join())).toEqual(['a', 'b', 'a'])
  })
})

describe('keys of the roster', () => {
  const size = { rows: 4, columns: 31 }
  const at = (row: number, column: number): { row: number; column: number } => ({ row, column })

  it('move one cell, to the edge with Ctrl or End, and keep the corner with Shift', () => {
    const start = { at: at(1, 1), to: at(1, 1) }
    const key = { shiftKey: false, ctrlKey: false }
    expect(movedBy({ ...key, key: 'ArrowDown' }, start, size)?.at).toEqual(at(2, 1))
    expect(movedBy({ ...key, key: 'End' }, start, size)?.at).toEqual(at(1, 30))
    expect(movedBy({ ...key, key: 'ArrowUp', ctrlKey: true }, start, size)?.at).toEqual(at(0, 1))
    const wide = movedBy({ ...key, key: 'ArrowLeft', shiftKey: true }, start, size)
    expect(wide).toEqual({ at: at(1, 1), to: at(1, 0) })
    expect(wide === null ? null : blockOf(wide)).toEqual({ from: at(1, 0), rows: 1, columns: 2 })
    expect(movedBy({ ...key, key: 'x' }, start, size)).toBeNull()
  })

  it('know the Monday of a week and the months around a new year', () => {
    expect(mondayOf('2026-07-19')).toBe('2026-07-13')
    expect(mondayOf('2026-07-13')).toBe('2026-07-13')
    expect(monthAfter('2026-12', 1)).toBe('2027-01')
    expect(monthAfter('2026-01', -1)).toBe('2025-12')
  })
})
