import type { AppHandlers } from '#shared/contract/app-contract.ts'
import { existingIncident, type IncidentServiceParts } from '../../incident.service.ts'
import { createBoardReader } from './read-board.ts'
import { momentsOf, wordsOfRow } from './row-words.ts'
import { sayTrapped, sayWord, takeWordBack } from './say-words.ts'

/** Builds the service of the status board. */
export function createBoardService(core: IncidentServiceParts): AppHandlers['board'] {
  const reader = createBoardReader(core)
  return {
    get: ({ incidentId, until }) => {
      existingIncident(core.db, incidentId)
      return reader.read(incidentId, until)
    },
    moments: ({ incidentId }) => {
      existingIncident(core.db, incidentId)
      return momentsOf(core.log.opsOf(incidentId))
    },
    words: ({ incidentId, kind, id }) => {
      existingIncident(core.db, incidentId)
      return wordsOfRow(core.log.opsOf(incidentId), kind, id)
    },
    say: (input, caller) => sayWord(core, input, caller),
    sayTrapped: (input, caller) => sayTrapped(core, input, caller),
    takeBack: (input, caller) => takeWordBack(core, input, caller),
  }
}
