import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import type { WriteDb } from '#electron/core/db/db-types.ts'
import { openMemoryDatabase } from '#electron/core/db/open-database.ts'
import { countLibrary, readDataset, readStoredLibrary } from '#electron/core/db/repositories/dataset.repo.ts'
import { applyLibraryBatch } from '#electron/core/keeping/apply-library-batch.ts'
import { changesBetween } from '#electron/core/keeping/changes-between.ts'
import { writeInitialLibrary } from '#electron/core/keeping/write-initial-library.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { STAMP } from '#test/builders/library-stamp.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'

const beilun = loadDatasetFolder(join(RESOURCES, 'datasets', 'beilun')).dataset
const cixi = loadDatasetFolder(join(RESOURCES, 'datasets', 'cixi')).dataset

describe('the library in the database', () => {
  let db: WriteDb
  beforeEach(() => {
    db = openMemoryDatabase()
  })

  it('has nothing before the first import', () => {
    expect(readDataset(db)).toBeNull()
    expect(readStoredLibrary(db)).toBeNull()
  })

  it.each([
    ['beilun', beilun],
    ['cixi', cixi],
  ])('gives back the %s data set as it was written, in the same order', (_, dataset) => {
    writeInitialLibrary(db, dataset, STAMP)
    expect(readDataset(db)).toEqual(dataset)
    expect(countLibrary(db)).toMatchObject({
      teams: dataset.teams.length,
      roads: dataset.roads.length,
      areas: dataset.areas.length,
    })
  })

  it('is made another data set by the changes between the two, with the same version', () => {
    writeInitialLibrary(db, beilun, STAMP)
    applyLibraryBatch(db, { ...STAMP, kind: 'import', undoes: null, changes: changesBetween(beilun, cixi) })
    const stored = readDataset(db)
    expect(stored?.version).toBe(cixi.version)
    expect(stored === null ? null : [...changesBetween(stored, cixi)].slice(1)).toEqual([])
    expect(countLibrary(db)['teams']).toBe(cixi.teams.length)
  })

  it('is not written over by another data set', () => {
    writeInitialLibrary(db, beilun, STAMP)
    expect(() => {
      writeInitialLibrary(db, cixi, STAMP)
    }).toThrow(expect.objectContaining({ code: 'conflict', path: 'dataset' }))
    expect(readDataset(db)).toEqual(beilun)
  })

  it('keeps cells of unknown columns as notes', () => {
    const [first] = beilun.organisations
    if (!first) throw new Error('the data set has organisations')
    const noted = {
      ...beilun,
      organisations: [{ ...first, extras: { 传真: '0574-0000' } }, ...beilun.organisations.slice(1)],
    }
    writeInitialLibrary(db, noted, STAMP)
    expect(readDataset(db)?.organisations[0]?.extras).toEqual({ 传真: '0574-0000' })
  })

  it('stays empty when a row points nowhere, and names file, column and value', () => {
    const [first] = beilun.vehicles
    if (!first) throw new Error('the data set has vehicles')
    const broken: Dataset = { ...beilun, vehicles: [{ ...first, teamId: 'no-such-team' }] }
    expect(() => {
      writeInitialLibrary(db, broken, STAMP)
    }).toThrow(
      expect.objectContaining({ code: 'unknown-reference', path: 'vehicles.csv:team_id', value: 'no-such-team' }),
    )
    expect(readDataset(db)).toBeNull()
  })

  it('stays empty when a row cannot be written half-way through', () => {
    const broken: Dataset = { ...beilun, roads: [...beilun.roads, ...beilun.roads] }
    expect(() => {
      writeInitialLibrary(db, broken, STAMP)
    }).toThrow('UNIQUE')
    expect(readDataset(db)).toBeNull()
    expect(countLibrary(db)['teams']).toBe(0)
  })
})
