import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Bundle } from '#electron/core/replication/bundle/bundle-shape.ts'
import { readBundle } from '#electron/core/replication/bundle/read-bundle.ts'
import { takeBundle, type TakenBundle } from '#electron/core/replication/bundle/take-bundle.ts'
import { writeBundle } from '#electron/core/replication/bundle/write-bundle.ts'
import { loadSeatKey, type SeatKey } from '#electron/core/replication/seat-key.ts'
import { openRecord, type RecordFixture } from './record-fixture.ts'

/** A record on disk that hands bundles out and takes them in. */
export interface Machine extends RecordFixture {
  readonly key: SeatKey
  /** Its record beyond what the other has; all of it when nothing is said. */
  give(since?: Readonly<Record<string, number>>): Buffer
  /** Takes a bundle, trusting whoever it names unless told otherwise. */
  take(bytes: Uint8Array, trust?: readonly string[]): TakenBundle
}

/** Opens the machine of a folder, making an empty one when there is none. */
export function openMachine(parent: string, name: string): Machine {
  const folder = join(parent, name)
  mkdirSync(folder, { recursive: true })
  const record = openRecord(folder)
  const key = loadSeatKey(record.path, 'test')
  const at = '2026-07-14T11:20:00+08:00'
  return {
    ...record,
    key,
    give: (since = {}) =>
      writeBundle(record.db, {
        seat: key.seat,
        sign: record.journal.sign,
        since,
        madeAt: at,
        library: 'sha256:none',
        names: new Map(),
      }).bytes,
    take: (bytes, trust) => {
      const bundle: Bundle = readBundle(bytes, '测试.eccbundle')
      const seats = trust ?? bundle.header.seats.map(({ seat }) => seat)
      return record.journal.commit(() => takeBundle(record.db, bundle, { trust: seats, who: '王值班', at }))
    },
  }
}
