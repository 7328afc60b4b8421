import type { TABLES, TableName } from '../domain/dataset/tables.ts'

type ColumnOf<T extends TableName> = T extends TableName ? keyof (typeof TABLES)[T]['columns'] & string : never

/** Columns that only records of the map layers have. */
type LayerColumn =
  | 'alt_names'
  | 'ref'
  | 'class'
  | 'oneway'
  | 'bridge'
  | 'tunnel'
  | 'max_height_m'
  | 'max_weight_t'
  | 'hazmat'
  | 'floods'
  | 'length_m'
  | 'level'

/** A column of the library, named as in files. */
export type ColumnName = ColumnOf<TableName> | LayerColumn

const DAY = 'YYYY-MM-DD'
const MOMENT = '年-月-日T时:分:秒+08:00'
const SEPARATED = '分号分隔'
const HAS = '1 有 0 无'
const IS = '1 是 0 否'

/**
 * The one truth for what a column is called, with its unit of measurement in brackets at the end: templates, import,
 * list, form and messages take it from here.
 */
export const COLUMN_LABELS: Readonly<Record<ColumnName, string>> = {
  id: '编号',
  lot_id: '批次编号',
  name: '名称',
  name_en: '英文名',
  kind: '种类',
  type: '队伍类型',
  tier: '层级',
  town: '镇街',
  lng: '经度',
  lat: '纬度',
  parent_id: '上级单位',
  phone: '电话',
  organisation: '所属单位',
  post: '岗位',
  specialties: '专长',
  is_expert: '专家',
  hazards: '可应对灾种',
  date: '日期',
  shift: '班次',
  person_id: '人员',
  personnel: '在编人数',
  on_duty: '当班人数',
  turnout_s: '出动准备（秒）',
  capabilities: '能力',
  away_until: '外借至',
  away_where: '外借去向',
  team_id: '所属队伍',
  plate: '车牌',
  crew: '随车人数',
  speed_kmh: '时速（公里/小时）',
  height_m: '车高（米）',
  weight_t: '总质量（吨）',
  status: '状态',
  reach_m: '举升高度（米）',
  water_t: '载水（吨）',
  beds: '床位',
  free_beds: '空床',
  toxicology: '中毒救治',
  burns: '烧伤救治',
  decontamination: '洗消',
  seats: '每辆（艘）座位',
  count: '数量',
  green_pass: '绿色通行',
  people_inside: '在厂人数',
  counted_at: '清点时间',
  process_team_id: '工艺处置队',
  neighbours: '互助企业',
  carrier: '承运单位',
  un: 'UN 编号',
  cargo: '货物',
  quantity_t: '数量（吨）',
  filled_by: '充装单位',
  from: '起',
  to: '止',
  started_at: '出发时间',
  plant_id: '企业',
  place: '作业地点',
  people: '人数',
  owner: '主管单位',
  area_m2: '面积（平方米）',
  keeper: '保管人',
  reserve_share: '留底比例',
  store_id: '储备库',
  item_code: '物资代码',
  gb38565: '国标代码',
  item: '物资名称',
  quantity: '数量',
  unit: '计量单位',
  made_on: '生产日期',
  expires_on: '有效期至',
  checked_on: '检查日期',
  ownership: '权属',
  belongs_to: '捐赠、被征用或代储单位',
  document: '凭证或文号',
  return_by: '应归还日期',
  split_from: '分自批次',
  holder: '持有单位或去向',
  signed_by: '签收人',
  step_document: '办理凭证号',
  write_off_cause: '核销原因',
  handled_by: '核销经手人',
  checked_by: '核销复核人',
  shelter_id: '避灾点',
  state: '运行状态',
  meant_for: '适用人群',
  population_point_id: '人口点',
  zone_id: '分区',
  arrived_at: '到达时间',
  left_at: '离开时间',
  left_to: '去向',
  capacity: '可容纳人数',
  occupied: '已安置人数',
  standardised: '规范化场所',
  video: '视频接入',
  not_for: '不适用灾种',
  people_night: '夜间人数',
  special_needs: '需特别照护',
  infants: '婴幼儿',
  elderly: '老年人',
  patients: '病人',
  hazard: '受威胁灾种',
  person_in_charge: '责任人',
  code: '安全码',
  list: '名单',
  surface: '地面',
  link: '视频地址',
  volume_m3: '水量（立方米）',
  confidence: '位置可信度',
  source: '来源',
  is_demo: '演示数据',
  note: '备注',
  alt_names: '别名',
  ref: '道路编号',
  class: '道路等级',
  oneway: '单向通行',
  bridge: '桥梁',
  tunnel: '隧道',
  max_height_m: '限高（米）',
  max_weight_t: '限重（吨）',
  hazmat: '危化品通行',
  floods: '易积水',
  length_m: '长度（米）',
  level: '级别',
}

/** How a column is counted or written, where its label does not say it. */
const FORMS: Readonly<Partial<Record<ColumnName, string>>> = {
  id: '全表唯一',
  lot_id: '全表唯一',
  lng: 'WGS84 度',
  lat: 'WGS84 度',
  parent_id: '编号',
  specialties: SEPARATED,
  is_expert: IS,
  hazards: SEPARATED,
  date: `${DAY} 或 mon 至 sun`,
  person_id: '编号',
  personnel: '人',
  on_duty: '人',
  capabilities: `能力:数量，${SEPARATED}`,
  away_until: `${DAY}，含当日`,
  team_id: '编号',
  crew: '人',
  beds: '张',
  free_beds: '张',
  toxicology: HAS,
  burns: HAS,
  decontamination: HAS,
  seats: '座',
  count: '辆或艘',
  green_pass: HAS,
  people_inside: '人',
  counted_at: MOMENT,
  process_team_id: '编号',
  neighbours: `编号，${SEPARATED}`,
  from: '地点或时间',
  to: '地点或时间',
  started_at: MOMENT,
  plant_id: '编号',
  people: '人',
  reserve_share: '0 至 1',
  store_id: '编号',
  gb38565: 'GB/T 38565',
  quantity: '按计量单位',
  made_on: DAY,
  expires_on: DAY,
  checked_on: DAY,
  return_by: DAY,
  step_document: '出库、归还或核销',
  shelter_id: '编号',
  meant_for: SEPARATED,
  population_point_id: '编号',
  zone_id: '编号',
  arrived_at: MOMENT,
  left_at: MOMENT,
  capacity: '人',
  occupied: '人',
  standardised: IS,
  video: HAS,
  not_for: SEPARATED,
  people_night: '人',
  special_needs: '人',
  infants: '人',
  elderly: '人',
  patients: '人',
  is_demo: IS,
}

const LABEL_BY_COLUMN: ReadonlyMap<string, string> = new Map(Object.entries(COLUMN_LABELS))
const FORM_BY_COLUMN: ReadonlyMap<string, string> = new Map(Object.entries(FORMS))
const UNIT = /（([^（）]*)）$/

/** Chinese name of a column; the name in files when it is no column of the library. */
export function columnTitle(column: string): string {
  return (LABEL_BY_COLUMN.get(column) ?? column).replace(UNIT, '')
}

/** Unit of a column, or how it is counted or written; empty when there is nothing to say. */
export function columnUnit(column: string): string {
  return UNIT.exec(LABEL_BY_COLUMN.get(column) ?? '')?.[1] ?? FORM_BY_COLUMN.get(column) ?? ''
}

/** A column in a message: its Chinese name with its name in files, as in `队伍类型（type）`; several joined by `,` or `+`. */
export function columnMention(column: string): string {
  return column
    .split(/[,+]/)
    .map((one) => (LABEL_BY_COLUMN.has(one) ? `${columnTitle(one)}（${one}）` : one))
    .join('、')
}
