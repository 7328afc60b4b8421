import type { Board } from '../../domain/command/board.ts'
import { formatInstant } from '../../kernel/instant.ts'
import type { BoardInput } from './board-input.ts'
import { readSources } from './board-sources.ts'
import { hospitalRows, peopleRows, roadRows, shelterRows } from './place-rows.ts'
import { teamRows } from './team-rows.ts'
import { transferRows } from './transfer-rows.ts'
import { trappedRows, trappedSums } from './trapped-rows.ts'

/**
 * The status board of an incident at a moment: a pure fold over its operations up to then. The same operations give the same
 * board, in whatever order they arrived, so that a past moment reads the same for ever.
 */
export function boardOf(input: BoardInput): Board {
  const { incidentId, ops, plan, library, nowS } = input
  const sources = readSources(ops, (vehicleId) => library.vehicles.get(vehicleId)?.teamId ?? null)
  const trapped = trappedRows(input, sources)
  return {
    incidentId,
    at: formatInstant(nowS, sources.offsetMin),
    opId: ops.at(-1)?.id ?? null,
    planVersion: plan?.version ?? null,
    teams: teamRows(input, sources),
    transfers: transferRows(input, sources),
    shelters: shelterRows(input, sources),
    people: peopleRows(input, sources),
    hospitals: hospitalRows(input, sources, trapped),
    roads: roadRows(input, sources),
    trapped,
    trappedSums: trappedSums(trapped, sources),
    strays: sources.folded.strays.map(({ id, body: { at, saidBy } }) => ({ opId: id, at, saidBy })),
  }
}
