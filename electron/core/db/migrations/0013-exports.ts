import type { Migration } from './migration.ts'

/** Which data left the console: who took what, when, why and where to. */
export const migration: Migration = {
  version: 13,
  name: 'exports',
  up: (db) => {
    db.exec(TABLES)
  },
}

const TABLES = `
CREATE TABLE export_runs (
  run_id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  role TEXT NOT NULL,
  reason TEXT NOT NULL,
  what TEXT NOT NULL,
  format TEXT NOT NULL,
  path TEXT NOT NULL,
  records INTEGER NOT NULL,
  is_personal INTEGER NOT NULL CHECK (is_personal IN (0, 1))
) STRICT;
`
