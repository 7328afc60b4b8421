import { describe, expect, it } from 'vitest'
import type { RecordView } from '#shared/contract/records.contract.ts'
import { groupColumns } from '../../../renderer/features/library/field-groups.ts'
import {
  changedColumns,
  draftOf,
  isDirty,
  keepDraft,
  newDraft,
  readKeptDraft,
  rebased,
  withCell,
} from '../../../renderer/features/library/record-draft.ts'

const TEAM: RecordView = {
  ...{ kind: 'teams', key: 't1', name: '一队', digest: 'sha256:1', isDemo: true, isRetired: false, change: null },
  ...{ cells: { id: 't1', name: '一队', phone: '1', lng: '121.8', lat: '29.9' }, extras: {} },
  ...{ references: [], namedBy: [] },
}

describe('a record under edit', () => {
  it('is unsaved work once a cell differs, and no longer when it was typed back', () => {
    const draft = withCell(draftOf(TEAM), 'phone', '2')
    expect(changedColumns(draft)).toEqual(['phone'])
    expect(isDirty(draft)).toBe(true)
    expect(isDirty(withCell(draft, 'phone', '1'))).toBe(false)
    expect(isDirty({ ...draftOf(TEAM), verified: true })).toBe(true)
  })

  it('takes a pasted pair of coordinates in either cell', () => {
    for (const pasted of ['121.88,29.88', ' 121.88， 29.88', '121.88 29.88']) {
      const { cells } = withCell(draftOf(TEAM), 'lat', pasted)
      expect([cells['lng'], cells['lat']]).toEqual(['121.88', '29.88'])
    }
    expect(withCell(draftOf(TEAM), 'phone', '0574,88').cells['phone']).toBe('0574,88')
  })

  it('keeps my cells and no others when the record was changed meanwhile', () => {
    const mine = withCell(draftOf(TEAM), 'phone', '2')
    const now = { ...TEAM, digest: 'sha256:2', cells: { ...TEAM.cells, name: '特勤一队' } }
    const draft = rebased(mine, now)
    expect(draft).toMatchObject({ basis: 'sha256:2', cells: { name: '特勤一队', phone: '2' } })
    expect(changedColumns(draft)).toEqual(['phone'])
  })

  it('counts an edited column of the file as unsaved work, and keeps it over a change made meanwhile', () => {
    const draft = draftOf({ ...TEAM, extras: { 备用电话: '3', 网格: '甲' } })
    const mine = { ...draft, extras: { ...draft.extras, 备用电话: '4' } }
    expect(isDirty(mine)).toBe(true)
    const now = { ...TEAM, digest: 'sha256:2', extras: { 备用电话: '3', 网格: '乙' } }
    expect(rebased(mine, now)).toMatchObject({ extras: { 备用电话: '4', 网格: '乙' }, extrasBefore: { 网格: '乙' } })
  })

  it('is kept for the next window of the same headquarters until it is saved or given up', () => {
    const kept = new Map<string, string>()
    const storage = {
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
      getItem: (key: string) => kept.get(key) ?? null,
    }
    const draft = withCell(newDraft('vehicles', { team_id: 't1' }), 'plate', '浙B·1')
    keepDraft(storage, 'tactical', draft)
    expect(readKeptDraft(storage, 'tactical')).toEqual(draft)
    expect(readKeptDraft(storage, 'administrative')).toBeNull()
    kept.set('record-edit-tactical', '{"kind":"rocket"}')
    expect(readKeptDraft(storage, 'tactical')).toBeNull()
    keepDraft(storage, 'tactical', draft)
    keepDraft(storage, 'tactical', null)
    expect(readKeptDraft(storage, 'tactical')).toBeNull()
  })

  it('stands in groups that hold every column once', () => {
    const columns = Object.keys(newDraft('teams', {}).cells)
    const grouped = groupColumns(columns)
    expect(grouped.flatMap((part) => part.columns).sort()).toEqual([...columns].sort())
    expect(grouped.find(({ group }) => group === 'place')?.columns).toEqual(['town', 'lng', 'lat'])
  })
})
