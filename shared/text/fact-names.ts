import type { KnownFact } from '../domain/incident.ts'

/** Chinese names of the facts of an incident, as the intake form and every message call them. */
export const FACT_NAMES: Readonly<Record<KnownFact, string>> = {
  deaths: '死亡人数',
  seriousInjuries: '重伤人数',
  injured: '受伤人数',
  trapped: '被困人数',
  missing: '失踪（失联）人数',
  affected: '受影响人数',
  peopleAtRisk: '确认生命受威胁人数',
  peopleToMove: '需紧急转移人数',
  lossCny: '直接经济损失（元）',
  burntAreaHa: '过火面积（公顷）',
  damagedForestHa: '受害森林面积（公顷）',
  uncontrolledHours: '未得到控制的时间（小时）',
  magnitude: '震级',
  focalDepthKm: '震源深度（公里）',
  buildingHeightM: '建筑高度（米）',
  fireFloor: '着火楼层',
  shipTonnage: '船舶吨位（总吨）',
  oilSpillT: '溢油量（吨）',
  floodDepthCm: '积水深度（厘米）',
  floodedPoints: '积水点数量',
  floodedAreaM2: '积水面积（平方米）',
  rain3hMm: '3 小时雨量（毫米）',
  rainForecastMm: '预报过程雨量（毫米）',
  usersOutShare: '停电用户比例',
  loadShedShare: '减供负荷比例',
  gridLoadMw: '电网负荷（兆瓦）',
  householdsOut: '停气（停水）户数',
  outageHours: '停供时间（小时）',
  collapsedBuildings: '倒塌房屋（栋）',
  poisoned: '急性中毒人数',
  vehiclesInvolved: '涉及车辆数',
  fireAreaM2: '燃烧面积（平方米）',
  tunnelLengthM: '隧道长度（米）',
  shaftDepthM: '井深或空间深度（米）',
  inflowM3h: '涌水量（立方米每小时）',
  pressureMpa: '介质压力（兆帕）',
  pipeDiameterMm: '管径（毫米）',
  liftsStuck: '困人电梯（台）',
}

/** All known fact keys, in the order of the table above. */
export const FACT_KEYS = Object.keys(FACT_NAMES) as KnownFact[] // Object.keys loses the key type; the record type holds every key

/** Facts that count people or things: whole numbers only. */
export const COUNT_FACTS: readonly KnownFact[] = [
  'deaths',
  'seriousInjuries',
  'injured',
  'trapped',
  'missing',
  'affected',
  'peopleAtRisk',
  'peopleToMove',
  'floodedPoints',
  'householdsOut',
  'collapsedBuildings',
  'poisoned',
  'vehiclesInvolved',
  'liftsStuck',
]

/** Facts that are shares from 0 to 1. */
export const SHARE_FACTS: readonly KnownFact[] = ['usersOutShare', 'loadShedShare']
