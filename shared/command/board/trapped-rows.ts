import type { Against, Board, BoardState, TrappedRow } from '../../domain/command/board.ts'
import type { TrappedState } from '../../domain/command/status.ts'
import type { FactValue, Incident } from '../../domain/incident.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { staleAfter } from './base-row.ts'
import type { BoardInput } from './board-input.ts'
import type { BoardSources } from './board-sources.ts'
import type { TrappedWord } from './said-words.ts'
import { rankOf, shownWord } from './word.ts'

/** The list of trapped people: lines of the facts and every line somebody spoke of, each as its latest word gives it. */
export function trappedRows(input: BoardInput, sources: BoardSources): TrappedRow[] {
  const words = groupBy(sources.said.trapped, ({ body }) => body.trappedId)
  const listed = new Map(listedGroups(sources).map((group) => [group.trappedId, group]))
  return sortedBy([...new Set([...listed.keys(), ...words.keys()])], (id) => [id]).map((id) =>
    trappedRow(id, listed.get(id)?.group ?? null, words.get(id) ?? [], input),
  )
}

/** Sums over the list, beside what the facts report. */
export function trappedSums(rows: readonly TrappedRow[], sources: BoardSources): Board['trappedSums'] {
  const people = (states: readonly BoardState[]): number =>
    rows.reduce((sum, row) => sum + (states.includes(row.state) ? (row.people ?? 0) : 0), 0)
  return {
    ...rangeOf(sources.incident?.facts['trapped'] ?? null),
    listed: people(['reported', 'found', 'broughtOut', 'handedOver']),
    unknown: rows.filter((row) => row.people === null && row.state !== 'nobodyThere').length,
    inside: people(['reported', 'found']),
    broughtOut: people(['broughtOut']),
    handedOver: people(['handedOver']),
  }
}

type TrappedGroup = NonNullable<Incident['trappedList']>[number]

/** Lines of the facts under ids that do not change when the list is written in another order. */
function listedGroups({ incident }: BoardSources): { trappedId: string; group: TrappedGroup }[] {
  const seen = new Map<string, number>()
  return (incident?.trappedList ?? []).map((group) => {
    const place = `listed:${group.floor ?? ''}/${group.room ?? ''}`
    const count = (seen.get(place) ?? 0) + 1
    seen.set(place, count)
    return { trappedId: count === 1 ? place : `${place}#${count}`, group }
  })
}

function trappedRow(
  id: string,
  group: TrappedGroup | null,
  words: readonly TrappedWord[],
  { library, nowS }: BoardInput,
): TrappedRow {
  const field = words.some(({ word }) => word.isField) ? words.filter(({ word }) => word.isField) : words
  const ordered = sortedBy(field, ({ word, body }) => [word.atS, rankOf(body.state), word.index])
  const last = ordered.at(-1) ?? null
  const state: TrappedState = last?.body.state ?? 'reported'
  const firstOther = ordered.findLastIndex(({ body }) => body.state !== state)
  const since = ordered[firstOther + 1] ?? null
  const ageS = last === null ? null : Math.max(0, nowS - last.word.atS)
  const staleAfterS = staleAfter('trapped', state, library.limits)
  return {
    id,
    name: [last?.body.floor ?? group?.floor ?? '', last?.body.room ?? group?.room ?? '']
      .filter((part) => part !== '')
      .join(' '),
    state,
    since: since === null ? null : shownWord(since.word),
    heard: last === null ? null : shownWord(last.word),
    ageS,
    staleAfterS,
    isStale: ageS !== null && staleAfterS !== null && ageS > staleAfterS,
    note: ordered.findLast(({ word }) => word.note !== '')?.word.note ?? group?.callBack ?? '',
    against: differing(ordered),
    orders: [],
    floor: last?.body.floor ?? (group?.floor === undefined ? '' : String(group.floor)),
    room: last?.body.room ?? group?.room ?? '',
    people: last === null ? (group?.people ?? null) : last.body.people,
    condition: last?.body.condition ?? group?.condition ?? '',
    by: last?.body.by ?? '',
    hospitalId: last?.body.hospitalId ?? null,
    hospitalName: last?.body.hospitalName ?? '',
  }
}

/** The word before the last, when it gives another number of people or stands further on. */
function differing(ordered: readonly TrappedWord[]): Against[] {
  const last = ordered.at(-1)
  const before = ordered.at(-2)
  if (last === undefined || before === undefined) return []
  const { word, body } = before
  const told = { state: body.state, at: word.at, saidBy: word.saidBy, orderNumber: '' }
  const isOther = body.people !== null && last.body.people !== null && body.people !== last.body.people
  const isFurther = rankOf(body.state) > rankOf(last.body.state)
  return [
    ...(isOther ? [{ code: 'figuresDiffer' as const, ...told }] : []),
    ...(isFurther ? [{ code: 'backward' as const, ...told }] : []),
  ]
}

function rangeOf(fact: FactValue): Pick<Board['trappedSums'], 'reportedMin' | 'reportedMax'> {
  if (fact === null) return { reportedMin: null, reportedMax: null }
  if (typeof fact === 'number') return { reportedMin: fact, reportedMax: fact }
  return { reportedMin: fact.value ?? fact.min ?? null, reportedMax: fact.value ?? fact.max ?? null }
}
