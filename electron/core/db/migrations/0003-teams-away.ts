import type { Migration } from './migration.ts'

/** Teams lent out: until which day, and where. The table is made anew so that its columns stand in the order of the file. */
export const migration: Migration = {
  version: 3,
  name: 'teams-away',
  up: (db) => {
    db.exec(TEAMS)
  },
}

const KEPT = `"id", "name", "type", "tier", "town", "lng", "lat", "personnel", "on_duty", "turnout_s", "phone",
  "capabilities", "source", "is_demo", "note", "extras"`

const TEAMS = `
CREATE TABLE teams_with_away (
  "id" TEXT NOT NULL, "name" TEXT NOT NULL, "type" TEXT NOT NULL, "tier" TEXT NOT NULL, "town" TEXT NOT NULL,
  "lng" REAL NOT NULL, "lat" REAL NOT NULL, "personnel" INTEGER NOT NULL, "on_duty" INTEGER NOT NULL,
  "turnout_s" INTEGER NOT NULL, "phone" TEXT NOT NULL, "capabilities" TEXT NOT NULL,
  "away_until" TEXT NOT NULL DEFAULT '', "away_where" TEXT NOT NULL DEFAULT '', "source" TEXT NOT NULL,
  "is_demo" INTEGER NOT NULL, "note" TEXT NOT NULL, "extras" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;
INSERT INTO teams_with_away (${KEPT}) SELECT ${KEPT} FROM teams;
DROP TABLE teams;
ALTER TABLE teams_with_away RENAME TO teams;
`
