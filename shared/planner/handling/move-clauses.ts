import type { EvacuationAssignment, EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import { bearingDeg, distanceM } from '../../kernel/geo.ts'
import { groupBy } from '../../kernel/order.ts'
import { compassWord } from '../people/compass.ts'
import type { FactSheet } from '../problem.ts'
import { cutText, textLength } from './cut-text.ts'

/** Who the notice speaks to in one clause: they all do the same. */
interface Clause {
  readonly places: readonly string[]
  readonly order: string
}

/** What the clauses are made from; `namesOf` gives the names the public uses for a row of the evacuation list. */
interface ClauseInput {
  readonly facts: FactSheet
  readonly evacuation: EvacuationPlan
  readonly namesOf: (row: EvacuationAssignment) => readonly string[]
  /** Longest text of all clauses together, in characters. */
  readonly room: number
  /** Said instead when the clauses do not fit: true for everybody on the list. */
  readonly short: string
}

/**
 * The orders of the public notice, one clause for each group that does the same: who stays and shuts the windows, who
 * walks and in which direction, who is driven. Built from the rows alone, so that the notice cannot contradict them.
 * Empty when the list has no rows.
 */
export function moveClauses(input: ClauseInput): string {
  const clauses = clausesOf(input)
  for (const shown of [3, 2, 1, 0]) {
    const text = clauses.map((clause) => clauseText(clause, shown)).join('')
    if (textLength(text) <= input.room) return text
  }
  return input.short
}

function clauseText({ places, order }: Clause, shown: number): string {
  if (places.length <= Math.max(1, shown)) return `${places.map((name) => cutText(name, 14)).join('、')}${order}`
  const named = places.slice(0, shown).map((name) => cutText(name, 14))
  return shown === 0
    ? `${cutText(places[0] ?? '', 14)}等${places.length}处${order}`
    : `${named.join('、')}等${places.length}处${order}`
}

function clausesOf({ facts, evacuation, namesOf }: ClauseInput): Clause[] {
  const walking = evacuation.assignments.filter((row) => row.mode === 'evacuate')
  const sides = new Set(walking.map(sideOf))
  const keyOf = (row: EvacuationAssignment): string => {
    if (row.mode === 'evacuate') return `evacuate|${sides.size <= MOST_SIDES ? sideOf(row) : ''}`
    return row.mode
  }
  const groups = [...groupBy(evacuation.assignments, keyOf)]
  const called = groups.map(([, rows]) => new Set(rows.flatMap(namesOf)))
  return groups.map(([key, rows], own) => ({
    places: [
      ...new Set(
        rows.flatMap((row) =>
          namesOf(row).flatMap((name) =>
            called.some((names, other) => other !== own && names.has(name)) ? spokenName(row.fromName) : name,
          ),
        ),
      ),
    ],
    order: orderText(facts, key),
  }))
}

/** More directions than this are left to the village cadres to point out. */
const MOST_SIDES = 2

/** Compass word of the walk from the place to the point outside; empty when nobody walks far. */
function sideOf(row: EvacuationAssignment): string {
  const [from, to] = row.geometry?.coordinates ?? []
  const [fromLng, fromLat] = from ?? []
  const [toLng, toLat] = to ?? []
  if (fromLng === undefined || fromLat === undefined || toLng === undefined || toLat === undefined) return ''
  const start = { lng: fromLng, lat: fromLat }
  const end = { lng: toLng, lat: toLat }
  return distanceM(start, end) < 1 ? '' : compassWord(bearingDeg(start, end))
}

function orderText(facts: FactSheet, key: string): string {
  const [mode, detail] = key.split('|')
  if (mode === 'shelterInPlace') return '：请留在屋内，关严门窗、空调，等通知。'
  if (mode === 'transfer') return '：跟村干部乘车或步行到避灾点。'
  const where = detail === '' ? '听村干部指引' : `向${detail ?? ''}`
  if (facts.hazmat?.toxic === true) return `：湿毛巾捂口鼻，立即${where}步行离开。`
  if (facts.hazmat !== null) return `：熄火断电，不开车，立即${where}步行离开。`
  return `：立即${where}步行撤离。`
}

/** Names as people say them: without the mark of demonstration data and the word for residents. */
export function spokenName(name: string): string {
  return name
    .replace(/[（(][^（()）]*[）)]/g, '')
    .replace(/^[^\s]{2,4}街道(?=.)/, '')
    .replace(/(居民|转移人员)$/, '')
}
