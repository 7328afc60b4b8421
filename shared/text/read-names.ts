/** Chinese names of what stages read, by the last part of the path; several paths may share one. */
const READ_NAMES: Readonly<Record<string, string>> = {
  teams: '队伍',
  vehicles: '车辆',
  plants: '企业',
  places: '地名与集结场地',
  areas: '行政区划',
  roads: '路网',
  people: '人员库',
  rosters: '值班表',
  shelters: '避灾点',
  populationPoints: '人口与转移名单',
  riskAreas: '风险区',
  targets: '防护目标',
  carriers: '运力',
  stores: '物资库',
  stock: '物资批次',
  hospitals: '医院床位',
  tankerTrips: '槽车运单',
  workPermits: '作业票',
  experts: '专家库',
  location: '事发位置',
  scene: '事发位置',
  town: '所在街道',
  type: '事件类型',
  responding: '已出动力量',
  unavailable: '不可用清单',
  inForce: '现行方案',
  closures: '封路',
  cutOffTowns: '三断街道',
  helipads: '临时起降点',
  windFromDeg: '风向',
  windSpeedMs: '风速',
  wind: '风向风速',
  forecast: '天气预报',
  weather: '天气',
  typhoon: '台风',
  hazmat: '危险品',
  substances: '危险品手册',
  isolation: '隔离距离表',
  largeSpills: '大量泄漏距离表',
  zones: '危险区',
  demand: '能力需求',
  alarm: '警情等级',
  night: '昼夜',
  sunsetS: '日落时间',
  trappedList: '被困名单',
  building: '建筑情况',
  grading: '定级结果',
  firstOrders: '预案首批指令',
  library: '预案库',
  contingencyPlans: '匹配预案',
}

/** Data a stage read, in words; each once, in the order read. What has no name of its own is told by the part it lies in. */
export function readNames(paths: readonly string[]): string[] {
  const names = paths.flatMap((path) => {
    const parts = path.split('.').reverse()
    return parts.map((part) => READ_NAMES[part]).find((name) => name !== undefined) ?? []
  })
  return [...new Set(names)]
}
