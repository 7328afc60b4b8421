import type { Migration } from './migration.ts'

/**
 * Facts and plan versions of several seats live together: a row is named by its operation, revision and version are only
 * its author's label. What an operation replaces stands apart, so that the rows in force are those nobody replaced. No row
 * needs another table's row: machines hand their records to each other, and what belongs together may come in any order.
 */
export const migration: Migration = {
  version: 14,
  name: 'merged-records',
  up: (db) => {
    db.exec(REPLACED)
    db.exec(FACTS)
    db.exec(PLANS)
    db.exec(LEVELS)
    db.exec(PUT_BACK)
    db.exec(MERGING)
  },
}

const REPLACED = `
CREATE TABLE replaced_ops (
  op_id TEXT NOT NULL,
  by_op TEXT NOT NULL,
  PRIMARY KEY (op_id, by_op)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO replaced_ops (op_id, by_op)
SELECT named.value, entry.seat || ':' || entry.seq FROM op_log entry, json_each(CASE WHEN json_valid(entry.basis) THEN entry.basis ELSE '[]' END) named
WHERE entry.kind IN ('v1.incident.amended', 'v1.plan.published');
`

/** The entry of the log that a row came from. */
const ENTRY = `LEFT JOIN op_log entry ON entry.seat = substr(kept.op_id, 1, instr(kept.op_id, ':') - 1)
  AND entry.seq = CAST(substr(kept.op_id, instr(kept.op_id, ':') + 1) AS INTEGER)`

const HLC = `coalesce(entry.hlc, '')`
/** Who wrote the entry; a damaged entry must not keep the file from being opened. */
const BY = `CASE WHEN json_valid(entry.author) THEN entry.author ELSE '{}' END`
const AUTHOR = `coalesce(json_extract(${BY}, '$.user'), ''), coalesce(json_extract(${BY}, '$.role'), '')`

const FACTS = `
CREATE TABLE merged_facts (
  op_id TEXT PRIMARY KEY NOT NULL,
  incident_id TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  hlc TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  who TEXT NOT NULL,
  role TEXT NOT NULL,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('real', 'drill', 'tabletop')),
  address TEXT NOT NULL,
  received_at TEXT NOT NULL,
  incident TEXT NOT NULL
) STRICT;
INSERT INTO merged_facts SELECT kept.op_id, incident_id, revision, ${HLC}, recorded_at, ${AUTHOR}, title, type, mode, address, received_at, incident FROM incident_facts kept ${ENTRY};
DROP TABLE incident_facts;
ALTER TABLE merged_facts RENAME TO incident_facts;
`

const PLANS = `
CREATE TABLE merged_plans (
  op_id TEXT PRIMARY KEY NOT NULL,
  incident_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  hlc TEXT NOT NULL,
  created_at TEXT NOT NULL,
  who TEXT NOT NULL,
  role TEXT NOT NULL,
  incident_revision INTEGER NOT NULL,
  elapsed_ms REAL NOT NULL,
  level TEXT CHECK (level IN ('I', 'II', 'III', 'IV')),
  findings INTEGER NOT NULL,
  dataset_version TEXT NOT NULL,
  content_hash TEXT NOT NULL REFERENCES contents (hash)
) STRICT;
INSERT INTO merged_plans SELECT kept.op_id, incident_id, version, ${HLC}, created_at, ${AUTHOR}, incident_revision, elapsed_ms, level, findings, dataset_version, content_hash FROM plan_versions kept ${ENTRY};
DROP TABLE plan_versions;
ALTER TABLE merged_plans RENAME TO plan_versions;
`

const LEVELS = `
CREATE TABLE merged_levels (
  op_id TEXT PRIMARY KEY,
  incident_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('override', 'rise', 'seen')),
  hlc TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  who TEXT NOT NULL,
  role TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO merged_levels SELECT op_id, incident_id, kind, hlc, recorded_at, who, role, body FROM level_records;
DROP TABLE level_records;
ALTER TABLE merged_levels RENAME TO level_records;
`

const PUT_BACK = `
CREATE INDEX incident_facts_by_label ON incident_facts (incident_id, revision, hlc, op_id);
CREATE INDEX plan_versions_by_label ON plan_versions (incident_id, version, hlc, op_id);
CREATE INDEX plan_versions_by_content ON plan_versions (content_hash);
CREATE INDEX level_records_by_incident ON level_records (incident_id, hlc);
CREATE INDEX level_records_by_kind ON level_records (kind, hlc);
CREATE INDEX op_log_by_kind ON op_log (kind, hlc);
CREATE TRIGGER search_incident_facts_insert AFTER INSERT ON incident_facts
BEGIN INSERT OR IGNORE INTO search_changes VALUES ('incident', NEW.incident_id); END;
`

/** Plain tables of merging: what was refused, and which files came and went. */
const MERGING = `
CREATE TABLE op_quarantine (
  seat TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  reason TEXT NOT NULL,
  detail TEXT NOT NULL,
  own_hash TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  from_seat TEXT NOT NULL,
  op TEXT NOT NULL,
  signature TEXT NOT NULL,
  PRIMARY KEY (seat, seq, hash)
) STRICT;
CREATE INDEX op_quarantine_by_reason ON op_quarantine (reason, seat);
CREATE TRIGGER op_quarantine_no_update BEFORE UPDATE ON op_quarantine
BEGIN SELECT RAISE(ABORT, 'op_quarantine is append-only'); END;
CREATE TRIGGER op_quarantine_no_delete BEFORE DELETE ON op_quarantine
BEGIN SELECT RAISE(ABORT, 'op_quarantine is append-only'); END;

CREATE TABLE bundle_runs (
  run_id INTEGER PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  seat TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  who TEXT NOT NULL,
  ops INTEGER NOT NULL CHECK (ops >= 0),
  heads TEXT NOT NULL,
  content_hash TEXT NOT NULL
) STRICT;
CREATE INDEX bundle_runs_by_seat ON bundle_runs (direction, seat, run_id);
`
