import type { Draft } from '../draft.ts'
import { SOURCES } from '../evidence.ts'
import { distanceM } from '../geometry.ts'
import { demo } from '../headers.ts'
import { townNameAt } from '../placing.ts'

/** Adds the gazetteer places of the region and around it, then the villages the gazetteer does not have. */
export function addPlaces(draft: Draft, nearM: number): void {
  const { region, tables } = draft
  for (const place of region.gazetteer) {
    const isOwn = place.district === region.name
    if (!isOwn && !region.towns.some((town) => distanceM(town.seat, place.point) < nearM)) continue
    const isReal = place.source === 'osm'
    tables.places.push({
      id: place.id,
      name: place.name,
      name_en: place.nameEn,
      kind: place.kind,
      town: isOwn ? townNameAt(region, place.point) : place.district,
      lng: place.point[0],
      lat: place.point[1],
      confidence: place.confidence,
      source: isReal ? SOURCES.osm : SOURCES.gazetteer,
      is_demo: isReal ? 0 : 1,
      note: isReal
        ? ''
        : `手工定位，精度${confidenceText(place.confidence)}${place.note === '' ? '' : `；${place.note}`}`,
    })
  }
  for (const placed of draft.villages) {
    if (placed.fromGazetteer) continue
    tables.places.push({
      id: `V${placed.village.code}`,
      name: placed.village.name,
      name_en: '',
      kind: 'village',
      town: placed.town.name,
      lng: placed.point[0],
      lat: placed.point[1],
      confidence: 'invented',
      ...demo('村社名称为实名；位置为演示，不可用于实战定位', SOURCES.divisions),
    })
  }
}

function confidenceText(confidence: string): string {
  return confidence === 'high' ? '优于0.5公里' : confidence === 'medium' ? '约1公里' : '差于1公里'
}
