import type { Migration } from './migration.ts'

/**
 * Search over everything. `search_changes` names what was changed and not read again yet; triggers fill it, so that
 * whoever writes a record, and however, cannot forget the index. A step that makes one of these tables anew also makes
 * its triggers anew.
 */
export const migration: Migration = {
  version: 9,
  name: 'search',
  up: (db) => {
    db.exec(TABLES)
    for (const [table, kind, key] of WATCHED) db.exec(watch(table, kind, key))
    db.exec(WATCH_GROWING)
  },
}

/** The number of a record says where it stands among equally good ones: kind, home district, length of its name. */
const TABLES = `
CREATE TABLE search_records (
  place INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (key, kind)
) STRICT;
CREATE VIRTUAL TABLE search_terms
USING fts5 (terms, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
CREATE TABLE search_changes (kind TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (kind, key)) STRICT, WITHOUT ROWID;
CREATE TABLE search_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX roads_by_name ON roads (name, ref);
`

/** Table, kind of record, and what names a record in a row; lines of one road are one record. */
const WATCHED: readonly (readonly [string, string, (row: string) => string])[] = [
  ...[
    ['organisations', 'organisations'],
    ['people', 'people'],
    ['teams', 'teams'],
    ['vehicles', 'vehicles'],
    ['hospitals', 'hospitals'],
    ['carriers', 'carriers'],
    ['plants', 'plants'],
    ['tanker_trips', 'tankerTrips'],
    ['work_permits', 'workPermits'],
    ['stores', 'stores'],
    ['shelters', 'shelters'],
    ['population_points', 'populationPoints'],
    ['hazard_sources', 'hazardSources'],
    ['targets', 'targets'],
    ['helipads', 'helipads'],
    ['cameras', 'cameras'],
    ['water_points', 'waterPoints'],
    ['places', 'places'],
    ['risk_areas', 'riskAreas'],
    ['team_kit', 'teamKit'],
    ['shelter_zones', 'shelterZones'],
    ['evacuees', 'evacuees'],
  ].map(([table = '', kind = '']) => [table, kind, (row: string) => `${row}.id`] as const),
  ['stock', 'stock', (row) => `${row}.lot_id`],
  ['areas', 'areas', (row) => `${row}.code`],
  ['roads', 'roads', (row) => `json_array(${row}.name, ${row}.ref)`],
]

function watch(table: string, kind: string, key: (row: string) => string): string {
  const note = (row: string): string => `INSERT OR IGNORE INTO search_changes VALUES ('${kind}', ${key(row)});`
  return `
CREATE TRIGGER search_${table}_insert AFTER INSERT ON ${table} BEGIN ${note('NEW')} END;
CREATE TRIGGER search_${table}_update AFTER UPDATE ON ${table} BEGIN ${note('OLD')} ${note('NEW')} END;
CREATE TRIGGER search_${table}_delete AFTER DELETE ON ${table} BEGIN ${note('OLD')} END;
INSERT OR IGNORE INTO search_changes SELECT '${kind}', ${key(table)} FROM ${table};`
}

/** Incidents and contingency plans are only added to. */
const WATCH_GROWING = `
CREATE TRIGGER search_incident_facts_insert AFTER INSERT ON incident_facts
BEGIN INSERT OR IGNORE INTO search_changes VALUES ('incident', NEW.incident_id); END;
INSERT OR IGNORE INTO search_changes SELECT 'incident', incident_id FROM incident_facts;
CREATE TRIGGER search_contingency_plan_events_insert AFTER INSERT ON contingency_plan_events
BEGIN INSERT OR IGNORE INTO search_changes VALUES ('plan', NEW.plan_id); END;
INSERT OR IGNORE INTO search_changes SELECT 'plan', plan_id FROM contingency_plan_events;
`
