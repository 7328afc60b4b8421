import type { Migration } from './migration.ts'

/** What officers set as level, which rises of the computed level were noticed, and who has seen them. */
export const migration: Migration = {
  version: 6,
  name: 'level-records',
  up: (db) => {
    db.exec(TABLES)
  },
}

const TABLES = `
CREATE TABLE level_records (
  op_id TEXT PRIMARY KEY,
  incident_id TEXT NOT NULL REFERENCES incidents (incident_id),
  kind TEXT NOT NULL CHECK (kind IN ('override', 'rise', 'seen')),
  hlc TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  who TEXT NOT NULL,
  role TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX level_records_by_incident ON level_records (incident_id, hlc);
CREATE INDEX level_records_by_kind ON level_records (kind, hlc);
`
