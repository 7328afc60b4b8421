import type { AppHandlers } from '#shared/contract/app-contract.ts'
import type { RecordsParts } from '../records/record-parts.ts'
import { reportPeople, saveZone, setShelterState } from './change-shelter.ts'
import { openShelter, shelterBoard } from './shelter-board.ts'

/** Builds the service of the shelters. */
export function createSheltersService(core: RecordsParts): AppHandlers['shelters'] {
  return {
    board: () => shelterBoard(core),
    open: ({ shelterId }) => openShelter(core, shelterId),
    setState: (input, caller) => setShelterState(core, input, caller),
    report: (input, caller) => reportPeople(core, input, caller),
    saveZone: (input, caller) => saveZone(core, input, caller),
  }
}
