import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RosterCell, RosterGrid } from '#shared/contract/roster.contract.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { stubPlan } from './stub-plan.ts'

const WHO = { who: '李值班', reason: '调班' }

describe('the duty roster', () => {
  const folder = temporaryFolder()
  let console: Console
  const roster = (): Console['administrative']['client']['roster'] => console.administrative.client.roster
  beforeAll(() => {
    console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
  })
  afterAll(() => {
    console.stop()
    folder.remove()
  })

  const month = async (name: string): Promise<RosterGrid> => valueOf(await roster().month({ month: name }))
  const cellOf = ({ posts }: RosterGrid, post: string, day: string, shift: 'day' | 'night'): RosterCell => {
    const cell = posts.find((row) => row.post === post)?.cells.find((one) => one.day === day && one.shift === shift)
    if (cell === undefined) throw new Error(`no cell ${post} ${day} ${shift}`)
    return cell
  }
  const save = async (
    cells: { day: string; shift: 'day' | 'night'; post: string; before: string[]; after: string[] }[],
  ) => roster().saveCells({ commandId: crypto.randomUUID(), cells, ...WHO })

  it('shows a month by the weekly pattern, post by post with titles, day shift before night shift', async () => {
    const grid = await month('2026-07')
    expect(grid.columns).toHaveLength(31)
    expect(grid.columns[0]).toEqual({ day: '2026-07-01', weekday: 'wed' })
    expect(grid.posts).toHaveLength(61)
    expect(grid.posts[0]).toMatchObject({ post: 'ADMIN_COMMANDER', title: '行政指挥部总指挥' })
    expect(grid.posts.map(({ title }) => title)).toContain('霞浦街道值班员')
    expect(grid.posts.find(({ post }) => post === 'G_MED_DEPUTY')?.title).toBe('医疗救护组副组长')
    // 2026-07-13 is a Monday; the pattern's first line names this person.
    expect(cellOf(grid, 'ADMIN_COMMANDER', '2026-07-13', 'day')).toEqual({
      ...{ day: '2026-07-13', shift: 'day', own: [], weekly: ['p-admin-commander-1'] },
      ...{ holders: ['p-admin-commander-1'], signs: [] },
    })
    expect(
      valueOf(await roster().weekly({}))
        .columns.map(({ day }) => day)
        .join(),
    ).toBe('mon,tue,wed,thu,fri,sat,sun')
    expect(await roster().month({ month: '2026-13' })).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  })

  it('says who is on now: after midnight the night shift of the day before, and who comes next', async () => {
    const early = valueOf(await roster().onDuty({ at: '2026-07-14T03:00:00+08:00' }))
    expect(early.now).toMatchObject({ shift: 'night', date: '2026-07-13', endAt: early.next.startAt })
    expect(early.next).toMatchObject({ shift: 'day', date: '2026-07-14', weekday: 'tue' })
    const [first] = early.posts
    expect(first?.now.map(({ personId }) => personId)).toEqual(['p-admin-commander-2'])
    expect(first?.next.map(({ personId }) => personId)).toEqual(['p-admin-commander-3'])
    expect(first?.now[0]?.phone).toMatch(/^1\d{10}$/)
  })

  it('lets dated people win over the weekday, marks double bookings, and is undone as one batch', async () => {
    const cells = ['ADMIN_COMMANDER', 'DUTY_LEADER'].map((post) => ({
      ...{ day: '2026-07-13', shift: 'day' as const, post, before: [], after: ['p-admin-commander-3'] },
    }))
    const saved = valueOf(await save(cells))
    expect(saved.cells).toBe(2)
    const grid = await month('2026-07')
    expect(cellOf(grid, 'ADMIN_COMMANDER', '2026-07-13', 'day')).toMatchObject({
      ...{ own: ['p-admin-commander-3'], weekly: ['p-admin-commander-1'], holders: ['p-admin-commander-3'] },
      signs: ['double'],
    })
    expect(cellOf(grid, 'ADMIN_COMMANDER', '2026-07-20', 'day').holders).toEqual(['p-admin-commander-1'])
    expect(await save(cells)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    const { batchId } = saved
    valueOf(
      await console.administrative.client.records.undoBatch({
        ...{ commandId: crypto.randomUUID(), batchId: batchId ?? 0, ...WHO },
      }),
    )
    expect(cellOf(await month('2026-07'), 'ADMIN_COMMANDER', '2026-07-13', 'day').own).toEqual([])
  })

  it('falls back to the weekday where the dated person has no phone, and refuses somebody it does not know', async () => {
    const { records } = console.administrative.client
    const person = { id: 'p-new', name: '无号码', is_expert: '0' }
    valueOf(
      await records.save({
        ...{ commandId: crypto.randomUUID(), kind: 'people', key: null, cells: person, basis: null, ...WHO },
      }),
    )
    const cell = { day: '2026-07-15', shift: 'night' as const, post: 'DUTY_OFFICER', before: [] }
    valueOf(await save([{ ...cell, after: ['p-new'] }]))
    const shown = cellOf(await month('2026-07'), 'DUTY_OFFICER', '2026-07-15', 'night')
    expect(shown.signs).toEqual(['noPhone', 'fallback'])
    expect(shown.holders).toEqual(shown.weekly)
    expect(await save([{ ...cell, day: '2026-07-16', after: ['nobody'] }])).toMatchObject({
      ...{ ok: false, error: { code: 'unknown-reference', value: 'nobody' } },
    })
  })

  it('copies a week over the following ones and a month by weekdays, and leaves cells with people of their own', async () => {
    const slot = { shift: 'day' as const, post: 'DUTY_OFFICER' }
    valueOf(
      await save([
        { ...slot, day: '2026-08-03', before: [], after: ['p-admin-commander-1'] },
        { ...slot, day: '2026-08-10', before: [], after: ['p-admin-commander-2'] },
      ]),
    )
    const week = { from: '2026-08-03', to: ['2026-08-10', '2026-08-17'], ...WHO }
    const copied = valueOf(await roster().copyWeek({ commandId: crypto.randomUUID(), ...week }))
    expect(copied).toMatchObject({ cells: 1, kept: 1 })
    const grid = await month('2026-08')
    expect(cellOf(grid, 'DUTY_OFFICER', '2026-08-10', 'day').own).toEqual(['p-admin-commander-2'])
    expect(cellOf(grid, 'DUTY_OFFICER', '2026-08-17', 'day').own).toEqual(['p-admin-commander-1'])
    valueOf(await roster().copyMonth({ commandId: crypto.randomUUID(), from: '2026-08', to: '2026-09', ...WHO }))
    // The first Monday of August is the 3rd, of September the 7th.
    expect(cellOf(await month('2026-09'), 'DUTY_OFFICER', '2026-09-07', 'day').own).toEqual(['p-admin-commander-1'])
    const bad = await roster().copyWeek({ commandId: crypto.randomUUID(), ...week, from: '2026-08-04' })
    expect(bad).toMatchObject({ ok: false, error: { code: 'bad-input', value: '2026-08-04' } })
  })

  it('finds people by name, pinyin and the end of their number', async () => {
    const find = async (text: string): Promise<string[]> =>
      valueOf(await roster().people({ text })).map(({ name }) => name)
    expect(await find('于国刚')).toContain('于国刚')
    expect(await find('ygg')).toContain('于国刚')
    expect(await find('9899')).toContain('于国刚')
    expect(console.bugs).toEqual([])
  })
})
