import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { CountedShare, StressedIncident, StressSummary } from '../../domain/stress.ts'
import type { IncidentType } from '../../domain/taxonomy.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { wilson } from '../../kernel/wilson.ts'

/** Misses named beside a street. */
const WORST = 3

/** Where a district breaks: by what is missed, by street, by type, and who carries the load. Each share keeps its n. */
export function summariseRun(
  incidents: readonly StressedIncident[],
  { teams }: Pick<Dataset, 'teams'>,
  notDrawn: readonly IncidentType[],
): StressSummary {
  const names = new Map(teams.map(({ id, name }) => [id, name]))
  const towns = [...groupBy(incidents, ({ town }) => town ?? '')].map(([town, own]) => ({
    ...{ town: town === '' ? null : town, misses: missedShare(own) },
    worst: missesOf(own)
      .slice(0, WORST)
      .map(({ name, misses }) => ({ name, incidents: misses.part })),
  }))
  const types = [...groupBy(incidents, ({ type }) => type).values()].flatMap((own) => {
    const [first] = own
    return first === undefined ? [] : [{ type: first.type, misses: missedShare(own) }]
  })
  return {
    missed: missedShare(incidents),
    byMiss: missesOf(incidents),
    byTown: sortedBy(towns, ({ town, misses }) => [-misses.part, town ?? '']),
    byType: sortedBy(types, ({ type, misses }) => [-misses.part, type]),
    teams: teamLoads(incidents, names),
    notDrawn: [...notDrawn],
  }
}

/** A share with its interval. */
export function countedShare(part: number, of: number): CountedShare {
  return { part, of, ...wilson(part, of) }
}

function missedShare(incidents: readonly StressedIncident[]): CountedShare {
  return countedShare(incidents.filter(({ misses }) => misses.length > 0).length, incidents.length)
}

function missesOf(incidents: readonly StressedIncident[]): StressSummary['byMiss'] {
  const rows = [
    ...groupBy(
      incidents.flatMap(({ misses }) => misses),
      ({ key }) => key,
    ),
  ].map(([key, found]) => ({
    ...{ key, name: found[0]?.name ?? key, misses: countedShare(found.length, incidents.length) },
  }))
  return sortedBy(rows, ({ key, misses }) => [-misses.part, key])
}

function teamLoads(incidents: readonly StressedIncident[], names: ReadonlyMap<string, string>): StressSummary['teams'] {
  const alone = groupBy(
    incidents.flatMap((incident) => incident.alone),
    (id) => id,
  )
  const rows = [
    ...groupBy(
      incidents.flatMap(({ teams }) => teams),
      (id) => id,
    ),
  ].map(([teamId, sent]) => ({
    ...{ teamId, name: names.get(teamId) ?? teamId, sent: countedShare(sent.length, incidents.length) },
    alone: alone.get(teamId)?.length ?? 0,
  }))
  return sortedBy(rows, ({ teamId, sent }) => [-sent.part, teamId])
}
