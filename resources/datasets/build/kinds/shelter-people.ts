import type { Draft } from '../draft.ts'
import { demo } from '../headers.ts'
import { splitWhole } from '../seeded.ts'

/** Zones of a shelter with their share of its places, in tenths, and for whom they are. */
const ZONES: readonly (readonly [name: string, share: number, meantFor: string])[] = [
  ['家庭安置区', 5, '家庭'],
  ['单身男区', 2, '男'],
  ['单身女区', 2, '女'],
  ['老幼病残照护区', 1, '老年人;婴幼儿;病人;行动不便'],
]

const SMALLEST_WITH_ZONES = 200

/** Splits every larger shelter into zones; their places sum to the shelter's. */
export function addShelterZones(draft: Draft): void {
  for (const shelter of draft.tables.shelters) {
    const capacity = Number(shelter.capacity)
    if (capacity < SMALLEST_WITH_ZONES) continue
    const parts = splitWhole(
      capacity,
      ZONES.map(([, share]) => share),
    )
    ZONES.forEach(([name, , meantFor], index) => {
      draft.tables.shelter_zones.push({
        id: `${String(shelter.id)}-zone-${index + 1}`,
        shelter_id: shelter.id,
        name,
        capacity: parts[index] ?? 0,
        meant_for: meantFor,
        ...demo('分区与容量为演示'),
      })
    })
  }
}

const LISTED_POINTS = 4

/** Lists the people of the first places of the transfer list by name, so that arrivals can be ticked off in a drill. */
export function addEvacuees(draft: Draft): void {
  const points = draft.tables.population_points.filter((row) => row.list === 'transfer').slice(0, LISTED_POINTS)
  for (const point of points) {
    for (let number = 1; number <= Number(point.people); number += 1) {
      const tail = String(number).padStart(3, '0')
      const id = `evacuee-${String(point.id).replace('pop-', '')}-${tail}`
      draft.tables.evacuees.push({
        id,
        code: `YS-${String(point.id).replace('pop-', '').toUpperCase()}-${tail}`,
        name: draft.contacts.nameOf(id),
        population_point_id: point.id,
        phone: '',
        special_needs: number <= Number(point.special_needs) ? '行动不便' : '',
        shelter_id: '',
        zone_id: '',
        arrived_at: '',
        left_at: '',
        left_to: '',
        ...demo('姓名、编号为演示，与任何人无关'),
      })
    }
  }
}
