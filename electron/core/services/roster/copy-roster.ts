import { appContract, type AppContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { parseInstant } from '#shared/kernel/instant.ts'
import { columnOf, monthColumns } from '#shared/planner/people/roster-grid.ts'
import { applyLibraryBatch } from '../../keeping/apply-library-batch.ts'
import { answerOnce } from '../answer-once.ts'
import { stampOf } from '../batch-stamp.ts'
import type { RosterParts } from './roster-parts.ts'
import { cellChanges, linesBySlot } from './save-cells.ts'

type Roster = AppContract['roster']
type Copied = OutputOf<Roster['copyWeek']>

/** One day that is written like another. */
interface DayPair {
  readonly from: string
  readonly to: string
}

/** Copies a week; see the contract. */
export function copyWeek(core: RosterParts, input: ParsedInputOf<Roster['copyWeek']>, caller: Caller): Copied {
  const command = { channel: 'roster.copyWeek', input, output: appContract.roster.copyWeek.output }
  return answerOnce(core, command, () => {
    for (const day of [input.from, ...input.to]) {
      if (columnOf(day)?.weekday !== 'mon') {
        throw new AppError('bad-input', `${day} 不是周一；请选每周的周一`, { path: 'to', value: day })
      }
    }
    const weeks = [...new Set(input.to)].filter((day) => day !== input.from)
    const pairs = weeks.flatMap((monday) =>
      Array.from({ length: 7 }, (_, index) => ({ from: dayAfter(input.from, index), to: dayAfter(monday, index) })),
    )
    return copyDays(core, pairs, input, caller)
  })
}

/** Copies a month; see the contract. */
export function copyMonth(core: RosterParts, input: ParsedInputOf<Roster['copyMonth']>, caller: Caller): Copied {
  const command = { channel: 'roster.copyMonth', input, output: appContract.roster.copyMonth.output }
  return answerOnce(core, command, () => {
    if (input.from === input.to) {
      throw new AppError('bad-input', '不能把一个月复制到它自己；请选另一个月', { path: 'to', value: input.to })
    }
    const source = new Map(monthColumns(input.from).map(({ day, weekday }) => [`${weekday} ${placeInMonth(day)}`, day]))
    const pairs = monthColumns(input.to).flatMap(({ day, weekday }): DayPair[] => {
      const from = source.get(`${weekday} ${placeInMonth(day)}`)
      return from === undefined ? [] : [{ from, to: day }]
    })
    return copyDays(core, pairs, input, caller)
  })
}

function copyDays(
  core: RosterParts,
  pairs: readonly DayPair[],
  input: { readonly overwrite: boolean; readonly who: string; readonly reason: string },
  caller: Caller,
): Copied {
  const dataset = core.library.current()
  const lines = linesBySlot(dataset.rosters)
  const posts = [...new Set(dataset.rosters.map(({ post }) => post))]
  const sources = new Set(pairs.map(({ from }) => from))
  if (!dataset.rosters.some(({ date }) => sources.has(date))) {
    throw new AppError('bad-input', '所选日期没有按日期排的班，周表本来就逐周沿用；请先排好要复制的日期', {
      path: 'from',
    })
  }
  let kept = 0
  const changes = pairs.flatMap(({ from, to }) =>
    posts.flatMap((post) =>
      (['day', 'night'] as const).flatMap((shift) => {
        const wanted = (lines.get(`${from}|${shift}|${post}`) ?? []).map(({ personId }) => personId)
        const standing = (lines.get(`${to}|${shift}|${post}`) ?? []).map(({ personId }) => personId)
        if (wanted.length === 0) return []
        if (standing.length > 0 && !input.overwrite) {
          if ([...standing].sort().join('|') !== [...wanted].sort().join('|')) kept += 1
          return []
        }
        return cellChanges({ day: to, shift, post }, wanted, lines, dataset)
      }),
    ),
  )
  const stamp = stampOf(core, input, caller)
  const { batchId } = applyLibraryBatch(core.db, { ...stamp, kind: 'edit', undoes: null, changes })
  return { batchId, cells: new Set(changes.map(({ slot }) => slot)).size, kept }
}

/** Which of its weekday in the month a date is: 1 = the first. */
function placeInMonth(day: string): number {
  return Math.ceil(Number(day.slice(8)) / 7)
}

function dayAfter(day: string, days: number): string {
  const epochS = parseInstant(`${day}T12:00:00Z`)?.epochS ?? 0
  return new Date((epochS + days * 86_400) * 1000).toISOString().slice(0, 10)
}
