import type { Migration } from './migration.ts'

/**
 * Infants, old people and patients of a population point; unknown in every row written before. The table is made anew so
 * that its columns stand in the order of the file.
 */
export const migration: Migration = {
  version: 4,
  name: 'people-by-group',
  up: (db) => {
    db.exec(POPULATION_POINTS)
  },
}

const KEPT = `"id", "name", "town", "lng", "lat", "people", "people_night", "special_needs", "hazard", "person_in_charge",
  "phone", "code", "list", "source", "is_demo", "note", "extras"`

const POPULATION_POINTS = `
CREATE TABLE population_points_by_group (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "town" TEXT NOT NULL, "lng" REAL NOT NULL, "lat" REAL NOT NULL,
  "people" INTEGER NOT NULL, "people_night" INTEGER, "special_needs" INTEGER, "infants" INTEGER, "elderly" INTEGER,
  "patients" INTEGER, "hazard" TEXT NOT NULL, "person_in_charge" TEXT NOT NULL, "phone" TEXT NOT NULL,
  "code" TEXT NOT NULL, "list" TEXT NOT NULL, "source" TEXT NOT NULL, "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL,
  "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
INSERT INTO population_points_by_group (${KEPT}) SELECT ${KEPT} FROM population_points;
DROP TABLE population_points;
ALTER TABLE population_points_by_group RENAME TO population_points;
`
