import { pinyin } from 'pinyin-pro'
import { INCIDENT_TYPES, type IncidentType } from '#shared/domain/taxonomy.ts'
import { zhCN } from '../../text/zh-CN.ts'

/** What an incident type can be found by, lower case: Chinese, pinyin, initials, English key. */
const SEARCH_WORDS: ReadonlyMap<IncidentType, readonly string[]> = new Map(
  INCIDENT_TYPES.map((type) => {
    const name = zhCN.incidentType[type]
    const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed' })
    const initials = syllables.map((syllable) => syllable.charAt(0)).join('')
    return [type, [name, syllables.join(''), initials, type, type.replaceAll('_', ' ')]]
  }),
)

/** Types whose Chinese name, pinyin, initials or English name contains the text; those that begin with it first. */
export function searchTypes(text: string, english: (type: IncidentType) => string): IncidentType[] {
  const wanted = text.trim().toLowerCase()
  const ranked = INCIDENT_TYPES.flatMap((type, order) => {
    const words = [...(SEARCH_WORDS.get(type) ?? []), english(type).toLowerCase()]
    const rank = words.some((word) => word.startsWith(wanted)) ? 0 : words.some((word) => word.includes(wanted)) ? 1 : 2
    return rank === 2 ? [] : [{ type, rank, order }]
  })
  return ranked.sort((a, b) => a.rank - b.rank || a.order - b.order).map((entry) => entry.type)
}

/** The type whose key, Chinese name or name on the screen is exactly the text; null when there is none. */
export function exactType(text: string, nameOf: (type: IncidentType) => string): IncidentType | null {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return null
  return (
    INCIDENT_TYPES.find((type) =>
      [type, type.replaceAll('_', ' '), zhCN.incidentType[type], nameOf(type).toLowerCase()].includes(wanted),
    ) ?? null
  )
}
