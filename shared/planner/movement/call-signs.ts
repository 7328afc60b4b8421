import type { TeamRow } from '../../domain/dataset/tables.ts'
import type { TeamType } from '../../domain/taxonomy.ts'
import { sortedBy } from '../../kernel/order.ts'

const PREFIXES: Readonly<Record<TeamType, string>> = {
  MICRO: '微站',
  VILLAGE: '村队',
  PROCESS: '工艺',
  STATION: '救援站',
  NFR: '消防',
  GOV_FT: '消防',
  ENT_FT: '企消',
  PRO: '专业',
  STREET: '街道',
  FLOOD: '防汛',
  SOCIAL: '社会',
  VOL: '志愿',
  PLA: '部队',
}

/** Call-sign of every team of a data set: kind and number in order of id, the same in every incident. */
export function callSigns(teams: readonly TeamRow[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  return new Map(
    sortedBy(teams, (team) => [team.id]).map((team): [string, string] => {
      const prefix = PREFIXES[team.type]
      const number = (counts.get(prefix) ?? 0) + 1
      counts.set(prefix, number)
      return [team.id, `${prefix}${String(number).padStart(2, '0')}`]
    }),
  )
}
