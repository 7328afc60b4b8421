import { createHash } from 'node:crypto'
import type { ImportColumn } from '#shared/contract/imports.contract.ts'
import { TABLE_NAMES, TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import { columnTitle } from '#shared/text/column-words.ts'
import { restoreColumns } from '../datasets/gis/restore-columns.ts'
import { requiredColumns } from '../datasets/read-table.ts'
import { isIdentifiable, numberColumnOf } from './identity/identity-rules.ts'
import { PERSON_PHONE, referencesOf } from './identity/resolve-references.ts'
import { PLACE_CELL } from './tidy/tidy-cells.ts'

/** Headings seen in lists of the field for a column, beside its own name and its Chinese title. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  id: ['编号', '编码', 'ID', '代码', '唯一编号'],
  lot_id: ['批次编号', '批次号', '批号'],
  name: [
    '名称',
    '单位名称',
    '队伍名称',
    '医院名称',
    '场所名称',
    '企业名称',
    '仓库名称',
    '储备库名称',
    '避灾点名称',
    '姓名',
    '点位名称',
  ],
  type: ['类型', '队伍类别', '队伍性质'],
  kind: ['种类', '类别', '类型', '性质'],
  tier: ['层级', '级别', '等级', '所属层级'],
  town: ['街道', '所在镇街', '乡镇', '乡镇街道', '所属街道', '所属镇街', '属地'],
  lng: ['经度', '东经', 'x', 'lon', 'long', 'longitude', '坐标经度'],
  lat: ['纬度', '北纬', 'y', 'latitude', '坐标纬度'],
  phone: ['电话', '联系电话', '手机', '手机号', '值班电话', '联系方式', 'tel'],
  organisation: ['单位', '所在单位', '工作单位', '所属单位'],
  post: ['职务', '职位', '岗位'],
  personnel: ['人数', '在编人数', '总人数', '在册人数', '队员人数', '编制人数'],
  on_duty: ['在岗人数', '当班人数', '值班人数', '在岗'],
  turnout_s: ['出动时间', '出动秒数', '出动准备时间'],
  capabilities: ['能力', '救援能力'],
  team_id: ['队伍编号', '所属队伍', '队伍名称', '队伍', '所在队伍'],
  person_id: ['人员编号', '姓名', '值班人', '值班人员', '值班员'],
  person_phone: ['电话', '联系电话', '手机', '手机号', '手机号码', '值班电话'],
  plant_id: ['企业编号', '企业名称', '企业', '所属企业'],
  shelter_id: ['避灾点编号', '避灾点名称', '避灾点', '所属避灾点', '安置点', '安置场所'],
  population_point_id: ['人口点编号', '人口点', '人口点名称', '所属村社', '所在村', '村社'],
  zone_id: ['分区编号', '分区', '分区名称'],
  parent_id: ['上级单位编号', '上级单位', '主管单位'],
  process_team_id: ['工艺队', '工艺处置队', '工艺队名称'],
  'lng,lat': ['坐标', '经纬度', '位置坐标', '经纬度坐标', '定位', '坐标(经度,纬度)', '经度纬度', '经度,纬度'],
  date: ['日期', '值班日期'],
  shift: ['班次'],
  plate: ['车牌号', '牌照'],
  crew: ['乘员', '定员'],
  speed_kmh: ['车速', '行驶速度'],
  height_m: ['车高'],
  weight_t: ['总质量', '车重', '重量'],
  beds: ['床位', '床位数'],
  free_beds: ['空床', '空床数', '空余床位'],
  capacity: ['容量', '可容纳', '容纳人数', '可安置人数'],
  occupied: ['已安置', '已用'],
  people: ['人口', '常住人口', '人口数', '人数'],
  person_in_charge: ['责任人', '负责人', '转移责任人'],
  owner: ['主管单位', '归口单位', '产权单位'],
  keeper: ['保管人', '库管', '管理员'],
  area_m2: ['面积', '建筑面积'],
  store_id: ['仓库编号', '储备库编号', '所属仓库', '储备库名称', '储备库', '仓库名称', '仓库', '存放地点'],
  item: ['物资名称', '品名', '物品名称'],
  item_code: ['物资代码', '物资编码'],
  quantity: ['数量', '库存', '库存数量'],
  unit: ['单位', '计量单位'],
  expires_on: ['有效期', '有效期至', '失效日期', '到期日'],
  checked_on: ['盘点日期'],
  un: ['UN', 'UN号', '联合国编号'],
  cargo: ['货物', '介质'],
  quantity_t: ['数量(吨)', '吨位'],
  source: ['来源', '数据来源'],
  is_demo: ['演示', '演示数据'],
  note: ['备注', '说明'],
}

/** What is known of a heading beyond what it says: the operator's answer of the last time, by heading. */
export type Remembered = ReadonlyMap<string, string | null>

/** A column for each heading of a file; no column is given twice, the surer way comes first. */
export function proposeColumns(
  kind: TableName,
  header: readonly string[],
  remembered: Remembered = new Map(),
): ImportColumn[] {
  const columns = [...Object.keys(TABLES[kind].columns), ...helperColumnsOf(kind)]
  const restored = restoreColumns(header, columns)
  const taken = new Set<string>()
  const found = new Map<number, Pick<ImportColumn, 'column' | 'basis'>>()
  const give = (basis: ImportColumn['basis'], match: (heading: string, column: string) => boolean): void => {
    for (const [index, heading] of header.entries()) {
      if (found.has(index) || heading.trim() === '') continue
      const column = columns.find((each) => !taken.has(each) && match(heading, each))
      if (column === undefined) continue
      taken.add(column)
      found.set(index, { column, basis })
    }
  }
  for (const [index, heading] of header.entries()) {
    const known = remembered.get(heading)
    if (known === undefined || (known !== null && (taken.has(known) || !columns.includes(known)))) continue
    if (known !== null) taken.add(known)
    found.set(index, { column: known, basis: 'remembered' })
  }
  give('name', (heading, column) => plain(heading) === plain(column))
  // A GIS writes column names in capitals and cuts them off.
  give('name', (heading, column) => restored.get(heading) === column)
  give('title', (heading, column) => plain(heading) === plain(columnTitle(column)))
  give('synonym', (heading, column) => (SYNONYMS[column] ?? []).some((word) => plain(word) === plain(heading)))
  return header.map((heading, index) => ({
    header: heading,
    ...(found.get(index) ?? { column: null, basis: 'none' as const }),
  }))
}

/** Columns of a table that a mapping and constants leave without a value although it cannot do without them. */
export function missingColumns(
  kind: TableName,
  columns: readonly (string | null)[],
  constants: Readonly<Record<string, string>>,
): string[] {
  const number = isIdentifiable(kind, columns) ? numberColumnOf(kind) : null
  const isGiven = (column: string): boolean => columns.includes(column) || (constants[column] ?? '') !== ''
  const isPlaced = columns.includes(PLACE_CELL)
  return requiredColumns(kind).filter(
    (column) => column !== number && !isGiven(column) && !(isPlaced && (column === 'lng' || column === 'lat')),
  )
}

/** Columns that a list may have beside those of a table, to be read and not stored: both coordinates, a person's telephone. */
export function helperColumnsOf(kind: TableName): string[] {
  return [
    ...(Object.hasOwn(TABLES[kind].columns, 'lng') ? [PLACE_CELL] : []),
    ...(referencesOf(kind).some(({ column }) => column === 'person_id') ? [PERSON_PHONE] : []),
  ]
}

/** Whether a heading is known as a column of any table. */
export function isKnownHeading(heading: string): boolean {
  return KNOWN_HEADINGS.has(plain(heading))
}

/**
 * The table that the headings fit best, by whatever way they are known; null when two fit equally, or when fewer than
 * half of the headings or of the required columns are known. The operator sees it and may say otherwise.
 */
export function kindByHeadings(header: readonly string[]): TableName | null {
  const ranked = TABLE_NAMES.map((table) => {
    const columns = proposeColumns(table, header).map(({ column }) => column)
    const known = columns.filter((column) => column !== null).length
    const missing = missingColumns(table, columns, {}).length
    const isLikely = known * 2 >= header.length && missing * 2 < requiredColumns(table).length
    const score = (known - missing) * 100 - Object.keys(TABLES[table].columns).length
    return { table, score: isLikely ? score : -Infinity }
  }).sort((a, b) => b.score - a.score)
  const [best, second] = ranked
  return best === undefined || best.score === -Infinity || best.score === second?.score ? null : best.table
}

/** What tells one header from another, to remember a mapping for it. */
export function headerSignature(header: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(header)).digest('hex')
}

/** A heading without its spaces, marks, units in brackets and required star. */
function plain(heading: string): string {
  return heading
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/[\s*＊:：_-]/g, '')
    .toLowerCase()
}

const KNOWN_HEADINGS: ReadonlySet<string> = new Set(
  [
    ...TABLE_NAMES.flatMap((kind) =>
      Object.keys(TABLES[kind].columns).flatMap((column) => [column, columnTitle(column)]),
    ),
    ...Object.values(SYNONYMS).flat(),
  ].map(plain),
)
