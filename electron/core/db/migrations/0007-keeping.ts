import type { Migration } from './migration.ts'

/**
 * What keeping the library needs: kit of teams, zones of shelters, people moved, the state of a shelter, a shelter's own
 * store, and whose a lot is. Tables are made anew so that their columns stand in the order of the file.
 */
export const migration: Migration = {
  version: 7,
  name: 'keeping',
  up: (db) => {
    db.exec(NEW_TABLES)
    db.exec(SHELTERS)
    db.exec(STORES)
    db.exec(STOCK)
  },
}

const TAIL = '"source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL, "extras" TEXT NOT NULL'

const NEW_TABLES = `
CREATE TABLE team_kit (
  "id" TEXT NOT NULL, "team_id" TEXT NOT NULL REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED,
  "item_code" TEXT NOT NULL, "item" TEXT NOT NULL, "quantity" REAL NOT NULL, "unit" TEXT NOT NULL,
  "expires_on" TEXT NOT NULL, "checked_on" TEXT NOT NULL, "status" TEXT NOT NULL, ${TAIL},
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE shelter_zones (
  "id" TEXT NOT NULL, "shelter_id" TEXT NOT NULL REFERENCES shelters (id) DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL, "capacity" INTEGER NOT NULL, "area_m2" REAL, "meant_for" TEXT NOT NULL, ${TAIL},
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE evacuees (
  "id" TEXT NOT NULL, "code" TEXT NOT NULL, "name" TEXT NOT NULL,
  "population_point_id" TEXT REFERENCES population_points (id) DEFERRABLE INITIALLY DEFERRED, "phone" TEXT NOT NULL,
  "special_needs" TEXT NOT NULL, "shelter_id" TEXT REFERENCES shelters (id) DEFERRABLE INITIALLY DEFERRED,
  "zone_id" TEXT REFERENCES shelter_zones (id) DEFERRABLE INITIALLY DEFERRED, "arrived_at" TEXT NOT NULL,
  "left_at" TEXT NOT NULL, "left_to" TEXT NOT NULL, ${TAIL},
  PRIMARY KEY ("id")
) STRICT;
`

const SHELTER_KEPT = `"id", "name", "tier", "town", "lng", "lat", "capacity", "occupied", "standardised", "video", "phone",
  "not_for", "source", "is_demo", "note", "extras"`

const SHELTERS = `
CREATE TABLE shelters_kept (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "tier" TEXT NOT NULL, "town" TEXT NOT NULL, "lng" REAL NOT NULL,
  "lat" REAL NOT NULL, "capacity" INTEGER NOT NULL, "occupied" INTEGER NOT NULL, "standardised" INTEGER NOT NULL,
  "video" INTEGER NOT NULL, "phone" TEXT NOT NULL, "not_for" TEXT NOT NULL, "state" TEXT NOT NULL DEFAULT '',
  "person_in_charge" TEXT NOT NULL DEFAULT '', ${TAIL},
  PRIMARY KEY ("id")
) STRICT;
INSERT INTO shelters_kept (${SHELTER_KEPT}) SELECT ${SHELTER_KEPT} FROM shelters ORDER BY rowid;
DROP TABLE shelters;
ALTER TABLE shelters_kept RENAME TO shelters;
`

const STORE_KEPT = `"id", "name", "tier", "town", "owner", "lng", "lat", "area_m2", "keeper", "phone", "reserve_share",
  "source", "is_demo", "note", "extras"`

const STORES = `
CREATE TABLE stores_kept (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "tier" TEXT NOT NULL, "town" TEXT NOT NULL, "owner" TEXT NOT NULL,
  "lng" REAL NOT NULL, "lat" REAL NOT NULL, "area_m2" REAL, "keeper" TEXT NOT NULL, "phone" TEXT NOT NULL,
  "reserve_share" REAL NOT NULL, "shelter_id" TEXT REFERENCES shelters (id) DEFERRABLE INITIALLY DEFERRED, ${TAIL},
  PRIMARY KEY ("id")
) STRICT;
INSERT INTO stores_kept (${STORE_KEPT}) SELECT ${STORE_KEPT} FROM stores ORDER BY rowid;
DROP TABLE stores;
ALTER TABLE stores_kept RENAME TO stores;
`

const LOT_KEPT = `"lot_id", "store_id", "item_code", "gb38565", "item", "quantity", "unit", "made_on", "expires_on",
  "checked_on", "status", "source", "is_demo", "note", "extras"`

const STOCK = `
CREATE TABLE stock_kept (
  "lot_id" TEXT NOT NULL, "store_id" TEXT NOT NULL REFERENCES stores (id) DEFERRABLE INITIALLY DEFERRED,
  "item_code" TEXT NOT NULL, "gb38565" TEXT NOT NULL, "item" TEXT NOT NULL, "quantity" REAL NOT NULL,
  "unit" TEXT NOT NULL, "made_on" TEXT NOT NULL, "expires_on" TEXT NOT NULL, "checked_on" TEXT NOT NULL,
  "status" TEXT NOT NULL, "ownership" TEXT NOT NULL DEFAULT '', "belongs_to" TEXT NOT NULL DEFAULT '',
  "document" TEXT NOT NULL DEFAULT '', "return_by" TEXT NOT NULL DEFAULT '', "split_from" TEXT NOT NULL DEFAULT '', ${TAIL},
  PRIMARY KEY ("lot_id")
) STRICT;
INSERT INTO stock_kept (${LOT_KEPT}) SELECT ${LOT_KEPT} FROM stock ORDER BY rowid;
DROP TABLE stock;
ALTER TABLE stock_kept RENAME TO stock;
`
