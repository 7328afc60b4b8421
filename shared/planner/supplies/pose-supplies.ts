import type { SupplyDemand } from '../../domain/plan/force-plan.ts'
import type { SupplyItem, SupplyParameters } from '../../domain/parameters/supplies.ts'
import { localParts, parseInstant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { countLorryShares } from './lorries.ts'
import type { SupplyProblem, SupplyWay } from './supply-problem.ts'
import { supplyWindowS, type Shelf, type UsableStock } from './usable-lots.ts'

/** Driving time and length from a store to a destination; null = no way by road. */
export type StoreTrip = (
  storeId: string,
  toId: string,
) => { readonly durationS: number; readonly distanceM: number } | null

/** The split in numbers, with what its numbers stand for in the same order. */
export interface PosedSupplies {
  readonly problem: SupplyProblem
  readonly shelves: readonly Shelf[]
  readonly needs: readonly SupplyDemand[]
  readonly packs: readonly number[]
  /** Packs the version in force takes of a lot for a place, by `lotId|toId`; absent for a first plan. */
  readonly lotsInForce?: ReadonlyMap<string, number>
}

const TIER_RANK = { village: 0, street: 1, district: 2 } as const
const FAR_RANK = 3
const LONGEST_LIFE_DAYS = 3650
const MILLION = 1e6

/** Demands and usable stock as sources, needs and ways with whole prices. */
export function poseSupplies(
  problem: PlanningProblem,
  facts: Pick<FactSheet, 'nowS' | 'offsetMin'>,
  { demands, stock, trip }: { demands: readonly SupplyDemand[]; stock: UsableStock; trip: StoreTrip },
): PosedSupplies {
  const { supplies } = problem.parameters
  const items = new Map(supplies.items.map((item) => [item.itemCode, item]))
  const wanted = new Set(demands.map((row) => row.itemCode))
  const shelves = sortedBy(
    [...stock.shelves].filter(([itemCode]) => wanted.has(itemCode)).flatMap(([, list]) => list),
    (shelf) => [shelf.store.id, shelf.itemCode],
  ).filter((shelf) => shelf.free > 0)
  const storeIds = [...new Set(shelves.map((shelf) => shelf.store.id))]
  const packs = demands.map((row) => Math.ceil(row.quantity / (items.get(row.itemCode)?.pack ?? 1)))
  const today = localParts(facts.nowS, facts.offsetMin).date
  const pairs = demands.reduce((sum, row) => sum + shelves.filter((shelf) => shelf.itemCode === row.itemCode).length, 0)
  // Beyond this size a price on each pair of store and need makes the proof slow; what a store costs still keeps them few.
  const pickingPrice = pairs > supplies.pickingPairs.value ? 0 : hundredths(supplies.pickingPackS.value)
  const tiers = new Map(shelves.map((shelf) => [shelf.store.id, shelf.store.tier]))
  return {
    shelves,
    needs: demands,
    packs,
    problem: {
      stores: storeIds.map((id) => ({
        id,
        openingPrice: hundredths(supplies.storeOpeningPackS.value),
        loadable: loadableOf(supplies, tiers.get(id) ?? 'village'),
      })),
      shelves: shelves.map((shelf) => {
        const pack = items.get(shelf.itemCode)?.pack ?? 1
        const lots = shelf.lots.map((lot) => ({
          lotId: lot.row.lotId,
          packs: Math.floor(lot.row.quantity / pack),
          price: lotPrice(supplies, today, lot.row.expiresOn),
        }))
        const held = lots.reduce((sum, lot) => sum + lot.packs, 0)
        return { store: storeIds.indexOf(shelf.store.id), packs: Math.min(held, Math.floor(shelf.free / pack)), lots }
      }),
      needs: demands.map((_, index) => ({
        packs: packs[index] ?? 0,
        missingPrice: hundredths(supplies.unmetS.value * weightOf(supplies, packs[index] ?? 0)),
      })),
      ways: demands.flatMap((demand, need) =>
        shelves.flatMap((shelf, index) => {
          const item = items.get(shelf.itemCode)
          const reach = item?.itemCode === demand.itemCode ? trip(shelf.store.id, demand.toId) : null
          if (item === undefined || reach === null) return []
          const weight = weightOf(supplies, packs[need] ?? 0)
          return [wayOf(supplies, { index, need, shelf, item, demand, driveS: reach.durationS, weight, pickingPrice })]
        }),
      ),
      fleetTime: fleetTimeOf(problem),
      limits: {
        gap: supplies.solverGap.value,
        maxNodes: supplies.solverNodes.value,
        guardMs: supplies.solverGuardMs.value,
      },
      storesPerNeed: supplies.storesPerItem.value,
      wantedS: demands.map((row) => row.bySAfterStart),
    },
  }
}

function wayOf(
  supplies: SupplyParameters,
  given: {
    readonly index: number
    readonly need: number
    readonly shelf: Shelf
    readonly item: SupplyItem
    readonly demand: SupplyDemand
    readonly driveS: number
    readonly weight: number
    readonly pickingPrice: number
  },
): SupplyWay {
  const { index, need, shelf, item, demand, driveS, weight } = given
  const near = supplies.nearDriveS.value
  const isFar = shelf.store.tier !== 'district' && driveS > near
  const etaS = supplies.loadingS.value + driveS
  const late = Math.max(0, etaS - demand.bySAfterStart) * supplies.lateFactor.value
  // The district store, and stores too far to be near, stand behind a near village or street store by one near drive.
  const behind = shelf.store.tier === 'district' || isFar ? near : 0
  const load = Math.ceil((MILLION * item.pack) / item.perLorry)
  return {
    shelf: index,
    need,
    pickingPrice: given.pickingPrice,
    price: hundredths((etaS + late + behind) * weight),
    load,
    lorryTime: load * (supplies.loadingS.value + 2 * driveS),
    etaS,
    rank: isFar ? FAR_RANK : TIER_RANK[shelf.store.tier],
  }
}

/** Needs of few packs weigh as much as one of `leastWeightPacks`: one generator counts like a lorry of water. */
function weightOf({ leastWeightPacks }: SupplyParameters, packs: number): number {
  return Math.max(1, leastWeightPacks.value / Math.max(1, packs))
}

function lotPrice({ fefoPriceS }: SupplyParameters, today: string, expiresOn: string): number {
  const days = expiresOn === '' ? LONGEST_LIFE_DAYS : Math.max(0, daysBetween(today, expiresOn))
  return hundredths((fefoPriceS.value * Math.min(days, LONGEST_LIFE_DAYS)) / LONGEST_LIFE_DAYS)
}

/** Whole days from one date to another. */
function daysBetween(from: string, to: string): number {
  const at = (date: string): number => parseInstant(`${date}T00:00:00Z`)?.epochS ?? 0
  return Math.round((at(to) - at(from)) / 86_400)
}

function loadableOf(supplies: SupplyParameters, tier: 'village' | 'street' | 'district'): number {
  const docks = { village: supplies.docksVillage, street: supplies.docksStreet, district: supplies.docksDistrict }[tier]
  return Math.floor((MILLION * docks.value * supplyWindowS(supplies)) / supplies.loadingS.value)
}

function fleetTimeOf(problem: PlanningProblem): number | null {
  const shares = countLorryShares(problem)
  return shares === 0 ? null : Math.floor(MILLION * shares * supplyWindowS(problem.parameters.supplies))
}

/** Whole hundredths. */
function hundredths(seconds: number): number {
  return Math.round(seconds * 100)
}
