import type { HandlingPlanTemplate } from '../../domain/handling-library.ts'

/** An order for minutes 0 to 5 as contingency plans write it. */
export type FirstCall = HandlingPlanTemplate['firstOrders'][number]

/** Calls made when no contingency plan matches: whoever is needed in every incident. */
export const BASIC_CALLS: readonly FirstCall[] = [
  {
    id: 'FO_FIRE',
    to: { capability: 'FIRE_BLDG', nearest: true },
    words: '{place}发生{type}，请立即出动，途中报情况。',
    why: '最近的专业救援力量',
    hq: 'tactical',
    dueMin: 1,
  },
  {
    id: 'FO_120',
    to: { capability: 'MED_TRANSPORT', nearest: true },
    words: '{place}{type}，请派救护车在上风待命。',
    why: '伤亡情况未核清前先到场',
    hq: 'tactical',
    dueMin: 2,
  },
  {
    id: 'FO_POLICE',
    to: { capability: 'POLICE', nearest: true },
    words: '{place}{type}，请到场警戒、疏导交通。',
    why: '现场秩序与通道',
    hq: 'tactical',
    dueMin: 2,
  },
  {
    id: 'FO_TACTICAL',
    to: { post: 'TACTICAL_COMMANDER' },
    words: '{place}{type}，请赶赴现场任指挥官。',
    why: '现场指挥须明确到人',
    hq: 'tactical',
    dueMin: 3,
  },
  {
    id: 'FO_ADMIN',
    to: { post: 'ADMIN_COMMANDER' },
    words: '报告：{place}{type}，请到指挥部。',
    why: '行政指挥部到位',
    hq: 'administrative',
    dueMin: 3,
  },
  {
    id: 'FO_STREET',
    to: { post: 'STREET_DUTY' },
    words: '{place}{type}，请核人数并组织疏散。',
    why: '属地先期处置',
    hq: 'administrative',
    dueMin: 4,
  },
]

/** Call to the process team of the plant concerned. */
export const PLANT_CALL: Omit<FirstCall, 'to'> = {
  id: 'FO_PLANT',
  words: '你厂{type}。立即切断来料、停动火撤人，报物料、存量、压力和失联人数。',
  why: '涉事企业工艺处置队最熟悉工艺，须最先切断物料',
  hq: 'tactical',
  dueMin: 1,
}

/** Call to the carrier of the tanker, found by the plate. */
export const CARRIER_CALL: Omit<FirstCall, 'to'> = {
  id: 'FO_CARRIER',
  words: '{place}，你公司车辆事故。报货名、吨位、押运员电话，派技术人员和倒罐车。',
  why: '货主和承运人掌握货物、罐体和阀门情况',
  hq: 'administrative',
  dueMin: 3,
}
