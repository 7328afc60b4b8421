import type { TABLES, TableName } from '#shared/domain/dataset/tables.ts'
import { cellsOf } from '../cells-of.ts'

/** A column in words for a template: Chinese name, unit, and a value that passes the checks of an import. */
export interface ColumnWords {
  readonly title: string
  readonly unit: string
  readonly example: string
}

type ColumnOf<T extends TableName> = T extends TableName ? keyof (typeof TABLES)[T]['columns'] & string : never
type Words = readonly [title: string, unit: string, example: string]

const WORDS: Readonly<Record<ColumnOf<TableName>, Words>> = {
  id: ['编号，全表唯一', '', 'EXAMPLE-1'],
  lot_id: ['批次编号，全表唯一', '', 'LOT-EXAMPLE-1'],
  name: ['名称', '', '示例名称'],
  name_en: ['英文名', '', 'Example'],
  kind: ['种类', '', '示例种类'],
  type: ['队伍类型', '', ''],
  tier: ['层级', '', ''],
  town: ['所在镇街', '', '新碶街道'],
  lng: ['经度', 'WGS84 度', '121.85'],
  lat: ['纬度', 'WGS84 度', '29.93'],
  parent_id: ['上级单位编号', '', ''],
  phone: ['电话', '', '0574-00000000'],
  organisation: ['所属单位', '', '示例单位'],
  post: ['岗位', '', 'ADMIN_COMMANDER'],
  specialties: ['专长', '分号分隔', '化工;环保'],
  is_expert: ['是否专家', '1 是 0 否', '1'],
  hazards: ['可应对灾种', '分号分隔', 'hazmat'],
  date: ['日期或星期', 'YYYY-MM-DD 或 mon 至 sun', '2026-07-14'],
  shift: ['班次', '', ''],
  person_id: ['人员编号（people 表）', '', 'P-EXAMPLE-1'],
  personnel: ['在编人数', '人', '30'],
  on_duty: ['当班人数', '人', '12'],
  turnout_s: ['出动准备时间', '秒', '60'],
  capabilities: ['能力与数量', '能力:数量，分号分隔', 'HAZ_PLUG:2;FOAM:1'],
  away_until: ['外借至（含当日）', 'YYYY-MM-DD', ''],
  away_where: ['外借去向', '', ''],
  team_id: ['所属队伍编号（teams 表）', '', 'T-EXAMPLE-1'],
  plate: ['车牌', '', '浙B·00000'],
  crew: ['随车人数', '人', '6'],
  speed_kmh: ['行驶速度', '公里/小时', '60'],
  height_m: ['车高', '米', '3.6'],
  weight_t: ['总质量', '吨', '18'],
  status: ['状态', '', '在位'],
  reach_m: ['举升高度', '米', ''],
  water_t: ['载水量', '吨', '8'],
  beds: ['床位', '张', '500'],
  free_beds: ['空床', '张', '40'],
  toxicology: ['中毒救治', '1 有 0 无', '1'],
  burns: ['烧伤救治', '1 有 0 无', '0'],
  decontamination: ['洗消能力', '1 有 0 无', '1'],
  seats: ['每辆（艘）座位', '座', '45'],
  count: ['数量', '辆或艘', '3'],
  green_pass: ['绿色通行', '1 有 0 无', '0'],
  people_inside: ['在厂人数', '人', '120'],
  counted_at: ['清点时间', '年-月-日T时:分:秒+08:00', '2026-07-14T08:00:00+08:00'],
  process_team_id: ['工艺处置队编号（teams 表）', '', ''],
  neighbours: ['相邻企业编号', '分号分隔', ''],
  carrier: ['承运单位', '', '示例承运单位'],
  un: ['联合国编号', '', '1005'],
  cargo: ['货物', '', '无水氨'],
  quantity_t: ['数量', '吨', '25'],
  filled_by: ['充装单位', '', '示例充装单位'],
  from: ['起（地点或时间）', '', '示例起点'],
  to: ['止（地点或时间）', '', '示例终点'],
  started_at: ['出发时间', '年-月-日T时:分:秒+08:00', '2026-07-14T08:00:00+08:00'],
  plant_id: ['企业编号（plants 表）', '', 'PLANT-EXAMPLE-1'],
  place: ['作业地点', '', '示例装置区'],
  people: ['人数', '人', '6'],
  owner: ['主管单位', '', '示例单位'],
  area_m2: ['面积', '平方米', '300'],
  keeper: ['保管人', '', '示例人员'],
  reserve_share: ['留底比例', '0 至 1', '0.2'],
  store_id: ['储备库编号（stores 表）', '', 'STORE-EXAMPLE-1'],
  item_code: ['物资代码', '', 'LIFE_TENT_12'],
  gb38565: ['GB/T 38565 编码', '', ''],
  item: ['物资名称', '', '救灾帐篷(12平方米)'],
  quantity: ['数量', '按 unit 列', '100'],
  unit: ['计量单位', '', '顶'],
  made_on: ['生产日期', 'YYYY-MM-DD', '2026-01-12'],
  expires_on: ['失效日期', 'YYYY-MM-DD', '2036-01-12'],
  checked_on: ['检查日期', 'YYYY-MM-DD', '2026-06-30'],
  capacity: ['可容纳', '人', '300'],
  occupied: ['已安置', '人', '0'],
  standardised: ['规范化场所', '1 是 0 否', '1'],
  video: ['视频接入', '1 有 0 无', '0'],
  not_for: ['不适用灾种', '分号分隔', ''],
  people_night: ['夜间人数', '人', '8'],
  special_needs: ['需特别照护', '人', '1'],
  infants: ['婴幼儿', '人', '0'],
  elderly: ['老年人', '人', '1'],
  patients: ['病人', '人', '0'],
  hazard: ['受威胁灾种', '', ''],
  person_in_charge: ['转移责任人', '', '示例人员'],
  code: ['安全码', '', ''],
  list: ['名单', '', ''],
  surface: ['场地表面', '', '草地'],
  link: ['视频地址', '', ''],
  volume_m3: ['水量', '立方米', '500'],
  confidence: ['可信度', '', ''],
  source: ['来源', '', '示例来源'],
  is_demo: ['演示数据', '1 是 0 否', '0'],
  note: ['备注', '', ''],
}

/** A column of a table in words. A closed list gives its first key as the example. */
export function columnWords(table: TableName, column: string): ColumnWords {
  const words = new Map<string, Words>(Object.entries(WORDS)).get(column)
  const [title, unit, example] = words ?? [column, '', '']
  const cell = new Map(cellsOf(table)).get(column)
  const isList = cell?.sqlType === 'TEXT' && cell.choices !== undefined
  return { title, unit, example: isList ? (cell.choices[0] ?? '') : example }
}
