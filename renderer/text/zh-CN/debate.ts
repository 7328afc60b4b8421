/** Alternatives to the plan in force. */
export const debate = {
  alternatives: {
    title: '备选方案',
    ask: '比选备选方案',
    note: '用同一算法逐一试算不同决定，需数秒；不改变现行方案。',
    making: '正在试算不同决定…',
    decision: '决定',
    thisPlan: '现行方案',
    firstAction: '首个行动',
    exposed: '暴露人·分',
    cover: '驻防超标',
    coverText: '{{towns}} 街道 {{over}}',
    never: '到不了',
    adopt: '采用',
    outcome: {
      kept: '可选',
      same: '无差别',
      dominated: '不优于现行',
      unlawful: '不合规',
      notApplicable: '不适用',
      overCount: '未列出',
    },
  },
} as const
