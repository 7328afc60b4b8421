import type { HandlingChapter } from '../../domain/handling-chapter.ts'

/** An order for minutes 0 to 5 as contingency plans write it. */
export type FirstCall = HandlingChapter['firstOrders'][number]

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

/** Call to the team that makes contact with a street that no longer answers. */
export const CONTACT_CALL: Omit<FirstCall, 'to'> = {
  id: 'FO_CONTACT',
  words: '{street}三断失联：带卫星电话和电台中继进去，到即报，每30分钟报一次。',
  why: '失联街道的救助时限从失联起算，先恢复联络',
  hq: 'tactical',
  dueMin: 2,
}
