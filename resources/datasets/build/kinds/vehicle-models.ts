/** Typical figures of one vehicle model; all are planning defaults, to be replaced by the owner's own list. */
export interface VehicleModel {
  readonly kind: string
  readonly name: string
  readonly crew: number
  readonly speedKmh: number
  /** Absent for boats and ships. */
  readonly heightM?: number
  readonly weightT?: number
  readonly capabilities: string
  readonly reachM?: number
  readonly waterT?: number
  readonly foamT?: number
  readonly seats?: number
}

type Load = Pick<VehicleModel, 'reachM' | 'waterT' | 'foamT' | 'seats'>

function model(
  kind: string,
  name: string,
  [crew, speedKmh, ...size]: readonly [crew: number, speedKmh: number, heightM?: number, weightT?: number],
  capabilities: string,
  load: Load = {},
): VehicleModel {
  const [heightM, weightT] = size
  const limits = heightM === undefined || weightT === undefined ? {} : { heightM, weightT }
  return { kind, name, crew, speedKmh, ...limits, capabilities, ...load }
}

/** Vehicle models by our own key. Heavy and high vehicles are 15 % slower than an engine. */
export const VEHICLE_MODELS = {
  tanker5: model('TANKER', '水罐消防车(5吨)', [5, 80, 3.3, 14], 'FIRE_BLDG:1;WATER_SUPPLY:1', { waterT: 5 }),
  tanker8: model('TANKER', '水罐消防车(8吨)', [6, 80, 3.5, 19], 'FIRE_BLDG:1;WATER_SUPPLY:1', { waterT: 8 }),
  tanker12: model('TANKER', '重型水罐消防车(12吨)', [6, 68, 3.6, 28], 'FIRE_BLDG:1;WATER_SUPPLY:2', { waterT: 12 }),
  foam8: model('FOAM', '泡沫消防车(8吨)', [5, 80, 3.5, 19], 'FIRE_BLDG:1;FIRE_OIL:1;FOAM:1', { waterT: 6, foamT: 2 }),
  foam12: model('FOAM', '泡沫消防车(12吨)', [6, 68, 3.6, 28], 'FIRE_OIL:1;FOAM:2', { waterT: 8, foamT: 4 }),
  foam18: model('FOAM', '重型泡沫消防车(18吨)', [6, 68, 3.7, 36], 'FIRE_OIL:2;FOAM:3', { waterT: 10, foamT: 8 }),
  hireach18: model('HIREACH', '举高喷射消防车(18米)', [4, 68, 3.6, 24], 'FIRE_OIL:1', {
    reachM: 18,
    waterT: 6,
    foamT: 2,
  }),
  hireach25: model('HIREACH', '举高喷射消防车(25米)', [4, 68, 3.8, 30], 'FIRE_OIL:1', {
    reachM: 25,
    waterT: 8,
    foamT: 2,
  }),
  hireach32: model('HIREACH', '举高喷射消防车(32米)', [4, 68, 3.9, 34], 'FIRE_OIL:1', {
    reachM: 32,
    waterT: 6,
    foamT: 2,
  }),
  hireach60: model('HIREACH', '举高喷射消防车(60米)', [4, 60, 4, 42], 'FIRE_OIL:2', {
    reachM: 60,
    waterT: 3,
    foamT: 1,
  }),
  platform32: model('PLATFORM', '登高平台消防车(32米)', [4, 68, 3.9, 32], 'FIRE_HIGH:1', { reachM: 32 }),
  ladder53: model('LADDER', '云梯消防车(53米)', [4, 68, 3.95, 34], 'FIRE_HIGH:1', { reachM: 53 }),
  rescue: model('RESCUE', '抢险救援消防车', [6, 80, 3.4, 16], 'EXTRICATE:1;ROPE:1'),
  rescueLight: model('RESCUE', '轻型抢险车', [5, 80, 2.6, 5], 'EXTRICATE:1'),
  repair: model('RESCUE', '工程抢修车', [5, 80, 2.8, 7], ''),
  troopTruck: model('RESCUE', '运兵车', [14, 70, 3, 9], ''),
  helicopter: model('HELI', '中型救援直升机', [4, 200, 4.5, 6], ''),
  forestTruck: model('RESCUE', '森林防火运兵车', [12, 70, 2.8, 6], 'FIRE_FOREST:1'),
  hazmat: model('HAZMAT', '防化救援消防车', [5, 80, 3.5, 17], 'HAZ_RECON:1;HAZ_PLUG:1'),
  hazmatGas: model('HAZMAT', '气防救援车', [4, 80, 3, 9], 'HAZ_RECON:1'),
  decon: model('DECON', '洗消消防车', [4, 80, 3.5, 16], 'HAZ_DECON:1'),
  smoke: model('SMOKE', '排烟消防车', [4, 80, 3.3, 13], ''),
  light: model('LIGHT', '照明消防车', [3, 80, 3.2, 9], 'LIGHT:1'),
  air: model('AIR', '供气消防车', [3, 80, 3.3, 12], ''),
  hose: model('HOSE', '远程供水车组', [6, 68, 3.7, 28], 'WATER_SUPPLY:3'),
  powder: model('POWDER', '干粉消防车', [4, 80, 3.5, 19], 'FIRE_OIL:1'),
  pump1000: model('PUMP', '移动排涝泵车(1000立方米每小时)', [4, 70, 3.1, 12], 'PUMP_DRAIN:1'),
  pump3000: model('PUMP', '龙吸水排涝车(3000立方米每小时)', [4, 70, 3.6, 25], 'PUMP_DRAIN:3'),
  pumpTrailer: model('PUMP', '拖挂式排涝泵(500立方米每小时)', [3, 60, 2, 2], 'PUMP_DRAIN:1'),
  boat: model('BOAT', '冲锋舟', [3, 60, 2.4, 3], 'WATER_RESCUE:1', { seats: 10 }),
  rubberBoat: model('BOAT', '橡皮艇', [2, 60, 2.2, 2], 'WATER_RESCUE:1', { seats: 8 }),
  fireboat: model('FIREBOAT', '消拖两用船', [9, 20], 'FIRE_SHIP:2'),
  ambulance: model('AMB', '救护车', [3, 100, 2.7, 4], 'MED_TRANSPORT:1', { seats: 1 }),
  bus45: model('BUS', '大客车(45座)', [2, 70, 3.4, 14], 'EVAC_BUS:1', { seats: 45 }),
  generator: model('GEN', '应急发电车(400千瓦)', [3, 70, 3.6, 20], 'POWER_GEN:1'),
  generatorSmall: model('GEN', '拖挂式发电机(100千瓦)', [2, 70, 2.4, 4], 'POWER_GEN:1'),
  crane25: model('CRANE', '汽车吊(25吨)', [2, 60, 3.6, 32], 'LIFT:1'),
  crane70: model('CRANE', '汽车吊(70吨)', [2, 55, 3.8, 46], 'LIFT:2'),
  dozer: model('DOZER', '轮式装载机', [1, 35, 3.4, 17], 'ROAD_CLEAR:1'),
  drone: model('UAV', '无人机侦察车', [2, 80, 2.2, 3], 'UAV:1'),
  command: model('CMD', '应急指挥车', [4, 80, 3.2, 8], 'COMMS:1'),
  patrol: model('CMD', '警用巡逻车', [4, 110, 1.9, 3], 'POLICE:1'),
  monitor: model('CMD', '环境应急监测车', [3, 80, 2.9, 5], 'ENV_MON:1'),
  commsCar: model('CMD', '卫星通信车', [3, 80, 3.3, 8], 'COMMS:2'),
} as const satisfies Readonly<Record<string, VehicleModel>>

/** Key of a vehicle model. */
export type ModelKey = keyof typeof VEHICLE_MODELS
