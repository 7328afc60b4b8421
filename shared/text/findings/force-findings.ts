import type { Wordings } from '../wording.ts'

/** Wordings of forces, staging and movement by code, Simplified Chinese. */
export const forceFindings: Wordings = {
  'closure-not-found': '封路“{what}”在路网中没有找到，路线未避开；请核对路名或在图上标注',
  'no-road-data': '数据集没有路网，路程与时间按直线乘系数估算；请导入路网',
  'responding-unknown': '已出动的“{name}”不在队伍名单中，未计入；请核对名称或补录',
  'demand-late': '{need}最后一支队伍{lastS}秒到达，晚于要求的{byS}秒',
  'cover-lost':
    '{area}首车到场由{beforeS}秒变为{afterS}秒，超出目标{targetS}秒；现由{team}兼顾，建议调一车前移驻防或商请毗邻区移防',
  HZ13: '集结停车规则不满足：{places}；{why}',
  unchecked: '{place}的坡度、排水沟、井盖、高压线和地面承载在数据中没有，须由人员到场核对（HZ1、HZ2）',
  'no-forward-place': '没有合规的作战停车点，首批车辆在集结点待命',
  'no-command-post-place': '没有合规的战术指挥部位置，由战术指挥部现场选定',
}
