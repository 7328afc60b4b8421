import { describe, expect, it } from 'vitest'
import { cellNamesOf } from '#shared/domain/dataset/record-cells.ts'
import { RECORD_KINDS } from '#shared/domain/dataset/record-kinds.ts'
import { recordColumnsOf } from '#shared/domain/dataset/record-text.ts'
import { TABLE_NAMES } from '#shared/domain/dataset/tables.ts'
import { choiceWord } from '#shared/text/choice-words.ts'
import { columnMention, columnTitle, columnUnit } from '#shared/text/column-words.ts'
import { readCsvTable, readRows } from '#electron/core/datasets/read-table.ts'

const messageOf = (kind: 'teams' | 'vehicles' | 'hospitals', rows: string): string =>
  readRows(kind, readCsvTable(rows, 'list.csv'), 'list.csv')
    .problems.map(({ message }) => message)
    .join(' ')

describe('words of the columns', () => {
  it('name every column of every table and layer in Chinese, and every choice of a closed list', () => {
    const silent = RECORD_KINDS.flatMap((kind) =>
      cellNamesOf(kind).flatMap((column) => (/[一-鿿]/.test(columnTitle(column)) ? [] : [`${kind}.${column}`])),
    )
    const keys = TABLE_NAMES.flatMap((table) =>
      recordColumnsOf(table).flatMap(({ name, cell }) =>
        (cell.choices ?? [])
          .filter((key) => !/^[01]$|[一-鿿]/.test(choiceWord(name, key)))
          .map((key) => `${name}=${key}`),
      ),
    )
    expect([...silent, ...keys]).toEqual([])
  })

  it('say the unit apart from the title, and both names in a message', () => {
    expect([columnTitle('turnout_s'), columnUnit('turnout_s')]).toEqual(['出动准备', '秒'])
    expect([columnTitle('personnel'), columnUnit('personnel')]).toEqual(['在编人数', '人'])
    expect(columnMention('lng,lat')).toBe('经度（lng）、纬度（lat）')
    expect(columnMention('remarks')).toBe('remarks')
  })
})

describe('a refused row', () => {
  it('names the column and its choices in words with their codes, and a missing column as well', () => {
    const head = 'id,name,type,tier,lng,lat,personnel,on_duty,turnout_s'
    expect(messageOf('teams', `${head}\nT1,甲队,PRO,游泳,121.8,29.9,10,,60`)).toBe(
      '层级（tier）的值“游泳”不对，应为以下之一：街道（street）、本区（district）、邻区（neighbour）、市级（city）、' +
        '省级（province）、军队（army）。 当班人数（on_duty）没有填写，应为不小于 0 的整数。',
    )
    expect(messageOf('teams', 'id,name,type,lng,lat,personnel,on_duty,turnout_s\nT1,甲,PRO,1,2,3,4,5')).toContain(
      '缺少列 层级（tier）',
    )
    expect(messageOf('hospitals', 'id,name,lng,lat,burns\nH1,甲院,121.8,29.9,会')).toBe(
      '烧伤救治（burns）的值“会”不对，应为1（是）或 0（否）。',
    )
  })

  it('names twelve of many choices, how many there are and where all of them stand', () => {
    const message = messageOf('vehicles', 'id,team_id,kind,crew\nV1,T1,马车,6')
    expect(message).toContain('种类（kind）的值“马车”不对，应为以下之一：水罐消防车（TANKER）、泡沫消防车（FOAM）、')
    expect(message).toContain('远程供水车组（HOSE）等 24 种，全部见样表的“选项”页。')
    expect(message).not.toContain('POWDER')
  })
})
