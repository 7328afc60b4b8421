import { CARRIER_WORDS, TEAM_TYPE_WORDS } from './choice-words.ts'

/** Kinds of places and records that are no closed list. */
export const KIND_WORDS = {
  ...CARRIER_WORDS,
  ...{ village: '村社', town: '街道镇', hospital: '医院', fire_station: '消防站', port: '港区', chem_park: '化工片区' },
  ...{ bridge: '桥梁', metro_station: '地铁站', berth: '泊位', shelter: '避灾点', industrial: '工业区', peak: '山峰' },
  ...{ weather_station: '气象站', island: '岛屿', helipad: '起降点', water: '水域', scenic: '景区', tunnel: '隧道' },
  ...{ rail_station: '火车站', government: '政府', bus_station: '汽车站', petrol_station: '加油站', reservoir: '水库' },
  ...{ cold_store: '涉氨冷库', tank: '储罐', pipeline: '管道', yard: '堆场', lpg_station: '储气站', store: '仓库' },
  ...{ gas_holder: '气柜', school: '学校', high_rise: '高层建筑', nursing_home: '养老院', mall: '商业综合体' },
  ...{ road: '道路', high: '高点', forest: '林区', hill_tank: '山上水池', river: '河道', hydrant: '消火栓' },
  ...{ fire_tank: '消防水池', sea: '海水', temporary: '临时' },
  ...{ department: '部门', enterprise: '企业', street: '街道', district: '本区', special_command: '专项指挥部' },
  ...{ utility: '公用企业', command: '指挥部', army: '军队', agency: '机构', neighbour: '邻区', city: '市级' },
  ...{ province: '省级', hot_work: '动火作业', confined_space: '有限空间作业', geo_hazard: '地质灾害' },
  ...{ flash_flood: '山洪', low_point: '低洼易涝点', unspecified: '未分类' },
} as const

const WORDS: ReadonlyMap<string, string> = new Map([...Object.entries(TEAM_TYPE_WORDS), ...Object.entries(KIND_WORDS)])

/** What a key of a record is called when it is looked for or listed; a key without a name stays as it is. */
export function recordWord(key: string): string {
  return WORDS.get(key) ?? key
}
