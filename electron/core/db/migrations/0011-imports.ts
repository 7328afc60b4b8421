import type { Migration } from './migration.ts'

/** What the headings of imported tables were last said to be, and which files every import brought. */
export const migration: Migration = {
  version: 11,
  name: 'imports',
  up: (db) => {
    db.exec(TABLES)
  },
}

const TABLES = `
CREATE TABLE import_mappings (
  kind TEXT NOT NULL,
  signature TEXT NOT NULL,
  columns TEXT NOT NULL,
  used_at TEXT NOT NULL,
  PRIMARY KEY (kind, signature)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_runs (
  run_id INTEGER PRIMARY KEY,
  batch_id INTEGER,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  role TEXT NOT NULL,
  reason TEXT NOT NULL,
  files TEXT NOT NULL,
  counts TEXT NOT NULL
) STRICT;
`
