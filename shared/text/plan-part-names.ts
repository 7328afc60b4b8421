/** Chinese names of the parts of a plan that a missing fact could change. */
export const PLAN_PART_NAMES = {
  level: '事件等级',
  response: '应急响应级别',
  alarm: '消防调派等级',
  zones: '警戒与防护范围',
  force: '力量需求',
  movement: '行进路线与集结点',
  evacuation: '疏散转移安排',
  supplies: '物资需求',
  medical: '医疗救护安排',
  handling: '处置措施',
} as const
