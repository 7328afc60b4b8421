import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { Parameters } from '../../domain/parameters/parameters.ts'
import type { Gain, StressedIncident, StressMiss } from '../../domain/stress.ts'
import { CAPABILITIES, VEHICLE_KINDS } from '../../domain/taxonomy.ts'
import { distanceM, type LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { isFireStation, isOwnTier } from '../forces/fire-stations.ts'
import { townCentre, townNames } from '../staging/town-sites.ts'

/** Something to be tried, with how many of the incidents that miss it it could close at best. */
export interface ProposedGain {
  readonly gain: Gain
  readonly missed: readonly StressedIncident[]
  readonly atBest: number
}

/** Places tried for one gap: those that could close most, and the nearest of those. */
const PLACES_TRIED = 2

/** Drive of an added crew before its wheels turn, seconds. */
export const ADDED_TURN_OUT_S = 60

interface Found {
  readonly incident: StressedIncident
  readonly miss: StressMiss
}

/**
 * What to try, the most frequent gaps first: one more team of the capability or one more fire station at each street
 * centre, one more vehicle at each own station, one more lot at each store. Screened by an upper bound that needs no plan:
 * a unit closes no gap larger than itself, an engine reaches nothing faster than in a straight line at its best speed.
 */
export function proposeGains(
  dataset: Dataset,
  incidents: readonly StressedIncident[],
  parameters: Parameters,
): ProposedGain[] {
  const { worthGaps, worthGoods, worthTried } = parameters.stress
  const found = incidents.flatMap((incident) => incident.misses.map((miss): Found => ({ incident, miss })))
  const keys = new Map<string, Found[]>()
  for (const row of found) keys.set(row.miss.key, [...(keys.get(row.miss.key) ?? []), row])
  const gaps = sortedBy([...keys], ([key, rows]) => [-rows.length, key])
    .map(([key, rows]) => ({ key, rows, gains: gainsFor(dataset, key, rows, parameters) }))
    .filter(({ gains }) => gains.length > 0)
  // Goods come in sets that are missed together: without a limit of their own they would crowd out the rest.
  const goods = gaps.filter(({ key }) => key.startsWith('item:')).slice(0, worthGoods.value)
  const chosen = gaps.filter((gap) => !gap.key.startsWith('item:') || goods.includes(gap)).slice(0, worthGaps.value)
  const proposed = chosen.flatMap(({ rows, gains }) => {
    const judged = gains.map((gain) => ({
      ...{ gain, missed: rows.map(({ incident }) => incident) },
      atBest: rows.filter((row) => couldClose(gain, row, parameters)).length,
      awayM: rows.reduce((sum, { incident }) => sum + distanceM(gain, incident), 0) / rows.length,
    }))
    return sortedBy(judged, ({ gain, atBest, awayM }) => [-atBest, Math.round(awayM), gain.id])
      .filter(({ atBest }) => atBest > 0)
      .slice(0, PLACES_TRIED)
      .map(({ gain, missed, atBest }) => ({ gain, missed, atBest }))
  })
  return sortedBy(proposed, ({ atBest }) => [-atBest]).slice(0, worthTried.value)
}

function couldClose(gain: Gain, { incident, miss }: Found, { assignment, travel }: Parameters): boolean {
  if (gain.what.kind !== 'station') return miss.missing === null || miss.missing <= gain.quantity
  const straightS = (distanceM(gain, incident) * 3.6) / travel.profiles.engine.speedKmh.value
  return assignment.callHandlingS.value + ADDED_TURN_OUT_S + straightS <= assignment.ruralCoverS.value
}

type Site = LngLat & { readonly id: string; readonly at: string; readonly town: string }

function gainsFor(dataset: Dataset, key: string, rows: readonly Found[], parameters: Parameters): Gain[] {
  const [kind = '', code = ''] = key.split(':')
  const name = rows[0]?.miss.name ?? key
  const place = ({ id, at, town, lng, lat }: Site): Pick<Gain, 'id' | 'at' | 'town' | 'lng' | 'lat' | 'key'> => ({
    ...{ id: `${key}@${id}`, key, at, town, lng, lat },
  })
  const capability = CAPABILITIES.find((each) => each === code)
  const vehicleKind = VEHICLE_KINDS.find((each) => each === code)
  if (kind === 'capability' && capability !== undefined) {
    const quantity = usualUnits(dataset, capability)
    const what = { kind: 'team', capability } as const
    return streets(dataset).map((site) => ({ ...place(site), what, name: `${name}队伍`, quantity }))
  }
  if (kind === 'vehicle' && vehicleKind !== undefined) {
    return stations(dataset, parameters).map((site) => {
      const what = { kind: 'vehicle', vehicleKind, teamId: site.id } as const
      return { ...place(site), what, name, quantity: 1 }
    })
  }
  if (key === 'firstEngine') {
    const what = { kind: 'station' } as const
    return streets(dataset).map((site) => ({ ...place(site), what, name: '消防站（1 辆水罐车）', quantity: 1 }))
  }
  if (kind !== 'item' || dataset.stock.length === 0) return []
  const quantity = Math.ceil(median(rows.map(({ miss }) => miss.missing ?? 1)))
  const unit = rows[0]?.miss.unit ?? ''
  return sortedBy(dataset.stores, ({ id }) => [id])
    .filter(({ tier }) => tier !== 'village')
    .map((store) => {
      const what = { kind: 'lot', itemCode: code, unit, storeId: store.id } as const
      return { ...place({ ...store, at: store.name }), what, name, quantity }
    })
}

function streets(dataset: Dataset): Site[] {
  return townNames(dataset).flatMap((town) => {
    const centre = townCentre(dataset, town)
    return centre === null ? [] : [{ ...centre, at: town, town }]
  })
}

function stations(dataset: Dataset, { assignment }: Parameters): Site[] {
  return sortedBy(dataset.teams, ({ id }) => [id])
    .filter((team) =>
      isFireStation(
        team,
        dataset.vehicles.filter(({ teamId }) => teamId === team.id),
        assignment,
      ),
    )
    .map(({ id, name, town, lng, lat }) => ({ id, at: name, town, lng, lat }))
}

/** Units one own team of the capability usually has; 1 where nobody has any. */
function usualUnits({ teams }: Dataset, capability: string): number {
  const units = teams
    .filter(({ tier }) => isOwnTier(tier))
    .flatMap(({ capabilities }) => capabilities.flatMap((has) => (has.capability === capability ? [has.quantity] : [])))
  return Math.max(1, Math.floor(median(units)))
}

function median(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b)
  return ordered[Math.floor(ordered.length / 2)] ?? 0
}
