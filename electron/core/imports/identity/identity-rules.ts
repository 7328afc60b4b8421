import { TABLES, type TableName } from '#shared/domain/dataset/tables.ts'

/** One way to tell which record a row without a number is. */
export interface IdentityRule {
  /** What the operator is told. */
  readonly words: string
  /** Columns that must be filled and equal. */
  readonly needs: readonly string[]
  /** Columns that must be equal where the list has them, empty ones too. */
  readonly also: readonly string[]
  /** Column that must be empty on one side at least: what it says would tell two records apart. */
  readonly silent?: string
  /** Too little to be sure: whoever is found only forbids to take the row for a new record. */
  readonly isWeak?: true
}

const rule = (words: string, needs: readonly string[], also: readonly string[] = []): IdentityRule => ({
  words,
  needs,
  also,
})

const BY_PLACE: readonly IdentityRule[] = [
  rule('名称和街道', ['name', 'town']),
  { ...rule('名称', ['name']), silent: 'town' },
]

const RULES: Partial<Readonly<Record<TableName, readonly IdentityRule[]>>> = {
  organisations: [rule('名称', ['name'])],
  people: [
    rule('姓名和电话', ['name', 'phone']),
    rule('姓名和单位', ['name', 'organisation']),
    { ...rule('姓名', ['name']), isWeak: true },
  ],
  rosters: [],
  vehicles: [rule('车牌', ['plate']), { ...rule('队伍和车名', ['team_id', 'name']), silent: 'plate' }],
  teamKit: [rule('队伍、物品和有效期', ['team_id', 'item'], ['item_code', 'expires_on'])],
  tankerTrips: [rule('车牌和出发时间', ['plate', 'started_at'])],
  workPermits: [rule('企业、作业、地点和开始时间', ['plant_id', 'kind', 'from'], ['place'])],
  shelterZones: [rule('避灾点和分区名称', ['shelter_id', 'name'])],
  stock: [rule('储备库、品名、生产日期和有效期', ['store_id', 'item'], ['item_code', 'made_on', 'expires_on'])],
  evacuees: [
    rule('安全码编号', ['code']),
    { ...rule('姓名和人口点', ['name', 'population_point_id']), silent: 'code' },
  ],
}

/**
 * How rows of a table are matched to the library when they bring no number, surest way first (design rule IM1); empty
 * for a table whose rows are their own key.
 */
export function identityRulesOf(kind: TableName): readonly IdentityRule[] {
  return RULES[kind] ?? BY_PLACE
}

/** The one column that numbers the records of a table; null where several columns are the key. */
export function numberColumnOf(kind: TableName): string | null {
  const [only, second]: readonly (string | undefined)[] = TABLES[kind].key
  return second === undefined ? (only ?? null) : null
}

/** Whether a list with these columns can do without numbers. */
export function isIdentifiable(kind: TableName, columns: readonly (string | null)[]): boolean {
  return identityRulesOf(kind).some(({ needs }) => needs.every((column) => columns.includes(column)))
}
