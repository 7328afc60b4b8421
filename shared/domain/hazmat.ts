import * as z from 'zod'

const Distances = z.looseObject({
  isolation_m: z.number().nullable().optional(),
  protect_day_km: z.number().nullable().optional(),
  protect_night_km: z.number().nullable().optional(),
  incomplete: z.boolean().optional(),
  see: z.string().optional(),
})

/** ERG2024 Table 1 as extracted; null distances mean "at least 11 km", never 0. */
export const ErgTable1 = z.looseObject({
  rows: z.array(
    z.looseObject({
      un: z.string(),
      guide: z.string(),
      name: z.string(),
      small_spill: Distances,
      large_spill: Distances,
    }),
  ),
})

const WindBands = z.looseObject({
  low_wind: z.number().nullable(),
  moderate_wind: z.number().nullable(),
  high_wind: z.number().nullable(),
})

/** ERG2024 Table 3: large spills of seven gases by container and wind. */
export const ErgTable3 = z.looseObject({
  chemicals: z.array(
    z.looseObject({
      un_number: z.string(),
      name: z.string(),
      containers: z.array(
        z.looseObject({ type: z.string(), initial_isolation_m: z.number(), day_km: WindBands, night_km: WindBands }),
      ),
    }),
  ),
})

/** ERG2024 Table 2: substances that give off toxic gas in water. */
export const ErgTable2 = z.looseObject({
  rows: z.array(
    z.looseObject({
      un: z.string(),
      items: z.array(
        z.looseObject({ guide_no: z.string(), material_name: z.string(), tih_gases: z.array(z.string()) }),
      ),
    }),
  ),
})

/** One substance as the handbook shows it, joined over all sources. */
export const Substance = z.object({
  un: z.string(),
  nameZh: z.string(),
  aliasesZh: z.array(z.string()),
  nameEn: z.string(),
  cas: z.string(),
  classDivision: z.string(),
  guide: z.string(),
  toxicByInhalation: z.boolean(),
  waterReactive: z.boolean(),
})
export type Substance = z.infer<typeof Substance>

/** Distances around one spill size: metres and kilometres; null kilometres = at least 11 km. */
export interface SpillDistances {
  /** null = lost in the extracted table: the largest isolation of the table is used. */
  readonly isolationM: number | null
  readonly dayKm: number | null
  readonly nightKm: number | null
}

/** One row of Table 3 for one container. */
export interface LargeSpillRow {
  readonly un: string
  readonly container: string
  readonly isolationM: number
  readonly dayKm: { readonly low: number | null; readonly moderate: number | null; readonly high: number | null }
  readonly nightKm: { readonly low: number | null; readonly moderate: number | null; readonly high: number | null }
}

/** One row of Table 1. `largeSpill` is null where Table 3 must be used. A UN number may have several rows. */
export interface IsolationRow {
  readonly un: string
  readonly name: string
  readonly guide: string
  readonly smallSpill: SpillDistances
  readonly largeSpill: SpillDistances | null
}

/** What the planner reads of the hazmat handbook. */
export interface HazmatTables {
  readonly substances: readonly Substance[]
  readonly isolation: readonly IsolationRow[]
  readonly largeSpills: readonly LargeSpillRow[]
}
