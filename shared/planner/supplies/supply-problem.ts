/** A lot of a shelf: whole packs, and the price of taking one (design: first expired, first out). */
interface SupplyLot {
  readonly lotId: string
  readonly packs: number
  /** Hundredths of a second for one pack; rises with the days left. */
  readonly price: number
}

/** What one store may give of one item; lots in the order in which they are drawn. */
interface SupplyShelf {
  readonly store: number
  readonly packs: number
  readonly lots: readonly SupplyLot[]
}

/** What one place wants of one item. */
interface SupplyNeed {
  readonly packs: number
  /** Hundredths of a second for each missing pack. */
  readonly missingPrice: number
}

/** Goods of one shelf on their way to one need. */
export interface SupplyWay {
  readonly shelf: number
  readonly need: number
  /** Hundredths of a second for one pack. */
  readonly price: number
  /** Price of using the way at all: one more store that picks for the same need, one more line than in force. */
  readonly pickingPrice: number
  /** Millionths of a lorry load, and the lorry seconds they take there and back, for one pack. */
  readonly load: number
  readonly lorryTime: number
  /** Seconds to the destination: loading and driving. */
  readonly etaS: number
  /** Nearness class of the draft: stores near by, the district, stores farther away. */
  readonly rank: number
}

/** A store with the price of calling it out and what it can load within the relief clock. */
interface SupplyStore {
  readonly id: string
  readonly openingPrice: number
  /** Millionths of a lorry load. */
  readonly loadable: number
}

/** What the version in force sends over each way, in the order of the ways. */
export interface SupplyInForce {
  readonly packs: readonly number[]
  /** Packs that are under way already: a flow never gives less. */
  readonly fixed: readonly number[]
  /** Hundredths of a second for each way in force that gives more or less than before. */
  readonly changePrice: number
  /** True = too many ways to prove changes one by one: the model may count parts of a change, which is a bound all the same. */
  readonly isRelaxed: boolean
}

/** The split of stock over needs as numbers only. Prices are whole hundredths of a second for one pack. */
export interface SupplyProblem {
  readonly stores: readonly SupplyStore[]
  readonly shelves: readonly SupplyShelf[]
  readonly needs: readonly SupplyNeed[]
  readonly ways: readonly SupplyWay[]
  /** Lorry time of the whole fleet within the relief clock (millionths of a load × s); null = no lorries are listed. */
  readonly fleetTime: number | null
  readonly limits: { readonly gap: number; readonly maxNodes: number; readonly guardMs: number }
  /** Needs are drafted over this many stores before the fewest that suffice are sought. */
  readonly storesPerNeed: number
  /** The moment a need is wanted, seconds from now, in the order of `needs`. */
  readonly wantedS: readonly number[]
  /** Absent for a first plan. A way the version in force does not use carries the price of a change in its picking price. */
  readonly inForce?: SupplyInForce
}

/** Whole packs on each way, in the order of the problem's ways. */
export type SupplyFlow = readonly number[]

/** What a flow costs, parts named. */
export interface SupplyPrice {
  readonly objective: number
  readonly missing: number
  readonly openings: number
  /** Ways in force that give more or less; new ways are priced as picking. */
  readonly changes: number
}

/** A flow with what is proven about it. */
export interface SupplySolution {
  readonly flow: SupplyFlow
  readonly objective: number
  readonly status: 'optimal' | 'feasible' | 'greedy'
  readonly bound: number | null
  readonly gap: number | null
  /** Where lines of the version in force were given up though they could stay: what staying would cost. */
  readonly staying?: { readonly flow: SupplyFlow; readonly objective: number }
  readonly stop: 'proven' | 'contradicted' | 'draft' | 'nodes' | 'time' | 'infeasible' | 'failed'
}
