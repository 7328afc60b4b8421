import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { camelCaseOf } from '#shared/domain/dataset/table-definition.ts'
import { TABLES } from '#shared/domain/dataset/tables.ts'
import { DatasetHead } from '#shared/domain/dataset/dataset.ts'
import { RESOURCES, readHeader, readProperties, readRows } from './read-dataset.ts'

const DATASETS = ['beilun', 'cixi'] as const

/** What this test needs to know of a column. */
interface CheckedCell {
  readonly required: boolean
  readonly schema: { safeParse: (text: string) => { readonly success: boolean } }
}

/** Rows whose cells the product's own column definitions refuse. */
function refusedCells(dataset: string, file: string, columns: Readonly<Record<string, CheckedCell>>): string[] {
  return readRows(dataset, file).flatMap((row, index) =>
    Object.entries(columns).flatMap(([name, cell]) => {
      const given = row[name]
      if (given === undefined) return []
      if (given === '' && !cell.required) return []
      return cell.schema.safeParse(given).success ? [] : [`${file}:${index + 2} ${name}=${given}`]
    }),
  )
}

describe.each(DATASETS)('data set %s', (dataset) => {
  const files = Object.values(TABLES).filter(({ file }) => existsSync(join(RESOURCES, 'datasets', dataset, file)))

  it('has a head that the product accepts, flagged as demonstration data', () => {
    const head = DatasetHead.parse(
      JSON.parse(readFileSync(join(RESOURCES, 'datasets', dataset, 'dataset.json'), 'utf8')),
    )
    expect([head.id, head.isDemo]).toEqual([dataset, true])
  })

  it.each(files.map(({ file, columns }) => [file, columns] as const))(
    '%s has only cells the product accepts',
    (file, columns) => {
      expect(refusedCells(dataset, file, columns)).toEqual([])
    },
  )

  it('states source and demonstration flag on every row', () => {
    for (const { file } of files) {
      expect(readHeader(dataset, file)).toEqual(expect.arrayContaining(['source', 'is_demo', 'note']))
      expect(
        readRows(dataset, file).filter((row) => row['source'] === '' || !/^[01]$/.test(row['is_demo'] ?? '')),
      ).toEqual([])
    }
  })

  it('has no id twice and no reference to a missing row', () => {
    const idsOf = (file: string): Set<string> => new Set(readRows(dataset, file).map((row) => row['id'] ?? ''))
    for (const { file, columns, references } of files) {
      const rows = readRows(dataset, file)
      if ('id' in columns) expect(idsOf(file).size, file).toBe(rows.length)
      for (const [column, target] of Object.entries(references)) {
        const known = idsOf(files.find(({ sqlTable }) => target === camelCaseOf(sqlTable))?.file ?? target)
        expect(
          rows.map((row) => row[column] ?? '').filter((id) => id !== '' && !known.has(id)),
          `${file} ${column}`,
        ).toEqual([])
      }
    }
  })

  it('gives each person a phone of their own', () => {
    const phones = readRows(dataset, 'people.csv').map((row) => row['phone'])
    expect(new Set(phones).size).toBe(phones.length)
    expect(phones.filter((phone) => !/^1\d{10}$/.test(phone ?? ''))).toEqual([])
  })

  it('fills every post on each of the 14 shifts', () => {
    const people = new Set(readRows(dataset, 'people.csv').map((row) => row['id']))
    const roster = readRows(dataset, 'rosters.csv')
    const shifts = new Map<string, Set<string>>()
    for (const row of roster) {
      const post = row['post'] ?? ''
      shifts.set(post, (shifts.get(post) ?? new Set()).add(`${row['date'] ?? ''}/${row['shift'] ?? ''}`))
    }
    expect([...shifts].filter(([, filled]) => filled.size !== 14)).toEqual([])
    expect(roster.filter((row) => !people.has(row['person_id']))).toEqual([])
    expect(shifts.has('ADMIN_COMMANDER') && shifts.has('TACTICAL_COMMANDER') && shifts.has('G_SEC_DEPUTY')).toBe(true)
  })

  it('marks every road as schematic and keeps the radio name of the S20', () => {
    const roads = readProperties(dataset, 'roads.geojson')
    expect(roads).toHaveLength(491)
    expect(roads.every((row) => row['is_demo'] === '1' && row['note']?.includes('示意路网') === true)).toBe(true)
    expect(
      roads.filter((row) => row['ref'] === 'S20').every((row) => row['alt_names']?.includes('穿好高速') === true),
    ).toBe(true)
  })
})

describe('conflicts inside the plan', () => {
  it('keeps both figures of each conflict with their words', () => {
    const head = DatasetHead.parse(JSON.parse(readFileSync(join(RESOURCES, 'datasets/beilun/dataset.json'), 'utf8')))
    const conflicts = head.conflicts ?? []
    expect(conflicts.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'pipelines',
        'dangerous-goods-carriers',
        'fire-stations',
        'transfer-list',
        'accidents-2020',
      ]),
    )
    for (const { statements } of conflicts) expect(new Set(statements.map(({ value }) => value)).size).toBe(2)
  })
})
