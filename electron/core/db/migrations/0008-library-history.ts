import type { Migration } from './migration.ts'

/**
 * The history of the library: batches of changes in a hash chain, each change with the record before and after, and a
 * digest for each kind of record. Batches and changes are append-only.
 */
export const migration: Migration = {
  version: 8,
  name: 'library-history',
  up: (db) => {
    db.exec(TABLES)
    db.exec(GUARDS)
    db.exec(INDEXES)
  },
}

const TABLES = `
CREATE TABLE library_batches (
  batch_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind <> ''),
  recorded_at TEXT NOT NULL,
  who TEXT NOT NULL,
  role TEXT NOT NULL,
  seat TEXT NOT NULL,
  reason TEXT NOT NULL,
  undoes INTEGER REFERENCES library_batches (batch_id),
  changes INTEGER NOT NULL CHECK (changes >= 0),
  changes_hash TEXT NOT NULL,
  version TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE library_changes (
  batch_id INTEGER NOT NULL REFERENCES library_batches (batch_id) DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  record_kind TEXT NOT NULL,
  record_key TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (batch_id, ordinal),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX library_changes_by_record ON library_changes (record_kind, record_key, batch_id, ordinal);

CREATE TABLE library_digests (
  record_kind TEXT PRIMARY KEY NOT NULL,
  rows INTEGER NOT NULL CHECK (rows >= 0),
  digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT, WITHOUT ROWID;
`

const GUARDS = `
CREATE TRIGGER library_batches_no_update BEFORE UPDATE ON library_batches
BEGIN SELECT RAISE(ABORT, 'library_batches are append-only'); END;
CREATE TRIGGER library_batches_no_delete BEFORE DELETE ON library_batches
BEGIN SELECT RAISE(ABORT, 'library_batches are append-only'); END;
CREATE TRIGGER library_changes_no_update BEFORE UPDATE ON library_changes
BEGIN SELECT RAISE(ABORT, 'library_changes are append-only'); END;
CREATE TRIGGER library_changes_no_delete BEFORE DELETE ON library_changes
BEGIN SELECT RAISE(ABORT, 'library_changes are append-only'); END;
`

/** Who refers to a record is looked up whenever one leaves its table. */
const INDEXES = `
CREATE INDEX organisations_by_parent ON organisations (parent_id);
CREATE INDEX rosters_by_person ON rosters (person_id);
CREATE INDEX vehicles_by_team ON vehicles (team_id);
CREATE INDEX plants_by_process_team ON plants (process_team_id);
CREATE INDEX work_permits_by_plant ON work_permits (plant_id);
CREATE INDEX stock_by_store ON stock (store_id);
CREATE INDEX stores_by_shelter ON stores (shelter_id);
CREATE INDEX team_kit_by_team ON team_kit (team_id);
CREATE INDEX shelter_zones_by_shelter ON shelter_zones (shelter_id);
CREATE INDEX evacuees_by_point ON evacuees (population_point_id);
CREATE INDEX evacuees_by_shelter ON evacuees (shelter_id);
CREATE INDEX evacuees_by_zone ON evacuees (zone_id);
CREATE INDEX areas_by_code ON areas (code);
CREATE INDEX risk_areas_by_id ON risk_areas (id);
`
