import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openBesideWriter } from '#electron/core/db/open-database.ts'
import { findOpHash } from '#electron/core/db/repositories/op-log.repo.ts'
import { headPathOf } from '#electron/core/replication/sealed-head.ts'
import { keyPathOf } from '#electron/core/replication/seat-key.ts'
import { verifyDatabase } from '#electron/core/services/verify/verify-database.ts'
import { createChance } from '#shared/kernel/chance.ts'
import { folderInMemory } from '#test/harness/surroundings.ts'
import { imagesOf, type DiskFiles, type DiskImage } from './power-images.ts'
import { AMENDMENT, openRecord, writeThreeEntries, type RecordFixture } from './record-fixture.ts'

const folder = folderInMemory()
afterAll(folder.remove)

function aFolder(name: string): string {
  const path = join(folder.path, name)
  mkdirSync(path)
  return path
}

function filesOf(path: string): DiskFiles {
  return { database: readFileSync(path), log: readFileSync(`${path}-wal`), head: readFileSync(headPathOf(path)) }
}

/** One moment of a record: the disk and the number of the last entry that was acknowledged. */
interface Moment extends DiskFiles {
  readonly acknowledged: number
}

/** Writes small and large commits, with a checkpoint every few of them, and keeps the disk after each acknowledgement. */
function recordMoments(record: RecordFixture, commits: number, chance: () => number): Moment[] {
  record.db.pragma('wal_autocheckpoint = 40')
  writeThreeEntries(record)
  let acknowledged = 3
  const moments: Moment[] = [{ ...filesOf(record.path), acknowledged }]
  for (let commit = 0; commit < commits; commit += 1) {
    const entries = chance() < 0.3 ? 3 : 1
    record.journal.commit((recorder) => {
      if (chance() < 0.4) recorder.keep(`方案 ${commit} `.repeat(Math.floor(chance() * 2000)))
      for (let entry = 0; entry < entries; entry += 1) {
        const revision = acknowledged + entry
        recorder.append({ ...AMENDMENT, basis: [], body: { ...AMENDMENT.body, revision } })
      }
    })
    acknowledged += entries
    moments.push({ ...filesOf(record.path), acknowledged })
  }
  return moments
}

/** What is wrong with a record that is opened on a disk image; empty when every acknowledged entry is there and sound. */
function faultsOn(
  image: DiskImage,
  expected: { seat: string; acknowledged: number; key: Buffer; name: string },
): string[] {
  const place = aFolder(expected.name)
  const path = join(place, 'console.db')
  writeFileSync(path, image.database)
  writeFileSync(`${path}-wal`, image.log)
  writeFileSync(headPathOf(path), image.head)
  if (image.newHead.length > 0) writeFileSync(`${headPathOf(path)}.new`, image.newHead)
  writeFileSync(keyPathOf(path), expected.key)
  const record = openRecord(place)
  const faults: string[] = []
  if (record.setAside !== null) faults.push(`set aside: ${record.damage}`)
  if (record.alarm !== null) faults.push(record.alarm)
  for (let seq = 1; seq <= expected.acknowledged; seq += 1) {
    if (findOpHash(record.db, expected.seat, seq) === null) faults.push(`entry ${seq} is lost`)
  }
  faults.push(...verifyDatabase(record.db, path).problems.map(({ text }) => text))
  record.close()
  rmSync(place, { recursive: true })
  return faults.map((fault) => `${expected.name} ${image.name}: ${fault}`)
}

/**
 * Works on the files as they stood at each acknowledgement. That everything up to an acknowledgement is on the disk by
 * then follows from `synchronous = FULL`, which is read back here, and from SQLite keeping its word; whether the
 * operating system is really asked to sync cannot be seen from the files. Disks that lie about a sync are not modelled.
 */
describe('a power cut while the record is written', () => {
  it('loses no acknowledged entry on 300 disks with writes lost, reordered or torn, and the seat goes on', () => {
    const chance = createChance(20260714)
    const source = openRecord(aFolder('source'))
    const seat = source.journal.seat
    const key = readFileSync(keyPathOf(source.path))
    const moments = recordMoments(source, 25, chance)
    source.close()
    const faults: string[] = []
    let images = 0
    let checkpoints = 0
    moments.slice(1).forEach((after, index) => {
      const before = moments[index]
      if (before === undefined) return
      for (const image of imagesOf(before, after, chance)) {
        images += 1
        if (image.name.startsWith('checkpoint')) checkpoints += 1
        const committed = !image.name.startsWith('log')
        const acknowledged = committed ? after.acknowledged : before.acknowledged
        faults.push(...faultsOn(image, { seat, acknowledged, key, name: String(images) }))
      }
    })
    expect(faults).toEqual([])
    expect(images).toBeGreaterThanOrEqual(300)
    expect(checkpoints).toBeGreaterThanOrEqual(24)
  })

  it('is met by full synchronisation on every connection that writes', () => {
    const record = openRecord(aFolder('pragma'))
    const beside = openBesideWriter(record.path)
    const full = [record.db, beside.db].map((db) => db.pragma('synchronous', { simple: true }))
    beside.close()
    record.close()
    expect(full).toEqual([2, 2])
  })
})
