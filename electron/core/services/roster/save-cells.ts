import { appContract, type AppContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import type { CellChange } from '#shared/contract/roster.contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { recordKeyOf } from '#shared/domain/dataset/record-kinds.ts'
import type { RosterRow } from '#shared/domain/dataset/tables.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { applyLibraryBatch } from '../../keeping/apply-library-batch.ts'
import type { RecordChange } from '../../keeping/library-change.ts'
import { answerOnce } from '../answer-once.ts'
import { stampOf } from '../batch-stamp.ts'
import type { RosterParts } from './roster-parts.ts'

type Roster = AppContract['roster']

/** Where a line of the roster stands. */
export type Slot = Pick<CellChange, 'day' | 'shift' | 'post'>

/** How many cells a refusal names. */
const NAMED = 5

/** Writes cells of the roster; see the contract. */
export function saveCells(
  core: RosterParts,
  input: ParsedInputOf<Roster['saveCells']>,
  caller: Caller,
): OutputOf<Roster['saveCells']> {
  const command = { channel: 'roster.saveCells', input, output: appContract.roster.saveCells.output }
  return answerOnce(core, command, () => {
    const dataset = core.library.current()
    const lines = linesBySlot(dataset.rosters)
    refuseTwice(input.cells)
    refuseStale(input.cells, lines)
    const changes = input.cells.flatMap((cell) => cellChanges(cell, cell.after, lines, dataset))
    const stamp = stampOf(core, input, caller)
    const { batchId } = applyLibraryBatch(core.db, { ...stamp, kind: 'edit', undoes: null, changes })
    return { batchId, cells: batchId === null ? 0 : new Set(changes.map(({ slot }) => slot)).size }
  })
}

/** The lines of a roster by where they stand. */
export function linesBySlot(rosters: readonly RosterRow[]): ReadonlyMap<string, readonly RosterRow[]> {
  const lines = new Map<string, RosterRow[]>()
  for (const row of rosters) {
    const slot = slotKey({ day: row.date, shift: row.shift, post: row.post })
    lines.set(slot, [...(lines.get(slot) ?? []), row])
  }
  return lines
}

export function slotKey({ day, shift, post }: Slot): string {
  return `${day}|${shift}|${post}`
}

/** What makes a cell hold exactly these people: lines that go and lines that come; those that stay are not touched. */
export function cellChanges(
  cell: Slot,
  people: readonly string[],
  lines: ReadonlyMap<string, readonly RosterRow[]>,
  { people: known }: Pick<Dataset, 'people'>,
): (RecordChange & { readonly slot: string })[] {
  const slot = slotKey(cell)
  const standing = lines.get(slot) ?? []
  const gone = standing.filter(({ personId }) => !people.includes(personId))
  const come = [...new Set(people)].filter((id) => !standing.some(({ personId }) => personId === id))
  return [
    ...gone.map((row) => ({
      ...{ slot, kind: 'rosters' as const, key: recordKeyOf('rosters', row), before: row, after: null },
    })),
    ...come.map((id) => {
      const person = known.find((one) => one.id === id)
      if (person === undefined) {
        throw new AppError('unknown-reference', `人员表中没有编号“${id}”的人；请先登记此人或另选一人`, {
          path: 'cells',
          value: id,
        })
      }
      const row: RosterRow = {
        ...{ date: cell.day, shift: cell.shift, post: cell.post, personId: id, organisation: person.organisation },
        // The duty of a person who is only a demonstration is none either.
        ...{ source: '', isDemo: person.isDemo, note: '' },
      }
      return { slot, kind: 'rosters' as const, key: recordKeyOf('rosters', row), before: null, after: row }
    }),
  ]
}

function refuseTwice(cells: readonly CellChange[]): void {
  const seen = new Set<string>()
  for (const cell of cells) {
    if (seen.has(slotKey(cell))) {
      throw new AppError('bad-input', `${slotWords(cell)}在一次保存中出现两次；请只保留一次`, {
        path: 'cells',
        value: cell,
      })
    }
    seen.add(slotKey(cell))
  }
}

function refuseStale(cells: readonly CellChange[], lines: ReadonlyMap<string, readonly RosterRow[]>): void {
  const stale = cells.filter((cell) => {
    const standing = (lines.get(slotKey(cell)) ?? []).map(({ personId }) => personId).sort()
    return standing.join('|') !== [...cell.before].sort().join('|')
  })
  if (stale.length === 0) return
  const words = stale.slice(0, NAMED).map(slotWords).join('、')
  throw new AppError(
    'conflict',
    `值班表的这些格在此期间已被改动：${words}${stale.length > NAMED ? `等 ${stale.length} 格` : ''}；没有写入，请核对后再改`,
    { path: 'cells', value: stale },
  )
}

function slotWords({ day, shift, post }: Slot): string {
  return `${day}${shift === 'day' ? '白班' : '夜班'}“${post}”`
}
