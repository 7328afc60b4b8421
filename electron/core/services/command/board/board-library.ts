import type { BoardLibrary } from '#shared/command/board/board-input.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { Parameters } from '#shared/domain/parameters/parameters.ts'

/** What the board takes from a library, made once for each state of it. */
export function createBoardLibrary(): (dataset: Dataset, parameters: Parameters) => BoardLibrary {
  const made = new WeakMap<Dataset, BoardLibrary>()
  return (dataset, parameters) => {
    const known = made.get(dataset)
    if (known?.limits === parameters.board) return known
    const library: BoardLibrary = {
      teams: new Map(dataset.teams.map(({ id, name, phone, lng, lat }) => [id, { name, phone, lng, lat }])),
      vehicles: new Map(
        dataset.vehicles.map(({ id, name, plate, kind, teamId }) => [
          id,
          { name: [name, plate].filter((part) => part !== '').join(' ') || kind, teamId },
        ]),
      ),
      shelters: new Map(
        dataset.shelters.map(({ id, name, phone, capacity, occupied }) => [id, { name, phone, capacity, occupied }]),
      ),
      hospitals: new Map(dataset.hospitals.map(({ id, name, phone }) => [id, { name, phone }])),
      townOf: new Map(dataset.populationPoints.map(({ id, town }) => [id, town])),
      limits: parameters.board,
      crewReliefS: parameters.assignment.crewReliefS,
    }
    made.set(dataset, library)
    return library
  }
}
