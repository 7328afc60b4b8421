import { appContract, type AppContract, type AppHandlers, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import type { EvacueeRow } from '#shared/domain/evacuee.ts'
import { answerOnce } from '../answer-once.ts'
import { stampOf } from '../batch-stamp.ts'
import { proposeKey } from '../records/propose-key.ts'
import type { RecordsParts } from '../records/record-parts.ts'
import { createSearchIndex, type SearchIndex } from '../search-index.ts'
import { evacueeLines } from '../shelters/evacuee-line.ts'
import { missingPeople, pointCounts } from './call-list.ts'
import { readList, type ReadLine } from './read-list.ts'
import { addArrival, leave, takeBack, tick } from './tick.ts'
import { writeEvacuees } from './write-evacuees.ts'

type Arrivals = AppContract['arrivals']

/** Digits of a number people remember. */
const TAIL = 4

/** Builds the service of the door. The index of names is kept while nobody is added or renamed: a tick makes no new one. */
export function createArrivalsService(core: RecordsParts): AppHandlers['arrivals'] {
  let kept: { readonly people: readonly EvacueeRow[]; readonly index: SearchIndex<string> } | null = null
  const index = (): SearchIndex<string> => {
    const people = core.library.current().evacuees
    kept = { people, index: kept !== null && areNamedAlike(kept.people, people) ? kept.index : indexOf(people) }
    return kept.index
  }
  return {
    find: ({ text, limit }) => {
      const dataset = core.library.current()
      const found = new Set(index().find(text, limit))
      const rows = new Map(dataset.evacuees.filter(({ id }) => found.has(id)).map((row) => [row.id, row]))
      return [...found].flatMap((id) => rows.get(id) ?? []).map(evacueeLines(dataset))
    },
    points: () => pointCounts(core.library.current()),
    missing: (wanted) => missingPeople(core.library.current(), wanted),
    readList: ({ text }) => {
      const lines = readList(text, core.library.current())
      return { lines: lines.map(({ shown }) => shown), counts: countsOf(lines) }
    },
    takeList: (input, caller) => takeList(core, input, caller),
    tick: (input, caller) => tick(core, input, caller),
    add: (input, caller) => addArrival(core, input, caller),
    leave: (input, caller) => leave(core, input, caller),
    takeBack: (input, caller) => takeBack(core, input, caller),
  }
}

function takeList(
  core: RecordsParts,
  input: ParsedInputOf<Arrivals['takeList']>,
  caller: Caller,
): OutputOf<Arrivals['takeList']> {
  const command = { channel: 'arrivals.takeList', input, output: appContract.arrivals.takeList.output }
  return answerOnce(core, command, () => {
    const lines = readList(input.text, core.library.current())
    const first = proposeKey(core, 'evacuees')
    const [, prefix = '', number = '0'] = /^(.*?)(\d+)$/.exec(first) ?? []
    let next = Number(number)
    const changes = lines.flatMap(({ before, after }) => {
      if (after === null) return []
      const id = before?.id ?? `${prefix}${String(next++).padStart(number.length, '0')}`
      return [{ before, after: { ...after, id } }]
    })
    const { batchId } = writeEvacuees(core, changes, stampOf(core, input, caller))
    return { batchId, counts: countsOf(lines) }
  })
}

function countsOf(lines: readonly ReadLine[]): OutputOf<Arrivals['takeList']>['counts'] {
  const counts = { new: 0, changed: 0, same: 0, refused: 0 }
  for (const { shown } of lines) counts[shown.verdict] += 1
  return counts
}

function indexOf(people: readonly EvacueeRow[]): SearchIndex<string> {
  return createSearchIndex(
    people.map(({ id, name, code, phone }) => ({
      ...{ item: id, id, names: [name], codes: [code, phone, phone.slice(-TAIL)] },
    })),
  )
}

function areNamedAlike(before: readonly EvacueeRow[], after: readonly EvacueeRow[]): boolean {
  return (
    before.length === after.length &&
    before.every((row, place) => {
      const other = after[place]
      if (other === undefined) return false
      if (other === row) return true
      return other.id === row.id && other.name === row.name && other.code === row.code && other.phone === row.phone
    })
  )
}
