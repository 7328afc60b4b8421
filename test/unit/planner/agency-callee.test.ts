import { describe, expect, it } from 'vitest'
import { agencyCallee } from '#shared/planner/people/agency-callee.ts'
import { fillText } from '#shared/planner/handling/fill-text.ts'
import { exampleProblem } from '../../scenarios/scenario-plan.ts'

const { dataset } = exampleProblem('ammonia-tanker-road')

describe('whom to ring at an agency', () => {
  it('rings the duty desk of the organisation', () => {
    expect(agencyCallee({ dataset }, '海事')).toMatchObject({
      id: 'org-maritime',
      call: '北仑区海事处值班室',
      phone: '0574-86016307',
    })
  })

  it('rings its own team where the organisation has no desk in the data', () => {
    expect(agencyCallee({ dataset }, '疾控')).toMatchObject({ id: 'cdc', call: '区疾控与卫生应急队' })
  })

  it('names nobody when the data set knows none, and passes over a desk without a telephone', () => {
    const silent = dataset.organisations.map((row) => (row.id === 'org-maritime' ? { ...row, phone: '' } : row))
    expect(agencyCallee({ dataset: { ...dataset, organisations: silent } }, '海事')).toBeNull()
  })
})

describe('a filled text', () => {
  it('says the words once with which a place ends and the type begins', () => {
    expect(fillText('{place}{type}，请警戒。', { place: '九峰山隧道', type: '隧道事故' })).toBe(
      '九峰山隧道事故，请警戒。',
    )
    expect(fillText('{place}隧道内', { place: '九峰山隧道' })).toBe('九峰山隧道内')
  })

  it('keeps words that only share one character', () => {
    expect(fillText('{place}{type}', { place: '北仑港区', type: '区外事故' })).toBe('北仑港区区外事故')
  })
})
