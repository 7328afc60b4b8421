import type { Migration } from './migration.ts'

/** Stress runs with what they were made from; the newest is shown, and shown as outdated when that has changed. */
export const migration: Migration = {
  version: 10,
  name: 'stress-runs',
  up: (db) => {
    db.exec(TABLE)
  },
}

const TABLE = `
CREATE TABLE stress_runs (
  run INTEGER PRIMARY KEY,
  made_at TEXT NOT NULL,
  elapsed_ms INTEGER NOT NULL,
  dataset_version TEXT NOT NULL,
  parameters_version TEXT NOT NULL,
  library_version TEXT NOT NULL,
  planner_version TEXT NOT NULL,
  seed INTEGER NOT NULL,
  incidents INTEGER NOT NULL CHECK (incidents > 0),
  mode TEXT NOT NULL CHECK (mode IN ('misses', 'worth')),
  result TEXT NOT NULL
) STRICT;
`
