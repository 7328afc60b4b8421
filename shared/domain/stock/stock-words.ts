import type { LotOwnership, LotStep, LotStepField, WriteOffCause } from './lot-steps.ts'

/** Chinese names of steps, as refusals and the history write them. */
export const LOT_STEP_NAMES: Readonly<Record<LotStep, string>> = {
  reserve: '预留',
  release: '取消预留',
  issue: '出库',
  dispatch: '发运',
  receive: '签收',
  putInUse: '投入使用',
  takeBack: '回收',
  inspect: '送检',
  backToStore: '检后入库',
  scrap: '报废',
  writeOff: '核销',
  giveBack: '归还',
}

export const WRITE_OFF_NAMES: Readonly<Record<WriteOffCause, string>> = {
  expired: '过期',
  damaged: '损坏',
  lost: '丢失',
  usedUp: '用完',
  givenOut: '发放',
  returned: '归还',
}

export const OWNERSHIP_NAMES: Readonly<Record<LotOwnership, string>> = {
  own: '自有',
  donated: '捐赠',
  requisitioned: '征用',
  agreement: '协议储备',
}

export const STEP_FIELD_NAMES: Readonly<Record<LotStepField, string>> = {
  holder: '去向或对象',
  document: '凭证号',
  signedBy: '签收人',
  storeId: '收回到的储备库',
  cause: '核销原因',
  checkedBy: '复核人',
}
