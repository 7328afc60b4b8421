import type { Migration } from './migration.ts'

/**
 * Unfinished reports, and the bytes of what was photographed on the scene. Bytes are kept by their SHA-256 and never
 * change; operations of the record name them.
 */
export const migration: Migration = {
  version: 15,
  name: 'field-records',
  up: (db) => {
    db.exec(TABLES)
  },
}

const TABLES = `
CREATE TABLE report_drafts (
  incident_id TEXT NOT NULL,
  draft TEXT NOT NULL,
  addressee TEXT NOT NULL,
  signer TEXT NOT NULL,
  edits TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  who TEXT NOT NULL,
  PRIMARY KEY (incident_id, draft)
) STRICT;

CREATE TABLE attachments (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  mime TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size = length(bytes)),
  bytes BLOB NOT NULL
) STRICT;
CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments BEGIN SELECT RAISE(ABORT, 'attachments are append-only'); END;
CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments BEGIN SELECT RAISE(ABORT, 'attachments are append-only'); END;
`
