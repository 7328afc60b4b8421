import type { IssuedOrder, OrderStep } from '../../domain/command/order.ts'
import { parseInstant } from '../../kernel/instant.ts'
import type { Contradiction, SaidStep } from './order-state.ts'

/** Steps in the order in which they must happen. */
const SEQUENCE: readonly OrderStep[] = ['received', 'turnedOut', 'onScene', 'done']
const ENDS: readonly OrderStep[] = ['refused', 'done', 'withdrawn', 'released']

type Told = Contradiction['steps'][number]

/** What about an order cannot all be true. Nothing is thrown away for it: a person asks again and corrects. */
export function findContradictions(
  order: IssuedOrder,
  said: readonly SaidStep[],
  { issuedAgain, sameNumber }: { readonly issuedAgain: number; readonly sameNumber: number },
): Contradiction[] {
  const standing = said.flatMap((step) => (step.standsAt === null ? [] : [told(step.step, step.standsAt, step.saidBy)]))
  const issue = told('issued', order.issuedAt, order.issuer)
  return [
    ...(issuedAgain > 0 ? [{ code: 'issuedTwice' as const, steps: [issue] }] : []),
    ...(sameNumber > 0 ? [{ code: 'numberTwice' as const, steps: [issue] }] : []),
    ...standing
      .filter(({ at }) => isEarlier(at, order.issuedAt))
      .map((step) => ({ code: 'beforeIssue' as const, steps: [issue, step] })),
    ...outOfOrder(standing),
    ...saidTwice(standing),
    ...endedTwice(standing),
  ]
}

function outOfOrder(standing: readonly Told[]): Contradiction[] {
  const first = SEQUENCE.flatMap((step) => standing.find((said) => said.step === step) ?? [])
  return first.flatMap((later, index) =>
    first
      .slice(0, index)
      .filter((earlier) => isEarlier(later.at, earlier.at))
      .map((earlier) => ({ code: 'outOfOrder' as const, steps: [earlier, later] })),
  )
}

function saidTwice(standing: readonly Told[]): Contradiction[] {
  return SEQUENCE.flatMap((step) => {
    const times = standing.filter((said) => said.step === step)
    const isOne = new Set(times.map(({ at }) => parseInstant(at)?.epochS ?? at)).size < 2
    return isOne ? [] : [{ code: 'saidTwice' as const, steps: times }]
  })
}

/** Done and then released is the usual end of a team's order; any other two ends are one too many. */
function endedTwice(standing: readonly Told[]): Contradiction[] {
  const ends = standing.filter(({ step }) => ENDS.some((end) => end === step))
  const kinds = new Set(ends.map(({ step }) => step))
  kinds.delete('released')
  const afterRefusal = kinds.has('refused') && ends.some(({ step }) => step === 'released')
  return kinds.size > 1 || afterRefusal ? [{ code: 'endedTwice', steps: ends }] : []
}

function isEarlier(a: string, b: string): boolean {
  const first = parseInstant(a)
  const second = parseInstant(b)
  return first !== null && second !== null && first.epochS < second.epochS
}

function told(step: Told['step'], at: string, saidBy: string): Told {
  return { step, at, saidBy }
}
