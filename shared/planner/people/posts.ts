import type { Headquarters, WorkGroup } from '../../domain/taxonomy.ts'

/** A post of the command scheme and its deputy's post on the roster. */
export interface PostDefinition {
  readonly post: string
  readonly title: string
  readonly deputyPost: string
}

/** Posts of each headquarters, the commander first. The split between the two follows the two-headquarters scheme of the Beilun plan; the list is our design. */
export const HEADQUARTERS_POSTS: Readonly<Record<Headquarters, readonly PostDefinition[]>> = {
  administrative: [
    { post: 'ADMIN_COMMANDER', title: '行政指挥部总指挥', deputyPost: 'ADMIN_DEPUTY' },
    { post: 'ADMIN_DEPUTY', title: '行政指挥部副总指挥', deputyPost: 'DUTY_LEADER' },
    { post: 'DUTY_LEADER', title: '值班长', deputyPost: 'DUTY_OFFICER' },
    { post: 'DUTY_OFFICER', title: '值班员', deputyPost: 'DUTY_OFFICER_DEPUTY' },
    { post: 'LIAISON', title: '双指挥部联络员', deputyPost: 'LIAISON_DEPUTY' },
  ],
  tactical: [
    { post: 'TACTICAL_COMMANDER', title: '现场指挥官', deputyPost: 'TACTICAL_DEPUTY' },
    { post: 'TACTICAL_DEPUTY', title: '现场副指挥官', deputyPost: 'SAFETY_OFFICER' },
    { post: 'SAFETY_OFFICER', title: '现场安全员', deputyPost: 'SAFETY_OFFICER_DEPUTY' },
    { post: 'STAGING_OFFICER', title: '集结点调度官', deputyPost: 'STAGING_OFFICER_DEPUTY' },
  ],
}

/** One work group at one headquarters. `leads` says whether its head or its deputy stands there. */
export interface GroupDefinition {
  readonly code: WorkGroup
  readonly name: string
  readonly hq: Headquarters
  readonly leads: 'head' | 'deputy'
  readonly tasks: readonly string[]
}

const group = (
  code: WorkGroup,
  name: string,
  hq: Headquarters,
  tasks: readonly string[],
  leads: GroupDefinition['leads'] = 'head',
): GroupDefinition => ({ code, name, hq, leads, tasks })

/** Work groups of both headquarters. A group that works at both has its head in one place and its deputy in the other. */
export const WORK_GROUP_DUTIES: readonly GroupDefinition[] = [
  group('G_COORD', '综合协调组', 'administrative', ['下达指令并登记签收', '汇总信息、按时上报', '组织会商并督办落实']),
  group('G_EVAC', '人员疏散安置组', 'administrative', [
    '入户通知、转移护送',
    '开放避灾点并清点人数',
    '照看老弱病残孕幼',
  ]),
  group('G_SUPPLY', '物资保障组', 'administrative', [
    '按先到期先用调拨物资',
    '组织运输并落实签收',
    '缺口采购、征用与向上申请',
  ]),
  group('G_COMM', '通信保障组', 'administrative', ['开通指挥信道与卫星链路', '保障基站供电', '三断时启用短波与通信员']),
  group('G_UTIL', '电力水气保障组', 'administrative', [
    '按战术指挥部要求断电断气断水',
    '保障医院与指挥部供电供水',
    '组织抢修恢复',
  ]),
  group(
    'G_MED',
    '医疗救护组(后方)',
    'administrative',
    ['落实收治医院与床位', '统筹血液、药品与转院', '核对伤员名单'],
    'deputy',
  ),
  group(
    'G_CORDON',
    '社会治安组(后方)',
    'administrative',
    ['维护疏散区与安置点秩序', '处置谣言与哄抢', '看护撤离区财物'],
    'deputy',
  ),
  group(
    'G_TRAFFIC',
    '交通组织组(后方)',
    'administrative',
    ['路网分流与绕行公告', '应急车辆绿色通行', '联系高速、港口等单位'],
    'deputy',
  ),
  group('G_MEDIA', '新闻宣传组', 'administrative', ['起草首份通告报总指挥签发', '组织新闻发布与热线答复', '监看舆情']),
  group('G_AFTER', '善后处置组', 'administrative', ['联系伤亡人员家属', '办理保险与理赔', '组织心理疏导']),
  group('G_SEC', '军地联络组', 'administrative', [
    '提出兵力需求（任务、数量、地点、时间、器材）',
    '接待引导部队',
    '登记归建',
  ]),
  group('G_RESCUE', '抢险救援组', 'tactical', [
    '搜救、灭火、堵漏等作战',
    '划分作战区段并指定段长',
    '执行安全员撤离命令',
  ]),
  group('G_EXPERT', '专家组', 'tactical', ['研判险情发展', '审核处置方案', '提出解除危险意见']),
  group('G_MED', '医疗救护组(现场)', 'tactical', ['设检伤分类点', '现场急救并登记', '分送医院']),
  group('G_ENV', '环境监测组', 'tactical', ['布点监测空气与水质', '封堵雨水口、收集废水', '定时报读数']),
  group('G_CORDON', '治安警戒组(现场)', 'tactical', ['设内外两道警戒线', '人员车辆出入登记', '劝离围观']),
  group('G_TRAFFIC', '交通管制组(现场)', 'tactical', ['封控危险区道路', '保障集结点与进出通道', '清拖障碍车辆']),
  group(
    'G_COMM',
    '通信保障组(现场)',
    'tactical',
    ['保障现场信道与中继', '分发电台、核对呼号', '传回现场图像'],
    'deputy',
  ),
]
