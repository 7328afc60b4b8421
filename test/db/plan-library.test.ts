import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WriteDb } from '#electron/core/db/db-types.ts'
import { openMemoryDatabase } from '#electron/core/db/open-database.ts'
import { readPlanEvents, readRunningVersions } from '#electron/core/db/repositories/contingency-plan.repo.ts'
import { createPlanLibrarySource, libraryAsOf, type MadeWith } from '#electron/core/planning/plan-library-source.ts'
import { seedPlanLibrary } from '#electron/core/planning/seed-plan-library.ts'
import { libraryFindings } from '#electron/core/services/library-findings.ts'
import { RESOURCES, temporaryFolder } from '#test/harness/surroundings.ts'

const MINE = readFileSync(join(RESOURCES, 'contingency-plans', 'mine.yaml'), 'utf8')
const NEWER = MINE.replace(/^version: .*/m, 'version: 9.0.0')

let folder = temporaryFolder()
let db: WriteDb
beforeEach(() => {
  folder = temporaryFolder()
  mkdirSync(join(folder.path, 'plans'))
  db = openMemoryDatabase()
  ship(MINE)
})
afterEach(() => {
  db.close()
  folder.remove()
})

/** The program brings this text at a start. */
function ship(text: string): ReturnType<typeof seedPlanLibrary> {
  writeFileSync(join(folder.path, 'plans', 'mine.yaml'), text)
  return seedPlanLibrary(db, join(folder.path, 'plans'), '2026-07-14T10:20:00+08:00')
}

function standing(): unknown[] {
  return readPlanEvents(db, 'plan-mine').map(({ version, to, label }) => [version, to, label])
}

describe('the shipped plans at a start', () => {
  it('start as version 1 in force, and a newer text of the program becomes a draft beside it, once', () => {
    const label = readPlanEvents(db, 'plan-mine')[0]?.label
    expect(standing()).toEqual([[1, 'approved', label]])
    expect(ship(NEWER)).toEqual({ started: [], drafts: [expect.stringContaining('预案')] })
    expect(standing()).toEqual([
      [2, 'draft', '9.0.0'],
      [1, 'approved', label],
    ])
    expect(ship(NEWER)).toEqual({ started: [], drafts: [] })
    expect(ship(MINE)).toEqual({ started: [], drafts: [] }) // brought before
    expect(readRunningVersions(db).map(({ version }) => version)).toEqual([1])
  })

  it('bring nothing at all when one of them cannot be read', () => {
    writeFileSync(join(folder.path, 'plans', 'a.yaml'), NEWER.replace('id: plan-mine', 'id: plan-a'))
    expect(() => ship('schema: contingency-plan/1')).toThrow('mine.yaml')
    expect(readRunningVersions(db).map(({ planId }) => planId)).toEqual(['plan-mine'])
  })
})

describe('the plans the planner runs', () => {
  it('are the same object until something changes', () => {
    const source = createPlanLibrarySource(db)
    const first = source.current()
    expect(source.current()).toBe(first)
    ship(NEWER)
    expect(source.current()).not.toBe(first)
    expect(source.current()).toEqual(first) // a draft is not run
  })

  it('leave out one this program cannot read, and every plan then says so', () => {
    const source = createPlanLibrarySource(db)
    db.exec('INSERT INTO contents VALUES (\'odd\', \'{"schema":"contingency-plan/9"}\')')
    db.exec(`INSERT INTO contingency_plan_versions VALUES ('plan-odd', 1, 'local', 'now', '王局', '')`)
    db.exec(`INSERT INTO contingency_plan_events VALUES (NULL, 'plan-odd', 1, 1, 'approved', 'review', 'approved', 'odd',
      'odd', '别的预案', 'special', '', '["mine"]', '2027-01-01', '9', '', 'now', '王局', 'administrative', '', '')`)
    const running = source.current()
    expect(running.library.plans.map(({ id }) => id)).toEqual(['plan-mine'])
    expect(running.unreadable).toEqual([{ planId: 'plan-odd', version: 1, title: '别的预案', path: 'schema' }])
    const [finding] = libraryFindings(running, null)
    expect(finding).toMatchObject({ code: 'contingency-plan-unreadable', severity: 'warn' })
    expect(finding?.text).toContain('别的预案')
  })

  it('are those a stored plan was made with when it is judged again', () => {
    const source = createPlanLibrarySource(db)
    const now = source.current().library
    const [used] = readRunningVersions(db)
    const made = (contentHash: string | undefined, notUsed?: []): MadeWith => ({
      incident: { type: 'mine' },
      contingencyPlans: [{ id: 'plan-mine', title: '', kind: 'special', contentHash, reasons: [] }],
      contingencyPlansNotUsed: notUsed,
    })
    expect(libraryAsOf(source, made(used?.contentHash))).toBe(now)
    expect(libraryAsOf(source, made(undefined))).toBe(now)
    ship(NEWER)
    const draft = readPlanEvents(db, 'plan-mine')[0]
    expect(libraryAsOf(source, made(draft?.contentHash)).plans[0]?.version).toBe('9.0.0')
    expect(libraryAsOf(source, made('never here'))).toEqual(now)
  })

  it('are none that came after a stored plan was made, where it tells which others there were', () => {
    const source = createPlanLibrarySource(db)
    const [used] = readRunningVersions(db)
    const contingencyPlans = [
      { id: 'plan-mine', title: '', kind: 'special', contentHash: used?.contentHash, reasons: [] },
    ]
    const made = { incident: { type: 'mine' as const }, contingencyPlans, contingencyPlansNotUsed: [] }
    writeFileSync(join(folder.path, 'plans', 'b.yaml'), MINE.replace('id: plan-mine', 'id: plan-mine-second'))
    ship(MINE)
    expect(source.current().library.plans.map(({ id }) => id)).toEqual(['plan-mine', 'plan-mine-second'])
    expect(libraryAsOf(source, made).plans.map(({ id }) => id)).toEqual(['plan-mine'])
    const silent = { incident: made.incident, contingencyPlans }
    expect(libraryAsOf(source, silent).plans.map(({ id }) => id)).toEqual(['plan-mine', 'plan-mine-second'])
    const elsewhere = { ...made, incident: { type: 'flood' as const } }
    expect(libraryAsOf(source, elsewhere)).toBe(source.current().library)
  })
})
