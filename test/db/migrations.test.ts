import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '#electron/core/db/migrate.ts'
import { MIGRATIONS } from '#electron/core/db/migrations/all-migrations.ts'
import type { Migration } from '#electron/core/db/migrations/migration.ts'
import { sha256Hex } from '#shared/kernel/digest.ts'
import { INCIDENT, LATER_STEPS, OP, SEAT, type Step } from './migration-steps.ts'

/**
 * Digests of the SQL of every landed step. A landed step never changes: databases in the field already have it. A new
 * step adds a line; a changed line is a mistake.
 */
const LANDED: Readonly<Record<string, string>> = {
  '0001-initial': '09d5116a08ed8191',
  '0002-library': 'b9c792cd6b8607f6',
  '0003-teams-away': 'b9b1f2fce6917938',
  '0004-people-by-group': '6c0ca6bff4c16e70',
  '0005-contingency-plans': 'fc412f7c08c3c5f3',
  '0006-level-records': '2fa67e6fac3c07cd',
  '0007-keeping': '509a8085ed638eca',
  '0009-search': 'af91a038b93cdbb8',
  '0008-library-history': '2124b0f48d5fe45d',
  '0010-stress-runs': 'b0a9db3cb7a086dd',
  '0011-imports': 'ca6b4421427e9bde',
  '0012-stock-steps': 'ea09e99f4ae1a85f',
  '0013-exports': 'e7f43b1534e650f5',
  '0014-merged-records': 'ada34ff18ae7a13e',
  '0015-field-records': '18f6560570c140b3',
  '0016-journal-lines': '18943e6d53671587',
}

const COPY_NOTHING = (): void => undefined
const PLAN_EVENT = (revision: number, from: string, to: string): string =>
  `INSERT INTO contingency_plan_events VALUES (NULL, 'plan-a', 1, ${revision}, 'saved', ${from}, '${to}', 'c1', 't1',
    '预案', 'special', '', '["typhoon"]', '2027-01-01', '1.0', '', 'now', 'me', 'administrative', '', '')`

const STEPS: Readonly<Record<number, Step>> = {
  1: {
    before: () => undefined,
    after: (db) => {
      db.exec(`${SEAT}; ${OP}; ${INCIDENT}`)
      expect(() => db.exec("UPDATE op_log SET body = '{1}'")).toThrow('op_log is append-only')
      expect(() => db.exec('DELETE FROM op_log')).toThrow('op_log is append-only')
      db.exec("INSERT INTO contents VALUES ('h', 'text')")
      expect(() => db.exec("UPDATE contents SET content = ''")).toThrow('contents are append-only')
      expect(() => db.exec('DELETE FROM contents')).toThrow('contents are append-only')
      expect(() => db.exec("INSERT INTO op_log (seat, seq) VALUES ('seat-a', 'one')")).toThrow()
      expect(() =>
        db.exec("INSERT INTO plan_versions VALUES ('i', 1, 'seat-a:2', 1, 'w', 1, 'V', 0, 'd', 'h')"),
      ).toThrow('CHECK')
    },
  },
  2: {
    before: (db) => {
      db.exec(`${SEAT}; ${OP}; ${INCIDENT}`)
    },
    after: (db) => {
      expect(db.prepare('SELECT number FROM incidents').pluck().all()).toEqual(['BL-20260714-001'])
      expect(db.prepare('SELECT hash FROM op_log').pluck().all()).toEqual(['h'])
      db.exec("INSERT INTO organisations VALUES ('o1', '区应急管理局', 'government', NULL, '', '', 0, '', '')")
      db.exec("INSERT INTO people VALUES ('p1', '张', '', '', '', '', 0, NULL, NULL, '', '', 0, '', '')")
      expect(() =>
        db.exec("INSERT INTO rosters VALUES ('mon', 'day', 'DUTY_OFFICER', 'nobody', '', '', 0, '', '')"),
      ).toThrow('FOREIGN KEY')
      expect(() => db.exec("INSERT INTO dataset_head VALUES (2, 'x', 'v', '{}', 0, '')")).toThrow('CHECK')
    },
  },
  3: {
    before: (db) => {
      db.exec(
        `INSERT INTO teams VALUES ('t1', '一队', 'GOV_FT', 'district', '', 121.9, 29.9, 20, 5, 60, '', 'FOAM:1', '', 0, '', 'kept')`,
      )
      db.exec(
        `INSERT INTO vehicles VALUES ('v1', 't1', 'TANKER', '', '', 5, NULL, NULL, NULL, '', '', NULL, NULL, '', 0, '', '')`,
      )
    },
    after: (db) => {
      expect(db.prepare('SELECT name, capabilities, away_until, away_where, extras FROM teams').all()).toEqual([
        { name: '一队', capabilities: 'FOAM:1', away_until: '', away_where: '', extras: 'kept' },
      ])
      expect(db.pragma('foreign_key_check')).toEqual([])
      expect(() => db.exec("UPDATE vehicles SET team_id = 'nobody'")).toThrow('FOREIGN KEY')
    },
  },
  4: {
    before: (db) => {
      db.exec(
        `INSERT INTO population_points VALUES ('p1', '一村', '霞浦街道', 121.9, 29.9, 40, NULL, 5, 'geo_hazard', '张', '138', '黄', 'transfer', '', 0, '', 'kept')`,
      )
    },
    after: (db) => {
      expect(
        db
          .prepare('SELECT name, people, special_needs, infants, elderly, patients, extras FROM population_points')
          .all(),
      ).toEqual([
        { name: '一村', people: 40, special_needs: 5, infants: null, elderly: null, patients: null, extras: 'kept' },
      ])
      expect(db.pragma('foreign_key_check')).toEqual([])
    },
  },
  5: {
    before: (db) => {
      db.exec(`${SEAT}; ${OP}; ${INCIDENT}; INSERT INTO contents VALUES ('c1', '{}'), ('t1', 'id: plan-a')`)
    },
    after: (db) => {
      expect(db.prepare('SELECT hash FROM contents ORDER BY hash').pluck().all()).toEqual(['c1', 't1'])
      db.exec("INSERT INTO contingency_plan_versions VALUES ('plan-a', 1, 'local', 'now', 'me', '')")
      db.exec(PLAN_EVENT(1, 'NULL', 'draft'))
      db.exec(PLAN_EVENT(2, "'draft'", 'review'))
      expect(db.prepare('SELECT revision, to_state, origin FROM contingency_plans_now').all()).toEqual([
        { revision: 2, to_state: 'review', origin: 'local' },
      ])
      expect(() => db.exec(PLAN_EVENT(2, "'draft'", 'review'))).toThrow('UNIQUE')
      expect(() => db.exec(PLAN_EVENT(3, "'review'", 'burnt'))).toThrow('CHECK')
      for (const table of ['versions', 'events']) {
        expect(() => db.exec(`DELETE FROM contingency_plan_${table}`)).toThrow('append-only')
        expect(() => db.exec(`UPDATE contingency_plan_${table} SET version = 2`)).toThrow('append-only')
      }
      db.exec("INSERT INTO contingency_plan_search VALUES ('plan-a', 1, 'title', '防汛', '防 汛 抗 旱')")
      const found = 'SELECT plan_id FROM contingency_plan_search WHERE words MATCH ?'
      expect(db.prepare(found).pluck().all('"汛 抗"')).toEqual(['plan-a'])
      expect(db.prepare(found).pluck().all('"汛 旱"')).toEqual([])
    },
  },
  6: {
    before: (db) => {
      db.exec(`${SEAT}; ${OP}; ${INCIDENT}`)
    },
    after: (db) => {
      expect(db.prepare('SELECT number FROM incidents').pluck().all()).toEqual(['BL-20260714-001'])
      const insert = (kind: string, incidentId: string): void => {
        db.exec(
          `INSERT INTO level_records VALUES ('seat-a:${kind}', '${incidentId}', '${kind}', '1', 'now', 'me', 'tactical', '{}')`,
        )
      }
      for (const kind of ['override', 'rise', 'seen']) insert(kind, 'i')
      expect(() => insert('override', 'i')).toThrow('UNIQUE')
      expect(() => insert('guess', 'i')).toThrow('CHECK')
      db.exec('DELETE FROM level_records')
      expect(() => insert('rise', 'nobody')).toThrow('FOREIGN KEY')
    },
  },
  7: {
    before: (db) => {
      db.exec(`
        INSERT INTO stores VALUES ('s1', '一库', 'street', '霞浦街道', '街道', 121.9, 29.9, 400, '王', '139', 0.3, '', 0, '', 'kept');
        INSERT INTO stock VALUES ('l1', 's1', 'LIFE_WATER_L', '', '饮用水', 240, '升', '2026-01-01', '', '', '在库', '', 1, '', 'lot');
        INSERT INTO shelters VALUES ('h1', '避灾点', 'street', '霞浦街道', 121.9, 29.9, 300, 12, 1, 0, '138', 'flood', '', 0, '', 'shelter')`)
    },
    after: (db) => {
      expect(
        db
          .prepare(
            'SELECT st.name, shelter_id, quantity, ownership, return_by, lot.extras FROM stock lot JOIN stores st ON st.id = store_id',
          )
          .all(),
      ).toEqual([{ name: '一库', shelter_id: null, quantity: 240, ownership: '', return_by: '', extras: 'lot' }])
      expect(
        db.prepare('SELECT capacity, occupied, not_for, state, person_in_charge, extras FROM shelters').all(),
      ).toEqual([{ capacity: 300, occupied: 12, not_for: 'flood', state: '', person_in_charge: '', extras: 'shelter' }])
      expect(db.pragma('foreign_key_check')).toEqual([])
      db.exec("UPDATE stores SET shelter_id = 'h1'")
      db.exec("INSERT INTO shelter_zones VALUES ('z1', 'h1', '家庭区', 80, NULL, '', '', 0, '', '')")
      db.exec(
        "INSERT INTO evacuees VALUES ('e1', 'AQM-1', '陈某', NULL, '', '', 'h1', 'z1', '', '', '', '', 1, '', '')",
      )
      expect(() => db.exec("UPDATE evacuees SET zone_id = 'nowhere'")).toThrow('FOREIGN KEY')
      expect(() =>
        db.exec("INSERT INTO team_kit VALUES ('k1', 'nobody', '', '绳索', 2, '根', '', '', '可用', '', 0, '', '')"),
      ).toThrow('FOREIGN KEY')
    },
  },
  8: {
    before: (db) => {
      db.exec("INSERT INTO organisations VALUES ('o1', '区应急管理局', 'government', NULL, '', '', 0, '', '')")
      db.exec("INSERT INTO dataset_head VALUES (1, 'beilun', 'sha256:old', '{}', 1, 'sha256:content')")
    },
    after: (db) => {
      expect(db.prepare('SELECT name FROM organisations').pluck().all()).toEqual(['区应急管理局'])
      expect(db.prepare('SELECT version FROM dataset_head').pluck().all()).toEqual(['sha256:old'])
      const batch = "'edit', 'now', 'me', 'test', '', '', NULL, 1, 'c', 'v', 'p', 'h'"
      expect(() => db.exec("INSERT INTO library_changes VALUES (1, 1, 'teams', 't1', NULL, '{}')")).toThrow(
        'FOREIGN KEY',
      )
      db.exec(`INSERT INTO library_batches VALUES (1, ${batch})`)
      db.exec("INSERT INTO library_changes VALUES (1, 1, 'teams', 't1', NULL, '{}')")
      expect(() => db.exec("INSERT INTO library_changes VALUES (1, 2, 'teams', 't1', NULL, NULL)")).toThrow('CHECK')
      for (const table of ['batches', 'changes']) {
        expect(() => db.exec(`DELETE FROM library_${table}`)).toThrow('append-only')
        expect(() => db.exec(`UPDATE library_${table} SET batch_id = 2`)).toThrow('append-only')
      }
      expect(() => db.exec("INSERT INTO library_digests VALUES ('teams', 1, 'short')")).toThrow('CHECK')
    },
  },
  9: {
    before: (db) => {
      db.exec(`
        INSERT INTO teams VALUES ('t1', '霞浦站', 'NFR', 'district', '霞浦街道', 121.9, 29.9, 30, 20, 45, '119', '', '', '', '', 0, '', '');
        INSERT INTO roads VALUES ('r1', '泰山路', '[]', 'X1', 'primary', NULL, 'no', 0, 0, NULL, NULL, '', 0, 'a', 'b', '[]', 10, 0, '');
        INSERT INTO roads SELECT 'r2', name, alt_names, ref, class, speed_kmh, oneway, bridge, tunnel, max_height_m,
          max_weight_t, hazmat, floods, from_node, to_node, coordinates, length_m, is_demo, extras FROM roads`)
    },
    after: (db) => {
      const changes = (): unknown => db.prepare("SELECT kind || ' ' || key FROM search_changes").pluck().all()
      expect(changes()).toEqual(['roads ["泰山路","X1"]', 'teams t1'])
      db.exec("DELETE FROM search_changes; UPDATE teams SET name = '霞浦消防站'")
      expect(changes()).toEqual(['teams t1'])
      db.exec("DELETE FROM search_changes; DELETE FROM roads WHERE id = 'r2'")
      expect(changes()).toEqual(['roads ["泰山路","X1"]'])
      db.exec("INSERT INTO search_terms (rowid, terms) VALUES (7, '北仑 x北仑区')")
      expect(db.prepare("SELECT rowid FROM search_terms WHERE search_terms MATCH '北仑'").pluck().all()).toEqual([7])
    },
  },
  ...LATER_STEPS,
}

describe('migrations', () => {
  it('are numbered from 1 without a gap, one file each', () => {
    const files = readdirSync(join(import.meta.dirname, '../../electron/core/db/migrations'))
    const names = MIGRATIONS.map(({ version, name }) => `${String(version).padStart(4, '0')}-${name}`)
    expect(files.filter((file) => /^\d{4}-/.test(file)).sort()).toEqual(names.map((name) => `${name}.ts`))
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })

  it('do not change once landed', () => {
    const digests = MIGRATIONS.map((step) => [
      `${String(step.version).padStart(4, '0')}-${step.name}`,
      sqlDigestOf(step),
    ])
    expect(Object.fromEntries(digests)).toEqual(LANDED)
  })

  it('each have a stepped test', () => {
    expect(Object.keys(STEPS).map(Number)).toEqual(MIGRATIONS.map(({ version }) => version))
  })

  it.each(MIGRATIONS.map((step) => [step.version, step.name] as const))(
    'step %i (%s) keeps the rows before it',
    (version) => {
      const db = new Database(':memory:')
      migrate(db, MIGRATIONS.slice(0, version - 1), COPY_NOTHING)
      db.pragma('foreign_keys = ON')
      STEPS[version]?.before(db)
      let copied = -1
      migrate(db, MIGRATIONS.slice(0, version), (from) => {
        copied = from
      })
      db.pragma('foreign_keys = ON')
      expect(versionOf(db)).toBe(version)
      expect(copied).toBe(version === 1 ? -1 : version - 1) // an empty database has nothing to copy
      STEPS[version]?.after(db)
      db.close()
    },
  )

  it('leave the database as it was when a step fails, with its number', () => {
    const db = new Database(':memory:')
    migrate(db, MIGRATIONS, COPY_NOTHING)
    const failing: Migration = {
      version: MIGRATIONS.length + 1,
      name: 'failing',
      up: (target) => {
        target.exec('CREATE TABLE half (x)')
        target.exec('INSERT INTO nowhere VALUES (1)')
      },
    }
    expect(() => {
      migrate(db, [...MIGRATIONS, failing], COPY_NOTHING)
    }).toThrow('nowhere')
    expect(versionOf(db)).toBe(MIGRATIONS.length)
    expect(db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'half'").pluck().get()).toBe(0)
    db.close()
  })

  it('refuse a step that leaves a dangling reference', () => {
    const db = new Database(':memory:')
    migrate(db, MIGRATIONS, COPY_NOTHING)
    const dangling: Migration = {
      version: MIGRATIONS.length + 1,
      name: 'dangling',
      up: (target) => target.exec("INSERT INTO log_head VALUES ('seat-none', 1, 'h')"),
    }
    expect(() => {
      migrate(db, [...MIGRATIONS, dangling], COPY_NOTHING)
    }).toThrow('foreign keys')
    expect(db.prepare('SELECT count(*) FROM log_head').pluck().get()).toBe(0)
    db.close()
  })
})

function sqlDigestOf(step: Migration): string {
  const statements: string[] = []
  step.up({ exec: (sql) => statements.push(sql.replace(/\s+/g, ' ').trim()) })
  return sha256Hex(statements.join('\n')).slice(0, 16)
}
