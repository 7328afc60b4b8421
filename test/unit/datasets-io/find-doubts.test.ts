import { describe, expect, it } from 'vitest'
import { doubtNotes, findDoubts } from '#electron/core/datasets/find-doubts.ts'
import { readTable } from '#electron/core/datasets/read-table.ts'
import { anArea } from '#test/builders/situation-builders.ts'

const AREAS = [
  anArea({ code: '330206', name: '北仑区', level: 'district', box: [121.65, 29.7, 122.15, 30] }),
  anArea({ code: '110000', name: '远方', level: 'neighbour', box: [116, 39, 117, 40] }),
]
const teams = (...rows: readonly string[]): ReturnType<typeof readTable> =>
  readTable('teams', ['id,name,type,tier,town,lng,lat,personnel,on_duty,turnout_s', ...rows].join('\n'), 'teams.csv')

describe('rows that pass every check and still look wrong', () => {
  it('lie more than 20 km outside the own areas: a neighbour does not widen them, 19 km is not told', () => {
    const file = teams(
      'T-1,甲,PRO,district,,121.8,29.9,20,5,60',
      'T-2,乙,PRO,district,,116.4,39.9,20,5,60',
      'T-3,丙,PRO,district,,121.8,30.17,20,5,60',
      'T-4,丁,PRO,district,,121.8,30.19,20,5,60',
    )
    expect(file.refused).toBe(0)
    expect(findDoubts(file, AREAS)).toEqual([
      { code: 'place-far-off', column: 'lng,lat', rows: 2, line: 3, example: 'T-2 116.4,39.9' },
    ])
  })

  it('are not sought by place where the data set has no areas', () => {
    expect(findDoubts(teams('T-2,乙,PRO,district,,116.4,39.9,20,5,60'), [])).toEqual([])
  })

  it('have more on duty than staff; as many is right', () => {
    const file = teams('T-1,甲,PRO,district,,121.8,29.9,20,20,60', 'T-2,乙,PRO,district,,121.8,29.9,20,25,60')
    expect(findDoubts(file, AREAS)).toEqual([
      { code: 'more-than-staff', column: 'on_duty', rows: 1, line: 3, example: 'T-2 25 > 20' },
    ])
  })

  it('have more people than room, or more free beds than beds; unknown beds are no doubt', () => {
    const shelters = readTable(
      'shelters',
      'id,name,tier,town,lng,lat,capacity,occupied\nS-1,点,street,,121.8,29.9,100,101',
      'shelters.csv',
    )
    const hospitals = readTable(
      'hospitals',
      'id,name,town,lng,lat,beds,free_beds\nH-1,院,,121.8,29.9,,9\nH-2,院,,121.8,29.9,10,12',
      'hospitals.csv',
    )
    expect(findDoubts(shelters, AREAS).map(({ code }) => code)).toEqual(['more-than-room'])
    expect(findDoubts(hospitals, AREAS)).toMatchObject([{ code: 'more-free-than-beds', example: 'H-2 12 > 10' }])
  })

  it('are told in words that say where to look, and that nothing was refused', () => {
    const [note] = doubtNotes(findDoubts(teams('T-2,乙,PRO,district,,116.4,39.9,20,5,60'), AREAS))
    expect(note).toMatchObject({ line: 2, column: 'lng,lat', code: 'place-far-off' })
    expect(note?.message).toBe(
      '位置在本数据集各区域 20 公里以外，可能写错了经纬度：1 行，首处第 2 行（T-2 116.4,39.9）。请核对；确实如此的不用改。',
    )
  })
})
