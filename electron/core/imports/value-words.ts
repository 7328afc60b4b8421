import type { ImportWord } from '#shared/contract/imports.contract.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import { choiceWord } from '#shared/text/choice-words.ts'
import { cellsOf } from '../datasets/cells-of.ts'
import type { TextTable } from '../datasets/read-table.ts'

/** Words of lists of the field beside the console's own; a word stands for one key only within its column. */
const SYNONYMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  type: {
    MICRO: ['微站'],
    VILLAGE: ['村级救援队', '村救援队'],
    PROCESS: ['工艺处置队'],
    STATION: ['应急消防服务站'],
    NFR: ['消防站', '消防救援站', '国家综合性消防救援队', '综合性消防救援队'],
    GOV_FT: ['政府专职队', '专职消防队'],
    ENT_FT: ['企业专职队', '企业消防队'],
    PRO: ['专业队', '专业应急救援队'],
    STREET: ['街道综合队', '街道应急队', '镇街综合队', '乡镇综合队'],
    FLOOD: ['防汛队'],
    SOCIAL: ['社会力量', '社会救援队', '社会应急力量'],
    VOL: ['志愿者', '志愿队', '志愿服务队'],
    PLA: ['民兵', '部队', '解放军'],
  },
  tier: {
    village: ['村', '村级', '社区'],
    street: ['镇', '乡镇', '镇街', '街道级', '镇级', '乡镇级'],
    district: ['区', '县', '区级', '县级', '本县', '区（县）级'],
    neighbour: ['邻县', '周边区县'],
    city: ['市'],
    province: ['省'],
    army: ['部队', '驻军'],
  },
  kind: {
    bus: ['大巴', '公交车', '巴士'],
    lorry: ['卡车'],
    boat: ['船', '快艇'],
    ferry: ['渡轮'],
    TANKER: ['水罐车', '消防水罐车'],
    FOAM: ['泡沫车'],
    HIREACH: ['高喷车'],
    PLATFORM: ['登高平台车'],
    LADDER: ['云梯车'],
    RESCUE: ['救援车'],
    HAZMAT: ['防化车', '防化洗消消防车'],
    HOSE: ['远程供水车'],
    BOAT: ['冲锋舟艇', '橡皮艇'],
    CRANE: ['起重机'],
    UAV: ['无人机'],
  },
  shift: { day: ['白天', '日班'], night: ['夜间', '晚班'] },
  hazard: {
    geo_hazard: ['地灾', '滑坡', '崩塌', '泥石流'],
    flash_flood: ['山洪灾害'],
    unspecified: ['不明'],
  },
  list: { transfer: ['转移'], visitor: ['外来', '暂住'] },
}

const FLAG: Readonly<Record<string, readonly string[]>> = {
  '1': ['是', '有', '√', '✓', '具备', 'true', 'yes', 'y'],
  '0': ['否', '无', '×', '不具备', 'false', 'no', 'n'],
}

/** Words of closed lists in a table with the key each would be read as, most frequent first; nothing is changed here. */
export function findWords(
  kind: TableName,
  columns: readonly (string | null)[],
  table: Pick<TextTable, 'lines'>,
  refused: ReadonlySet<string>,
): ImportWord[] {
  return closedColumns(kind, columns).flatMap(({ index, column, keys }) => {
    const counts = new Map<string, number>()
    for (const { cells } of table.lines) {
      const value = (cells[index] ?? '').trim()
      if (keys.has(value.toLowerCase())) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return [...counts]
      .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
      .map(([from, rows]) => {
        const to = keys.get(from.toLowerCase()) ?? ''
        return { column, from, to, rows, used: !refused.has(`${column}|${from}`) }
      })
  })
}

/** Closed columns of a mapping with the words known for each. */
function closedColumns(
  kind: TableName,
  columns: readonly (string | null)[],
): { index: number; column: string; keys: ReadonlyMap<string, string> }[] {
  const cells = new Map(cellsOf(kind))
  return columns.flatMap((column, index) => {
    const cell = column === null ? undefined : cells.get(column)
    if (column === null || cell?.choices === undefined) return []
    const choices = cell.choices
    const isFlag = choices.includes('1') && choices.includes('0')
    const lists = isFlag ? FLAG : (SYNONYMS[column] ?? {})
    const keys = choices.flatMap((key) => {
      const own = choiceWord(column, key)
      const words = own === key ? (lists[key] ?? []) : [own, ...(lists[key] ?? [])]
      return words.map((word) => [word.toLowerCase(), key] as const)
    })
    return [{ index, column, keys: new Map(keys) }]
  })
}
