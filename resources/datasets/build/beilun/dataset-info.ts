import { SOURCES } from '../evidence.ts'
import { commonSources, conflictIn } from '../kinds/dataset-info.ts'
import type { Conflict, DatasetInfo } from '../kinds/dataset-info.ts'

const KEEP_BOTH = '两个数字都保留，由使用者选定并注明依据，不取平均'

const CONFLICTS: readonly Conflict[] = [
  conflictIn(SOURCES.beilunPlan, 'pipelines', '油气管道长度', KEEP_BOTH, [
    ['162.1 km', '总长度共计162.1km'],
    ['121 km', '油气管道 121 公里'],
  ]),
  conflictIn(SOURCES.beilunPlan, 'dangerous-goods-carriers', '危险货物运输企业与车辆', KEEP_BOTH, [
    ['25 家 668 辆', '危险货物运输企业 25 家，共计 668 辆危险货物运输车辆'],
    ['26 家 624 辆', '危险货物运输企业 26 家，共计 624 辆危险货物运输车辆'],
  ]),
  conflictIn(
    SOURCES.beilunPlan,
    'fire-stations',
    '政府消防救援站数量',
    '原文称7个，只列出6个名称；第7个未具名，不建队伍记录，待消防大队核实后补录',
    [
      ['7', '等 7 个政府消防救援站'],
      ['6', '新碶消防救援站、戚家山消防救援站、柴桥消防救援站、春晓消防救援站、大碶消防救援站和小港临时消防执勤点'],
    ],
  ),
  conflictIn(SOURCES.beilunPlan, 'full-time-firefighters', '专职消防人员占总人口比例', `${KEEP_BOTH}；0.5‰ 较合常理`, [
    ['0.5 %', '专职消防人员占全区总人口比例达到 0.5%'],
    ['0.5‰', '专职消防人员占全区总人口的比例 … 0.5‰(指标表第13项)'],
  ]),
  conflictIn(SOURCES.beilunPlan, 'accidents-2020', '2020年生产安全事故起数与死亡人数', KEEP_BOTH, [
    ['21 起 13 人', '下降为2020年的21起 … 下降为2020年的13人'],
    ['27 起 20 人', '生产安全事故起数 27；生产安全事故死亡人数 20(指标表第1、2项)'],
  ]),
  conflictIn(
    SOURCES.beilunPlan,
    'transfer-list',
    '赋码转移人员合计',
    '合计按3148人；差额64人单列为“未注明原因”，转移时不得遗漏',
    [
      ['3148', '共录入并赋码转移人员 3148 人'],
      ['3084', '其中地质灾害 587 人、小流域山洪 2497 人'],
    ],
  ),
  conflictIn(SOURCES.beilunPlan, 'spelling-daqi', '街道名写法', '通用名为“大碶街道”，“大碇街道”作别名检索', [
    ['大碶街道', '下辖新碶、小港、大碶、柴桥、霞浦 … 等 10 个街道'],
    ['大碇街道', '确定大碇街道森林扑火应急分队'],
  ]),
  conflictIn(
    SOURCES.beilunPlan,
    'spelling-xiaojia',
    '河流名写法',
    '规划写“小浞江”；通用名“小浃江”见统计区划社区名，两种写法都可检索',
    [
      ['小浞江', '小浞江、岩河、泰河、芦江河源于西南山岙'],
      ['小浃江', '小浃江社区(统计用区划名称)'],
    ],
  ),
]

/** The head of the Beilun data set. */
export const BEILUN_INFO: DatasetInfo = {
  schema: 'dataset/1',
  id: 'beilun',
  name: '宁波市北仑区演示数据集',
  region: '浙江省宁波市北仑区',
  asOf: '2026-07-01',
  isDemo: true,
  sources: commonSources(SOURCES.beilunPlan),
  conflicts: CONFLICTS,
  aliases: { 大碶街道: ['大碇街道'], 小浃江: ['小浞江'], 穿山疏港高速: ['S20', '穿好高速'] },
  planned: [
    '霞浦片区拟新建一级消防站(不少于35人、消防车不少于5辆)：规划项目，未建队伍记录',
    '戚家山消防救援站拟提升至60人、增配消防车2辆：未计入',
  ],
}
