import { describe, expect, it } from 'vitest'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { destinationOf } from '#shared/kernel/geo.ts'
import { checkPlan } from '#shared/planner/check-plan.ts'
import { exampleProblem, planExample } from '../../scenarios/scenario-plan.ts'

const ROAD = 'ammonia-tanker-road'
const TYPHOON = 'typhoon-transfer'
const CHLORINE = 'chlorine-plant-night'

const KNOWN = new Map([ROAD, TYPHOON, CHLORINE].map((name) => [name, exampleProblem(name)]))

function problemOf(name: string): ReturnType<typeof exampleProblem> {
  const problem = KNOWN.get(name)
  if (problem === undefined) throw new Error(`no example ${name}`)
  return problem
}

const made = new Map<string, DispatchPlan>()

/** Changes a plan, or gives the data set it is judged against. */
type Edit = (plan: DispatchPlan) => Dataset | undefined

function blocksAfter(name: string, edit: Edit): string[] {
  const ready = made.get(name) ?? planExample(name)
  made.set(name, ready)
  const plan = structuredClone(ready)
  const dataset = edit(plan) ?? problemOf(name).dataset
  return checkPlan(plan, { ...problemOf(name), dataset })
    .filter((finding) => finding.severity === 'block')
    .map((finding) => finding.code)
}

function first<T>(list: readonly T[]): T {
  const [head] = list
  if (head === undefined) throw new Error('the example plan has nothing to edit here')
  return head
}

const movesOf = (plan: DispatchPlan): DispatchPlan['handlingPlan']['evacuation']['assignments'] =>
  plan.handlingPlan.evacuation.assignments
const linesOf = (plan: DispatchPlan): DispatchPlan['forcePlan']['supplies']['allocations'] =>
  plan.forcePlan.supplies.allocations
interface Case {
  readonly says: string
  readonly code: string
  readonly on: string
  readonly broken: Edit
  readonly lawful: Edit
}

const same = (): undefined => undefined

const CASES: readonly Case[] = [
  {
    says: 'a lot that is not in the data set',
    code: 'lot-unknown',
    on: ROAD,
    broken: (plan) => {
      first(linesOf(plan)).lotId = 'lot-of-dreams'
    },
    lawful: same,
  },
  {
    says: 'more of a lot than it holds',
    code: 'lot-overdrawn',
    on: ROAD,
    broken: (plan) => {
      const line = first(linesOf(plan))
      line.quantity = 1 + first(problemOf(ROAD).dataset.stock.filter((lot) => lot.lotId === line.lotId)).quantity
    },
    lawful: (plan) => {
      const line = first(linesOf(plan))
      line.quantity = first(problemOf(ROAD).dataset.stock.filter((lot) => lot.lotId === line.lotId)).quantity
    },
  },
  {
    says: 'a lot that is not in store',
    code: 'lot-not-in-store',
    on: ROAD,
    broken: (plan) => withLots(plan, { status: '待检' }),
    lawful: (plan) => withLots(plan, { status: '在库' }),
  },
  {
    says: 'a lot past its date',
    code: 'lot-expired',
    on: ROAD,
    broken: (plan) => withLots(plan, { expiresOn: '2026-07-13' }),
    lawful: (plan) => withLots(plan, { expiresOn: '2099-01-01' }),
  },
  {
    says: 'a store drawn below its reserve',
    code: 'reserve-broken',
    on: ROAD,
    broken: () => withReserve(1),
    lawful: () => withReserve(0),
  },
  {
    says: 'a need that nobody fills and nobody admits',
    code: 'supply-unmet-unsaid',
    on: TYPHOON,
    broken: (plan) => {
      plan.forcePlan.supplies.allocations = []
    },
    lawful: (plan) => {
      const { supplies } = plan.forcePlan
      supplies.shortfalls = supplies.demand.map((need) => ({
        itemCode: need.itemCode,
        item: need.item,
        missing: need.quantity,
        unit: need.unit,
        toId: need.toId,
        reasons: [],
        remedies: [],
      }))
      supplies.allocations = []
    },
  },
  {
    says: 'goods that no run carries',
    code: 'supply-without-run',
    on: TYPHOON,
    broken: (plan) => {
      first(linesOf(plan)).transferId = 'T-nowhere'
    },
    lawful: same,
  },
  {
    says: 'goods on a bus',
    code: 'carrier-unknown',
    on: TYPHOON,
    broken: (plan) => {
      first(plan.forcePlan.supplies.transfers ?? []).carrierId = 'carrier-01'
    },
    lawful: (plan) => {
      first(plan.forcePlan.supplies.transfers ?? []).carrierId = null
    },
  },
  {
    says: 'goods that their lorry never loads',
    code: 'supply-off-tour',
    on: TYPHOON,
    broken: (plan) => {
      const tour = first(plan.forcePlan.supplies.tours ?? [])
      tour.stops = tour.stops.filter((stop) => stop.kind === 'unload')
    },
    lawful: same,
  },
  {
    says: 'a lorry with more than it takes',
    code: 'tour-overloaded',
    on: TYPHOON,
    broken: (plan) => {
      first(plan.forcePlan.supplies.tours ?? []).loads = 60
    },
    lawful: (plan) => {
      first(plan.forcePlan.supplies.tours ?? []).loads = 0.1
    },
  },
  {
    says: 'a shelter that is not in the data set',
    code: 'shelter-unknown',
    on: TYPHOON,
    broken: (plan) => {
      first(movesOf(plan)).shelterId = 'shelter-of-dreams'
    },
    lawful: same,
  },
  {
    says: 'a shelter reported unavailable',
    code: 'shelter-unavailable',
    on: TYPHOON,
    broken: (plan) => {
      plan.incident.unavailable = [`shelter:${first(movesOf(plan)).shelterId ?? ''}`]
    },
    lawful: (plan) => {
      plan.incident.unavailable = ['shelter:elsewhere']
    },
  },
  {
    says: 'one person more than the shelter holds',
    code: 'shelter-over-capacity',
    on: TYPHOON,
    broken: (plan) => {
      fill(plan, 1)
    },
    lawful: (plan) => {
      fill(plan, 0)
    },
  },
  {
    says: 'a bus that is on no list',
    code: 'carrier-unknown',
    on: TYPHOON,
    broken: (plan) => {
      first(movesOf(plan)).carrierId = 'carrier-of-dreams'
    },
    lawful: (plan) => {
      first(movesOf(plan)).carrierId = 'carrier-01'
    },
  },
  {
    says: 'people left out without a word',
    code: 'people-unaccounted',
    on: TYPHOON,
    broken: (plan) => {
      plan.handlingPlan.evacuation.assignments = movesOf(plan).slice(1)
    },
    lawful: (plan) => {
      const [left, ...others] = movesOf(plan)
      plan.handlingPlan.evacuation.assignments = others
      plan.handlingPlan.evacuation.shortfalls.push({
        fromId: left?.fromId ?? '',
        people: left?.people ?? 0,
        reasons: [],
        remedies: [],
      })
    },
  },
  {
    says: 'a transfer that ends a minute after the gale begins',
    code: 'transfer-too-late',
    on: TYPHOON,
    broken: (plan) => {
      first(movesOf(plan)).doneBy = '2026-08-25T17:01:00+08:00'
    },
    lawful: (plan) => {
      first(movesOf(plan)).doneBy = '2026-08-25T17:00:00+08:00'
    },
  },
  {
    says: 'a boat that is still out in the gale',
    code: 'boat-in-gale',
    on: TYPHOON,
    broken: (plan) => {
      Object.assign(first(movesOf(plan)), { means: 'boat', doneBy: '2026-08-25T17:01:00+08:00' })
    },
    lawful: (plan) => {
      first(movesOf(plan)).means = 'boat'
    },
  },
  {
    says: 'people in the isolation circle told to stay',
    code: 'HZ12',
    on: ROAD,
    broken: (plan) => {
      stayAt(plan, plan.incident.location)
    },
    lawful: (plan) => {
      stayAt(plan, destinationOf(plan.incident.location, 225, 700))
    },
  },
  {
    says: 'a hospital that is not in the data set',
    code: 'hospital-unknown',
    on: CHLORINE,
    broken: (plan) => {
      first(plan.handlingPlan.casualties).hospitalId = 'hospital-of-dreams'
    },
    lawful: same,
  },
  {
    says: 'a hospital inside the zone',
    code: 'hospital-in-zone',
    on: CHLORINE,
    broken: (plan) => {
      first(plan.handlingPlan.casualties).hospitalId = 'hospital-p0197'
    },
    lawful: (plan) => {
      first(plan.handlingPlan.casualties).hospitalId = 'hospital-p0186'
    },
  },
  {
    says: 'a hospital reported unavailable',
    code: 'hospital-unavailable',
    on: CHLORINE,
    broken: (plan) => {
      plan.incident.unavailable = [`hospital:${first(plan.handlingPlan.casualties).hospitalId}`]
    },
    lawful: (plan) => {
      plan.incident.unavailable = ['hospital:hospital-p0197']
    },
  },
  {
    says: 'more patients than free beds',
    code: 'hospital-over-beds',
    on: CHLORINE,
    broken: (plan) => {
      first(plan.handlingPlan.casualties).patients = 118
    },
    lawful: (plan) => {
      first(plan.handlingPlan.casualties).patients = 117
    },
  },
  {
    says: 'patients without a hospital and without a word',
    code: 'patients-unaccounted',
    on: CHLORINE,
    broken: (plan) => {
      plan.handlingPlan.casualties = []
    },
    lawful: (plan) => {
      plan.handlingPlan.casualtyGaps = plan.handlingPlan.casualties.map(({ kind, patients }) => ({
        kind,
        patients,
        reasons: [],
        remedies: [],
      }))
      plan.handlingPlan.casualties = []
    },
  },
  {
    says: 'infants whose packs were taken out of the needs',
    code: 'group-need-missing',
    on: TYPHOON,
    broken: (plan) => withoutNeed(plan, 'LIFE_INFANT'),
    lawful: (plan) => withoutNeed(plan, 'LIFE_TORCH'),
  },
]

function withoutNeed(plan: DispatchPlan, itemCode: string): undefined {
  const { supplies } = plan.forcePlan
  supplies.demand = supplies.demand.filter((row) => row.itemCode !== itemCode)
}

/** The data set with the lots of the plan changed. */
function withLots(plan: DispatchPlan, change: Partial<Dataset['stock'][number]>): Dataset {
  const { dataset } = problemOf(ROAD)
  const used = new Set(linesOf(plan).map((line) => line.lotId))
  return { ...dataset, stock: dataset.stock.map((lot) => (used.has(lot.lotId) ? { ...lot, ...change } : lot)) }
}

/** The data set with this share of every item kept back in every store. */
function withReserve(reserveShare: number): Dataset {
  const { dataset } = problemOf(ROAD)
  return { ...dataset, stores: dataset.stores.map((store) => ({ ...store, reserveShare })) }
}

/** Fills the shelter of the first row to its last place and `more` beyond. */
function fill(plan: DispatchPlan, more: number): void {
  const line = first(movesOf(plan))
  const shelter = first(problemOf(TYPHOON).dataset.shelters.filter((row) => row.id === line.shelterId))
  const others = movesOf(plan)
    .filter((row) => row !== line && row.shelterId === line.shelterId)
    .reduce((sum, row) => sum + row.people, 0)
  line.people = shelter.capacity - shelter.occupied - others + more
}

function stayAt(plan: DispatchPlan, place: { lng: number; lat: number }): void {
  const line = first(movesOf(plan))
  const point = first(plan.handlingPlan.evacuation.population.filter((row) => row.id === line.fromId))
  point.location = { lng: place.lng, lat: place.lat }
  line.mode = 'shelterInPlace'
}

describe('the check of supplies, evacuation and casualties', () => {
  it.each(CASES.map((entry) => [entry.says, entry.code, entry] as const))('blocks %s (%s)', (_says, code, entry) => {
    expect(blocksAfter(entry.on, entry.broken)).toContain(code)
  })

  it.each(CASES.map((entry) => [entry.says, entry.code, entry] as const))(
    'does not see %s (%s) where it is not',
    (_says, code, entry) => {
      expect(blocksAfter(entry.on, entry.lawful)).not.toContain(code)
    },
  )
})
