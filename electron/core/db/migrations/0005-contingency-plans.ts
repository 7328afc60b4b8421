import type { Migration } from './migration.ts'

/** Contingency plans: versions, the append-only history of what was done to each, and the full-text index over them. */
export const migration: Migration = {
  version: 5,
  name: 'contingency-plans',
  up: (db) => {
    db.exec(TABLES)
    db.exec(GUARDS)
    db.exec(SEARCH)
  },
}

const TABLES = `
CREATE TABLE contingency_plan_versions (
  plan_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  origin TEXT NOT NULL CHECK (origin IN ('shipped', 'local', 'imported', 'dataset')),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (plan_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE contingency_plan_events (
  event_id INTEGER PRIMARY KEY,
  plan_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  change TEXT NOT NULL
    CHECK (change IN ('created', 'saved', 'submitted', 'withdrawn', 'approved', 'filed', 'superseded')),
  from_state TEXT CHECK (from_state IN ('draft', 'review', 'approved', 'filed', 'superseded')),
  to_state TEXT NOT NULL CHECK (to_state IN ('draft', 'review', 'approved', 'filed', 'superseded')),
  content_hash TEXT NOT NULL REFERENCES contents (hash),
  text_hash TEXT NOT NULL REFERENCES contents (hash),
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  region TEXT NOT NULL,
  types TEXT NOT NULL,
  review_by TEXT NOT NULL,
  label TEXT NOT NULL,
  issuer TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  role TEXT NOT NULL,
  reason TEXT NOT NULL,
  document TEXT NOT NULL,
  UNIQUE (plan_id, version, revision),
  FOREIGN KEY (plan_id, version) REFERENCES contingency_plan_versions (plan_id, version)
) STRICT;
CREATE INDEX contingency_plan_events_by_content ON contingency_plan_events (content_hash);
CREATE INDEX contingency_plan_events_by_text ON contingency_plan_events (text_hash);

CREATE VIEW contingency_plans_now AS
SELECT e.*, v.origin, v.created_at, v.created_by, v.note
FROM contingency_plan_versions v
JOIN contingency_plan_events e ON e.plan_id = v.plan_id AND e.version = v.version
  AND e.revision = (SELECT max(revision) FROM contingency_plan_events WHERE plan_id = v.plan_id AND version = v.version);
`

const GUARDS = `
CREATE TRIGGER contingency_plan_versions_no_update BEFORE UPDATE ON contingency_plan_versions
BEGIN SELECT RAISE(ABORT, 'contingency_plan_versions are append-only'); END;
CREATE TRIGGER contingency_plan_versions_no_delete BEFORE DELETE ON contingency_plan_versions
BEGIN SELECT RAISE(ABORT, 'contingency_plan_versions are append-only'); END;
CREATE TRIGGER contingency_plan_events_no_update BEFORE UPDATE ON contingency_plan_events
BEGIN SELECT RAISE(ABORT, 'contingency_plan_events are append-only'); END;
CREATE TRIGGER contingency_plan_events_no_delete BEFORE DELETE ON contingency_plan_events
BEGIN SELECT RAISE(ABORT, 'contingency_plan_events are append-only'); END;
`

/** Words are kept with a space between any two characters, so that two characters are a phrase that can be found. */
const SEARCH = `
CREATE VIRTUAL TABLE contingency_plan_search
USING fts5 (plan_id UNINDEXED, version UNINDEXED, place UNINDEXED, line UNINDEXED, words, tokenize = 'unicode61');
`
