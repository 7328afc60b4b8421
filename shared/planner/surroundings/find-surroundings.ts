import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { TableName, TeamRow } from '../../domain/dataset/tables.ts'
import type { ReadinessParameters } from '../../domain/parameters/readiness.ts'
import {
  SURROUNDING_FACTS,
  SURROUNDING_GROUPS,
  type SurroundingFact,
  type SurroundingGroup,
  type SurroundingSign,
} from '../../domain/surroundings.ts'
import { bearingDeg, distanceM, type LngLat } from '../../kernel/geo.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'

/** One thing near a place; null distances = its position is not known. */
export interface Surrounding {
  readonly kind: TableName
  readonly key: string
  readonly name: string
  readonly town: string
  readonly phone: string
  readonly position: LngLat | null
  readonly distanceM: number | null
  readonly bearingDeg: number | null
  readonly facts: readonly { readonly fact: SurroundingFact; readonly value: string }[]
  readonly signs: readonly SurroundingSign[]
  readonly isDemo: boolean
}

/** The things of one group, the nearest first, and how many are over or too old to be listed. */
export interface Surroundings {
  readonly group: SurroundingGroup
  readonly found: readonly Surrounding[]
  readonly leftOut: number
}

/** What is asked: around where, how far (straight line), when. */
export interface SurroundingsQuestion {
  readonly centre: LngLat
  readonly radiusM: number
  readonly nowS: number
}

type Limits = Pick<ReadinessParameters, 'headcountMaxAgeH' | 'tripMaxAgeH'>
type Facts = Readonly<Partial<Record<SurroundingFact, string | number | null>>>
type Draft = Omit<Surrounding, 'distanceM' | 'bearingDeg' | 'facts' | 'isDemo'> & {
  readonly facts: Facts
  readonly isDemo: number
}

/** Every group around a place, in the order of `SURROUNDING_GROUPS`; independent of the order of rows. */
export function findSurroundings(dataset: Dataset, asked: SurroundingsQuestion, limits: Limits): Surroundings[] {
  const plants = new Map(dataset.plants.map((plant) => [plant.id, plant]))
  const teams = new Map(dataset.teams.map((team) => [team.id, team]))
  const near = (drafts: readonly Draft[]): Surrounding[] => nearest(drafts, asked)
  const plantsNear = new Set(
    near(dataset.plants.map((row) => ({ ...at('plants', row), facts: {}, signs: [] }))).map(({ key }) => key),
  )
  const permits = dataset.workPermits.filter(({ from, to }) => isWithin(from, to, asked.nowS))
  const trips = dataset.tankerTrips.filter(({ startedAt }) => isUnderWay(startedAt, asked.nowS, limits))
  const groups: Record<SurroundingGroup, { found: Surrounding[]; leftOut?: number }> = {
    workPermits: {
      found: near(
        permits.map((row) => {
          const plant = plants.get(row.plantId)
          const own = row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat }
          const { kind, place, people, from, to } = row
          return {
            ...{ kind: 'workPermits', key: row.id, name: place === '' ? (plant?.name ?? row.id) : place },
            ...{
              town: plant?.town ?? '',
              phone: plant?.phone ?? '',
              position: own ?? plant ?? null,
              isDemo: row.isDemo,
            },
            facts: { kind, plant: plant?.name ?? '', people, from, to },
            signs: [
              ...(own === null ? (['positionOfPlant'] as const) : []),
              ...(to === '' ? (['noEnd'] as const) : []),
            ],
          }
        }),
      ),
      leftOut: dataset.workPermits.length - permits.length,
    },
    plants: {
      found: near(
        dataset.plants.map((row) => ({
          ...at('plants', row),
          facts: {
            ...{ people: row.peopleInside, countedAt: row.countedAt },
            processTeam: teams.get(row.processTeamId)?.name ?? '',
          },
          signs: row.peopleInside !== null && isStale(row.countedAt, asked.nowS, limits) ? ['staleCount'] : [],
        })),
      ),
    },
    tankerTrips: {
      found: near(
        trips.map((row) => {
          const { cargo, un, quantityT, carrier, startedAt } = row
          return {
            ...{ kind: 'tankerTrips', key: row.id, name: row.plate, town: '', phone: row.phone, position: null },
            isDemo: row.isDemo,
            facts: {
              ...{ cargo, un, quantityT, carrier, startedAt, filledBy: plants.get(row.filledBy)?.name ?? row.filledBy },
              route: [row.from, row.to].filter((end) => end !== '').join(' → '),
            },
            signs: ['noPosition', ...(startedAt === '' ? (['noStart'] as const) : [])],
          }
        }),
      ),
      leftOut: dataset.tankerTrips.length - trips.length,
    },
    processTeams: {
      found: near(
        dataset.teams
          .filter(({ type, id }) => type === 'PROCESS' || dataset.plants.some((plant) => plant.processTeamId === id))
          .map(team),
      ),
    },
    neighbours: {
      found: byDistance(neighboursOf(dataset, plantsNear), asked),
    },
    microStations: { found: near(dataset.teams.filter(({ type }) => type === 'MICRO').map(team)) },
    serviceStations: { found: near(dataset.teams.filter(({ type }) => type === 'STATION').map(team)) },
    hospitals: {
      found: near(
        dataset.hospitals.map((row) => ({
          ...at('hospitals', row),
          facts: { beds: row.beds, freeBeds: row.freeBeds },
          signs: [],
        })),
      ),
    },
    waterPoints: {
      found: near(
        dataset.waterPoints.map((row) => {
          return { ...at('waterPoints', row), phone: '', facts: { kind: row.kind, volumeM3: row.volumeM3 }, signs: [] }
        }),
      ),
    },
    helipads: {
      found: near(
        dataset.helipads.map((row) => {
          const { kind, surface, status } = row
          return { ...at('helipads', row), facts: { kind, surface, status }, signs: [] }
        }),
      ),
    },
    cameras: {
      found: near(
        dataset.cameras.map((row) => {
          return { ...at('cameras', row), phone: '', facts: { kind: row.kind, link: row.link }, signs: [] }
        }),
      ),
    },
    hazardSources: {
      found: near(
        dataset.hazardSources.map((row) => {
          const { kind, un, quantityT } = row
          return { ...at('hazardSources', row), facts: { kind, un, quantityT }, signs: [] }
        }),
      ),
    },
    targets: {
      found: near(
        dataset.targets.map((row) => ({
          ...at('targets', row),
          facts: { kind: row.kind, people: row.people },
          signs: [],
        })),
      ),
    },
  }
  return SURROUNDING_GROUPS.map((group) => ({ group, found: groups[group].found, leftOut: groups[group].leftOut ?? 0 }))
}

interface PlacedRow extends LngLat {
  readonly id: string
  readonly name: string
  readonly town: string
  readonly phone?: string
  readonly isDemo: number
}

function at(kind: TableName, row: PlacedRow): Omit<Draft, 'facts' | 'signs'> {
  const { id, name, town, phone = '', lng, lat, isDemo } = row
  return { kind, key: id, name, town, phone, position: { lng, lat }, isDemo }
}

function team(row: TeamRow): Draft {
  const capabilities = row.capabilities.map(({ capability, quantity }) => `${capability}:${quantity}`).join(';')
  return { ...at('teams', row), facts: { onDuty: row.onDuty, capabilities }, signs: [] }
}

/** Plants that help a plant near by agreement (3HH), wherever they are; each once, with whom it helps. */
function neighboursOf(dataset: Dataset, plantsNear: ReadonlySet<string>): Draft[] {
  const plants = new Map(dataset.plants.map((plant) => [plant.id, plant]))
  const teams = new Map(dataset.teams.map((row) => [row.id, row]))
  const pairs = sortedBy(dataset.plants, ({ id }) => [id])
    .filter(({ id }) => plantsNear.has(id))
    .flatMap(({ name, neighbours }) => neighbours.map((id) => ({ id, helps: name })))
  return [...groupBy(pairs, ({ id }) => id)].flatMap(([id, helped]): Draft[] => {
    const plant = plants.get(id)
    if (plant === undefined) return []
    const neighbourOf = helped.map(({ helps }) => helps).join('、')
    const processTeam = teams.get(plant.processTeamId)?.name ?? ''
    return [{ ...at('plants', plant), facts: { neighbourOf, processTeam }, signs: [] }]
  })
}

/** Those within the radius and those without a position, the nearest first. */
function nearest(drafts: readonly Draft[], asked: SurroundingsQuestion): Surrounding[] {
  return byDistance(drafts, asked).filter((row) => row.distanceM === null || row.distanceM <= asked.radiusM)
}

function byDistance(drafts: readonly Draft[], asked: SurroundingsQuestion): Surrounding[] {
  const rows = drafts.map((draft) => measured(draft, asked))
  return sortedBy(rows, (row) => [row.distanceM ?? Number.MAX_SAFE_INTEGER, row.name, row.key])
}

function measured({ facts, isDemo, position, ...draft }: Draft, { centre }: SurroundingsQuestion): Surrounding {
  const shown = SURROUNDING_FACTS.flatMap((fact) => {
    const value = facts[fact]
    return value === undefined || value === null || value === '' ? [] : [{ fact, value: String(value) }]
  })
  return {
    ...draft,
    position: position === null ? null : { lng: position.lng, lat: position.lat },
    distanceM: position === null ? null : Math.round(distanceM(centre, position)),
    bearingDeg: position === null ? null : Math.round(bearingDeg(centre, position)) % 360,
    ...{ facts: shown, isDemo: isDemo === 1 },
  }
}

const HOUR_S = 3600

/** Whether a permit is in force; an end or beginning nobody told does not keep it out. */
function isWithin(from: string, to: string, nowS: number): boolean {
  const [start, end] = [parseInstant(from)?.epochS, parseInstant(to)?.epochS]
  return (start === undefined || start <= nowS) && (end === undefined || nowS <= end)
}

/** Whether a trip may still be on the road (design rule); one that nobody says the start of may be. */
function isUnderWay(startedAt: string, nowS: number, { tripMaxAgeH }: Limits): boolean {
  const start = parseInstant(startedAt)?.epochS
  return start === undefined || (start <= nowS && nowS - start <= tripMaxAgeH.value * HOUR_S)
}

function isStale(countedAt: string, nowS: number, { headcountMaxAgeH }: Limits): boolean {
  const counted = parseInstant(countedAt)?.epochS
  return counted === undefined || nowS - counted > headcountMaxAgeH.value * HOUR_S
}
