import type { Wordings } from '../wording.ts'

/** Wordings of forces, staging and movement by code, Simplified Chinese. */
export const forceFindings: Wordings = {
  'officer-declined': '第{version}版中未被采纳的变更：{names}；本版据此重新生成',
  'in-force-unreadable': '在用的第{version}版方案由别的程序版本生成，无法对照；本版为全新方案，已派出的力量请逐一核对',
  'closure-not-found': '封路“{what}”在路网中没有找到，路线未避开；请核对路名或在图上标注',
  'no-road-data': '数据集没有路网，路程与时间按直线乘系数估算；请导入路网',
  'responding-unknown': '已出动的“{name}”不在队伍名单中，未计入；请核对名称或补录',
  'helicopter-no-helipad':
    '{team}在现场附近没有可用的登记起降点：已按直线估算到集结处，起降点由机长选定；请核实场地并报坐标、障碍物和地面联络员',
  'force-cut-off':
    '去路全断：{teams}支有所需力量的队伍按现有道路到不了，{needs}无一可到；先核实能否放行、抢通，同时申请船艇和直升机',
  'force-short': '力量缺口{rows}项：{needs}；原因和补救办法见缺口清单',
  'staging-substitute':
    '{lost}道路中断：区级队伍先到{town}集结，表中时刻是到集结点的时刻，不是进入{lost}的时刻；路通或船艇、直升机到位后再进入',
  'demand-late': '{count}项力量不能按时到齐：{needs}；到齐前先做警戒、侦检和喊话，或就近请邻区先到',
  'cover-lost':
    '{area}首车到场由{before}变为{after}，超出目标{target}；现由{team}兼顾，建议调一车前移驻防或商请毗邻区移防',
  'solver-stopped-by-time': '精确抽组在时间上限处停止，现方案可用，与理论下限差距{gap}；重新生成时结果可能不同',
  'solver-stopped-by-nodes': '精确抽组在搜索上限处停止，现方案可用，与理论下限差距{gap}',
  'solver-failed':
    '精确求解未成功（{why}），本方案采用就近优先并经改进的草案；方案可用，未证明最优，请将日志交维护人员',
  'planning-cancelled':
    '{who}在求解完成前停止了计算，本版为初案：各项规则均已满足，未证明最优（差距{gap}）；时间允许时请重新生成',
  'planner-lost':
    '计算进程意外停止，本版为初案：各项规则均已满足，未证明最优（差距{gap}）；原因已记入日志，请重新生成一次',
  'staging-one-way-out':
    '{places}按路网只有一条出路，附近没有两条出路的合规地点；车头朝出口，出口留专人看守，情况变化先撤',
  'staging-one-side':
    '风向不明应设两处不同方向的集结点，只找到{places}一处合规：到场先测风，一旦处于下风立即撤出，另一方向由战术指挥部现场指定',
  'no-forward-place': '没有合规的作战停车点，首批车辆在集结点待命',
  'no-command-post-place': '没有合规的战术指挥部位置，由战术指挥部现场选定',
}
