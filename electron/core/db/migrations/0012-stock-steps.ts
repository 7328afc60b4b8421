import type { Migration } from './migration.ts'

/**
 * What the life of a lot needs: who has it, who signed, by which document it was issued or written off and by whom; and
 * the sheets of stock-takings that are not finished. The table of lots is made anew so that its columns stand in the
 * order of the file; the indexes and triggers on it are put back as they were.
 */
export const migration: Migration = {
  version: 12,
  name: 'stock-steps',
  up: (db) => {
    db.exec(STOCK)
    db.exec(PUT_BACK)
    db.exec(DRAFTS)
  },
}

const KEPT = `"lot_id", "store_id", "item_code", "gb38565", "item", "quantity", "unit", "made_on", "expires_on", "checked_on",
  "status", "ownership", "belongs_to", "document", "return_by", "split_from", "source", "is_demo", "note", "extras"`

const STOCK = `
CREATE TABLE stock_kept (
  "lot_id" TEXT NOT NULL, "store_id" TEXT NOT NULL REFERENCES stores (id) DEFERRABLE INITIALLY DEFERRED,
  "item_code" TEXT NOT NULL, "gb38565" TEXT NOT NULL, "item" TEXT NOT NULL, "quantity" REAL NOT NULL,
  "unit" TEXT NOT NULL, "made_on" TEXT NOT NULL, "expires_on" TEXT NOT NULL, "checked_on" TEXT NOT NULL,
  "status" TEXT NOT NULL, "ownership" TEXT NOT NULL, "belongs_to" TEXT NOT NULL, "document" TEXT NOT NULL,
  "return_by" TEXT NOT NULL, "split_from" TEXT NOT NULL, "holder" TEXT NOT NULL DEFAULT '',
  "signed_by" TEXT NOT NULL DEFAULT '', "step_document" TEXT NOT NULL DEFAULT '',
  "write_off_cause" TEXT NOT NULL DEFAULT '', "handled_by" TEXT NOT NULL DEFAULT '',
  "checked_by" TEXT NOT NULL DEFAULT '', "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL,
  "extras" TEXT NOT NULL,
  PRIMARY KEY ("lot_id")
) STRICT;
INSERT INTO stock_kept (${KEPT}) SELECT ${KEPT} FROM stock ORDER BY rowid;
DROP TABLE stock;
ALTER TABLE stock_kept RENAME TO stock;
`

const PUT_BACK = `
CREATE INDEX stock_by_store ON stock (store_id);
CREATE TRIGGER search_stock_insert AFTER INSERT ON stock
BEGIN INSERT OR IGNORE INTO search_changes VALUES ('stock', NEW.lot_id); END;
CREATE TRIGGER search_stock_update AFTER UPDATE ON stock
BEGIN INSERT OR IGNORE INTO search_changes VALUES ('stock', OLD.lot_id); INSERT OR IGNORE INTO search_changes VALUES ('stock', NEW.lot_id); END;
CREATE TRIGGER search_stock_delete AFTER DELETE ON stock
BEGIN INSERT OR IGNORE INTO search_changes VALUES ('stock', OLD.lot_id); END;
`

const DRAFTS = `
CREATE TABLE stock_taking_drafts (
  store_id TEXT PRIMARY KEY NOT NULL,
  begun_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  counted_by TEXT NOT NULL,
  checked_by TEXT NOT NULL,
  lines TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
