import type { NewsDecision, ProposedNews } from '../../domain/command/news.ts'
import type { ReportElement } from '../../domain/command/report.ts'
import type { Author, Op, OpId } from '../../replication/op.ts'
import { headsOf, opsOfKind } from '../heads.ts'

/** How a release stands. `contested` = two people decided differently apart. */
export const NEWS_STATES = ['proposed', 'approved', 'rejected', 'contested', 'released'] as const
export type NewsState = (typeof NEWS_STATES)[number]

/** A decision that no other replaces. */
export interface NewsVerdict {
  readonly opId: OpId
  readonly decision: NewsDecision
  readonly reason: string
  readonly at: string
  readonly by: Author
}

/** A release with what became of it. */
export interface StandingNews {
  readonly body: ProposedNews
  readonly proposedAt: string
  readonly by: Author
  readonly state: NewsState
  readonly verdicts: readonly NewsVerdict[]
  readonly released: { readonly at: string; readonly channels: readonly string[]; readonly by: Author } | null
}

/** All releases of an incident, in the order of the record. */
export function newsOf(ops: readonly Op[]): StandingNews[] {
  const decisions = opsOfKind(ops, 'v1.news.decided')
  const releases = opsOfKind(ops, 'v1.news.released')
  return opsOfKind(ops, 'v1.news.proposed').map(({ body, wall, by }) => {
    const own = headsOf(decisions.filter((op) => op.body.newsId === body.newsId))
    const release = releases.find((op) => op.body.newsId === body.newsId)
    const verdicts = own.map((op) => ({ opId: op.id, ...op.body, at: op.wall, by: op.by }))
    return {
      body,
      proposedAt: wall,
      by,
      state: release === undefined ? stateOf(own.map((op) => op.body.decision)) : 'released',
      verdicts: verdicts.map(({ opId, decision, reason, at, by: author }) => ({
        opId,
        decision,
        reason,
        at,
        by: author,
      })),
      released: release === undefined ? null : { at: release.body.at, channels: release.body.channels, by: release.by },
    }
  })
}

function stateOf(decisions: readonly NewsDecision[]): NewsState {
  const [first, ...others] = [...new Set(decisions)]
  if (first === undefined) return 'proposed'
  return others.length === 0 ? first : 'contested'
}

/** Figures in a text that none of its facts has: nothing may go to the press that no signed report said. Design rule. */
export function figuresNotIn(text: string, facts: readonly ReportElement[]): string[] {
  const known = new Set(facts.flatMap((fact) => figuresOf(`${fact.text} ${fact.asOf ?? ''}`)))
  return [...new Set(figuresOf(text))].filter((figure) => !known.has(figure))
}

function figuresOf(text: string): string[] {
  return (text.match(/\d+(?:\.\d+)?/g) ?? []).map((figure) => String(Number(figure)))
}

/** Lines a release may rest on: told in a signed report, and known. */
export function releasableFacts(told: ReadonlyMap<string, ReportElement>): ReportElement[] {
  return [...told.values()].filter(({ state }) => state !== 'toVerify')
}
