import type { HazmatTables, Substance } from '../../domain/hazmat.ts'
import type { Container } from '../../domain/incident.ts'
import type { ZoneParameters } from '../../domain/parameters/zones.ts'
import type { HazmatSituation, WindFacts } from '../problem.ts'
import { readHazmat } from '../situation/read-hazmat.ts'
import { guideDistances } from './guide.ts'
import { releaseDistances, type ReleaseDistances } from './spill-distances.ts'
import { containerKey, containerName, findLargeSpillRow, windBand, WIND_BANDS, type WindBand } from './table3.ts'

/** What distances depend on besides the substance. */
export interface ReleaseConditions {
  readonly night: boolean
  readonly wind: WindFacts
  readonly container: Container
  readonly largeSpill: boolean
}

/** One size of spill at one time of day. */
interface SizedDistances {
  readonly largeSpill: boolean
  readonly night: boolean
  readonly distances: ReleaseDistances
}

/** One container of Table 3 with its distances by wind. */
interface ContainerDistances {
  readonly name: string
  readonly key: ReturnType<typeof containerKey>
  /** True for the container of the conditions. */
  readonly present: boolean
  readonly isolationM: number
  readonly cells: readonly { readonly night: boolean; readonly band: WindBand; readonly distances: ReleaseDistances }[]
}

/** Every distance the tables give for a substance; all by the functions that draw the zones of a plan. */
export interface HandbookDistances {
  readonly present: ReleaseDistances
  /** All-round isolation when a container is in the fire; null = the guide gives none. */
  readonly fireM: number | null
  readonly fireSource: string
  /** Band that Table 3 is read by; an unusable wind reads as low. */
  readonly band: WindBand
  readonly sizes: readonly SizedDistances[]
  /** Empty when the substance is not in Table 3. */
  readonly containers: readonly ContainerDistances[]
}

interface Inputs {
  readonly tables: Pick<HazmatTables, 'isolation' | 'largeSpills'>
  readonly parameters: ZoneParameters
}

const TABLE3_CONTAINERS = ['railTank', 'roadTanker', 'multipleTonCylinders', 'smallCylinder'] as const

/** Distances of a substance now, for both sizes by day and night, and by container and wind where Table 3 has them. */
export function handbookDistances(
  substance: Substance,
  conditions: ReleaseConditions,
  inputs: Inputs,
): HandbookDistances {
  const { parameters, tables } = inputs
  const of = (given: Partial<ReleaseConditions>): ReleaseDistances => {
    const { night, wind, container, largeSpill } = { ...conditions, ...given }
    return releaseDistances(situationOf(substance, container, largeSpill, tables), {
      ...inputs,
      facts: { night, wind },
    })
  }
  const guide = guideDistances(parameters, substance.guide)
  return {
    present: of({}),
    fireM: guide.tankInFireM,
    fireSource: guide.source,
    band: windBand(conditions.wind, parameters),
    sizes: [false, true].flatMap((largeSpill) =>
      [false, true].map((night) => ({ largeSpill, night, distances: of({ largeSpill, night }) })),
    ),
    containers: containersOf(substance, conditions, inputs, of),
  }
}

function containersOf(
  { un }: Substance,
  conditions: ReleaseConditions,
  { tables, parameters }: Inputs,
  of: (given: Partial<ReleaseConditions>) => ReleaseDistances,
): ContainerDistances[] {
  if (!tables.largeSpills.some((row) => row.un === un)) return []
  const present = conditions.container === 'drum' ? null : findLargeSpillRow(tables, un, conditions.container)
  const rows = TABLE3_CONTAINERS.map((container) => ({ container, row: findLargeSpillRow(tables, un, container) }))
  // A substance without a row for a container is read from the next larger: it is listed once, by its own name.
  const listed = rows.filter(({ row }, index) => row !== null && rows.findIndex((entry) => entry.row === row) === index)
  return listed.flatMap(({ container, row }) =>
    row === null
      ? []
      : [
          {
            name: containerName(row.container),
            key: containerKey(row.container),
            present: conditions.largeSpill && row === present,
            isolationM: row.isolationM,
            cells: [false, true].flatMap((night) =>
              WIND_BANDS.map((band) => ({
                night,
                band,
                distances: of({ container, largeSpill: true, night, wind: windOfBand(band, parameters) }),
              })),
            ),
          },
        ],
  )
}

/** A wind that lies in a band. */
function windOfBand(band: WindBand, { moderateWindFrom, highWindAbove }: ZoneParameters): WindFacts {
  const speedMs = { low: moderateWindFrom.value / 2, moderate: moderateWindFrom.value, high: highWindAbove.value + 1 }
  return { fromDeg: 0, speedMs: speedMs[band], usable: true }
}

function situationOf(
  substance: Substance,
  container: Container,
  largeSpill: boolean,
  tables: Pick<HazmatTables, 'isolation'>,
): HazmatSituation {
  const situation = readHazmat(
    { type: 'hazmat_fixed', hazmat: { un: substance.un, container, spill: largeSpill ? 'large' : 'small' } },
    { substances: [substance], isolation: tables.isolation },
  )
  if (situation === null) throw new Error('a hazmat incident has a hazmat situation')
  return situation
}
