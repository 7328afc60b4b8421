import type { Draft } from '../draft.ts'
import type { Point } from '../geometry.ts'
import type { Evidence } from '../headers.ts'
import { demo } from '../headers.ts'
import { hashText } from '../seeded.ts'
import { addCapabilities } from './capabilities.ts'
import { VEHICLE_MODELS } from './vehicle-models.ts'
import type { ModelKey, VehicleModel } from './vehicle-models.ts'

/** What a builder says of a team; totals are worked out from its vehicles and its people. */
export interface TeamSpec {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly tier: 'street' | 'district' | 'neighbour' | 'city' | 'province' | 'army'
  readonly town: string
  readonly point: Point
  readonly personnel: number
  readonly onDuty: number
  readonly turnoutS: number
  /** Capabilities of people and portable kit, beyond those of the vehicles. */
  readonly extra?: string
  readonly vehicles?: readonly ModelKey[]
  readonly authority?: 'command' | 'request' | 'notify'
  readonly class?: string
  readonly parentId?: string
  /** Index in `vehicles` of those in the workshop. */
  readonly inRepair?: readonly number[]
  readonly evidence?: Evidence
}

const PLATE_LETTERS = Array.from('ABCDEFGHJKLMNPQRSTUVWXYZ')

/** Adds a team and its vehicles to the draft. What stands in the workshop does not count in the team's totals. */
export function addTeam(draft: Draft, spec: TeamSpec): void {
  const models = (spec.vehicles ?? []).map((key): VehicleModel => VEHICLE_MODELS[key])
  const inService = models.filter((_, index) => spec.inRepair?.includes(index) !== true)
  const evidence = spec.evidence ?? demo('队伍名称、位置、人数、车辆为演示')
  draft.tables.teams.push({
    id: spec.id,
    name: spec.name,
    type: spec.type,
    tier: spec.tier,
    town: spec.town,
    lng: spec.point[0],
    lat: spec.point[1],
    personnel: spec.personnel,
    on_duty: spec.onDuty,
    turnout_s: spec.turnoutS,
    phone: draft.contacts.landlineOf(spec.id),
    capabilities: addCapabilities([...inService.map((model) => model.capabilities), spec.extra ?? '']),
    is_demo: evidence.is_demo,
    authority: spec.authority ?? 'command',
    class: spec.class ?? '',
    parent_id: spec.parentId ?? '',
    source: evidence.source,
    note: evidence.note,
  })
  models.forEach((model, index) => addVehicle(draft, spec, model, index))
}

function addVehicle(draft: Draft, spec: TeamSpec, model: VehicleModel, index: number): void {
  const id = `${spec.id}-v${index + 1}`
  draft.tables.vehicles.push({
    id,
    team_id: spec.id,
    kind: model.kind,
    name: model.name,
    plate: model.kind === 'FIREBOAT' ? `演示船${hashText(id) % 1000}` : inventPlate(draft, id),
    crew: model.crew,
    speed_kmh: model.speedKmh,
    height_m: model.heightM ?? '',
    weight_t: model.weightT ?? '',
    capabilities: addCapabilities([model.capabilities]),
    status: spec.inRepair?.includes(index) === true ? 'repair' : 'ready',
    reach_m: model.reachM ?? '',
    water_t: model.waterT ?? '',
    foam_t: model.foamT ?? '',
    seats: model.seats ?? '',
    ...demo('车型参数为常用值，未核实；车牌为演示'),
  })
}

/** Plates end in 演, which no real plate does. */
function inventPlate(draft: Draft, id: string): string {
  for (let attempt = 0; ; attempt += 1) {
    const hash = hashText(`${id}#plate${attempt}`)
    const plate = `浙B·${PLATE_LETTERS[hash % PLATE_LETTERS.length] ?? 'A'}${String(hash % 1000).padStart(3, '0')}演`
    if (!draft.tables.vehicles.some((vehicle) => vehicle.plate === plate)) return plate
  }
}
