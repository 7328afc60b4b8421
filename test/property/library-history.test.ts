import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import { emptyDataset } from '#electron/core/datasets/merge-dataset.ts'
import { openMemoryDatabase } from '#electron/core/db/open-database.ts'
import { readDataset } from '#electron/core/db/repositories/dataset.repo.ts'
import { applyLibraryBatch } from '#electron/core/keeping/apply-library-batch.ts'
import { changesBetween } from '#electron/core/keeping/changes-between.ts'
import type { RecordChange } from '#electron/core/keeping/library-change.ts'
import { undoLibraryBatch } from '#electron/core/keeping/undo-library-batch.ts'
import { writeInitialLibrary } from '#electron/core/keeping/write-initial-library.ts'
import { createLibrarySource } from '#electron/core/services/library-source.ts'
import { checkLibrary } from '#electron/core/services/verify/check-library.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { STAMP } from '#test/builders/library-stamp.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'

const cixi = loadDatasetFolder(join(RESOURCES, 'datasets', 'cixi')).dataset
/** A small library with references in it: teams with their vehicles, roads, areas. */
const SMALL: Dataset = {
  ...emptyDataset(cixi.head),
  teams: cixi.teams.slice(0, 5),
  vehicles: cixi.vehicles.filter(({ teamId }) => cixi.teams.slice(0, 5).some(({ id }) => id === teamId)),
  roads: cixi.roads.slice(0, 5),
  areas: cixi.areas.slice(0, 2),
}

/** One step of an operator: what to do to which vehicle (by its place in the list, wrapped round). */
const Deed = fc.record({
  what: fc.constantFrom('rename', 'retire', 'add', 'move'),
  at: fc.nat(40),
  text: fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.trim()),
})

function changeOf(dataset: Dataset, { what, at, text }: { what: string; at: number; text: string }): RecordChange[] {
  const vehicle = dataset.vehicles[at % Math.max(1, dataset.vehicles.length)]
  if (vehicle === undefined) return []
  const { id } = vehicle
  const team = dataset.teams[at % dataset.teams.length]
  switch (what) {
    case 'rename':
      return [{ kind: 'vehicles', key: id, before: vehicle, after: { ...vehicle, name: text } }]
    case 'retire':
      return [{ kind: 'vehicles', key: id, before: vehicle, after: null }]
    case 'add': {
      const added = { ...vehicle, id: `${id}-${at}-${dataset.vehicles.length}`, extras: { 备注: `x${text}` } }
      const isTaken = dataset.vehicles.some((other) => other.id === added.id)
      return isTaken ? [] : [{ kind: 'vehicles', key: added.id, before: null, after: added }]
    }
    default:
      return [{ kind: 'vehicles', key: id, before: vehicle, after: { ...vehicle, teamId: team?.id ?? vehicle.teamId } }]
  }
}

it('any batches, undone from the last to the first, give the first library and version; following is as good as reading', () => {
  fc.assert(
    fc.property(fc.array(fc.array(Deed, { maxLength: 3 }), { maxLength: 6 }), (batches) => {
      const db = openMemoryDatabase()
      writeInitialLibrary(db, SMALL, STAMP)
      const source = createLibrarySource(db)
      const first = source.current()
      const made: number[] = []
      for (const deeds of batches) {
        const before = source.current()
        const unique = new Map(deeds.flatMap((deed) => changeOf(before, deed)).map((one) => [one.key, one]))
        const changes = [...unique.values()]
        const { batchId } = applyLibraryBatch(db, { ...STAMP, kind: 'edit', undoes: null, changes })
        if (batchId !== null) made.push(batchId)
        expect(source.current()).toEqual(readDataset(db))
      }
      expect(checkLibrary(db)).toEqual([])
      for (const batchId of made.reverse()) undoLibraryBatch(db, batchId, STAMP)
      const last = source.current()
      expect(last.version).toBe(first.version)
      expect([...changesBetween(first, last)].slice(1)).toEqual([])
      expect(last).toEqual(readDataset(db))
      expect(checkLibrary(db)).toEqual([])
      db.close()
    }),
    { numRuns: 30 },
  )
})
