import { describe, expect, it } from 'vitest'
import { cellNamesOf } from '#shared/domain/dataset/record-cells.ts'
import { RECORD_KINDS } from '#shared/domain/dataset/record-kinds.ts'
import { roomOf } from '../../../renderer/features/library/cell-text.ts'
import {
  firstColumnsOf,
  isNumberColumn,
  keepListColumns,
  LIST_ROOM_PX,
  readListColumns,
} from '../../../renderer/features/library/list-columns.ts'
import { zhCN } from '../../../renderer/text/zh-CN.ts'

const TITLES: Readonly<Record<string, string>> = zhCN.library.column

describe('columns of a list of records', () => {
  it.each(RECORD_KINDS)('%s: the first columns exist and stand side by side at 1366 without a cut head', (kind) => {
    const first = firstColumnsOf(kind)
    expect(first.filter((column) => !cellNamesOf(kind).includes(column))).toEqual([])
    const rooms = first.map((column) => roomOf(column, TITLES[column] ?? column))
    expect(rooms.reduce((sum, room) => sum + room, 0)).toBeLessThanOrEqual(LIST_ROOM_PX)
  })

  it('numbers stand at the right, telephone numbers and positions do not', () => {
    expect(['personnel', 'phone', 'lng', 'tier'].map((column) => isNumberColumn('teams', column))).toEqual([
      ...[true, false, false, false],
    ])
    expect(isNumberColumn('roads', 'length_m')).toBe(true)
  })

  it('keeps the columns a user chose per table, and what is broken counts as no choice', () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }
    keepListColumns(storage, 'teams', ['name', 'phone'])
    expect(readListColumns(storage, 'teams')).toEqual(['name', 'phone'])
    expect(readListColumns(storage, 'stores')).toBeNull()
    keepListColumns(storage, 'teams', null)
    expect(readListColumns(storage, 'teams')).toBeNull()
    storage.setItem('record-columns-teams', '[')
    expect(readListColumns(storage, 'teams')).toBeNull()
  })
})
