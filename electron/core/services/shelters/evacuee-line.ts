import type { EvacueeLine } from '#shared/contract/shelters.contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { type EvacueeRow, UNLISTED_SOURCE, evacueeStatus } from '#shared/domain/evacuee.ts'

/** Writes people of a data set in words; names of places are looked up once. */
export function evacueeLines({
  shelters,
  shelterZones,
  populationPoints,
}: Pick<Dataset, 'shelters' | 'shelterZones' | 'populationPoints'>): (row: EvacueeRow) => EvacueeLine {
  const [shelterNames, zoneNames, pointNames] = [namesOf(shelters), namesOf(shelterZones), namesOf(populationPoints)]
  return (row) => {
    const { id, code, name, phone, specialNeeds, shelterId, zoneId, arrivedAt, leftAt, leftTo, note } = row
    return {
      ...{ evacueeId: id, code, name, phone, specialNeeds, status: evacueeStatus(row) },
      point: pointNames.get(row.populationPointId) ?? '',
      ...{ shelterId, shelter: shelterNames.get(shelterId) ?? '', zoneId, zone: zoneNames.get(zoneId) ?? '' },
      ...{ arrivedAt, leftAt, leftTo, note, isUnlisted: row.source === UNLISTED_SOURCE },
    }
  }
}

function namesOf(rows: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]))
}
