import type { Draft } from '../draft.ts'
import { SOURCES } from '../evidence.ts'
import { demo } from '../headers.ts'
import { placeById, townNamed } from '../region.ts'
import { townAt } from '../placing.ts'
import { seededInt } from '../seeded.ts'

/** Gazetteer hospital, beds, and whether it treats poisoning, burns and can decontaminate; figures are for exercises. */
export type HospitalSpec = readonly [
  place: string,
  beds: number,
  toxicology: 0 | 1,
  burns: 0 | 1,
  decontamination: 0 | 1,
]

/** Adds hospitals: names and positions are from OpenStreetMap, beds and specialties are for exercises. */
export function addHospitals(draft: Draft, hospitals: readonly HospitalSpec[]): void {
  for (const [placeId, beds, toxicology, burns, decontamination] of hospitals) {
    const place = placeById(draft.region, placeId)
    const id = `hospital-${placeId.toLowerCase()}`
    const town = townAt(draft.region, place.point)
    draft.tables.hospitals.push({
      id,
      name: place.name,
      town: town === undefined ? place.district : townNamed(draft.region, town.name).name,
      lng: place.point[0],
      lat: place.point[1],
      beds,
      free_beds: Math.round((beds * seededInt(`${id}#free`, 8, 22)) / 100),
      toxicology,
      burns,
      decontamination,
      phone: draft.contacts.landlineOf(id),
      ...demo('名称与位置为OSM实测；床位、专科、电话为演示', SOURCES.osm),
    })
  }
}
