import { join } from 'node:path'
import type { Incident } from '#shared/domain/incident.ts'
import type { OpenedDatabase } from '#electron/core/db/open-database.ts'
import { openDatabase } from '#electron/core/db/open-database.ts'
import { openJournal, type Journal } from '#electron/core/replication/journal.ts'
import { openSeat } from '#electron/core/replication/open-seat.ts'
import { TEST_NOW_MS } from '#test/harness/surroundings.ts'

/** A record on disk: one incident opened, amended once, planned once. */
export interface RecordFixture extends OpenedDatabase {
  readonly path: string
  readonly journal: Journal
  readonly alarm: string | null
}

const INCIDENT: Incident = {
  schema: 'incident/1',
  mode: 'drill',
  title: '液氨槽车泄漏',
  type: 'hazmat_road',
  receivedAt: '2026-07-14T10:20:00+08:00',
  location: { lng: 121.885, lat: 29.88, address: 'S20 穿好高速' },
  facts: { trapped: 1, deaths: null },
}
const BY = { user: 'local', role: 'tactical', onBehalf: null }

/** A second revision of the facts of `incident-1`. */
export const AMENDMENT = {
  kind: 'v1.incident.amended',
  incidentId: 'incident-1',
  entity: 'incident:incident-1',
  by: BY,
  body: { revision: 3, incident: INCIDENT, receivedAt: '2026-07-14T10:20:00+08:00' },
} as const

/** Opens the record in a folder, making an empty one when there is none. */
export function openRecord(folder: string): RecordFixture {
  const path = join(folder, 'console.db')
  const opened = openDatabase(path, { nowMs: TEST_NOW_MS, damaged: 'set-aside' })
  const { key, alarm } = openSeat(opened.db, path, TEST_NOW_MS)
  const logBug = (where: string, error: unknown): void => {
    throw new Error(where, { cause: error })
  }
  const journal = openJournal({ db: opened.db, key, databasePath: path, nowMs: () => TEST_NOW_MS, logBug })
  return { ...opened, path, journal, alarm }
}

/** Writes three entries: opened, amended, plan published. */
export function writeThreeEntries({ journal }: RecordFixture, incidentId = 'incident-1'): void {
  const common = { incidentId, entity: `incident:${incidentId}`, by: BY }
  journal.commit((recorder) => {
    const receivedAt = '2026-07-14T10:20:00+08:00'
    const opened = recorder.append({
      ...common,
      kind: 'v1.incident.opened',
      basis: [],
      body: { number: 'BL-20260714-001', incident: INCIDENT, receivedAt },
    })
    recorder.append({
      ...common,
      kind: 'v1.incident.amended',
      basis: [opened.id],
      body: { revision: 2, incident: { ...INCIDENT, title: '第二次通报' }, receivedAt },
    })
    recorder.append({
      ...common,
      kind: 'v1.plan.published',
      basis: [],
      body: {
        version: 1,
        incidentRevision: 2,
        level: 'III',
        findings: 4,
        datasetVersion: 'sha256:none',
        elapsedMs: 12,
        contentHash: recorder.keep('{"schema":"dispatch-plan/1"}'),
      },
    })
  })
}
