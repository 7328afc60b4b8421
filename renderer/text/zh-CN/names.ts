import { KIND_WORDS } from '#shared/text/record-words.ts'

/** Names of kinds of places and records, and of the planner's stages. */
export const names = {
  kind: {
    ...KIND_WORDS,
    toxicology: '中毒救治',
    burns: '烧伤',
    general: '综合',
    trauma: '外伤',
    plant: '企业',
  },
  stage: {
    'read-facts': '读取事实',
    grade: '定级',
    'match-contingency-plans': '匹配预案',
    'staff-headquarters': '排定岗位',
    'prepare-first-orders': '首批指令',
    'draw-zones': '划定区域',
    'derive-demand': '推算需求',
    'build-travel': '计算路程',
    'assign-and-move': '抽组与行进',
    'plan-evacuation': '疏散安置',
    'plan-supplies': '物资调拨',
    'select-experts': '选定专家',
    'plan-handling': '处置行动',
    'plan-reports': '报告时限',
    'check-plan': '核对方案',
  },
} as const
