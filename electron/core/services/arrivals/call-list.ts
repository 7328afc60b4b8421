import type { AppContract } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import type { PointCount } from '#shared/contract/arrivals.contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { evacueeStatus } from '#shared/domain/evacuee.ts'
import { groupBy, sortedBy } from '#shared/kernel/order.ts'
import { evacueeLines } from '../shelters/evacuee-line.ts'

/** List against arrivals, point by point; see the contract. Whoever left again has arrived. */
export function pointCounts({ evacuees, populationPoints }: Dataset): PointCount[] {
  const points = new Map(populationPoints.map((point) => [point.id, point]))
  const counts = [...groupBy(evacuees, ({ populationPointId }) => populationPointId)].map(([pointId, own]) => {
    const point = points.get(pointId)
    const missing = own.filter((row) => evacueeStatus(row) === 'expected').length
    return {
      ...{ pointId, name: point?.name ?? '', town: point?.town ?? '' },
      ...{ personInCharge: point?.personInCharge ?? '', phone: point?.phone ?? '' },
      ...{ listed: own.length, arrived: own.length - missing, missing },
    }
  })
  return sortedBy(counts, ({ missing, town, name, pointId }) => [-missing, town, name, pointId])
}

/** Who has not yet arrived; see the contract. */
export function missingPeople(
  dataset: Dataset,
  { pointId, limit }: { readonly pointId: string | null; readonly limit: number },
): OutputOf<AppContract['arrivals']['missing']> {
  const line = evacueeLines(dataset)
  const people = dataset.evacuees.filter(
    (row) => evacueeStatus(row) === 'expected' && (pointId === null || row.populationPointId === pointId),
  )
  const sorted = sortedBy(people.map(line), ({ point, name, evacueeId }) => [point, name, evacueeId])
  return { total: people.length, people: sorted.slice(0, limit) }
}
