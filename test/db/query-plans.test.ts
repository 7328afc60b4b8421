import { describe, expect, it } from 'vitest'
import { openMemoryDatabase } from '#electron/core/db/open-database.ts'
import { allRows } from '#electron/core/db/rows.ts'

describe('hot queries use their index', () => {
  const db = openMemoryDatabase()
  it.each([
    ['journal of an incident', "SELECT * FROM op_log WHERE inc = 'i' ORDER BY hlc DESC LIMIT 9", 'op_log_by_incident'],
    ['last hybrid time', 'SELECT max(hlc) FROM op_log', 'op_log_by_time'],
    ['one entry', "SELECT hash FROM op_log WHERE seat = 's' AND seq = 1", 'PRIMARY KEY'],
    [
      'latest facts',
      `SELECT * FROM incident_facts h WHERE incident_id = 'i' AND NOT EXISTS (SELECT 1 FROM replaced_ops r
       WHERE r.op_id = h.op_id) ORDER BY revision DESC, hlc DESC, op_id DESC LIMIT 1`,
      'incident_facts_by_label',
    ],
    [
      'latest plan',
      `SELECT * FROM plan_versions p WHERE incident_id = 'i' AND NOT EXISTS (SELECT 1 FROM replaced_ops r
       WHERE r.op_id = p.op_id) ORDER BY version DESC, hlc DESC, op_id DESC LIMIT 1`,
      'plan_versions_by_label',
    ],
    ['orders of all incidents', "SELECT * FROM op_log WHERE kind = 'k' ORDER BY hlc", 'op_log_by_kind'],
    ['content', "SELECT content FROM contents WHERE hash = 'h'", 'sqlite_autoindex_contents_1'],
    [
      'answer of a command',
      "SELECT * FROM command_answers WHERE command_id = 'c'",
      'sqlite_autoindex_command_answers_1',
    ],
  ])('%s', (_, sql, index) => {
    const plan = allRows(db, `EXPLAIN QUERY PLAN ${sql}`).map((row) => String(row['detail']))
    expect(plan.join('; ')).toContain(index)
    expect(plan.join('; ')).not.toContain('SCAN op_log USING INDEX op_log_by_time;')
    expect(plan.join('; ')).not.toContain('TEMP B-TREE')
  })
})
