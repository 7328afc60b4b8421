import type { HazmatTables, LargeSpillRow } from '../../domain/hazmat.ts'
import type { Container } from '../../domain/incident.ts'
import type { ZoneParameters } from '../../domain/parameters/zones.ts'
import type { WindFacts } from '../problem.ts'

/** Rows of Table 3 from the smallest container to the largest; the nurse tank stands for several ton cylinders. */
const SIZES = ['small', 'tons', 'road', 'rail'] as const
type Size = (typeof SIZES)[number]

/** Row each container is read from. Drums are small spills and have none. */
const SIZE_OF: Readonly<Record<Exclude<Container, 'drum'>, Size>> = {
  smallCylinder: 'small',
  tonCylinder: 'small',
  multipleTonCylinders: 'tons',
  roadTanker: 'road',
  railTank: 'rail',
  fixedTank: 'rail',
  ship: 'rail',
  pipeline: 'rail',
  unknown: 'rail',
}

/** Wind bands of Table 3. */
export const WIND_BANDS = ['low', 'moderate', 'high'] as const
export type WindBand = (typeof WIND_BANDS)[number]

/** The Table 3 row of a container; where the table has none, the next larger. Null when the substance is not in Table 3. */
export function findLargeSpillRow(
  tables: Pick<HazmatTables, 'largeSpills'>,
  un: string,
  container: Exclude<Container, 'drum'>,
): LargeSpillRow | null {
  const rows = tables.largeSpills.filter((row) => row.un === un)
  const wanted = SIZES.indexOf(SIZE_OF[container])
  for (const size of SIZES.slice(wanted)) {
    const row = rows.find((entry) => sizeOf(entry.container) === size)
    if (row !== undefined) return row
  }
  return rows.find((entry) => sizeOf(entry.container) === 'rail') ?? null
}

/** Wind band of Table 3; a wind that cannot be used reads as low, the farthest reaching. */
export function windBand(
  wind: WindFacts,
  parameters: Pick<ZoneParameters, 'moderateWindFrom' | 'highWindAbove'>,
): WindBand {
  if (!wind.usable || wind.speedMs === null || wind.speedMs < parameters.moderateWindFrom.value) return 'low'
  return wind.speedMs > parameters.highWindAbove.value ? 'high' : 'moderate'
}

function sizeOf(container: string): Size {
  if (container.startsWith('Rail')) return 'rail'
  if (container.startsWith('Highway')) return 'road'
  if (container.startsWith('Multiple small')) return 'small'
  return 'tons'
}

/** Key of a container row of Table 3, for words in another language. */
export function containerKey(container: string): Size | 'nurse' {
  return container.startsWith('Agricultural') ? 'nurse' : sizeOf(container)
}

const SIZE_NAMES: Readonly<Record<Size, string>> = {
  small: '多个小钢瓶或单个吨瓶',
  tons: '多个吨瓶',
  road: '公路罐车',
  rail: '铁路罐车（固定储罐、船舶、管道和未知容器同）',
}

/** Chinese name of a container row of Table 3. */
export function containerName(container: string): string {
  return container.startsWith('Agricultural') ? '农用液氨罐' : SIZE_NAMES[sizeOf(container)]
}
