import type { Cell } from '../csv.ts'
import type { Draft } from '../draft.ts'
import { HEADERS } from '../headers.ts'
import type { TableName } from '../headers.ts'

/** table, column, table it points into; lists are separated by `;`, empty cells point nowhere. */
const REFERENCES: readonly (readonly [table: TableName, column: string, target: TableName])[] = [
  ['teams', 'parent_id', 'organisations'],
  ['vehicles', 'team_id', 'teams'],
  ['team_kit', 'team_id', 'teams'],
  ['shelter_zones', 'shelter_id', 'shelters'],
  ['evacuees', 'population_point_id', 'population_points'],
  ['plants', 'process_team_id', 'teams'],
  ['plants', 'neighbours', 'plants'],
  ['tanker_trips', 'filled_by', 'plants'],
  ['work_permits', 'plant_id', 'plants'],
  ['rosters', 'person_id', 'people'],
  ['stock', 'store_id', 'stores'],
  ['hazard_sources', 'plant_id', 'plants'],
  ['organisations', 'parent_id', 'organisations'],
]

/** Ids that occur twice, ids that are pointed at but missing, rows without source, and phone numbers of two owners. */
export function findReferenceProblems({ tables, riskAreas }: Draft): string[] {
  const problems: string[] = []
  const ids = new Map<string, Set<string>>()
  const rowsOf = (name: TableName): readonly Readonly<Record<string, Cell>>[] => tables[name]
  for (const name of Object.keys(HEADERS).filter(isTableName)) {
    const seen = new Set<string>()
    for (const row of rowsOf(name)) {
      const id = String(row[name === 'stock' ? 'lot_id' : 'id'] ?? '')
      if (id !== '' && seen.has(id)) problems.push(`${name}.csv 编号 ${id} 重复`)
      seen.add(id)
      if (row['source'] === '') problems.push(`${name}.csv 记录 ${id} 没有来源`)
    }
    ids.set(name, seen)
  }
  for (const [name, column, target] of REFERENCES) {
    for (const row of rowsOf(name)) {
      for (const id of String(row[column] ?? '')
        .split(';')
        .filter((part) => part !== '')) {
        if (ids.get(target)?.has(id) !== true) problems.push(`${name}.csv ${column}=${id} 在 ${target}.csv 中不存在`)
      }
    }
  }
  const risks = new Set(riskAreas.map((risk) => risk.id))
  for (const row of tables.population_points) {
    const id = String(row.risk_area_id)
    if (id !== '' && !risks.has(id))
      problems.push(`population_points.csv risk_area_id=${id} 在 risk_areas.geojson 中不存在`)
  }
  const organisations = new Set(tables.organisations.map((row) => row.name))
  for (const row of tables.rosters)
    if (!organisations.has(row.organisation)) problems.push(`rosters.csv 单位“${row.organisation}”不存在`)
  for (const row of tables.stores)
    if (!organisations.has(row.owner)) problems.push(`stores.csv 产权单位“${row.owner}”不存在`)
  return [...problems, ...findSharedPhones(tables.people)]
}

function findSharedPhones(people: Draft['tables']['people']): string[] {
  const owners = new Map<Cell, Cell>()
  return people.flatMap((row) => {
    const other = owners.get(row.phone)
    owners.set(row.phone, row.id)
    return other === undefined ? [] : [`people.csv 电话 ${row.phone} 同属 ${other} 与 ${row.id}`]
  })
}

function isTableName(name: string): name is TableName {
  return name in HEADERS
}
