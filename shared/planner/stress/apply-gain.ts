import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { StockRow, TeamRow, VehicleRow } from '../../domain/dataset/tables.ts'
import type { Gain } from '../../domain/stress.ts'
import { sortedBy } from '../../kernel/order.ts'
import { ADDED_TURN_OUT_S } from './propose-gains.ts'

/** People of an added team, and crew of an added vehicle nobody has an example of. */
const ADDED_PEOPLE = 8
const ADDED_CREW = 3
const ADDED_ENGINE_CREW = 6
const ADDED_SOURCE = '压力测试假设增加'

/** The data set as it would be with one more; its version says so, so that no plan of it passes for a real one. */
export function applyGain(dataset: Dataset, gain: Gain): Dataset {
  const id = `stress-${gain.id}`
  const version = `${dataset.version}+${gain.id}`
  const { what } = gain
  switch (what.kind) {
    case 'team': {
      const capabilities = [{ capability: what.capability, quantity: gain.quantity }]
      return { ...dataset, version, teams: [...dataset.teams, { ...addedTeam(id, gain, 'PRO'), capabilities }] }
    }
    case 'station': {
      const team: TeamRow = {
        ...addedTeam(id, gain, 'GOV_FT'),
        capabilities: [{ capability: 'FIRE_BLDG', quantity: 1 }],
      }
      const engine: VehicleRow = {
        ...addedVehicle(dataset, `${id}-v1`, id, 'TANKER', ADDED_ENGINE_CREW),
        capabilities: [{ capability: 'FIRE_BLDG', quantity: 1 }],
      }
      return { ...dataset, version, teams: [...dataset.teams, team], vehicles: [...dataset.vehicles, engine] }
    }
    case 'vehicle': {
      const vehicle = addedVehicle(dataset, id, what.teamId, what.vehicleKind, ADDED_CREW)
      // Its crew comes with it: else it would only take the people of another vehicle.
      const teams = dataset.teams.map((team) =>
        team.id === what.teamId
          ? { ...team, personnel: team.personnel + vehicle.crew, onDuty: team.onDuty + vehicle.crew }
          : team,
      )
      return { ...dataset, version, teams, vehicles: [...dataset.vehicles, vehicle] }
    }
    case 'lot': {
      const like = lotLike(dataset, what.itemCode)
      if (like === null) return { ...dataset, version }
      const lot: StockRow = {
        ...like,
        ...{ lotId: id, storeId: what.storeId, itemCode: what.itemCode, item: gain.name, quantity: gain.quantity },
        ...{ unit: what.unit, madeOn: '', expiresOn: '', checkedOn: '', status: '在库', source: ADDED_SOURCE },
      }
      return { ...dataset, version, stock: [...dataset.stock, lot] }
    }
  }
}

/** The first lot of the item, else the first of all, as the pattern of one more; null = the data set has no lots. */
function lotLike({ stock }: Dataset, itemCode: string): StockRow | null {
  return sortedBy(stock, (lot) => [lot.itemCode === itemCode ? 0 : 1, lot.lotId])[0] ?? null
}

function addedTeam(id: string, gain: Gain, type: TeamRow['type']): TeamRow {
  return {
    ...{ id, name: `${gain.at}${gain.name}（假设）`, type, tier: 'district', town: gain.town },
    ...{ lng: gain.lng, lat: gain.lat, personnel: ADDED_PEOPLE, onDuty: ADDED_PEOPLE, turnoutS: ADDED_TURN_OUT_S },
    ...{ phone: '', capabilities: [], awayUntil: '', awayWhere: '' },
    ...{ source: ADDED_SOURCE, isDemo: 1, note: '', extras: {} },
  }
}

/** Like the first vehicle of its kind, ready; a plain one where there is none. */
function addedVehicle(
  { vehicles }: Dataset,
  id: string,
  teamId: string,
  kind: VehicleRow['kind'],
  crew: number,
): VehicleRow {
  const [like] = sortedBy(
    vehicles.filter((vehicle) => vehicle.kind === kind),
    (vehicle) => [vehicle.id],
  )
  const plain = { speedKmh: null, heightM: null, weightT: null, capabilities: [], reachM: null, waterT: null, crew }
  return {
    ...(like ?? { ...plain, name: '', isDemo: 1, note: '', extras: {} }),
    ...{ id, teamId, kind, plate: '', status: 'ready', source: ADDED_SOURCE },
  }
}
