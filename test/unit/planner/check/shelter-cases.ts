import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { ShelterRow } from '#shared/domain/dataset/tables.ts'
import { circlePolygon, destinationOf } from '#shared/kernel/geo.ts'
import { beilun } from '../../../scenarios/scenario-plan.ts'
import { changed, first, reportedAway, type Edit, type RuleCase } from './edited-plan.ts'
import { LINES, move, type Move } from './evacuation-edits.ts'

const movesOf = (plan: DispatchPlan): Move[] => plan.handlingPlan.evacuation.assignments
/** The shelter of the first line. */
const shelterOf = (plan: DispatchPlan): ShelterRow =>
  first(beilun.shelters, ({ id }) => id === first(movesOf(plan)).shelterId)

/** Fills the shelter of the first line to its last place and so many beyond. */
const filled =
  (beyond: number): Edit =>
  (plan) => {
    const [line, shelter] = [first(movesOf(plan)), shelterOf(plan)]
    const others = movesOf(plan).filter((row) => row !== line && row.shelterId === shelter.id)
    line.people = shelter.capacity - shelter.occupied - others.reduce((sum, row) => sum + row.people, 0) + beyond
    return undefined
  }
const notFor =
  (type: ShelterRow['notFor'][number]): Edit =>
  (plan) => ({ shelters: changed(beilun.shelters, shelterOf(plan).id, { notFor: [type] }) })
/** Flood water of 200 m around a point this far from the shelter. */
const flooded =
  (metres: number): Edit =>
  (plan) => {
    const geometry = circlePolygon(destinationOf(shelterOf(plan), 0, metres), 200)
    const basis = { source: '实测', row: '水深' }
    plan.zones.push({ id: 'Z-flood', kind: 'flood', stage: 'measured', geometry, basis, reasons: [] })
    return undefined
  }
/** A mapped slide of 200 m around a point this far from the shelter. */
const slide =
  (metres: number): Edit =>
  (plan) => {
    const { coordinates } = circlePolygon(destinationOf(shelterOf(plan), 0, metres), 200)
    const area = { id: 'slide-1', name: '试验滑坡', kind: 'landslide', level: '', people: null, point: null }
    return { riskAreas: [{ ...area, rings: coordinates }] }
  }
const keptAs =
  (state: ShelterRow['state']): Edit =>
  (plan) => ({ shelters: changed(beilun.shelters, shelterOf(plan).id, { state }) })
const unavailable =
  (suffix: string): Edit =>
  (plan) => {
    plan.incident.unavailable = [`shelter:${shelterOf(plan).id}${suffix}`]
    return undefined
  }

const SHELTER_020 = first(beilun.shelters, ({ id }) => id === 'shelter-020').name

export const SHELTER_CASES: readonly RuleCase[] = [
  {
    code: 'shelter-unknown',
    says: 'a shelter that is in no list',
    plan: 'typhoon',
    breaks: move({ shelterId: 'shelter-of-dreams' }),
    twin: move({ shelterId: null }),
    at: LINES,
    shows: '避灾点shelter-of-dreams',
  },
  {
    code: 'shelter-unavailable',
    says: 'a shelter that was reported unavailable',
    plan: 'typhoon',
    breaks: unavailable(''),
    twin: unavailable('-annex'),
    at: LINES,
    shows: `“${SHELTER_020}”已标为不可用`,
  },
  {
    code: 'shelter-unavailable',
    says: 'a shelter that the library keeps as unusable',
    plan: 'typhoon',
    breaks: keptAs('unusable'),
    twin: keptAs('open'),
    at: LINES,
    shows: `“${SHELTER_020}”已标为不可用`,
  },
  {
    code: 'shelter-over-capacity',
    says: 'anybody in a shelter that was told to be full',
    plan: 'typhoon',
    breaks: keptAs('full'),
    twin: keptAs('preparing'),
    at: LINES,
    shows: `避灾点“${SHELTER_020}”安排`,
  },
  {
    code: 'shelter-over-capacity',
    says: 'one person more than the shelter holds',
    plan: 'typhoon',
    breaks: filled(1),
    twin: filled(0),
    at: LINES,
    shows: `避灾点“${SHELTER_020}”安排`,
  },
  {
    code: 'shelter-in-hazard',
    says: 'a shelter that is not fit for a typhoon',
    plan: 'typhoon',
    breaks: notFor('typhoon'),
    twin: notFor('earthquake'),
    at: LINES,
    shows: `“${SHELTER_020}”不适用于本灾种`,
  },
  {
    code: 'shelter-in-hazard',
    says: 'a shelter in the flood water',
    plan: 'typhoon',
    breaks: flooded(199),
    twin: flooded(201),
    at: LINES,
    shows: SHELTER_020,
  },
  {
    code: 'shelter-in-hazard',
    says: 'a shelter under a mapped slide',
    plan: 'typhoon',
    breaks: slide(199),
    twin: slide(201),
    at: LINES,
    shows: SHELTER_020,
  },
  {
    code: 'carrier-unknown',
    says: 'a bus that is in no list',
    plan: 'typhoon',
    breaks: move({ carrierId: 'carrier-of-dreams' }),
    twin: move({ carrierId: 'carrier-01' }),
    at: `${LINES}.0`,
    shows: '运力carrier-of-dreams',
  },
  {
    code: 'carrier-unavailable',
    says: 'a bus that was reported unavailable',
    plan: 'typhoon',
    breaks: reportedAway('carrier:carrier-05'),
    twin: reportedAway('carrier:carrier-99'),
    at: `${LINES}.0`,
    shows: '运力carrier-05已标为不可用',
  },
]
