import type { Wordings } from '../wording.ts'

/** Judgements on people, supplies and handling; by code, Simplified Chinese. */
export const careFindings: Wordings = {
  'post-empty': '岗位“{post}”本班无人或无电话，暂由{fallback}（{phone}）负责；请补排值班表',
  'roster-empty': '{date}{shift}值班表没有可联系的指挥人员，计划不能下达；请先补录值班表和电话',
  'first-order-nobody': '找不到可拨打的对象，请值班员人工联系：{words}',
  'called-in-zone':
    '首批指令按直线就近呼叫的{teams}驻地在危险区内：不得穿越危险区赴现场；着火、可燃气一律先撤出，毒气来不及撤的先关窗防护再听令',
  'called-cut-off':
    '首批指令按直线就近呼叫的{teams}去路被阻断，按现有道路到不了：令其到断路处外侧待命并报路况，或改乘船艇',
  'called-not-sent':
    '首批指令按直线就近呼叫了{teams}，按路况核算后未列入力量表：由战术指挥部决定留作增援（到集结点）还是令其返回',
  'substance-by-trip':
    '现场未报货名：按车牌{plate}的运单暂定为{cargo}（UN{un}）划定范围和力量；须由现场、押运员或货主核实，核实前不得缩小范围、不得按无毒处置',
  'trip-differs':
    '车牌{plate}的运单货名是{cargo}（UN{tripUn}），与接报的UN{un}不一致：先核实货物，核实前按危险较大的一种防护',
  'plant-unknown':
    '事发企业未识别：{radiusM}米内没有登记企业，最近的是{plant}（{distanceM}米，电话{phone}）；请核实企业并通知其工艺处置队',
  'experts-few': '只找到{found}名专家，应有{wanted}名；请向市级专家库申请',
  'transfer-in-gale':
    '现场风速{windMs}米/秒，已达8级（{limitMs}米/秒）：{people}人的车船转移须总指挥逐批确认后再出车；来不及的就近转到坚固建筑高处，不走沿海和林间道路',
  'evacuation-short': '疏散转移缺口{rows}项、{people}人，见缺口清单和补救办法',
  'shelter-medics':
    '安置人员中病人按名单{listed}人、按比例估{estimated}人，行动不便按名单{helpListed}人、按比例估{helpEstimated}人：请卫健部门向{shelters}处避灾点派驻医护共{medics}名（每{each}名病人1名、每点至少1名，设计取值）',
  'contact-lost':
    '{town}自{since}失联（{lost}）{how}：此前报来的人数、伤亡、库存和队伍状态不作现状，恢复联系后逐项重报；初步救助须在{due}前送到并签收',
  'contact-lost-overdue': '{town}自{since}失联，初步救助时限{due}已过：立即用船、直升机或人力送进，并报上级',
  'fact-from-cut-off': '{fact}的来源在失联的{town}：仍按它计算，但不作现状，恢复联系后核实',
  'supply-short': '物资缺口{rows}项：{items}；见补救办法',
  'supply-solver-stopped': '物资调拨求解{why}，与最优至多相差{gap}，再算结果可能不同',
  'supply-solver-failed': '物资调拨未得到精确结果（{why}），现用就近草案',
  'relief-late': '{count}趟救助物资晚于10小时时限送到（最晚约{hours}小时）：{places}；请增派车辆或就近采购',
  'supply-no-lorries': '{count}趟调运没有可用货车：{stores}；请交通运输部门调车',
  'lot-left-out': '所需物资中有{count}批已过有效期，未列入调拨（{items}）；请库管报废或复检',
  'hospital-none': '没有可用的{kind}医院，请向宁波市卫健部门申请',
  'hospital-beds-short': '伤员{patients}人，首批床位尚缺{missing}人，请向宁波市卫健部门申请转诊',
  'ladder-none': '没有举高车能派到现场：{floors}层只能内攻沿疏散楼梯救人，不得承诺登高救援',
  'ladder-reach':
    '举高车最大作业高度{reachM}米，净空站位约到{highest}层；{floors}层够不到，须内攻沿疏散楼梯救人，不得承诺登高救援',
  'handling-no-plan': '没有匹配到预案，处置方案为空；请在预案库补充本类预案',
  'action-nobody': '{actions}项行动没有可联系的责任人；请补录值班表',
}
