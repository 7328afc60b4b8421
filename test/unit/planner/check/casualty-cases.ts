import { circlePolygon, destinationOf } from '#shared/kernel/geo.ts'
import { beilun } from '../../../scenarios/scenario-plan.ts'
import { changed, first, type Edit, type RuleCase } from './edited-plan.ts'

const AT = 'handlingPlan.casualties'
/** The hospital that takes the two poisoned people of the example. */
const hospital = first(beilun.hospitals, ({ id }) => id === 'hospital-p0187')

const sentTo =
  (hospitalId: string): Edit =>
  (plan) => {
    first(plan.handlingPlan.casualties).hospitalId = hospitalId
    return undefined
  }
const unavailable =
  (id: string): Edit =>
  (plan) => {
    plan.incident.unavailable = [`hospital:${id}`]
    return undefined
  }
/** A zone of 200 m whose middle is this far from the hospital. */
const zoneAt =
  (metres: number): Edit =>
  (plan) => {
    const geometry = circlePolygon(destinationOf(hospital, 0, metres), 200)
    plan.zones.push({ ...first(plan.zones), id: 'Z-by-hand', geometry })
    return undefined
  }
const patients =
  (count: number): Edit =>
  (plan) => {
    first(plan.handlingPlan.casualties).patients = count
    return undefined
  }
const freeBeds =
  (count: number | null): Edit =>
  () => ({ hospitals: changed(beilun.hospitals, hospital.id, { freeBeds: count }) })
/** No hospital takes anybody; so many patients stand in a gap. */
const admitted =
  (count: number): Edit =>
  (plan) => {
    const { kind } = first(plan.handlingPlan.casualties)
    plan.handlingPlan.casualties = []
    plan.handlingPlan.casualtyGaps = [{ kind, patients: count, reasons: [], remedies: [] }]
    return undefined
  }

export const CASUALTY_CASES: readonly RuleCase[] = [
  {
    code: 'hospital-unknown',
    says: 'a hospital that is in no list',
    plan: 'chlorine',
    breaks: sentTo('hospital-of-dreams'),
    twin: sentTo('hospital-p0186'),
    at: AT,
    shows: '医院hospital-of-dreams不在资源库',
  },
  {
    code: 'hospital-unavailable',
    says: 'a hospital that was reported unavailable',
    plan: 'chlorine',
    breaks: unavailable(hospital.id),
    twin: unavailable('hospital-p0197'),
    at: AT,
    shows: `“${hospital.name}”已标为不可用`,
  },
  {
    code: 'hospital-in-zone',
    says: 'a hospital inside a zone',
    plan: 'chlorine',
    breaks: zoneAt(199),
    twin: zoneAt(201),
    at: AT,
    shows: `“${hospital.name}”位于危险区内`,
  },
  {
    code: 'hospital-over-beds',
    says: 'one patient more than free beds',
    plan: 'chlorine',
    breaks: patients(118),
    twin: patients(117),
    at: AT,
    shows: '安排118人，登记空床只有117张',
  },
  {
    code: 'hospital-over-beds',
    says: 'two patients for one bed, where an unknown number of beds is not none',
    plan: 'chlorine',
    breaks: freeBeds(1),
    twin: freeBeds(null),
    at: AT,
    shows: '安排2人，登记空床只有1张',
  },
  {
    code: 'patients-unaccounted',
    says: 'two patients, one of whom stands nowhere',
    plan: 'chlorine',
    breaks: admitted(1),
    twin: admitted(2),
    at: AT,
    shows: '2人，方案只交代了1人',
  },
]
