import { describe, expect, it } from 'vitest'
import { aBusPark, aFullRoster, aPoint, aShelter, straightTravel } from '#test/builders/care-builders.ts'
import { NO_FORCES } from '#test/builders/supply-builders.ts'
import { anIncident, aSituation, aSituationDataset, factsOf, gradingOf } from '#test/builders/situation-builders.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { SupplyDemand } from '#shared/domain/plan/force-plan.ts'
import type { Finding } from '#shared/domain/reason.ts'
import type { StageValues } from '#shared/planner/problem.ts'
import { planEvacuation } from '#shared/planner/stages/plan-evacuation.ts'
import { planSupplies } from '#shared/planner/stages/plan-supplies.ts'

const LISTED = aPoint({
  id: 'listed',
  list: 'transfer',
  hazard: 'flash_flood',
  people: 100,
  infants: 7,
  elderly: 20,
  patients: 4,
  specialNeeds: 9,
})
const UNSAID = aPoint({ id: 'unsaid', list: 'transfer', hazard: 'flash_flood', people: 200, specialNeeds: null })

function supply(dataset: Partial<Dataset>): { value: StageValues['supplies']; findings: readonly Finding[] } {
  const incident = anIncident('typhoon', { occurredAt: '2026-10-15T09:00:00+08:00' })
  const problem = aSituation(incident, {
    dataset: aSituationDataset({
      ...aFullRoster(),
      shelters: [aShelter({ id: 's' })],
      carriers: [aBusPark({ id: 'bus', count: 40 })],
      ...dataset,
    }),
  })
  const facts = factsOf(problem)
  const travel = straightTravel()
  const evacuation = planEvacuation(problem, { facts, zones: [], travel }).value
  return planSupplies(problem, { facts, grading: gradingOf(problem), zones: [], evacuation, forces: NO_FORCES, travel })
}

function need(value: StageValues['supplies'], itemCode: string): SupplyDemand {
  const row = value.demand.find((entry) => entry.itemCode === itemCode)
  if (row === undefined) throw new Error(`no need of ${itemCode}`)
  return row
}

describe('needs by group of displaced people', () => {
  it('count 7 infants by list and take 10 by share of the 200 whose list says nothing', () => {
    const { value } = supply({ populationPoints: [LISTED, UNSAID] })
    expect(need(value, 'LIFE_INFANT').quantity).toBe(17)
    expect(need(value, 'LIFE_FORMULA').quantity).toBe(17)
    expect(need(value, 'LIFE_NAPPY').quantity).toBe(17 * 8 * 3)
    expect(need(value, 'LIFE_WARM_FLASK').quantity).toBe(4)
    const words = need(value, 'LIFE_INFANT').basis.map((reason) => reason.text)
    expect(words).toContain('婴幼儿：按名单7人，按比例估10人（名单未分列的200人按5%，未核实，可在参数中修改）')
  })

  it('give old people a blanket more, those who need help pads and chairs, patients medicine and power', () => {
    const { value } = supply({ populationPoints: [LISTED, UNSAID] })
    expect(need(value, 'LIFE_BLANKET').quantity).toBe(20 + 20)
    expect(need(value, 'LIFE_CARE_PAD').quantity).toBe((9 + 10) * 3 * 3)
    expect(need(value, 'LIFE_TOILET_CHAIR').quantity).toBe(2)
    expect(need(value, 'MED_CHRONIC').quantity).toBe(4 + 10)
    expect(need(value, 'MED_POWER').quantity).toBe(1)
    expect(need(value, 'LIFE_BED').basis.map((reason) => reason.text)).toContain(
      '行动不便人员（按名单9人，按比例估10人）的床位放一层、靠门和厕所处，不占通道',
    )
  })

  it('take no share where the list tells everything, also a list that says nobody', () => {
    const { value } = supply({ populationPoints: [{ ...LISTED, infants: 0 }] })
    expect(value.demand.some((row) => row.itemCode === 'LIFE_INFANT')).toBe(false)
    const [said] = need(value, 'MED_CHRONIC').basis.filter((reason) => reason.code.startsWith('supply-group'))
    expect(said?.text).toBe('病人：按名单4人')
  })

  it('part the list of a place with its people: 7 infants stay 7 over two shelters', () => {
    const shelters = [aShelter({ id: 's1', capacity: 60 }), aShelter({ id: 's2', capacity: 60, lng: 121.88 })]
    const { value } = supply({ populationPoints: [LISTED], shelters })
    const rows = value.demand.filter((row) => row.itemCode === 'LIFE_INFANT')
    expect(rows.map((row) => row.quantity).sort()).toEqual([3, 4])
  })

  it('name what no store holds once for all places, with a purchase of the whole', () => {
    const shelters = [aShelter({ id: 's1', capacity: 60 }), aShelter({ id: 's2', capacity: 60, lng: 121.88 })]
    const { value } = supply({ populationPoints: [LISTED], shelters })
    const gaps = value.shortfalls.filter((row) => row.itemCode === 'MED_CHRONIC')
    expect(gaps).toMatchObject([{ missing: 4, toIds: ['s1', 's2'] }])
    expect(gaps[0]?.remedies[0]?.text).toContain('等2处')
    expect(value.purchases?.find((row) => row.itemCode === 'MED_CHRONIC')).toMatchObject({ quantity: 4 })
  })

  it('ask for one medical worker for each 20 patients of a shelter, counted and assumed apart', () => {
    const { findings } = supply({ populationPoints: [LISTED, UNSAID] })
    expect(findings.find((finding) => finding.code === 'shelter-medics')?.facts).toMatchObject({
      listed: 4,
      estimated: 10,
      medics: 1,
    })
  })
})
