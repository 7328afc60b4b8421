import { sortedBy } from '../../kernel/order.ts'

/** Who may be meant: somebody with a live order. */
export interface RadioCaller {
  /** Team, or receiver of the order. */
  readonly id: string
  readonly name: string
  readonly callSign: string
  /** First letters of the name in pinyin: 柴桥消防救援站 → `cqxfjyz`. */
  readonly initials: string
  readonly callSignInitials: string
}

/**
 * Those who answer to what was typed, the likeliest first: the exact name or call-sign, then its beginning in characters or
 * pinyin initials, then any part of it. Only the best kind of match counts, so that one short name means one team.
 */
export function matchCallers<T extends RadioCaller>(typed: string, callers: readonly T[]): T[] {
  const wanted = typed.toLowerCase()
  if (wanted === '') return []
  const ranked = callers.flatMap((caller) => {
    const rank = rankOf(wanted, caller)
    return rank === null ? [] : [{ caller, rank }]
  })
  const best = Math.min(...ranked.map(({ rank }) => rank))
  return sortedBy(
    ranked.filter(({ rank }) => rank === best),
    ({ caller }) => [caller.name.length, caller.name, caller.id],
  ).map(({ caller }) => caller)
}

function rankOf(wanted: string, { name, callSign, initials, callSignInitials }: RadioCaller): number | null {
  const names = [name.toLowerCase(), callSign.toLowerCase(), initials, callSignInitials].filter((one) => one !== '')
  const digits = callSign.replace(/\D/g, '')
  if (names.includes(wanted) || (digits !== '' && digits === wanted)) return 0
  if (names.some((one) => one.startsWith(wanted))) return 1
  return names.some((one) => one.includes(wanted)) ? 2 : null
}
