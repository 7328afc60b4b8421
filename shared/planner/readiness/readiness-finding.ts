import type { Finding } from '../../domain/reason.ts'
import type { ReadinessFinding } from '../../domain/readiness.ts'
import type { ReadinessKind } from '../../domain/taxonomy.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { fillWording } from '../../text/wording.ts'
import { readinessFindings, readinessRemedies } from '../../text/findings/readiness-findings.ts'

/** What a check says; text and remedy are made of it. */
export interface Unready {
  readonly kind: ReadinessKind
  readonly code: string
  /** Key of the wording where one code has several; absent = the code. */
  readonly wording?: string
  readonly severity: Finding['severity']
  readonly where: string
  readonly name: string
  readonly facts: Finding['facts']
  /** Facts of the wording alone. */
  readonly words?: Finding['facts']
  readonly since?: string | null
  readonly until?: string | null
  readonly keeper?: ReadinessFinding['keeper']
}

const NOBODY: ReadinessFinding['keeper'] = { name: '', phone: '' }

/** A readiness finding with its words: `text` says what and what to do, as the command prints it. */
export function readinessFinding(given: Unready): ReadinessFinding {
  const { kind, code, severity, where, name, facts, since = null, until = null, keeper = NOBODY } = given
  const key = given.wording ?? code
  const what = readinessFindings[key]
  const remedy = readinessRemedies[key]
  if (what === undefined || remedy === undefined) throw new Error(`no wording for readiness code "${key}"`)
  const words = { what: `${fillWording(what, { ...facts, ...given.words })}。`, remedy: `${remedy}。` }
  return { code, severity, where, text: words.what + words.remedy, facts, kind, name, ...words, since, until, keeper }
}

/** Whole days from one day (`YYYY-MM-DD`) to another; null when one of them is no day. */
export function daysBetween(from: string, to: string): number | null {
  const [start, end] = [from, to].map((day) => parseInstant(`${day}T00:00:00Z`)?.epochS ?? null)
  return start === null || start === undefined || end === null || end === undefined ? null : (end - start) / 86_400
}
