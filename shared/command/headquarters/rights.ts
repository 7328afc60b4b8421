import type { Act, Right, RightsTable } from '../../domain/command/rights.ts'
import type { Headquarters } from '../../domain/taxonomy.ts'
import { AppError } from '../../kernel/app-error.ts'
import { invariant } from '../../kernel/assert.ts'
import { ACT_WORDS } from '../../text/act-words.ts'
import { HEADQUARTERS_WORDS } from '../../text/headquarters-words.ts'

/** The row of an act. */
export function rightOf(table: RightsTable, act: Act): Right {
  const right = table.find((row) => row.act === act)
  invariant(right !== undefined, `the table of rights has a row for ${act}`)
  return right
}

/** True when this headquarters decides the act. */
export function mayDecide(table: RightsTable, hq: Headquarters, act: Act): boolean {
  return rightOf(table, act).decides.includes(hq)
}

/**
 * Refuses what another headquarters decides: names who does, and the way there (a request).
 *
 * @throws AppError `forbidden` with the act as value.
 */
export function requireRight(table: RightsTable, hq: Headquarters, act: Act): void {
  const { decides } = rightOf(table, act)
  if (decides.includes(hq)) return
  const deciders = decides.map((decider) => HEADQUARTERS_WORDS[decider]).join('、')
  throw new AppError(
    'forbidden',
    `“${ACT_WORDS[act]}”由${deciders}决定，本次未执行；可在“协同”室转为请求送交${deciders}`,
    {
      path: 'act',
      value: act,
    },
  )
}
