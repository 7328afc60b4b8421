import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReadOnly } from '#electron/core/db/open-database.ts'
import { verifyDatabase } from '#electron/core/services/verify/verify-database.ts'
import type { AppClient } from '#shared/contract/app-contract.ts'
import type { RecordView } from '#shared/contract/records.contract.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { stubPlan } from './stub-plan.ts'

const folder = temporaryFolder()
let console: Console
let client: AppClient
let commands = 0

beforeAll(() => {
  console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
  client = console.administrative.client
})
afterAll(() => {
  const bugs = console.bugs
  console.stop()
  folder.remove()
  expect(bugs).toEqual([])
})

function by(reason = ''): { commandId: string; who: string; reason: string } {
  commands += 1
  return { commandId: `command-${commands}`, who: '王芳', reason }
}

async function firstOf(kind: RecordView['kind']): Promise<RecordView> {
  const { rows } = valueOf(await client.records.list({ kind, limit: 1 }))
  return valueOf(await client.records.get({ kind, key: rows[0]?.key ?? '' }))
}

describe('records of the library', () => {
  it('an edited phone number is there in both windows, in the history, and after a restart; undone it is as before', async () => {
    const team = await firstOf('teams')
    expect(team.change).toBeNull()
    const version = valueOf(await client.reference.dataset({})).version
    const saved = valueOf(
      await client.records.save({
        ...by('电话更新'),
        ...{ kind: 'teams', key: team.key, basis: team.digest, cells: { phone: '0574-8888-1234' } },
      }),
    )
    const seen = valueOf(await console.tactical.client.records.get({ kind: 'teams', key: team.key }))
    expect(seen).toMatchObject({ digest: saved.digest, isDemo: team.isDemo, change: { who: '王芳', kind: 'edit' } })
    expect(seen.cells).toEqual({ ...team.cells, phone: '0574-8888-1234' })
    const [entry, ...older] = valueOf(await client.records.history({ kind: 'teams', key: team.key }))
    expect(older).toEqual([])
    expect(entry).toMatchObject({ who: '王芳', role: 'administrative', reason: '电话更新', what: 'changed' })
    expect(entry?.fields).toEqual([{ column: 'phone', before: team.cells['phone'], after: '0574-8888-1234' }])

    console.stop()
    console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
    client = console.administrative.client
    expect(valueOf(await client.records.get({ kind: 'teams', key: team.key })).cells['phone']).toBe('0574-8888-1234')
    valueOf(await client.records.undoBatch({ ...by('号码打错'), batchId: saved.batchId ?? 0 }))
    expect(valueOf(await client.records.get({ kind: 'teams', key: team.key })).cells).toEqual(team.cells)
    expect(valueOf(await client.reference.dataset({})).version).toBe(version)
    const { total, batches } = valueOf(await client.records.batches({ limit: 2 }))
    expect(total).toBe(3)
    expect(batches).toMatchObject([
      { kind: 'undo', undoes: 2, undoneBy: null, reason: '号码打错' },
      { kind: 'edit', undoneBy: 3, records: [{ kind: 'teams', key: team.key, name: team.name }] },
    ])
    const read = openReadOnly(join(folder.path, 'console.db'))
    expect(verifyDatabase(read.db, join(folder.path, 'console.db'))).toEqual({ ok: true, problems: [] })
    read.close()
  })

  it('two officers at one record: the second is told what the first made of it, and nothing is lost', async () => {
    const team = await firstOf('teams')
    const edit = { kind: 'teams' as const, key: team.key, basis: team.digest }
    valueOf(await client.records.save({ ...by(), ...edit, cells: { personnel: '7' } }))
    const answer = await console.tactical.client.records.save({ ...by(), ...edit, cells: { phone: '1' } })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'conflict', path: 'basis', value: { cells: { personnel: '7' }, change: { who: '王芳' } } },
    })
    expect(valueOf(await client.records.get({ kind: 'teams', key: team.key })).cells['phone']).toBe(team.cells['phone'])
  })

  it('refuses what an import would refuse, cell by cell, and references to nothing; nothing is stored', async () => {
    const { total } = valueOf(await client.records.batches({}))
    const vehicle = await firstOf('vehicles')
    const cells = { ...vehicle.cells, crew: '-1', kind: 'ROCKET', team_id: 'nobody' }
    const { problems } = valueOf(await client.records.check({ kind: 'vehicles', key: vehicle.key, cells }))
    expect(problems.map(({ column, code }) => [column, code])).toEqual([
      ['kind', 'bad-value'],
      ['crew', 'negative-count'],
      ['team_id', 'unknown-reference'],
    ])
    const save = { kind: 'vehicles' as const, key: vehicle.key, basis: vehicle.digest, cells }
    const answer = await client.records.save({ ...by(), ...save })
    expect(answer).toMatchObject({ ok: false, error: { code: 'rows-refused', path: 'kind', value: problems } })
    expect(valueOf(await client.records.batches({})).total).toBe(total)
    const swapped = { ...(await firstOf('teams')).cells, lng: '29.9', lat: '121.8' }
    const places = valueOf(await client.records.check({ kind: 'teams', key: null, cells: swapped })).problems
    expect(places.map(({ code }) => code)).toContain('coordinates-swapped')
    expect(places.map(({ code }) => code)).toContain('duplicate-id')
  })

  it('a demo record stays one through an edit, until an officer says that its data are real', async () => {
    const { rows } = valueOf(
      await client.records.list({ kind: 'vehicles', where: [{ column: 'is_demo', value: '1' }] }),
    )
    const key = rows[0]?.key ?? ''
    const before = valueOf(await client.records.get({ kind: 'vehicles', key }))
    const edit = { kind: 'vehicles' as const, key, cells: { plate: '浙B·12345', is_demo: '0' } }
    const first = valueOf(await client.records.save({ ...by(), ...edit, basis: before.digest }))
    expect(valueOf(await client.records.get({ kind: 'vehicles', key }))).toMatchObject({ isDemo: true })
    valueOf(await client.records.save({ ...by('车管所核实'), ...edit, basis: first.digest, verified: true }))
    const after = valueOf(await client.records.get({ kind: 'vehicles', key }))
    expect(after).toMatchObject({ isDemo: false, change: { kind: 'verified' } })
  })

  it('a new record gets a number nobody had, is retired with a reason, found among the retired and brought back', async () => {
    const store = await firstOf('stores')
    const cells = { ...store.cells, id: '', name: '霞浦新库', is_demo: '0' }
    const made = valueOf(await client.records.save({ ...by(), kind: 'stores', key: null, basis: null, cells }))
    expect(made.key).toBe('stores-0001')
    const retire = { kind: 'stores' as const, key: made.key, basis: made.digest }
    valueOf(await client.records.retire({ ...by('已拆除'), ...retire }))
    const list = async (retired: 'without' | 'only'): Promise<string[]> =>
      valueOf(await client.records.list({ kind: 'stores', text: '霞浦新库', retired })).rows.map(({ key }) => key)
    expect(await list('without')).toEqual([])
    expect(await list('only')).toEqual(['stores-0001'])
    expect(valueOf(await client.records.proposeKey({ kind: 'stores' })).key).toBe('stores-0002')
    const again = { ...cells, id: 'stores-0001' }
    const { problems } = valueOf(await client.records.check({ kind: 'stores', key: null, cells: again }))
    expect(problems).toMatchObject([{ column: 'id', code: 'retired-id' }])
    valueOf(await client.records.restore({ ...by('误停用'), kind: 'stores', key: 'stores-0001' }))
    expect(await list('without')).toEqual(['stores-0001'])
    const history = valueOf(await client.records.history({ kind: 'stores', key: 'stores-0001' }))
    expect(history.map(({ what, reason }) => [what, reason])).toEqual([
      ['restored', '误停用'],
      ['retired', '已拆除'],
      ['created', ''],
    ])
  })

  it('a team with vehicles is not retired, and the record says who names it', async () => {
    const vehicle = await firstOf('vehicles')
    const [reference] = vehicle.references
    expect(reference).toMatchObject({ column: 'team_id', kind: 'teams' })
    const team = valueOf(await client.records.get({ kind: 'teams', key: reference?.key ?? '' }))
    expect(team.name).toBe(reference?.name)
    const naming = team.namedBy.find(({ kind }) => kind === 'vehicles')
    const own = valueOf(
      await client.records.list({ kind: 'vehicles', where: [{ column: 'team_id', value: team.key }] }),
    )
    expect(naming?.total).toBe(own.total)
    expect(naming?.records).toContainEqual({ kind: 'vehicles', key: vehicle.key, name: vehicle.name })
    const retire = { kind: 'teams' as const, key: team.key, basis: team.digest }
    const answer = await client.records.retire({ ...by('撤编'), ...retire })
    expect(answer).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(answer.ok ? '' : answer.error.message).toContain(`车辆“${vehicle.name}”`)
  })

  it('a person on the roster is not retired, and each duty is named by its day', async () => {
    const key = 'p-admin-commander-1'
    const person = valueOf(await client.records.get({ kind: 'people', key }))
    const duties = person.namedBy.find(({ kind }) => kind === 'rosters')?.records ?? []
    expect(duties.map(({ name }) => name)).toContain('周一白班 ADMIN_COMMANDER')
    expect(new Set(duties.map(({ name }) => name)).size).toBe(duties.length)
    const answer = await client.records.retire({ ...by('离职'), kind: 'people', key, basis: person.digest })
    expect(answer.ok ? '' : answer.error.message).toContain('值班表“周一白班 ADMIN_COMMANDER”')
  })

  it('lists by column, number before number, and shows roads without letting them be edited', async () => {
    const sort = { column: 'personnel', descending: true }
    const { columns, rows } = valueOf(await client.records.list({ kind: 'teams', sort, limit: 500 }))
    const personnel = rows.map(({ cells }) => Number(cells[columns.indexOf('personnel')]))
    expect(personnel).toEqual([...personnel].sort((a, b) => b - a))
    const road = await firstOf('roads')
    expect(road.cells['id']).toBe(road.key)
    const answer = await client.records.save({ ...by(), kind: 'roads', key: road.key, basis: road.digest, cells: {} })
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })

  it('lists what refers to another record by that record’s name: shown, searched and sorted by it', async () => {
    const all = valueOf(await client.records.list({ kind: 'vehicles', limit: 500 }))
    const teamAt = all.columns.indexOf('team_id')
    const team = valueOf(await client.records.get({ kind: 'teams', key: all.rows[0]?.cells[teamAt] ?? '' }))
    expect(all.names['team_id']?.[team.key]).toBe(team.name)
    const found = valueOf(await client.records.list({ kind: 'vehicles', text: team.name, limit: 500 }))
    const own = all.rows.filter(({ cells }) => cells[teamAt] === team.key).map(({ key }) => key)
    expect(own.length).toBeGreaterThan(0)
    expect(found.rows.map(({ key }) => key)).toEqual(expect.arrayContaining(own))
    expect(found.total).toBeLessThan(all.total)
    const sort = { column: 'team_id', descending: false }
    const sorted = valueOf(await client.records.list({ kind: 'vehicles', sort, limit: 500 }))
    const names = sorted.rows.map(({ cells }) => sorted.names['team_id']?.[cells[teamAt] ?? ''] ?? '')
    expect(names).toEqual([...names].sort((a, b) => (a < b ? -1 : Number(a > b))))
    expect(new Set(names).size).toBeGreaterThan(1)
  })

  it('keeps columns that the table has no place for, as they were or as they are sent', async () => {
    const team = await firstOf('teams')
    const edit = { kind: 'teams' as const, key: team.key }
    const extras = { ...team.extras, 备用电话: '0574-1' }
    const saved = valueOf(await client.records.save({ ...by(), ...edit, basis: team.digest, cells: {}, extras }))
    valueOf(await client.records.save({ ...by(), ...edit, basis: saved.digest, cells: { phone: '2' } }))
    expect(valueOf(await client.records.get(edit)).extras).toEqual(extras)
    const [, entry] = valueOf(await client.records.history(edit))
    expect(entry?.fields).toEqual([{ column: '备用电话', before: '', after: '0574-1' }])
  })

  it('moves a duty to another day as one change, and does not let a number be changed', async () => {
    const duty = await firstOf('rosters')
    const edit = { kind: 'rosters' as const, key: duty.key, basis: duty.digest }
    const moved = valueOf(await client.records.save({ ...by(), ...edit, cells: { date: '2026-10-01' } }))
    expect(moved.key).toMatch(/^2026-10-01\|/)
    expect(valueOf(await client.records.get({ kind: 'rosters', key: duty.key })).isRetired).toBe(true)
    const team = await firstOf('teams')
    const { problems } = valueOf(
      await client.records.check({ kind: 'teams', key: team.key, cells: { ...team.cells, id: 'other' } }),
    )
    expect(problems).toMatchObject([{ column: 'id', code: 'key-changed' }])
  })
})
