import type { Migration } from './migration.ts'

/** The signed record of operations, its projections, the answers given to commands, and settings. */
export const migration: Migration = {
  version: 1,
  name: 'initial',
  up: (db) => {
    db.exec(RECORD)
    db.exec(GUARDS)
    db.exec(PROJECTIONS)
    db.exec(PLAIN)
  },
}

const RECORD = `
CREATE TABLE seats (
  seat TEXT PRIMARY KEY,
  algorithm TEXT NOT NULL,
  public_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE op_log (
  seat TEXT NOT NULL REFERENCES seats (seat),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  v INTEGER NOT NULL,
  prev TEXT NOT NULL,
  seen TEXT NOT NULL,
  hlc TEXT NOT NULL,
  wall TEXT NOT NULL,
  inc TEXT NOT NULL,
  ent TEXT NOT NULL,
  kind TEXT NOT NULL,
  basis TEXT NOT NULL,
  author TEXT NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  signature TEXT NOT NULL,
  PRIMARY KEY (seat, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX op_log_by_incident ON op_log (inc, hlc);
CREATE INDEX op_log_by_time ON op_log (hlc);

CREATE TABLE contents (
  hash TEXT PRIMARY KEY,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE log_head (
  seat TEXT PRIMARY KEY REFERENCES seats (seat),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`

const GUARDS = `
CREATE TRIGGER op_log_no_update BEFORE UPDATE ON op_log
BEGIN SELECT RAISE(ABORT, 'op_log is append-only'); END;
CREATE TRIGGER op_log_no_delete BEFORE DELETE ON op_log
BEGIN SELECT RAISE(ABORT, 'op_log is append-only'); END;
CREATE TRIGGER contents_no_update BEFORE UPDATE ON contents
BEGIN SELECT RAISE(ABORT, 'contents are append-only'); END;
CREATE TRIGGER contents_no_delete BEFORE DELETE ON contents
BEGIN SELECT RAISE(ABORT, 'contents are append-only'); END;
`

const PROJECTIONS = `
CREATE TABLE incidents (
  incident_id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  opened_op TEXT NOT NULL
) STRICT;
CREATE INDEX incidents_by_number ON incidents (number);

CREATE TABLE incident_facts (
  incident_id TEXT NOT NULL REFERENCES incidents (incident_id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  op_id TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('real', 'drill', 'tabletop')),
  address TEXT NOT NULL,
  received_at TEXT NOT NULL,
  incident TEXT NOT NULL,
  PRIMARY KEY (incident_id, revision)
) STRICT;

CREATE TABLE plan_versions (
  incident_id TEXT NOT NULL REFERENCES incidents (incident_id),
  version INTEGER NOT NULL CHECK (version >= 1),
  op_id TEXT NOT NULL,
  incident_revision INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  elapsed_ms REAL NOT NULL,
  level TEXT CHECK (level IN ('I', 'II', 'III', 'IV')),
  findings INTEGER NOT NULL,
  dataset_version TEXT NOT NULL,
  content_hash TEXT NOT NULL REFERENCES contents (hash),
  PRIMARY KEY (incident_id, version),
  FOREIGN KEY (incident_id, incident_revision) REFERENCES incident_facts (incident_id, revision)
) STRICT;
CREATE INDEX plan_versions_by_content ON plan_versions (content_hash);
`

const PLAIN = `
CREATE TABLE command_answers (
  command_id TEXT PRIMARY KEY,
  channel TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
`
