import type { MapLayer } from '#shared/contract/reference.contract.ts'
import type { MapOverlay, OverlayTone } from '../../map/overlay.ts'

/** How a street is drawn and what stands on it. */
export interface StreetSign {
  readonly tone: OverlayTone
  readonly label: string
}

/** The streets of the data set as areas, each with its sign at its seat; a street without a sign is left out. */
export function streetOverlay(
  areas: MapLayer | null,
  places: MapLayer | null,
  signOf: (town: string) => StreetSign | null,
): MapOverlay {
  const seats = new Map(
    (places?.features ?? []).flatMap(({ properties, geometry }) =>
      properties['kind'] === 'town' ? [[String(properties['name']), geometry] as const] : [],
    ),
  )
  const signed = (areas?.features ?? []).flatMap(({ geometry, properties: { level, name } }) => {
    const sign = level === 'town' && typeof name === 'string' ? signOf(name) : null
    return sign === null ? [] : [{ geometry, sign, seat: seats.get(String(name)) }]
  })
  return {
    areas: signed.map(({ geometry, sign }) => ({ type: 'Feature', geometry, properties: { ...sign } })),
    points: signed.flatMap(({ seat, sign }) =>
      seat === undefined ? [] : [{ type: 'Feature' as const, geometry: seat, properties: { ...sign } }],
    ),
    roads: [],
  }
}
