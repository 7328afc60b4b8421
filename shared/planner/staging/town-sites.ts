import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { StagingArea } from '../../domain/plan/movement-plan.ts'
import { bearingDeg, distanceM, roundDegrees, type LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { isRoadLost } from '../cut-off/read-cut-off.ts'
import type { FactSheet } from '../problem.ts'
import { makeReason } from '../reason.ts'

/** Centre of a street by the gazetteer, or null when it has no such place. */
export function townCentre(dataset: Pick<Dataset, 'places'>, town: string): (LngLat & { readonly id: string }) | null {
  const places = dataset.places.filter((place) => place.kind === 'town' && (place.name === town || place.town === town))
  const [best] = sortedBy(places, (place) => [place.name === town ? 0 : 1, place.id])
  return best === undefined ? null : { id: best.id, lng: best.lng, lat: best.lat }
}

/** The streets of the data set that are under its own administration, sorted by name. */
export function townNames(dataset: Pick<Dataset, 'areas' | 'teams'>): string[] {
  const areas = dataset.areas.filter((area) => area.level === 'town').map((area) => area.name)
  const homes = dataset.teams.filter((team) => team.tier === 'street').map((team) => team.town)
  const own = areas.length > 0 ? areas.filter((name) => homes.includes(name) || homes.length === 0) : homes
  return [...new Set(own)].filter((name) => name !== '').sort()
}

/** Assembly place of a street, for incidents without one dangerous scene. */
export function describeTownSite(town: string, centre: LngLat & { readonly id: string }, scene: LngLat): StagingArea {
  return {
    id: `staging-${centre.id}`,
    name: `${town}集结点`,
    kind: 'staging',
    location: { lng: roundDegrees(centre.lng), lat: roundDegrees(centre.lat) },
    bearingFromIncidentDeg: Math.round(bearingDeg(scene, centre) * 10) / 10,
    distanceM: Math.round(distanceM(scene, centre)),
    offUpwindDeg: null,
    capacity: null,
    waysOut: null,
    further: false,
    basis: [makeReason('staging-town-assembly', { town }, '设计规则：无单一危险源的事件按街道集结')],
  }
}

/** A street whose roads are cut, and the nearest own street that can still be driven to. */
export interface Substitute {
  readonly lost: string
  readonly town: string
  readonly centre: LngLat & { readonly id: string }
}

/**
 * Where the teams of an area incident assemble while no road leads into the street of the scene: the own street with roads
 * whose centre is nearest. Null while the street can be driven to, or when no other is known.
 */
export function substituteTown(
  { dataset }: { readonly dataset: Pick<Dataset, 'areas' | 'teams' | 'places'> },
  { town, scene, cutOffTowns }: Pick<FactSheet, 'town' | 'scene' | 'cutOffTowns'>,
): Substitute | null {
  const lost = new Set(cutOffTowns.filter(isRoadLost).map((entry) => entry.town))
  if (town === null || !lost.has(town)) return null
  const open = townNames(dataset).flatMap((name) => {
    const centre = lost.has(name) ? null : townCentre(dataset, name)
    return centre === null ? [] : [{ lost: town, town: name, centre }]
  })
  return sortedBy(open, ({ centre }) => [Math.round(distanceM(centre, scene)), centre.id])[0] ?? null
}

/** Kinds of places where people come ashore. */
const LANDING_KINDS: ReadonlySet<string> = new Set(['berth', 'port'])

/** The nearest berth under the data set's own administration, where those taken from the water are landed; null = none known. */
export function landingPlace(
  dataset: Pick<Dataset, 'areas' | 'teams' | 'places'>,
  scene: LngLat,
): Dataset['places'][number] | null {
  const own = new Set(townNames(dataset))
  const berths = dataset.places.filter((place) => LANDING_KINDS.has(place.kind) && own.has(place.town))
  return sortedBy(berths, (place) => [Math.round(distanceM(scene, place)), place.id])[0] ?? null
}

/** Assembly place at a berth, for an incident at sea. */
export function describeLanding(berth: Dataset['places'][number], scene: LngLat): StagingArea {
  const site = describeTownSite(berth.town, berth, scene)
  return {
    ...site,
    name: `${berth.name}上岸点`,
    basis: [makeReason('staging-landing', { berth: berth.name }, '设计规则：海上事件在最近的本区泊位接收上岸人员')],
  }
}
