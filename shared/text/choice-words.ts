import { SHIFT_WORDS } from '../domain/duty-roster.ts'
import type { POPULATION_HAZARDS, POPULATION_LISTS, SHELTER_STATES } from '../domain/dataset/row-choices.ts'
import { OWNERSHIP_NAMES, WRITE_OFF_NAMES } from '../domain/stock/stock-words.ts'
import type { STORE_TIERS, TEAM_TIERS, TeamType } from '../domain/taxonomy.ts'
import { VEHICLE_NAMES } from './name-of-need.ts'

/** Kinds of team by their full names. */
export const TEAM_TYPE_WORDS: Readonly<Record<TeamType, string>> = {
  MICRO: '微型消防站',
  VILLAGE: '村社救援队',
  PROCESS: '企业工艺队',
  STATION: '应急服务站',
  NFR: '国家消防救援站',
  GOV_FT: '政府专职消防队',
  ENT_FT: '企业专职消防队',
  PRO: '专业救援队',
  STREET: '街道综合救援队',
  FLOOD: '防汛抢险队',
  SOCIAL: '社会救援力量',
  VOL: '志愿者队伍',
  PLA: '驻军民兵',
}

/** Whose a team, a store or a shelter is. */
export const TIER_WORDS: Readonly<Record<(typeof TEAM_TIERS)[number] | (typeof STORE_TIERS)[number], string>> = {
  village: '村社',
  street: '街道',
  district: '本区',
  neighbour: '邻区',
  city: '市级',
  province: '省级',
  army: '军队',
}

/** Kinds of means of transport of a carrier. */
export const CARRIER_WORDS = { bus: '客车', lorry: '货车', boat: '船艇', ferry: '渡船' } as const

export const SHELTER_STATE_WORDS: Readonly<Record<(typeof SHELTER_STATES)[number], string>> = {
  closed: '关闭',
  preparing: '准备中',
  open: '已开放',
  full: '已满',
  unusable: '不可用',
}

export { SHIFT_WORDS }

export const POPULATION_HAZARD_WORDS: Readonly<Record<(typeof POPULATION_HAZARDS)[number], string>> = {
  geo_hazard: '地质灾害',
  flash_flood: '山洪',
  unspecified: '未注明',
}

export const POPULATION_LIST_WORDS: Readonly<Record<(typeof POPULATION_LISTS)[number], string>> = {
  transfer: '转移名单',
  resident: '常住',
  visitor: '游客',
}

/** Every closed list whose keys are not words of their own, by the column it stands in. */
const WORDS_BY_COLUMN: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries({
    type: TEAM_TYPE_WORDS,
    tier: TIER_WORDS,
    kind: { ...VEHICLE_NAMES, ...CARRIER_WORDS },
    shift: SHIFT_WORDS,
    hazard: POPULATION_HAZARD_WORDS,
    list: POPULATION_LIST_WORDS,
    ownership: OWNERSHIP_NAMES,
    state: SHELTER_STATE_WORDS,
    write_off_cause: WRITE_OFF_NAMES,
  }).map(([column, words]) => [column, new Map(Object.entries(words))]),
)

/** Choices named in one message. */
const NAMED_CHOICES = 12

/** Chinese word of a key of the closed list in a column; the key itself when it is its own word. */
export function choiceWord(column: string, key: string): string {
  return WORDS_BY_COLUMN.get(column)?.get(key) ?? key
}

/** What a cell takes, in words: `expected`, or for a closed list its choices by word and key, the first twelve of many. */
export function expectedWords(
  column: string,
  cell: { readonly expected: string; readonly choices?: readonly string[]; readonly required: boolean },
): string {
  const { choices, expected, required } = cell
  if (choices === undefined) return expected
  if (choices.includes('0') && choices.includes('1')) return '1（是）或 0（否）'
  const named = choices.slice(0, NAMED_CHOICES).map((key) => {
    const word = choiceWord(column, key)
    return word === key ? key : `${word}（${key}）`
  })
  const more = choices.length > NAMED_CHOICES ? `等 ${choices.length} 种，全部见样表的“选项”页` : ''
  return `以下之一${required ? '' : '或留空'}：${named.join('、')}${more}`
}
