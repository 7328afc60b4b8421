import type { Capability, VehicleKind } from '../domain/taxonomy.ts'

/** What a team can do, in words. */
export const CAPABILITY_NAMES: Readonly<Record<Capability, string>> = {
  FIRE_BLDG: '建筑灭火',
  FIRE_HIGH: '高层灭火',
  FIRE_OIL: '油品化工灭火',
  FIRE_FOREST: '森林灭火',
  FIRE_SHIP: '船舶灭火',
  HAZ_RECON: '危化侦检',
  HAZ_PLUG: '堵漏',
  HAZ_TRANSFER: '倒罐输转',
  HAZ_DECON: '洗消',
  FOAM: '泡沫',
  WATER_SUPPLY: '供水',
  SEARCH_USAR: '建筑搜救',
  EXTRICATE: '破拆救人',
  ROPE: '绳索救援',
  WATER_RESCUE: '水域救援',
  DIVE: '潜水',
  PUMP_DRAIN: '排涝',
  GEO_RESCUE: '地质抢险',
  ROAD_CLEAR: '道路抢通',
  LIFT: '起重',
  POWER_GEN: '应急发电',
  LIGHT: '照明',
  COMMS: '通信保障',
  UAV: '无人机侦察',
  MED_TRIAGE: '检伤分类',
  MED_TRANSPORT: '伤员转运',
  ENV_MON: '环境监测',
  EVAC_BUS: '疏散运力',
  SHELTER: '安置服务',
  PSY: '心理援助',
  POLICE: '治安警戒',
  ELEC_ISOLATE: '断电处置',
  LIFT_RESCUE: '电梯救援',
  TROOP: '兵力支援',
}

/** Kinds of vehicle by their full names. */
export const VEHICLE_NAMES: Readonly<Record<VehicleKind, string>> = {
  TANKER: '水罐消防车',
  FOAM: '泡沫消防车',
  HIREACH: '举高喷射消防车',
  PLATFORM: '登高平台消防车',
  LADDER: '云梯消防车',
  RESCUE: '抢险救援车',
  HAZMAT: '防化救援车',
  DECON: '洗消车',
  SMOKE: '排烟车',
  LIGHT: '照明车',
  AIR: '供气车',
  HOSE: '远程供水车组',
  POWDER: '干粉车',
  PUMP: '排涝泵车',
  BOAT: '冲锋舟',
  FIREBOAT: '消拖船',
  AMB: '救护车',
  BUS: '客车',
  GEN: '发电车',
  CRANE: '吊车',
  DOZER: '装载机',
  UAV: '无人机车',
  CMD: '指挥车',
  HELI: '直升机',
}

/** Chinese name of what a demand asks for. */
export function nameOfNeed({
  capability,
  vehicleKind,
}: {
  readonly capability?: Capability | undefined
  readonly vehicleKind?: VehicleKind | undefined
}): string {
  if (vehicleKind !== undefined) return VEHICLE_NAMES[vehicleKind]
  return capability === undefined ? '力量' : CAPABILITY_NAMES[capability]
}
