/**
 * What the tactical headquarters may do at once (临机处置权), logged and notified to the administrative headquarters.
 * Source: Beilun 14th five-year emergency plan, "对具体情况具有临机处置权"; the split is our design.
 */
export const DISCRETION = [
  { code: 'D_SECTOR', text: '调整作战分区、行进路线、集结点和战术' },
  { code: 'D_ENTRY', text: '决定人员进入或紧急撤离' },
  { code: 'D_CORDON_UP', text: '扩大警戒范围（缩小须报行政指挥部）' },
  { code: 'D_ASSIGNED', text: '使用已派发给本次事件的任何力量' },
  { code: 'D_EVACUATE', text: '对危险区内群众紧急疏散并立即发出警报' },
  { code: 'D_CLOSE_ROAD', text: '请交警在最近互通处立即封闭危险区道路及高速' },
  { code: 'D_PLANT_STOP', text: '要求涉事企业紧急停车' },
] as const
