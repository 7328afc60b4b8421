import type { StockRow } from '../../domain/dataset/tables.ts'
import { localParts } from '../../kernel/instant.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import type { LngLat } from '../../kernel/geo.ts'
import { isInAny } from '../evacuation/zone-people.ts'
import type { Reach } from '../graph/travel.ts'
import { judgeHospitals } from '../handling/judge-hospitals.ts'
import { unavailableIds } from '../people/unavailable.ts'
import { isStoreEndangered } from '../rules/hard/store-in-zone.ts'
import { isShelterUnusable, shelterRoom } from '../rules/hard/shelter-usable.ts'
import type { NearestGround } from './nearest-by-road.ts'
import type { Care, NearestLine, NearestPlace } from './nearest-question.ts'

/** One place before its way is known. */
interface Place {
  readonly kind: NearestPlace
  readonly row: LngLat & { readonly id: string; readonly name: string; readonly phone?: string | undefined }
  readonly has: string
  readonly out: readonly string[]
}

const CARE_NAMES: Readonly<Record<Care, string>> = {
  toxicology: '中毒救治',
  burns: '烧伤救治',
  decontamination: '院内洗消',
}

/** Places of one kind by driving time: first those that can be used, then the others, each with why. */
export function nearestPlaces(ground: NearestGround): NearestLine[] {
  const { question } = ground
  const { dataset } = question.problem
  const { places, reach } = lookFor(ground)
  const approximate = dataset.roadsSchematic || dataset.roads.length === 0
  const lines = places.map(({ kind, row, has, out }): NearestLine => {
    const etaS = reach.durationS(row)
    return {
      ...{ kind, key: row.id, name: row.name, phone: row.phone ?? '', position: { lng: row.lng, lat: row.lat }, etaS },
      ...{ distanceM: null, approximate, to: '', has },
      out: etaS === null && out.length === 0 ? ['没有可通行的道路'] : out,
    }
  })
  let shown = 0
  return sortedBy(lines, ({ out, etaS, key }) => [out.length === 0 ? 0 : 1, etaS ?? Infinity, key]).map((line) => {
    if (line.out.length > 0 || (shown += 1) > question.limit) return line
    const route = reach.route(line.position)
    return { ...line, distanceM: route?.distanceM ?? null, approximate: approximate || route?.approximate === true }
  })
}

/** Patients and people are driven from the point, goods and water are brought to it. */
function lookFor(ground: NearestGround): { places: Place[]; reach: Reach } {
  const { question, facts, guarded } = ground
  const { what } = question
  if (what.of === 'item')
    return { places: storesWith(ground, what.item), reach: guarded.reachTo(facts.scene, guarded.profileOf('lorry')) }
  const place = what.of === 'place' ? what.place : 'hospitals'
  switch (place) {
    case 'hospitals':
      return {
        places: hospitals(ground, what.of === 'place' ? what.care : undefined),
        reach: guarded.reachFrom(facts.scene, guarded.profileOf('ambulance')),
      }
    case 'shelters':
      return { places: shelters(ground), reach: guarded.reachFrom(facts.scene, guarded.profileOf('bus')) }
    case 'stores':
      return { places: storesWith(ground, ''), reach: guarded.reachTo(facts.scene, guarded.profileOf('lorry')) }
    case 'waterPoints':
    case 'helipads':
      return { places: plainPlaces(ground, place), reach: guarded.reachTo(facts.scene, guarded.profileOf('engine')) }
  }
}

function hospitals({ question, facts, zones, guarded }: NearestGround, care: Care | undefined): Place[] {
  const { problem } = question
  const { out } = judgeHospitals(problem, facts, guarded, zones)
  const judged = new Map(out.map(({ hospitalId, reasons }) => [hospitalId, reasons.map(({ text }) => text)]))
  return problem.dataset.hospitals
    .filter((row) => care === undefined || row[care])
    .map((row) => {
      const can = (Object.entries(CARE_NAMES) as [Care, string][]).filter(([key]) => row[key]).map(([, name]) => name)
      const beds = row.freeBeds === null ? '空床未知' : `空床 ${row.freeBeds}`
      return { kind: 'hospitals', row, has: [beds, ...can].join('、'), out: judged.get(row.id) ?? [] }
    })
}

function shelters({ question, zones }: NearestGround): Place[] {
  const { dataset, incident } = question.problem
  return dataset.shelters.map((row) => {
    const room = shelterRoom(row)
    const out = [
      ...(isShelterUnusable(row, incident) ? ['不可用'] : []),
      ...(room === 0 ? ['已满'] : []),
      ...(isInAny(row, zones) ? ['在危险区内'] : []),
    ]
    return { kind: 'shelters', row, has: `余 ${room} 人`, out }
  })
}

function storesWith({ question, facts, zones }: NearestGround, item: string): Place[] {
  const { dataset, incident, parameters } = question.problem
  const today = localParts(facts.nowS, facts.offsetMin).date
  const away = unavailableIds(incident, 'store')
  const wanted = dataset.stock.filter((lot) => item === '' || lot.item.includes(item) || lot.itemCode === item)
  const lotsOf = groupBy(
    sortedBy(wanted, (lot) => [lot.item, lot.lotId]),
    ({ storeId }) => storeId,
  )
  return dataset.stores
    .filter((store) => item === '' || lotsOf.has(store.id))
    .map((row) => {
      const lots = (lotsOf.get(row.id) ?? []).filter((lot) => isUsable(lot, today))
      const out = [
        ...(away.has(row.id) ? ['报告不可用'] : []),
        ...(item !== '' && lots.length === 0 ? ['没有在库且未过期的批次'] : []),
        ...(isStoreEndangered(row, zones, parameters.staging) ? ['在危险区内或太近'] : []),
      ]
      return { kind: 'stores', row, has: item === '' ? `${lots.length} 批在库` : sumOf(lots), out }
    })
}

function isUsable({ status, quantity, expiresOn }: StockRow, today: string): boolean {
  return status === '在库' && quantity > 0 && (expiresOn === '' || expiresOn >= today)
}

/** Sums by name and unit; different units are never added. */
function sumOf(lots: readonly StockRow[]): string {
  return [...groupBy(lots, ({ item, unit }) => `${item}\t${unit}`)]
    .map(([key, group]) => {
      const [item = '', unit = ''] = key.split('\t')
      return `${item} ${group.reduce((sum, { quantity }) => sum + quantity, 0)} ${unit}`
    })
    .join('、')
}

function plainPlaces({ question, zones }: NearestGround, place: 'waterPoints' | 'helipads'): Place[] {
  const { dataset } = question.problem
  const endangered = (row: LngLat): string[] => (isInAny(row, zones) ? ['在危险区内'] : [])
  if (place === 'waterPoints')
    return dataset.waterPoints.map((row) => {
      const has = row.volumeM3 === null ? '蓄水量未知' : `${row.volumeM3} 立方米`
      return { kind: place, row, has, out: endangered(row) }
    })
  return dataset.helipads.map((row) => ({ kind: place, row, has: row.surface, out: endangered(row) }))
}
