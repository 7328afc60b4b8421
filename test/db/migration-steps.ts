import type Database from 'better-sqlite3'
import { expect } from 'vitest'

/** What stands in the database before a step, and what must hold after it. */
export interface Step {
  readonly before: (db: Database.Database) => void
  readonly after: (db: Database.Database) => void
}

/** A seat, its first entry, and the incident that entry opened. */
export const SEAT = "INSERT INTO seats VALUES ('seat-a', 'ed25519', 'key')"
export const OP = `INSERT INTO op_log VALUES ('seat-a', 1, 1, '', '{}', '1', 'w', 'i', 'incident:i', 'v1.incident.opened', '[]', '{}', '{}', 'h', 's')`
export const INCIDENT = "INSERT INTO incidents VALUES ('i', 'BL-20260714-001', 'seat-a:1')"

/** Steps from the tenth on. */
export const LATER_STEPS: Readonly<Record<number, Step>> = {
  10: {
    before: (db) => {
      db.exec("INSERT INTO organisations VALUES ('o1', '区应急管理局', 'government', NULL, '', '', 0, '', '')")
    },
    after: (db) => {
      expect(db.prepare('SELECT name FROM organisations').pluck().all()).toEqual(['区应急管理局'])
      const run = (mode: string): string =>
        `INSERT INTO stress_runs VALUES (NULL, 'now', 9, 'd', 'p', 'l', 'v', 7, 1000, '${mode}', '{}')`
      db.exec(run('worth'))
      db.exec(run('misses'))
      expect(db.prepare('SELECT run, mode FROM stress_runs ORDER BY run DESC').all()).toEqual([
        { run: 2, mode: 'misses' },
        { run: 1, mode: 'worth' },
      ])
      expect(() => db.exec(run('other'))).toThrow('CHECK')
    },
  },
  11: {
    before: () => undefined,
    after: (db) => {
      db.exec("INSERT INTO import_mappings VALUES ('teams', 'sig', '{}', 'now')")
      expect(() => db.exec("INSERT INTO import_mappings VALUES ('teams', 'sig', '{}', 'now')")).toThrow('UNIQUE')
      db.exec("INSERT INTO import_runs (at, who, role, reason, files, counts) VALUES ('t', 'w', 'r', '', '[]', '{}')")
      expect(db.prepare('SELECT run_id, batch_id FROM import_runs').all()).toEqual([{ run_id: 1, batch_id: null }])
    },
  },
  12: {
    before: (db) => {
      db.exec(`
        INSERT INTO stores VALUES ('s1', '一库', 'street', '霞浦街道', '街道', 121.9, 29.9, 400, '王', '139', 0.3, NULL, '', 0, '', '');
        INSERT INTO stock VALUES ('l1', 's1', 'LIFE_WATER_L', '', '饮用水', 240, '升', '2026-01-01', '', '', '在库',
          'donated', '红十字会', '2026-3', '', '', '', 1, '', 'lot');
        DELETE FROM search_changes`)
    },
    after: (db) => {
      expect(
        db.prepare('SELECT quantity, ownership, split_from, holder, write_off_cause, extras FROM stock').all(),
      ).toEqual([
        { quantity: 240, ownership: 'donated', split_from: '', holder: '', write_off_cause: '', extras: 'lot' },
      ])
      expect(db.pragma('foreign_key_check')).toEqual([])
      const changes = (): unknown => db.prepare("SELECT kind || ' ' || key FROM search_changes").pluck().all()
      expect(changes()).toEqual([])
      db.exec("UPDATE stock SET holder = '霞浦避灾点'")
      expect(changes()).toEqual(['stock l1'])
      const index = "SELECT tbl_name FROM sqlite_master WHERE name = 'stock_by_store'"
      expect(db.prepare(index).pluck().all()).toEqual(['stock'])
      db.exec("INSERT INTO stock_taking_drafts VALUES ('s1', 'now', 'now', 1, '', '', '[]')")
      expect(() => db.exec("INSERT INTO stock_taking_drafts VALUES ('s1', 'now', 'now', 1, '', '', '[]')")).toThrow(
        'UNIQUE',
      )
    },
  },
  13: {
    before: (db) => {
      db.exec("INSERT INTO import_runs (at, who, role, reason, files, counts) VALUES ('t', '王', 'r', '', '[]', '{}')")
    },
    after: (db) => {
      expect(db.prepare('SELECT who FROM import_runs').pluck().all()).toEqual(['王'])
      const run = (personal: number): string =>
        `INSERT INTO export_runs VALUES (NULL, 't', '王', 'r', '', '人员', 'csv', '/a.zip', 3, ${personal})`
      db.exec(run(1))
      expect(db.prepare('SELECT run_id, records, is_personal FROM export_runs').all()).toEqual([
        { run_id: 1, records: 3, is_personal: 1 },
      ])
      expect(() => db.exec(run(2))).toThrow('CHECK')
    },
  },
  14: {
    before: (db) => {
      const by = '{"user":"王值班","role":"tactical","onBehalf":null}'
      const entry = (seq: number, kind: string, basis: string): string =>
        `INSERT INTO op_log VALUES ('seat-a', ${seq}, 1, '', '{}', 't${seq}', 'w', 'i', 'e', '${kind}', '${basis}', '${by}', '{}', 'h', 's')`
      db.exec(`${SEAT}; ${entry(1, 'v1.incident.opened', '[]')}; ${entry(2, 'v1.incident.amended', '["seat-a:1"]')};
        ${entry(3, 'v1.plan.published', '[]')}; ${entry(4, 'v1.incident.levelRose', '["seat-a:2"]')}; ${INCIDENT};
        INSERT INTO contents VALUES ('c1', '{}');
        INSERT INTO incident_facts VALUES ('i', 1, 'seat-a:1', 'w', '一报', 'typhoon', 'drill', '', 'r', '{}'),
          ('i', 2, 'seat-a:2', 'w', '二报', 'typhoon', 'drill', '', 'r', '{}');
        INSERT INTO plan_versions VALUES ('i', 1, 'seat-a:3', 2, 'w', 9, 'III', 0, 'd', 'c1');
        INSERT INTO level_records VALUES ('seat-a:4', 'i', 'rise', 't4', 'w', 'me', 'tactical', '{}');
        DELETE FROM search_changes`)
    },
    after: (db) => {
      const facts = 'SELECT op_id, revision, hlc, who, title FROM incident_facts ORDER BY revision'
      expect(db.prepare(facts).all()).toEqual([
        { op_id: 'seat-a:1', revision: 1, hlc: 't1', who: '王值班', title: '一报' },
        { op_id: 'seat-a:2', revision: 2, hlc: 't2', who: '王值班', title: '二报' },
      ])
      expect(db.prepare('SELECT op_id, hlc, role, level FROM plan_versions').all()).toEqual([
        { op_id: 'seat-a:3', hlc: 't3', role: 'tactical', level: 'III' },
      ])
      // The rise names the amendment as its cause, but replaces no facts.
      expect(db.prepare('SELECT * FROM replaced_ops').all()).toEqual([{ op_id: 'seat-a:1', by_op: 'seat-a:2' }])
      expect(db.prepare('SELECT kind FROM level_records').pluck().all()).toEqual(['rise'])
      expect(db.prepare('SELECT * FROM search_changes').all()).toEqual([])
      db.exec("INSERT INTO incident_facts SELECT 'seat-b:1', 'i', 2, 'x', 'w', '', '', '', '', 'real', '', '', '{}'")
      expect(db.prepare('SELECT key FROM search_changes').pluck().all()).toEqual(['i'])
      const refused = "'seat-b', 1, 'h', 'signature', '', '', 'now', 'seat-b', '{}', 's'"
      db.exec(`INSERT INTO op_quarantine VALUES (${refused})`)
      expect(() => db.exec('DELETE FROM op_quarantine')).toThrow('append-only')
      expect(() => db.exec("UPDATE op_quarantine SET op = ''")).toThrow('append-only')
      expect(() => db.exec("INSERT INTO bundle_runs VALUES (1, 'up', '', '', '', 0, '', '')")).toThrow('CHECK')
    },
  },
  15: {
    before: (db) => {
      db.exec(`${SEAT}; ${OP}; ${INCIDENT}; INSERT INTO contents VALUES ('c1', '{}')`)
    },
    after: (db) => {
      expect(db.prepare('SELECT number FROM incidents').pluck().all()).toEqual(['BL-20260714-001'])
      expect(db.prepare('SELECT hash FROM contents').pluck().all()).toEqual(['c1'])
      const draft = (to: string): string =>
        `INSERT OR REPLACE INTO report_drafts VALUES ('i', 'initial', '${to}', '', '[]', 'now', 'me')`
      db.exec(draft('市'))
      db.exec(draft('省'))
      expect(db.prepare('SELECT addressee FROM report_drafts').pluck().all()).toEqual(['省'])
      const photo = (size: number): string =>
        `INSERT INTO attachments VALUES ('${'a'.repeat(64)}', 'image/png', ${size}, x'89504e47')`
      expect(() => db.exec(photo(5))).toThrow('CHECK')
      db.exec(photo(4))
      expect(() => db.exec('DELETE FROM attachments')).toThrow('append-only')
      expect(() => db.exec("UPDATE attachments SET mime = ''")).toThrow('append-only')
    },
  },
  16: {
    before: () => undefined,
    after: (db) => {
      db.exec(`INSERT INTO journal_lines VALUES ('seat-a', 1, '1', '2026-07-14T10:20:00+08:00', 'i', 'v1.journal.added',
        'tactical', '李', '电台：已到场', 'h', NULL)`)
      expect(db.prepare("SELECT text FROM journal_lines WHERE hlc < '2'").pluck().all()).toEqual(['电台：已到场'])
    },
  },
}
