import type { CardDistances, HandbookCard } from '../../contract/hazmat.contract.ts'
import { clockOf, markdownTable } from './markdown.ts'

/** A handbook card without its own document: what the document is made from. */
export type CardContent = Omit<HandbookCard, 'document'>

/** 危化品处置卡 as Markdown: who it is, how far now, the tables, what to do; every line with its mark. */
export function hazmatCardDocument(card: CardContent): string {
  const { entry, conditions, distances } = card
  const title = entry.nameZh === '' ? entry.nameEn : entry.nameZh
  return [
    `# 危化品处置卡：${title}${entry.un === '' ? '' : `（UN${entry.un}）`}`,
    '',
    identityLines(card),
    '## 一、现在隔离多远',
    conditionLine(conditions),
    '',
    `- **四周隔离 ${entry.un === '' ? '（无 UN 编号，按未知物质）' : ''}${isolationWords(distances.present)}**`,
    `- **下风向防护 ${protectiveWords(distances.present)}**${directionWords(conditions)}`,
    distances.fireM === null ? '- 容器着火：指南未给出距离' : `- **容器着火四周隔离 ${distances.fireM} 米**`,
    `- 依据：${distances.present.source} ${distances.present.row}`,
    ...distances.reasons.map((reason) => `- ${reason.text}`),
    '',
    markdownTable(
      ['泄漏', '隔离', '白天防护', '夜间防护'],
      [false, true].map((large) => {
        const of = (night: boolean): CardDistances | undefined =>
          distances.sizes.find((cell) => cell.largeSpill === large && cell.night === night)?.distances
        const [day, dark] = [of(false), of(true)]
        return [
          large ? '大量（>208 升）' : '少量（≤208 升）',
          day === undefined ? '—' : isolationWords(day),
          day === undefined ? '—' : protectiveWords(day),
          dark === undefined ? '—' : protectiveWords(dark),
        ]
      }),
    ),
    containerTable(card),
    ...card.sections.flatMap(({ key, lines }) =>
      lines.length === 0
        ? []
        : [`## ${SECTION_WORDS[key]}`, ...lines.map((line) => `- ${line.text}〔${MARK_WORDS[line.evidence]}〕`), ''],
    ),
    '—— 距离：ERG2024, PHMSA / Transport Canada / SICT（机器提取，启用前须与原书核对）。处置要点为自行编写，不是法规条文；现场以监测和专家意见为准。',
    '',
  ].join('\n')
}

/** Isolation in words; a lost value says so. */
export function isolationWords({ isolationM, isolationLost }: CardDistances): string {
  return `${isolationM} 米${isolationLost ? '（表中缺失，取全表最大值）' : ''}`
}

/** Protective distance in words: "至少 11 公里" where the table has no figure, "按监测" where the guide has none. */
export function protectiveWords({ protectiveM, atLeast }: CardDistances): string {
  if (protectiveM === null) return '指南未给出，按监测扩大'
  const length = protectiveM >= 1000 ? `${Math.round(protectiveM / 100) / 10} 公里` : `${protectiveM} 米`
  return `${atLeast ? '至少 ' : ''}${length}`
}

function identityLines({
  entry,
  packingGroups,
  labels,
  waterGases,
  guideName,
  general,
  polymerises,
}: CardContent): string {
  const line = (name: string, value: string): string => (value === '' ? '' : `- ${name}：${value}\n`)
  return [
    line('别名', entry.otherNamesZh.join('、')),
    line('英文名', entry.nameEn),
    line('CAS', entry.cas),
    line('类别', [entry.classDivision, ...labels].filter((value) => value !== '').join(' / ')),
    line('包装类别', packingGroups.join('、')),
    line(
      '指南',
      `${entry.guide === '' ? '无（按 111）' : entry.guide} ${guideName}${general ? '（通用：按类别汇成）' : ''}`,
    ),
    polymerises ? '- **可能猛烈聚合**\n' : '',
    entry.toxicByInhalation ? '- **吸入毒性**\n' : '',
    waterGases.length === 0
      ? ''
      : `- **遇水放出：${waterGases.map((gas) => `${gas.name}（${gas.formula}）`).join('、')}**（ERG2024 表 2）\n`,
  ].join('')
}

function conditionLine(conditions: CardContent['conditions']): string {
  const { at, place, night, sunriseAt, sunsetAt, windFromDeg, windSpeedMs, windUsable, largeSpill } = conditions
  const sun = sunriseAt === null || sunsetAt === null ? '' : `，日出 ${clockOf(sunriseAt)}、日落 ${clockOf(sunsetAt)}`
  const wind = windUsable
    ? `风从 ${windFromDeg ?? '—'}° 来，${windSpeedMs ?? '—'} 米/秒（${BAND_WORDS[conditions.band]}）`
    : '风不可用（未知或低于 1 米/秒）：按小风取值，四周同等对待'
  return `条件：${at.slice(0, 16).replace('T', ' ')} ${place.name}，${night ? '夜间' : '白天'}${sun}；${wind}；${largeSpill ? '大量' : '少量'}泄漏`
}

function directionWords({ downwindDeg }: CardContent['conditions']): string {
  return downwindDeg === null ? '，四周' : `，朝 ${Math.round(downwindDeg)}° 方向`
}

function containerTable({ distances }: CardContent): string {
  if (distances.containers.length === 0) return ''
  return [
    '大量泄漏，按容器和风（防护距离：小风 / 中风 / 大风）：',
    '',
    markdownTable(
      ['容器', '隔离', '白天', '夜间'],
      distances.containers.map(({ name, present, isolationM, cells }) => {
        const row = (night: boolean): string =>
          cells
            .filter((cell) => cell.night === night)
            .map((cell) => protectiveWords(cell.distances))
            .join(' / ')
        return [`${present ? '▶ ' : ''}${name}`, `${isolationM} 米`, row(false), row(true)]
      }),
    ),
  ].join('\n')
}

const SECTION_WORDS = {
  hazards: '二、危险性',
  doNot: '三、不要做',
  protection: '四、防护',
  do: '五、要做',
  fire: '六、灭火',
  spill: '七、泄漏',
  firstAid: '八、急救',
  decon: '九、洗消',
} as const
const MARK_WORDS = { seed: '资料', found: '有据', derived: '推算', design: '设计', unverified: '未核实' } as const
const BAND_WORDS = { low: '小风', moderate: '中风', high: '大风' } as const
