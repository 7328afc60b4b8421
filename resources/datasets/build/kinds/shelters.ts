import type { Draft } from '../draft.ts'
import { distanceToOutlineM, isInside } from '../geometry.ts'
import type { Point } from '../geometry.ts'
import type { TableRow } from '../headers.ts'
import { demo } from '../headers.ts'

/** A shelter before its hazards are worked out. */
export interface ShelterSpec {
  readonly id: string
  readonly name: string
  readonly tier: 'village' | 'street' | 'district'
  readonly town: string
  readonly village: string
  readonly point: Point
  readonly capacity: number
  readonly standardised: boolean
  readonly video: boolean
  readonly source: string
  readonly note: string
}

const SHORE_M = 700

/** Adds a shelter; what it must not be used for follows from the risk areas and the shore, not from choice. */
export function addShelter(draft: Draft, spec: ShelterSpec): TableRow<'shelters'> {
  const row: TableRow<'shelters'> = {
    id: spec.id,
    name: spec.name,
    tier: spec.tier,
    town: spec.town,
    lng: spec.point[0],
    lat: spec.point[1],
    capacity: spec.capacity,
    occupied: 0,
    standardised: spec.standardised ? 1 : 0,
    video: spec.video ? 1 : 0,
    phone: draft.contacts.landlineOf(spec.id),
    not_for: hazardsAt(draft, spec.point).join(';'),
    village: spec.village,
    ...demo(spec.note, spec.source),
  }
  draft.tables.shelters.push(row)
  return row
}

/** Hazards a place is exposed to: inside or beside a risk area, near a low point, close to the sea. */
function hazardsAt(draft: Draft, point: Point): string[] {
  const hazards = new Set<string>()
  for (const risk of draft.riskAreas) {
    const touches =
      risk.area === undefined
        ? Math.hypot(...metresBetween(risk.centre, point)) < 120
        : isInside(point, risk.area) || distanceToOutlineM(point, risk.area) < 30
    if (!touches) continue
    if (risk.kind === 'geo_hazard')
      for (const type of ['geo_hazard', 'typhoon', 'flood', 'earthquake']) hazards.add(type)
    if (risk.kind === 'flash_flood') for (const type of ['flash_flood', 'typhoon', 'flood']) hazards.add(type)
    if (risk.kind === 'low_point') for (const type of ['waterlogging', 'flood', 'typhoon']) hazards.add(type)
  }
  if (distanceToOutlineM(point, draft.region.land) < SHORE_M) hazards.add('storm_surge')
  return [...hazards].sort()
}

function metresBetween(a: Point, b: Point): [number, number] {
  return [(b[0] - a[0]) * 96_500, (b[1] - a[1]) * 111_195]
}
