import type { Migration } from './migration.ts'

/** The record in sentences, to be searched. It is no part of the record: it may be emptied and is written again from it. */
export const migration: Migration = {
  version: 16,
  name: 'journal-lines',
  up: (db) => {
    db.exec(TABLES)
  },
}

const TABLES = `
CREATE TABLE journal_lines (
  seat TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  wall TEXT NOT NULL,
  inc TEXT NOT NULL,
  kind TEXT NOT NULL,
  role TEXT NOT NULL,
  who TEXT NOT NULL,
  text TEXT NOT NULL,
  hash TEXT NOT NULL,
  corrects TEXT,
  PRIMARY KEY (seat, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_lines_by_time ON journal_lines (hlc, seat, seq);
CREATE INDEX journal_lines_by_incident ON journal_lines (inc, hlc, seat, seq);
CREATE INDEX journal_lines_by_corrected ON journal_lines (corrects) WHERE corrects IS NOT NULL;
`
