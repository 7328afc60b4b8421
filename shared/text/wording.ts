import type { Reason } from '../domain/reason.ts'

/** Facts a wording may use. */
export type Facts = Reason['facts']

/** Wordings by code. `{name}` is replaced by the fact of that name; unknown placeholders are a bug and throw. */
export type Wordings = Readonly<Record<string, string>>

/** Fills the placeholders of a wording from facts. Lists are joined with 、; null reads 未知. */
export function fillWording(wording: string, facts: Facts): string {
  return wording.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = facts[key]
    if (value === undefined) throw new Error(`wording needs fact "${key}": ${wording}`)
    if (value === null) return '未知'
    return Array.isArray(value) ? value.join('、') : String(value)
  })
}
