import type { OrderStep } from '../../domain/command/order.ts'
import { formatInstant, localParts } from '../../kernel/instant.ts'

/** What can be logged over the radio. `distress` is logged as progress that begins with 求援. */
export type RadioVerb = Extract<OrderStep, 'received' | 'turnedOut' | 'onScene' | 'progress' | 'done'> | 'distress'

/** One typed line as understood so far. */
export interface RadioEntry {
  readonly verb: RadioVerb
  /** Part of the name, its pinyin initials or the call-sign; empty while it is not typed. */
  readonly team: string
  /** When it was, ISO; null = now. */
  readonly at: string | null
  readonly note: string
}

/** Two letters of pinyin (出动 cd, 到场 dc, 完成 wc, 签收 qs, 进展 jz, 受困求援 sk), the words themselves, or one digit. */
const VERBS: readonly (readonly [RegExp, RadioVerb])[] = [
  [/^(?:1|cd|出动)/, 'turnedOut'],
  [/^(?:2|dc|到场)/, 'onScene'],
  [/^(?:3|wc|完成)/, 'done'],
  [/^(?:4|qs|签收)/, 'received'],
  [/^(?:5|jz|进展)/, 'progress'],
  [/^(?:9|sk|求援)/, 'distress'],
]

/** How a call for help begins in the record. */
const DISTRESS = '求援'

/** `-5` = five minutes ago, `1024` = at 10:24; it stands alone, so that a call-sign 46 is not a time. */
const TIME = /(?:^|\s)(-\d{1,3}|\d{4})(?=\s|$)/

/**
 * Reads one line of the radio log: verb, team, and when it was not now the time, then anything else as a note. Null while
 * there is no verb. `nowS` in seconds since 1970, `offsetMin` of the console.
 */
export function readRadioEntry(typed: string, nowS: number, offsetMin: number): RadioEntry | null {
  const line = typed.trim().toLowerCase()
  for (const [pattern, verb] of VERBS) {
    const found = pattern.exec(line)
    if (found === null) continue
    const rest = line.slice(found[0].length).trimStart()
    const time = TIME.exec(rest)
    const said = (time === null ? rest : rest.replace(TIME, ' ')).trim()
    const [team = '', ...note] = said.split(/\s+/)
    const at = time?.[1] === undefined ? null : momentOf(time[1], nowS, offsetMin)
    const words = note.join(' ')
    return { verb, team, at, note: verb === 'distress' ? (words === '' ? DISTRESS : `${DISTRESS}：${words}`) : words }
  }
  return null
}

/** A clock time that lies ahead was yesterday: a word about the future is no word. */
function momentOf(written: string, nowS: number, offsetMin: number): string | null {
  if (written.startsWith('-')) return formatInstant(nowS - Number(written.slice(1)) * 60, offsetMin)
  const minutes = Number(written.slice(0, 2)) * 60 + Number(written.slice(2))
  if (minutes >= 24 * 60 || Number(written.slice(2)) > 59) return null
  const { minuteOfDay } = localParts(nowS, offsetMin)
  const startS = nowS - (nowS % 60) - minuteOfDay * 60
  const todayS = startS + minutes * 60
  return formatInstant(todayS > nowS + 60 ? todayS - 86_400 : todayS, offsetMin)
}
