import { REVIEW_MEASURES, type OrderPercentile } from '../../domain/after-action.ts'
import { secondsBetween, type ChainLink, type LinkTime } from '../orders/order-chain.ts'

/** Fewer orders than these make no percentile (design rule). */
const FEWEST_ORDERS = 5

const LINKS: Readonly<Record<OrderPercentile['measure'], ChainLink>> = {
  receipt: 'received',
  turnOut: 'turnedOut',
  arrival: 'onScene',
}

/** Seconds from issue to receipt, turn-out and arrival over all chains that have both; nearest rank. */
export function orderPercentiles(chains: readonly (readonly LinkTime[])[]): OrderPercentile[] {
  return REVIEW_MEASURES.map((measure) => {
    const measured = chains.flatMap((chain) => secondsBetween(atOf(chain, 'issued'), atOf(chain, LINKS[measure])) ?? [])
    const sorted = measured.toSorted((a, b) => a - b)
    const at = (percent: number): number | null =>
      sorted.length < FEWEST_ORDERS ? null : (sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? null)
    return { measure, orders: sorted.length, p50S: at(50), p90S: at(90) }
  })
}

function atOf(chain: readonly LinkTime[], link: ChainLink): string | null {
  return chain.find((one) => one.link === link)?.at ?? null
}
