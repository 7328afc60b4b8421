import type { INCIDENT_OPS } from '../../domain/command/incident-ops.ts'
import type { LevelOverride } from '../../domain/level-record.ts'
import type { Level } from '../../domain/taxonomy.ts'
import type { OpWords } from './op-words.ts'

const LEVEL_KIND_NAMES = { event: '事件等级', response: '响应级别' } as const
const LEVEL_NAMES: Readonly<Record<Level, string>> = { I: 'Ⅰ级', II: 'Ⅱ级', III: 'Ⅲ级', IV: 'Ⅳ级' }

/** What the record says of an incident, its facts and its levels. */
export const INCIDENT_OP_WORDS: OpWords<keyof typeof INCIDENT_OPS> = {
  'v1.incident.opened': ({ body: { number, incident } }) =>
    `接警登记 ${number}${incident.title === undefined ? '' : `：${incident.title}`}`,
  'v1.incident.amended': ({ body }) => `更新事件信息，第 ${body.revision} 次修订`,
  'v1.incident.graded': ({ body }) => gradedSentence(body),
  'v1.incident.levelRose': ({ body }) =>
    `${LEVEL_KIND_NAMES[body.of]}由${levelName(body.from)}升至${levelName(body.to)}（第 ${body.revision} 次修订）：${body.text}`,
  'v1.incident.riseSeen': () => '已阅级别上升提示',
}

function gradedSentence({ of, value, withdrawn, computed, reason }: LevelOverride): string {
  const name = LEVEL_KIND_NAMES[of]
  return withdrawn
    ? `撤销人工确定的${name}，恢复系统判定的${levelName(computed)}；理由：${reason}`
    : `人工确定${name}为${levelName(value)}（系统判定${levelName(computed)}）；理由：${reason}`
}

function levelName(level: Level | null): string {
  return level === null ? '未达等级（险情）' : LEVEL_NAMES[level]
}
