import type { Unknown } from '#shared/domain/plan/dispatch-plan.ts'
import type { InfluencedLine } from '#shared/domain/plan/influence.ts'
import type { RowChoice } from '../../app/view-store.ts'
import { influencedKind } from './why-stage.ts'

/** One way in which an unknown would change a row. */
export interface RowInfluence {
  readonly fact: string
  readonly name: string
  readonly valueText: string
  readonly how: InfluencedLine['how']
}

/** What would change one row, the weightiest unknown first; at most five. */
export function unknownsOfRow(unknowns: readonly Unknown[], { kind, id }: RowChoice): RowInfluence[] {
  const wanted = influencedKind(kind)
  return unknowns
    .flatMap(({ fact, name, influence }) =>
      (influence?.cases ?? []).flatMap(({ valueText, lines }): RowInfluence[] => {
        const line = lines.find((each) => each.kind === wanted && each.id === id)
        return line === undefined ? [] : [{ fact, name, valueText, how: line.how }]
      }),
    )
    .slice(0, 5)
}
