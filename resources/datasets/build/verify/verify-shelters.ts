import type { Draft } from '../draft.ts'
import { isInside } from '../geometry.ts'

const MARGIN = 1.2

/** Streets whose usable shelters hold less than the transfer list plus a fifth, and shelters in risk areas without the flag. */
export function findShelterProblems({ tables, region, riskAreas }: Draft): string[] {
  const problems: string[] = []
  for (const shelter of tables.shelters) {
    if (!(Number(shelter.capacity) > 0)) problems.push(`避灾场所 ${shelter.id} 容量 ${shelter.capacity} 无效`)
    const inside = riskAreas.find(
      ({ area }) => area !== undefined && isInside([Number(shelter.lng), Number(shelter.lat)], area),
    )
    if (inside !== undefined && !String(shelter.not_for).split(';').includes(inside.kind)) {
      problems.push(`避灾场所 ${shelter.id} 在 ${inside.id} 内却未标明不可用`)
    }
  }
  for (const { name } of region.towns) {
    const people = tables.population_points
      .filter((row) => row.town === name && row.list === 'transfer')
      .reduce((sum, row) => sum + Number(row.people), 0)
    const room = tables.shelters
      .filter((row) => row.town === name && !isExposedInTyphoon(String(row.not_for)))
      .reduce((sum, row) => sum + Number(row.capacity), 0)
    if (room < people * MARGIN) problems.push(`${name} 可用避灾容量 ${room}，少于转移人数 ${people} 的 1.2 倍`)
  }
  return problems
}

/** A typhoon brings floods, slides and surge; a shelter that is not for one of them does not count. */
function isExposedInTyphoon(notFor: string): boolean {
  return notFor
    .split(';')
    .some((hazard) => ['typhoon', 'flood', 'flash_flood', 'geo_hazard', 'storm_surge'].includes(hazard))
}
