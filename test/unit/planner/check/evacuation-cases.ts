import type { PopulationPointRow } from '#shared/domain/dataset/tables.ts'
import { destinationOf } from '#shared/kernel/geo.ts'
import { first, pointAt, type Edit, type RuleCase } from './edited-plan.ts'
import { LINES, move, PEOPLE, type Move } from './evacuation-edits.ts'

/** The first line's people stand this far from the scene and do as written. */
const standing =
  (bearing: number, metres: number, change: Partial<Move>): Edit =>
  (plan) => {
    const { assignments, population } = plan.handlingPlan.evacuation
    const line = Object.assign(first(assignments), change)
    const { lng, lat } = destinationOf(plan.incident.location, bearing, metres)
    first(population, ({ id }) => id === line.fromId).location = { lng, lat }
    return undefined
  }
/** People told to stay so far downwind of a gas leak that does not burn. */
const inGas =
  (metres: number): Edit =>
  (plan) => {
    plan.zones = plan.zones.filter(({ kind }) => kind !== 'fireIsolation')
    return standing(160, metres, { mode: 'shelterInPlace' })(plan)
  }
/** People on foot who meet a bus so far upwind of the scene. */
const metByBus =
  (metres: number): Edit =>
  (plan) => {
    const pickUp = destinationOf(plan.incident.location, 45, metres)
    return move({ means: 'walk', carrierId: 'carrier-03', pickUp })(plan)
  }
/** The first line sends one person fewer; so many are admitted as left. */
const leftOut =
  (admitted: number): Edit =>
  (plan) => {
    const { assignments, shortfalls } = plan.handlingPlan.evacuation
    const line = first(assignments)
    line.people -= 1
    if (admitted > 0) shortfalls.push({ fromId: line.fromId, people: admitted, reasons: [], remedies: [] })
    return undefined
  }
const resident: Partial<PopulationPointRow> = { list: 'resident', hazard: '' }
export const EVACUATION_CASES: readonly RuleCase[] = [
  {
    code: 'HZ12',
    says: 'people in the isolation circle told to stay',
    plan: 'road',
    breaks: standing(45, 149, { mode: 'shelterInPlace' }),
    twin: standing(45, 151, { mode: 'shelterInPlace' }),
    at: `${LINES}.0`,
    shows: '初始隔离区内必须撤出',
  },
  {
    code: 'HZ12',
    says: 'people told to stay where flammable gas drifts',
    plan: 'burningGas',
    breaks: inGas(790),
    twin: inGas(810),
    at: `${LINES}.0`,
    shows: '易燃气体扩散区内不得就地躲避',
  },
  {
    code: 'HZ12',
    says: 'people sent out whom the toxic cloud reaches a second sooner',
    plan: 'road',
    breaks: move({ mode: 'evacuate', cloudArrivesS: 100, walkOutS: 101 }),
    twin: move({ mode: 'evacuate', cloudArrivesS: 101, walkOutS: 101 }),
    at: `${LINES}.0`,
    shows: '毒气云先到',
  },
  {
    code: 'HZ12',
    says: 'people on foot who meet their bus inside the isolation circle',
    plan: 'road',
    breaks: metByBus(149),
    twin: metByBus(151),
    at: `${LINES}.0`,
    shows: '上客点须在区外',
  },
  {
    code: 'people-unaccounted',
    says: 'one person of a listed place who stands nowhere',
    plan: 'typhoon',
    breaks: leftOut(0),
    twin: leftOut(1),
    at: `${PEOPLE}.0`,
    shows: '应安排100人，方案只交代了99人',
  },
  {
    code: 'people-unaccounted',
    says: 'a place in the isolation circle that the plan does not know',
    plan: 'road',
    breaks: pointAt(45, 149, resident),
    twin: pointAt(45, 151, resident),
    at: PEOPLE,
    shows: '“新增点”应安排7人，方案只交代了0人',
  },
  {
    code: 'people-unaccounted',
    says: 'one person who is in the isolation circle at night',
    plan: 'chlorine',
    breaks: pointAt(0, 100, { ...resident, peopleNight: 1 }),
    twin: pointAt(0, 100, { ...resident, peopleNight: 0 }),
    at: PEOPLE,
    shows: '“新增点”',
  },
]
