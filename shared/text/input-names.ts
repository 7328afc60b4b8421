import type { ReasonFact } from '../domain/reason.ts'
import { FACT_NAMES } from './fact-names.ts'

/** Chinese names of the values a formula may use besides the facts of the incident. */
export const FORMULA_INPUT_NAMES = {
  hurt: '受伤合计',
  hurtOrTrapped: '伤亡和被困合计',
  type: '事件类型',
  cutOffTowns: '三断街道数',
  registered: '登记居民数（未核实）',
  reliefShare: '先期救助比例',
  night: '夜间',
  windUsable: '风可用',
  windSpeedMs: '风速（米/秒）',
  windFromDeg: '风向（度）',
  signal: '预警信号',
  signalKind: '预警种类',
  buildingFloors: '建筑层数',
  hazmat: '涉及危险品',
  onFire: '着火',
  largeSpill: '大量泄漏',
  toxic: '吸入有毒',
  flammableGas: '易燃气体',
  liquefiedFlammableGas: '液化易燃气体',
  waterReactive: '遇水反应',
  substanceKnown: '物质已知',
  quantityT: '载有量（吨）',
  container: '容器',
  guide: '应急指南编号',
  un: 'UN 编号',
  hazardClass: '危险货物类别',
  onExpressway: '在高速公路上',
  alarmGrade: '消防调派等级',
  eventLevel: '事件等级',
  responseLevel: '响应级别',
  isolationM: '隔离距离（米）',
  protectiveM: '防护距离（米）',
  peopleMoving: '需转移人数',
  people: '安置人数',
  days: '保障天数',
  infants: '婴幼儿（名单加估算）',
  elderly: '老人（名单加估算）',
  patients: '病人（名单加估算）',
  needHelp: '行动不便人员（名单加估算）',
} as const

const INPUT_NAMES: Readonly<Record<string, string>> = { ...FACT_NAMES, ...FORMULA_INPUT_NAMES }

/** Chinese name of a value a formula may use; the name itself when it has none. */
export function inputName(name: string): string {
  return INPUT_NAMES[name] ?? name
}

/** Words of the values that are codes, by input. */
const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  signal: { blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' },
  signalKind: { typhoon: '台风', rain: '暴雨' },
}

/** One input of a formula in words: `被困人数 12`, `夜间 否`, `预警信号 红色`, `受伤人数 未知`. */
export function describeInput(name: string, value: ReasonFact): string {
  const coded = typeof value === 'string' ? VALUE_WORDS[name]?.[value] : undefined
  return `${INPUT_NAMES[name] ?? name} ${coded ?? wordOf(value)}`
}

function wordOf(value: ReasonFact): string {
  if (value === null) return '未知'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return Array.isArray(value) ? value.join('、') : String(value)
}
