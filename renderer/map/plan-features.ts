import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { LngLat } from '#shared/kernel/geo.ts'
import type { RowChoice, RowKind } from '../app/view-store.ts'
import type { Text } from '../text/text.ts'
import { zoneStageLetter, zoneStageWords } from '../text/zone-stage.ts'
import type { MapFeature, MapGeometry, PlanFeatures } from './features.ts'

/** Positions of library records by id, for places the plan names but does not locate. */
export type Positions = ReadonlyMap<string, LngLat>

/** Everything the plan draws: zones, routes, closures, teams, staging, shelters, hospitals and people to move. */
export function planFeatures(
  plan: DispatchPlan,
  row: RowChoice | null,
  positions: Positions,
  text: Text,
): PlanFeatures {
  const feature = (
    geometry: MapGeometry,
    kind: string,
    name: string,
    letter: string,
    rowKind: RowKind | '',
    rowId: string,
  ): MapFeature => ({
    type: 'Feature',
    geometry,
    properties: { kind, name, letter, rowKind, rowId, chosen: isChosen(plan, row, rowKind, rowId) },
  })
  const at = (place: LngLat): MapGeometry => ({ type: 'Point', coordinates: [place.lng, place.lat] })
  const { movementPlan, handlingPlan } = plan
  const told = plan.zones.some((zone) => zone.stage === 'measured' || zone.closed !== undefined)
  const zones = plan.zones.map((zone) => {
    const letter = text(`map.letter.${zone.kind}`)
    // Stages are told apart in words on the map as soon as there is more than one.
    return told
      ? feature(
          zone.geometry,
          zone.kind,
          `${text(`zone.${zone.kind}`)} ${zoneStageWords(zone, text)}`,
          `${zoneStageLetter(zone, text)}${letter}`,
          'zone',
          zone.id,
        )
      : feature(zone.geometry, zone.kind, text(`zone.${zone.kind}`), letter, 'zone', zone.id)
  })
  const lines = [
    ...movementPlan.movements.map((move) =>
      move.mode === 'air' || move.mode === 'water'
        ? feature(
            move.geometry,
            'flight',
            move.teamName,
            text(move.mode === 'air' ? 'map.flightMark' : 'map.sailMark'),
            'movement',
            move.teamId,
          )
        : feature(move.geometry, 'route', move.teamName, '', 'movement', move.teamId),
    ),
    ...movementPlan.closures.flatMap((closure) =>
      closure.geometry?.type === 'LineString'
        ? [feature(closure.geometry, 'closure', closure.name, '', 'closure', closure.id)]
        : [],
    ),
    ...handlingPlan.evacuation.assignments.flatMap((move) =>
      move.geometry === null ? [] : [feature(move.geometry, 'evacuation', move.fromName, '', 'evacuation', move.id)],
    ),
  ]
  const points = [
    ...handlingPlan.evacuation.population.map((point) =>
      feature(
        at(point.location),
        'population',
        point.name,
        text('map.mark.population'),
        'evacuation',
        evacuationIdOf(plan, point.id),
      ),
    ),
    ...placed(handlingPlan.evacuation.assignments, (move) => move.shelterId, positions).map(({ item, place }) =>
      feature(at(place), 'shelter', item.shelterName ?? '', text('map.mark.shelter'), 'evacuation', item.id),
    ),
    ...placed(handlingPlan.casualties, (hospital) => hospital.hospitalId, positions).map(({ item, place }) =>
      feature(
        at(place),
        'hospital',
        item.hospitalName,
        text('map.mark.hospital'),
        'casualty',
        `${item.hospitalId} ${item.kind}`,
      ),
    ),
    // Stores by the dozen would bury the scene; they are drawn while the supplies are looked at.
    ...placed(
      row?.kind.startsWith('supply') === true ? plan.forcePlan.supplies.allocations : [],
      (lot) => lot.storeId,
      positions,
    ).map(({ item, place }) =>
      feature(at(place), 'store', item.storeName, text('map.mark.store'), 'supply', `${item.lotId} ${item.toId}`),
    ),
    ...movementPlan.movements.flatMap((move) => {
      const start = move.geometry.coordinates[0]
      return start === undefined
        ? []
        : [
            feature(
              { type: 'Point', coordinates: start },
              'team',
              move.teamName,
              text('map.mark.team'),
              'assignment',
              assignmentIdOf(plan, move.teamId),
            ),
          ]
    }),
    ...movementPlan.stagingAreas.map((area) =>
      feature(at(area.location), 'staging', area.name, text(`stagingLetter.${area.kind}`), 'staging', area.id),
    ),
    feature(at(plan.incident.location), 'incident', text('map.mark.incident'), '', '', ''),
  ]
  return { zones, lines, points }
}

/** The scene alone, before there is a plan or while a place is being picked. */
export function sceneFeatures(place: LngLat, text: Text): PlanFeatures {
  const scene: MapFeature = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [place.lng, place.lat] },
    properties: {
      kind: 'incident',
      name: text('map.mark.incident'),
      letter: '',
      rowKind: '',
      rowId: '',
      chosen: false,
    },
  }
  return { zones: [], lines: [], points: [scene] }
}

/** Items whose place is known, each place once. */
function placed<T>(
  items: readonly T[],
  idOf: (item: T) => string | null,
  positions: Positions,
): { item: T; place: LngLat }[] {
  const seen = new Set<string>()
  return items.flatMap((item) => {
    const id = idOf(item)
    const place = id === null ? undefined : positions.get(id)
    if (id === null || place === undefined || seen.has(id)) return []
    seen.add(id)
    return [{ item, place }]
  })
}

function isChosen(plan: DispatchPlan, row: RowChoice | null, kind: RowKind | '', id: string): boolean {
  if (row === null || kind === '') return false
  if (row.kind === kind && row.id === id) return true
  // A team and its route are chosen together, whichever of the two rows was taken.
  const teamId = teamOf(plan, row)
  return (
    teamId !== null &&
    ((kind === 'movement' && id === teamId) || (kind === 'assignment' && assignmentIdOf(plan, teamId) === id))
  )
}

function teamOf(plan: DispatchPlan, row: RowChoice): string | null {
  if (row.kind === 'movement') return row.id
  if (row.kind !== 'assignment') return null
  return plan.forcePlan.assignments.find((entry) => entry.id === row.id)?.teamId ?? null
}

function assignmentIdOf(plan: DispatchPlan, teamId: string): string {
  return plan.forcePlan.assignments.find((entry) => entry.teamId === teamId)?.id ?? ''
}

function evacuationIdOf(plan: DispatchPlan, pointId: string): string {
  return plan.handlingPlan.evacuation.assignments.find((entry) => entry.fromId === pointId)?.id ?? ''
}
