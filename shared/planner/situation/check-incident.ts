import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { HazmatTables } from '../../domain/hazmat.ts'
import type { Incident } from '../../domain/incident.ts'
import { AppError } from '../../kernel/app-error.ts'
import { checkCutOffTowns } from './check-cut-off-towns.ts'
import { checkFacts } from './check-facts.ts'
import { checkMeasuredZones } from './check-measured-zones.ts'
import { checkTimes } from './check-times.ts'
import { distanceFromAreasM, ownAreas } from './own-areas.ts'

/** Farthest an incident may lie outside the data set's areas, metres. */
const MAX_OUTSIDE_M = 20_000

/**
 * Judges an incident against the data it will be planned with. Throws `AppError`: `bad-time`, `coordinates-swapped`,
 * `place-out-of-area`, `negative-count`, `unknown-un-number`, `bad-input`.
 */
export function checkIncident(incident: Incident, dataset: Dataset, hazmat: Pick<HazmatTables, 'substances'>): void {
  checkTimes(incident)
  checkPlace(incident, dataset)
  checkFacts(incident)
  checkMeasuredZones(incident)
  checkCutOffTowns(incident, dataset)
  checkUnNumber(incident, hazmat)
}

function checkPlace({ location }: Incident, dataset: Dataset): void {
  const areas = ownAreas(dataset)
  const { lng, lat } = location
  const outsideM = distanceFromAreasM({ lng, lat }, areas)
  if (outsideM === null || outsideM <= MAX_OUTSIDE_M) return
  const swappedM = Math.abs(lng) <= 90 ? distanceFromAreasM({ lng: lat, lat: lng }, areas) : null
  if (swappedM !== null && swappedM <= MAX_OUTSIDE_M) {
    throw new AppError(
      'coordinates-swapped',
      `位置（location）的经纬度写反了：lng=${lng}，lat=${lat}。请对调，写成 lng=${lat}，lat=${lng}。`,
      {
        path: 'location',
        value: { lng, lat },
      },
    )
  }
  throw new AppError(
    'place-out-of-area',
    `位置（location）lng=${lng}，lat=${lat} 在“${dataset.head.name}”辖区以外约 ${Math.round(outsideM / 1000)} 公里，超过 20 公里。` +
      '请核对坐标，或改用该地的数据集。',
    { path: 'location', value: { lng, lat } },
  )
}

function checkUnNumber({ hazmat }: Incident, tables: Pick<HazmatTables, 'substances'>): void {
  const un = hazmat?.un
  if (un === undefined || un === null) return
  if (tables.substances.some((substance) => substance.un === un)) return
  throw new AppError(
    'unknown-un-number',
    `UN 编号（hazmat.un）“${un}”不在危险品目录中。请核对四位编号（如 1005）；物质不明请留空，按未知物质处置。`,
    { path: 'hazmat.un', value: un },
  )
}
