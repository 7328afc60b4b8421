import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import type { WriteDb } from '#electron/core/db/db-types.ts'
import { openMemoryDatabase } from '#electron/core/db/open-database.ts'
import {
  countLibrary,
  readDataset,
  readStoredLibrary,
  writeDataset,
} from '#electron/core/db/repositories/dataset.repo.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
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
    writeDataset(db, dataset)
    expect(readDataset(db)).toEqual(dataset)
    expect(countLibrary(db)).toMatchObject({
      teams: dataset.teams.length,
      roads: dataset.roads.length,
      areas: dataset.areas.length,
    })
  })

  it('is replaced as a whole by another data set', () => {
    writeDataset(db, beilun)
    writeDataset(db, cixi)
    expect(readDataset(db)).toEqual(cixi)
  })

  it('keeps cells of unknown columns as notes', () => {
    const [first] = beilun.organisations
    if (!first) throw new Error('the data set has organisations')
    const noted = {
      ...beilun,
      organisations: [{ ...first, extras: { 传真: '0574-0000' } }, ...beilun.organisations.slice(1)],
    }
    writeDataset(db, noted)
    expect(readDataset(db)?.organisations[0]?.extras).toEqual({ 传真: '0574-0000' })
  })

  it('stays as it was when a row points nowhere, and names file, column and value', () => {
    writeDataset(db, cixi)
    const [first] = beilun.vehicles
    if (!first) throw new Error('the data set has vehicles')
    const broken: Dataset = { ...beilun, vehicles: [{ ...first, teamId: 'no-such-team' }] }
    expect(() => {
      writeDataset(db, broken)
    }).toThrow(
      expect.objectContaining({ code: 'unknown-reference', path: 'vehicles.csv:team_id', value: 'no-such-team' }),
    )
    expect(readDataset(db)).toEqual(cixi)
  })

  it('stays as it was when a row cannot be written half-way through', () => {
    writeDataset(db, cixi)
    const broken: Dataset = { ...beilun, roads: [...beilun.roads, ...beilun.roads] }
    expect(() => {
      writeDataset(db, broken)
    }).toThrow('UNIQUE')
    expect(readDataset(db)).toEqual(cixi)
  })
})
