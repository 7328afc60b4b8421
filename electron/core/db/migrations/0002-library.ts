import type { Migration } from './migration.ts'

/**
 * The library of one region: head, one table for each file of a data set, roads, areas and risk areas. Empty references
 * are NULL, so that foreign keys hold; lists keep their text form of the file.
 */
export const migration: Migration = {
  version: 2,
  name: 'library',
  up: (db) => {
    db.exec(HEAD)
    db.exec(TABLES)
    db.exec(MAP)
  },
}

const HEAD = `
CREATE TABLE dataset_head (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1), id TEXT NOT NULL, version TEXT NOT NULL, head TEXT NOT NULL,
  roads_schematic INTEGER NOT NULL CHECK (roads_schematic IN (0, 1)), content_hash TEXT NOT NULL
) STRICT;
`

const TABLES = `
CREATE TABLE organisations (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "kind" TEXT NOT NULL,
  "parent_id" TEXT REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED, "phone" TEXT NOT NULL,
  "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL, "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE people (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "organisation" TEXT NOT NULL, "post" TEXT NOT NULL,
  "phone" TEXT NOT NULL, "specialties" TEXT NOT NULL, "is_expert" INTEGER NOT NULL, "lng" REAL, "lat" REAL,
  "hazards" TEXT NOT NULL, "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL,
  "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE rosters (
  "date" TEXT NOT NULL, "shift" TEXT NOT NULL, "post" TEXT NOT NULL,
  "person_id" TEXT NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, "organisation" TEXT NOT NULL,
  "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL, "extras" TEXT NOT NULL,
  PRIMARY KEY ("date", "shift", "post", "person_id")
) STRICT;
CREATE TABLE teams (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "type" TEXT NOT NULL, "tier" TEXT NOT NULL, "town" TEXT NOT NULL,
  "lng" REAL NOT NULL, "lat" REAL NOT NULL, "personnel" INTEGER NOT NULL, "on_duty" INTEGER NOT NULL,
  "turnout_s" INTEGER NOT NULL, "phone" TEXT NOT NULL, "capabilities" TEXT NOT NULL, "source" TEXT NOT NULL,
  "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL, "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE vehicles (
  "id" TEXT NOT NULL, "team_id" TEXT NOT NULL REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL, "name" TEXT NOT NULL, "plate" TEXT NOT NULL, "crew" INTEGER NOT NULL, "speed_kmh" REAL,
  "height_m" REAL, "weight_t" REAL, "capabilities" TEXT NOT NULL, "status" TEXT NOT NULL, "reach_m" REAL,
  "water_t" REAL, "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL, "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE hospitals (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "town" TEXT NOT NULL, "lng" REAL NOT NULL, "lat" REAL NOT NULL,
  "beds" INTEGER, "free_beds" INTEGER, "toxicology" INTEGER NOT NULL, "burns" INTEGER NOT NULL,
  "decontamination" INTEGER NOT NULL, "phone" TEXT NOT NULL, "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL,
  "note" TEXT NOT NULL, "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE carriers (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "kind" TEXT NOT NULL, "town" TEXT NOT NULL, "lng" REAL NOT NULL,
  "lat" REAL NOT NULL, "seats" INTEGER NOT NULL, "count" INTEGER NOT NULL, "phone" TEXT NOT NULL,
  "green_pass" INTEGER NOT NULL, "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL,
  "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE plants (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "town" TEXT NOT NULL, "lng" REAL NOT NULL, "lat" REAL NOT NULL,
  "people_inside" INTEGER, "counted_at" TEXT NOT NULL, "phone" TEXT NOT NULL,
  "process_team_id" TEXT REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED, "neighbours" TEXT NOT NULL,
  "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL, "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE tanker_trips (
  "id" TEXT NOT NULL, "plate" TEXT NOT NULL, "carrier" TEXT NOT NULL, "un" TEXT NOT NULL, "cargo" TEXT NOT NULL,
  "quantity_t" REAL, "filled_by" TEXT NOT NULL, "from" TEXT NOT NULL, "to" TEXT NOT NULL,
  "started_at" TEXT NOT NULL, "phone" TEXT NOT NULL, "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL,
  "note" TEXT NOT NULL, "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE work_permits (
  "id" TEXT NOT NULL, "plant_id" TEXT NOT NULL REFERENCES plants (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL, "place" TEXT NOT NULL, "lng" REAL, "lat" REAL, "people" INTEGER, "from" TEXT NOT NULL,
  "to" TEXT NOT NULL, "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL,
  "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE stores (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "tier" TEXT NOT NULL, "town" TEXT NOT NULL, "owner" TEXT NOT NULL,
  "lng" REAL NOT NULL, "lat" REAL NOT NULL, "area_m2" REAL, "keeper" TEXT NOT NULL, "phone" TEXT NOT NULL,
  "reserve_share" REAL NOT NULL, "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL,
  "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE stock (
  "lot_id" TEXT NOT NULL, "store_id" TEXT NOT NULL REFERENCES stores (id) DEFERRABLE INITIALLY DEFERRED,
  "item_code" TEXT NOT NULL, "gb38565" TEXT NOT NULL, "item" TEXT NOT NULL, "quantity" REAL NOT NULL,
  "unit" TEXT NOT NULL, "made_on" TEXT NOT NULL, "expires_on" TEXT NOT NULL, "checked_on" TEXT NOT NULL,
  "status" TEXT NOT NULL, "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL,
  "extras" TEXT NOT NULL,
  PRIMARY KEY ("lot_id")
) STRICT;
CREATE TABLE shelters (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "tier" TEXT NOT NULL, "town" TEXT NOT NULL, "lng" REAL NOT NULL,
  "lat" REAL NOT NULL, "capacity" INTEGER NOT NULL, "occupied" INTEGER NOT NULL, "standardised" INTEGER NOT NULL,
  "video" INTEGER NOT NULL, "phone" TEXT NOT NULL, "not_for" TEXT NOT NULL, "source" TEXT NOT NULL,
  "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL, "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE population_points (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "town" TEXT NOT NULL, "lng" REAL NOT NULL, "lat" REAL NOT NULL,
  "people" INTEGER NOT NULL, "people_night" INTEGER, "special_needs" INTEGER, "hazard" TEXT NOT NULL,
  "person_in_charge" TEXT NOT NULL, "phone" TEXT NOT NULL, "code" TEXT NOT NULL, "list" TEXT NOT NULL,
  "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL, "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE hazard_sources (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "kind" TEXT NOT NULL, "town" TEXT NOT NULL, "lng" REAL NOT NULL,
  "lat" REAL NOT NULL, "phone" TEXT NOT NULL, "un" TEXT NOT NULL, "quantity_t" REAL, "source" TEXT NOT NULL,
  "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL, "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE targets (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "kind" TEXT NOT NULL, "town" TEXT NOT NULL, "lng" REAL NOT NULL,
  "lat" REAL NOT NULL, "people" INTEGER, "phone" TEXT NOT NULL, "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL,
  "note" TEXT NOT NULL, "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE helipads (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "kind" TEXT NOT NULL, "town" TEXT NOT NULL, "lng" REAL NOT NULL,
  "lat" REAL NOT NULL, "surface" TEXT NOT NULL, "status" TEXT NOT NULL, "phone" TEXT NOT NULL,
  "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL, "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE cameras (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "kind" TEXT NOT NULL, "town" TEXT NOT NULL, "lng" REAL NOT NULL,
  "lat" REAL NOT NULL, "link" TEXT NOT NULL, "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL,
  "note" TEXT NOT NULL, "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE water_points (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "kind" TEXT NOT NULL, "town" TEXT NOT NULL, "lng" REAL NOT NULL,
  "lat" REAL NOT NULL, "volume_m3" REAL, "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL,
  "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
CREATE TABLE places (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "name_en" TEXT NOT NULL, "kind" TEXT NOT NULL, "town" TEXT NOT NULL,
  "lng" REAL NOT NULL, "lat" REAL NOT NULL, "confidence" TEXT NOT NULL, "source" TEXT NOT NULL,
  "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL, "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
`

const MAP = `
CREATE TABLE roads (
  "id" TEXT PRIMARY KEY NOT NULL, "name" TEXT NOT NULL, "alt_names" TEXT NOT NULL, "ref" TEXT NOT NULL,
  "class" TEXT NOT NULL, "speed_kmh" REAL, "oneway" TEXT NOT NULL CHECK ("oneway" IN ('yes', 'no', '-1')),
  "bridge" INTEGER NOT NULL, "tunnel" INTEGER NOT NULL, "max_height_m" REAL, "max_weight_t" REAL,
  "hazmat" TEXT NOT NULL, "floods" INTEGER NOT NULL, "from_node" TEXT NOT NULL, "to_node" TEXT NOT NULL,
  "coordinates" TEXT NOT NULL, "length_m" REAL NOT NULL, "is_demo" INTEGER NOT NULL,
  "extras" TEXT NOT NULL
) STRICT;
CREATE TABLE areas (
  "position" INTEGER PRIMARY KEY, "code" TEXT NOT NULL, "name" TEXT NOT NULL, "level" TEXT NOT NULL,
  "polygons" TEXT NOT NULL, "extras" TEXT NOT NULL
) STRICT;
CREATE TABLE risk_areas (
  "position" INTEGER PRIMARY KEY, "id" TEXT NOT NULL, "name" TEXT NOT NULL, "kind" TEXT NOT NULL,
  "level" TEXT NOT NULL, "people" REAL, "rings" TEXT, "point" TEXT, "extras" TEXT NOT NULL
) STRICT;
`
