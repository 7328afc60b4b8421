import type { OrderStep } from '../../domain/command/order.ts'
import { parseInstant } from '../../kernel/instant.ts'
import type { OrderState } from './order-state.ts'

/** Links of the chain every order is measured by: 接警 → 下达 → 签收 → 出动 → 到场 → 完成. */
export const CHAIN_LINKS = ['call', 'issued', 'received', 'turnedOut', 'onScene', 'done'] as const
export type ChainLink = (typeof CHAIN_LINKS)[number]

/** One link: when, who said so, and how long after the call and after the link before. Null = nobody has said it. */
export interface LinkTime {
  readonly link: ChainLink
  readonly at: string | null
  readonly saidBy: string
  /** Seconds since the call was received; negative = said to be earlier. */
  readonly sinceCallS: number | null
  /** Seconds since the latest earlier link that is known. */
  readonly sinceLinkBeforeS: number | null
  /** Seconds after issue that were allowed, and whether it was kept; null = no such limit, or nobody has said it. */
  readonly limitS: number | null
  readonly kept: boolean | null
}

/**
 * The measured chain of one order, from times that people stated. Where it continues a team's first order, what was said of
 * that one counts: a team turns out once.
 */
export function chainOf(
  state: Pick<OrderState, 'order' | 'steps'>,
  receivedAt: string | null,
  continued: Pick<OrderState, 'order' | 'steps'> | null = null,
): LinkTime[] {
  const { order } = state
  const { targets } = order
  const first = (step: OrderStep): { at: string | null; saidBy: string } => {
    const own = state.steps.find((one) => one.step === step && one.standsAt !== null)
    const before =
      step === 'turnedOut' || step === 'onScene'
        ? continued?.steps.find((one) => one.step === step && one.standsAt !== null)
        : undefined
    const said = before ?? own
    return { at: said?.standsAt ?? null, saidBy: said?.saidBy ?? '' }
  }
  const dueAfterS = order.dueAt === null ? null : secondsBetween(order.issuedAt, order.dueAt)
  const links: { link: ChainLink; at: string | null; saidBy: string; limitS: number | null }[] = [
    { link: 'call', at: receivedAt, saidBy: '', limitS: null },
    { link: 'issued', at: order.issuedAt, saidBy: order.issuer, limitS: null },
    { link: 'received', ...first('received'), limitS: targets.receivedByS },
    { link: 'turnedOut', ...first('turnedOut'), limitS: targets.turnedOutByS },
    { link: 'onScene', ...first('onScene'), limitS: targets.onSceneByS },
    { link: 'done', ...first('done'), limitS: dueAfterS },
  ]
  return links.map(({ link, at, saidBy, limitS }, index) => {
    const before = links.slice(0, index).findLast((one) => one.at !== null)?.at ?? null
    const sinceIssueS = link === 'call' ? null : secondsBetween(order.issuedAt, at)
    return {
      ...{ link, at, saidBy, limitS },
      sinceCallS: secondsBetween(receivedAt, at),
      sinceLinkBeforeS: secondsBetween(before, at),
      kept: limitS === null || sinceIssueS === null ? null : sinceIssueS <= limitS,
    }
  })
}

/** Whole seconds from one moment to another; null when either is not known. */
export function secondsBetween(from: string | null, to: string | null): number | null {
  const start = from === null ? null : parseInstant(from)
  const end = to === null ? null : parseInstant(to)
  return start === null || end === null ? null : end.epochS - start.epochS
}
