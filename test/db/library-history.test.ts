import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import type { WriteDb } from '#electron/core/db/db-types.ts'
import { openMemoryDatabase } from '#electron/core/db/open-database.ts'
import { readDataset } from '#electron/core/db/repositories/dataset.repo.ts'
import { readBatches, readChangesOf } from '#electron/core/db/repositories/library-history.repo.ts'
import { allRows, textOf } from '#electron/core/db/rows.ts'
import { applyLibraryBatch } from '#electron/core/keeping/apply-library-batch.ts'
import type { LibraryChange, RecordChange } from '#electron/core/keeping/library-change.ts'
import { digestsOf, libraryVersionOf } from '#electron/core/keeping/library-digest.ts'
import { undoLibraryBatch } from '#electron/core/keeping/undo-library-batch.ts'
import { recordExistingLibrary, writeInitialLibrary } from '#electron/core/keeping/write-initial-library.ts'
import { createLibrarySource } from '#electron/core/services/library-source.ts'
import { checkLibrary } from '#electron/core/services/verify/check-library.ts'
import type { TeamRow } from '#shared/domain/dataset/tables.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { STAMP } from '#test/builders/library-stamp.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'

const cixi = loadDatasetFolder(join(RESOURCES, 'datasets', 'cixi')).dataset
let db: WriteDb
beforeEach(() => {
  db = openMemoryDatabase()
  writeInitialLibrary(db, cixi, STAMP)
})

function stored(): Dataset {
  const dataset = readDataset(db)
  if (dataset === null) throw new Error('the database has a library')
  return dataset
}

function firstTeam(): TeamRow {
  const [team] = stored().teams
  if (!team) throw new Error('the data set has teams')
  return team
}

function phoneChange(phone: string): RecordChange {
  const team = firstTeam()
  return { kind: 'teams', key: team.id, before: team, after: { ...team, phone } }
}

function change(...changes: LibraryChange[]): ReturnType<typeof applyLibraryBatch> {
  return applyLibraryBatch(db, { ...STAMP, kind: 'edit', undoes: null, changes })
}

/** Changes the file as somebody with a database editor would: the guards are put back after. */
function tamper(sql: string): void {
  const guards = allRows(db, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
  for (const guard of guards) db.exec(`DROP TRIGGER ${textOf(guard, 'name')}`)
  db.exec(sql)
  for (const guard of guards) db.exec(textOf(guard, 'sql'))
}

describe('a batch of changes', () => {
  it('writes one phone number in its place, with who, when, before and after, and moves the version', () => {
    const team = firstTeam()
    const { batchId, version } = change(phoneChange('0574-6300-1234'))
    expect(batchId).toBe(2)
    expect(stored().teams[0]).toEqual({ ...team, phone: '0574-6300-1234' })
    expect(version).not.toBe(cixi.version)
    expect(version).toBe(libraryVersionOf(stored(), digestsOf(stored())))
    const [last] = readChangesOf(db, 'teams', team.id)
    expect(JSON.parse(last?.after ?? '')).toMatchObject({ phone: '0574-6300-1234', name: team.name })
    expect(readBatches(db, { offset: 0, limit: 1 })[0]).toMatchObject({ who: '王芳', changes: 1, kind: 'edit' })
    expect(checkLibrary(db)).toEqual([])
  })

  it('is refused whole, with the records, when one is not what it says it was', () => {
    const stale = phoneChange('1')
    change(phoneChange('2'))
    const [store] = stored().stores
    if (!store) throw new Error('the data set has stores')
    const other: RecordChange = { kind: 'stores', key: store.id, before: store, after: { ...store, keeper: '李' } }
    expect(() => change(other, stale)).toThrow(
      expect.objectContaining({ code: 'conflict', value: [{ kind: 'teams', key: stale.key }] }),
    )
    expect(stored().stores[0]).toEqual(store)
    expect(checkLibrary(db)).toEqual([])
  })

  it('keeps nothing when it changes nothing', () => {
    expect(change(phoneChange(firstTeam().phone))).toEqual({ batchId: null, changes: 0, version: cixi.version })
  })

  it('does not let a record go that others name, and says who names it', () => {
    const [vehicle] = cixi.vehicles
    const team = cixi.teams.find(({ id }) => id === vehicle?.teamId)
    if (!vehicle || !team) throw new Error('the data set has a vehicle of a team')
    expect(() => change({ kind: 'teams', key: team.id, before: team, after: null })).toThrow(`车辆“${vehicle.name}”`)
    const lost = { ...vehicle, teamId: 'nobody' }
    expect(() => change({ kind: 'vehicles', key: vehicle.id, before: vehicle, after: lost })).toThrow(
      expect.objectContaining({ code: 'unknown-reference', value: 'nobody' }),
    )
  })

  it('keeps a retired record in the history, from where an undo brings it back', () => {
    const [vehicle] = cixi.vehicles
    if (!vehicle) throw new Error('the data set has vehicles')
    const { batchId } = change({ kind: 'vehicles', key: vehicle.id, before: vehicle, after: null })
    expect(stored().vehicles).not.toContainEqual(vehicle)
    expect(undoLibraryBatch(db, batchId ?? 0, STAMP).version).toBe(cixi.version)
    expect(stored().vehicles).toContainEqual(vehicle)
    expect(checkLibrary(db)).toEqual([])
  })

  it('is not taken back once one of its records was changed again', () => {
    const { batchId } = change(phoneChange('1'))
    change(phoneChange('2'))
    expect(() => undoLibraryBatch(db, batchId ?? 0, STAMP)).toThrow(expect.objectContaining({ code: 'conflict' }))
    expect(() => undoLibraryBatch(db, 1, STAMP)).toThrow(expect.objectContaining({ code: 'forbidden' }))
    expect(() => undoLibraryBatch(db, 9, STAMP)).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(firstTeam().phone).toBe('2')
  })
})

describe('the library in use', () => {
  it('follows a change without making the lists again that did not change', () => {
    const source = createLibrarySource(db)
    const before = source.current()
    expect(source.current()).toBe(before)
    change(phoneChange('0574-6300-1234'))
    const after = source.current()
    expect(after).toEqual(stored())
    expect(after.roads).toBe(before.roads)
    expect(after.people).toBe(before.people)
    expect(after.teams[1]).toBe(before.teams[1])
    expect(after.teams[0]?.phone).toBe('0574-6300-1234')
  })
})

describe('verification of the library', () => {
  it.each([
    ["UPDATE teams SET phone = '110' WHERE rowid = 1", ['library-record-differs', 'library-changed']],
    ["UPDATE stores SET keeper = '假' WHERE rowid = 1", ['library-changed']],
    ['DELETE FROM vehicles WHERE rowid = 1', ['library-changed']],
    [
      "UPDATE library_changes SET after = replace(after, '6300', '6301')",
      ['library-history', 'library-record-differs'],
    ],
    ['DELETE FROM library_changes', ['library-history']],
    ["UPDATE library_batches SET who = '别人' WHERE batch_id = 2", ['library-history']],
    ["UPDATE dataset_head SET version = 'sha256:1'", ['library-changed']],
    ["UPDATE dataset_head SET head = replace(head, '慈溪', '北仑')", ['library-changed']],
  ])('finds %s', (sql, codes) => {
    change(phoneChange('0574-6300-1234'))
    expect(checkLibrary(db)).toEqual([])
    tamper(sql)
    expect([...new Set(checkLibrary(db).map(({ code }) => code))]).toEqual(codes)
  })

  it('begins the history of a library from before there was one, with the version of today', () => {
    tamper("DELETE FROM library_batches; DELETE FROM library_digests; UPDATE dataset_head SET version = 'sha256:old'")
    expect(checkLibrary(db)).toEqual([expect.objectContaining({ code: 'library-unrecorded' })])
    recordExistingLibrary(db, STAMP)
    expect(checkLibrary(db)).toEqual([])
    expect(stored().version).toBe(cixi.version)
    recordExistingLibrary(db, STAMP)
    expect(readBatches(db, { offset: 0, limit: 9 })).toHaveLength(1)
  })
})
