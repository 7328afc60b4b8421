import type { HazmatTables, IsolationRow, SpillDistances } from '../../domain/hazmat.ts'
import type { ZoneParameters } from '../../domain/parameters/zones.ts'
import type { Reason } from '../../domain/reason.ts'
import type { FactSheet, HazmatSituation } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { guideDistances } from './guide.ts'
import { containerName, findLargeSpillRow, windBand } from './table3.ts'

/** Isolation and protective distance of one release, metres, with the table row they were read from. */
export interface ReleaseDistances {
  readonly isolationM: number
  /** Null = no downwind distance is given; isolation all round until measured. */
  readonly protectiveM: number | null
  /** True when the table only says "at least". */
  readonly atLeast: boolean
  readonly isolationLost: boolean
  readonly basis: { readonly source: string; readonly row: string }
  readonly reasons: readonly Reason[]
}

interface Inputs {
  readonly tables: Pick<HazmatTables, 'isolation' | 'largeSpills'>
  readonly parameters: ZoneParameters
  readonly facts: Pick<FactSheet, 'night' | 'wind'>
}

/** Distances by ERG2024: Table 3 for large releases of its gases, else Table 1, else the guide. */
export function releaseDistances(hazmat: HazmatSituation, inputs: Inputs): ReleaseDistances {
  const rows = inputs.tables.isolation.filter((row) => row.un === hazmat.un)
  if (rows.length === 0) return byGuide(hazmat, inputs)
  const candidates = rows.map((row) => byTable(row, hazmat, inputs))
  const [largest] = [...candidates].sort(
    (a, b) => (b.protectiveM ?? 0) - (a.protectiveM ?? 0) || b.isolationM - a.isolationM,
  )
  if (largest === undefined) return byGuide(hazmat, inputs)
  const several = rows.length > 1 ? [makeReason('zone-largest-row', { un: hazmat.un, rows: rows.length })] : []
  return {
    ...largest,
    reasons: [...largest.reasons, ...several, ...guideNote(hazmat, largest, inputs), ...waterNote(hazmat)],
  }
}

function byTable(row: IsolationRow, hazmat: HazmatSituation, inputs: Inputs): ReleaseDistances {
  const { container, largeSpill } = hazmat
  const named = { row, substance: nameOf(row, hazmat) }
  if (!largeSpill) return byTable1(named, 'small', row.smallSpill, inputs)
  if (row.largeSpill !== null) return byTable1(named, 'large', row.largeSpill, inputs)
  return container === 'drum' ? byTable1(named, 'small', row.smallSpill, inputs) : byTable3(named, container, inputs)
}

/** A table row with the name of the substance for the reasons. */
interface NamedRow {
  readonly row: IsolationRow
  readonly substance: string
}

function nameOf(row: IsolationRow, { substance }: HazmatSituation): string {
  const name = substance?.nameZh ?? ''
  return `${name === '' ? row.name : name}（UN${row.un}）`
}

function byTable1(
  { row, substance }: NamedRow,
  size: 'small' | 'large',
  spill: SpillDistances,
  inputs: Inputs,
): ReleaseDistances {
  const { night } = inputs.facts
  const km = night ? spill.nightKm : spill.dayKm
  const protectiveM = km === null ? inputs.parameters.atLeastDistance.value : Math.round(km * 1000)
  const isolationM = spill.isolationM ?? largestIsolationM(inputs.tables)
  const names = {
    substance,
    size: size === 'small' ? '少量泄漏' : '大量泄漏',
    time: night ? '夜间' : '白天',
  }
  return {
    isolationM,
    protectiveM,
    atLeast: km === null,
    isolationLost: spill.isolationM === null,
    basis: { source: 'ERG2024 Table 1', row: `${row.un} ${size} ${night ? 'night' : 'day'}` },
    reasons: [makeReason('zone-table1', { ...names, isolationM, protectiveM }, 'ERG2024 Table 1')],
  }
}

function byTable3(
  { row, substance }: NamedRow,
  container: Exclude<HazmatSituation['container'], 'drum'>,
  inputs: Inputs,
): ReleaseDistances {
  const found = findLargeSpillRow(inputs.tables, row.un, container)
  if (found === null) throw new Error(`Table 1 refers UN${row.un} to Table 3, which has no such row`)
  const { night, wind } = inputs.facts
  const band = windBand(wind, inputs.parameters)
  const km = (night ? found.nightKm : found.dayKm)[band]
  const protectiveM = km === null ? inputs.parameters.atLeastDistance.value : Math.round(km * 1000)
  const names = {
    substance,
    container: containerName(found.container),
    time: night ? '夜间' : '白天',
    band: BAND_NAMES[band],
  }
  return {
    isolationM: found.isolationM,
    protectiveM,
    atLeast: km === null || protectiveM >= inputs.parameters.atLeastDistance.value,
    isolationLost: false,
    basis: { source: 'ERG2024 Table 3', row: `${row.un} ${container} ${night ? 'night' : 'day'} ${band}` },
    reasons: [makeReason('zone-table3', { ...names, isolationM: found.isolationM, protectiveM }, 'ERG2024 Table 3')],
  }
}

const BAND_NAMES = {
  low: '小风（10 公里/时以下）',
  moderate: '中风（10 至 20 公里/时）',
  high: '大风（20 公里/时以上）',
} as const

function byGuide(hazmat: HazmatSituation, inputs: Inputs): ReleaseDistances {
  const row = guideDistances(inputs.parameters, hazmat.guide)
  const protectiveM = hazmat.largeSpill ? row.largeDownwindM : null
  const unknown = hazmat.substance === null
  const code = unknown ? 'zone-unknown-substance' : protectiveM === null ? 'zone-guide' : 'zone-guide-downwind'
  return {
    isolationM: row.isolationM,
    protectiveM,
    atLeast: protectiveM !== null,
    isolationLost: false,
    basis: {
      source: `ERG2024 Guide ${hazmat.guide}`,
      row: `${hazmat.un ?? 'unknown'} guide ${hazmat.guide} ${hazmat.largeSpill ? 'large' : 'small'}`,
    },
    reasons: [
      makeReason(code, { guide: hazmat.guide, name: row.name, isolationM: row.isolationM, protectiveM }, row.source),
    ],
  }
}

/** Where the guide's own circle is larger than the table's, both are shown; the table holds because the substance is certain. */
function guideNote(hazmat: HazmatSituation, distances: ReleaseDistances, { parameters }: Inputs): Reason[] {
  const row = guideDistances(parameters, hazmat.guide)
  if (row.isolationM <= distances.isolationM) return []
  return [
    makeReason(
      'zone-guide-larger',
      { guide: hazmat.guide, guideM: row.isolationM, tableM: distances.isolationM },
      row.source,
    ),
  ]
}

function waterNote(hazmat: HazmatSituation): Reason[] {
  return hazmat.waterReactive ? [makeReason('zone-water-reactive', {}, 'ERG2024 Table 2')] : []
}

function largestIsolationM({ isolation }: Inputs['tables']): number {
  return Math.max(...isolation.flatMap((row) => [row.smallSpill.isolationM ?? 0, row.largeSpill?.isolationM ?? 0]))
}
