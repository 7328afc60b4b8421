import { describe, expect, it } from 'vitest'
import { Contacts } from '../../../resources/datasets/build/contacts.ts'
import { emptyTables, type Draft } from '../../../resources/datasets/build/draft.ts'
import type { Area, Point } from '../../../resources/datasets/build/geometry.ts'
import { addTeam, type TeamSpec } from '../../../resources/datasets/build/kinds/teams.ts'
import { addPostsAndRoster } from '../../../resources/datasets/build/kinds/rosters.ts'
import { DEPARTMENTS } from '../../../resources/datasets/build/beilun/organisations.ts'
import { demo } from '../../../resources/datasets/build/headers.ts'
import { BEILUN_COUNTS, verifyDataset } from '../../../resources/datasets/build/verify/verify-dataset.ts'

const SQUARE: Area = [
  [
    [
      [121.7, 29.8],
      [121.9, 29.8],
      [121.9, 30],
      [121.7, 30],
      [121.7, 29.8],
    ],
  ],
]
const INLAND: Point = [121.8, 29.9]

/** A small correct data set: one square town, all posts filled. */
function smallDraft(): Draft {
  const tables = emptyTables()
  const town = { name: '甲街道', slug: 'jia', code: '1', seat: INLAND, area: SQUARE, villages: [] }
  const draft: Draft = {
    region: {
      id: 'small',
      name: '甲区',
      code: '0',
      outline: SQUARE,
      land: SQUARE,
      towns: [town],
      cells: [town],
      roadLines: [],
      gazetteer: [],
    },
    tables,
    contacts: new Contacts(tables),
    villages: [],
    riskAreas: [],
  }
  for (const [id, name, kind, parent] of [
    ...DEPARTMENTS,
    ['org-street-jia', '甲街道办事处', 'street', 'org-government'] as const,
  ]) {
    tables.organisations.push({ id, name, kind, parent_id: parent, phone: '', ...demo('') })
  }
  addPostsAndRoster(draft, INLAND)
  return draft
}

const STATION: TeamSpec = {
  id: 'gov-a',
  name: '甲站',
  type: 'GOV_FT',
  tier: 'district',
  town: '甲街道',
  point: INLAND,
  personnel: 20,
  onDuty: 10,
  turnoutS: 60,
  class: 'first',
  vehicles: ['tanker8'],
}

describe('the build refuses', () => {
  it('nothing in a correct data set', () => {
    const draft = smallDraft()
    addTeam(draft, STATION)
    expect(verifyDataset(draft, {})).toEqual([])
  })

  it('two stations of different class with the same vehicles and capabilities', () => {
    const draft = smallDraft()
    addTeam(draft, STATION)
    addTeam(draft, { ...STATION, id: 'gov-b', class: 'small' })
    expect(verifyDataset(draft, {})).toEqual([expect.stringContaining('等级不同，车辆与能力却完全相同')])
  })

  it('a figure that is off by one', () => {
    expect(verifyDataset(smallDraft(), { 街道: 2 })).toEqual(['small：街道 应为 2，实际为 1'])
    expect(BEILUN_COUNTS['转移名单人数']).toBe(3148)
  })

  it('a reference to a missing record', () => {
    const draft = smallDraft()
    addTeam(draft, { ...STATION, parentId: 'org-missing' })
    expect(verifyDataset(draft, {})).toEqual([expect.stringContaining('parent_id=org-missing')])
  })

  it('a record in the sea and one outside the region', () => {
    const draft = smallDraft()
    addTeam(draft, { ...STATION, point: [121.95, 29.9], town: '' })
    const problems = verifyDataset(draft, {})
    expect(problems.some((problem) => problem.includes('不在甲区内'))).toBe(true)
    expect(problems.some((problem) => problem.includes('在海上'))).toBe(true)
  })

  it('swapped longitude and latitude', () => {
    const draft = smallDraft()
    addTeam(draft, { ...STATION, point: [29.9, 121.8] })
    expect(verifyDataset(draft, {})).toEqual([expect.stringContaining('超出数据范围')])
  })

  it('a shift without its safety officer', () => {
    const draft = smallDraft()
    const kept = draft.tables.rosters.filter(
      (row) => !(row.post === 'SAFETY_OFFICER' && row.date === 'wed' && row.shift === 'night'),
    )
    draft.tables.rosters.splice(0, draft.tables.rosters.length, ...kept)
    expect(verifyDataset(draft, {})).toEqual(['small：值班表 wed/night 缺 SAFETY_OFFICER'])
  })

  it('a rostered person without a phone', () => {
    const draft = smallDraft()
    const [first, ...rest] = draft.tables.people
    if (first === undefined) throw new Error('no person')
    draft.tables.people.splice(0, draft.tables.people.length, { ...first, phone: '' }, ...rest)
    expect(verifyDataset(draft, {}).every((problem) => problem.includes('没有电话'))).toBe(true)
    expect(verifyDataset(draft, {}).length).toBeGreaterThan(0)
  })
})
