import { KNOWN_FACTS, type Incident } from '../../domain/incident.ts'
import type { Finding } from '../../domain/reason.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import { FACT_NAMES } from '../../text/fact-names.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeFinding } from '../reason.ts'
import { reliefDueS } from './cut-off-supplies.ts'
import { LINK_NAMES, type CutOffTownFacts } from './read-cut-off.ts'

/** What the loss of contact means: nothing counted there is current, the relief clock runs, and when it has run out. */
export function cutOffFindings(
  { incident, parameters }: Pick<PlanningProblem, 'incident' | 'parameters'>,
  { cutOffTowns, nowS, offsetMin }: Pick<FactSheet, 'cutOffTowns' | 'nowS' | 'offsetMin'>,
): Finding[] {
  return cutOffTowns.flatMap((entry) => {
    const where = 'incident.cutOffTowns'
    const dueS = reliefDueS(entry, parameters)
    const facts = {
      town: entry.town,
      since: formatInstant(entry.sinceS, offsetMin).slice(5, 16).replace('T', ' '),
      how: entry.isSinceKnown ? '' : '（失联时刻未报，按事发时刻算）',
      lost: entry.lost.map((link) => LINK_NAMES[link]),
      due: formatInstant(dueS, offsetMin).slice(5, 16).replace('T', ' '),
    }
    return [
      makeFinding('contact-lost', 'warn', where, facts),
      ...(dueS <= nowS ? [makeFinding('contact-lost-overdue', 'warn', where, facts)] : []),
      ...factsFrom(incident, entry),
    ]
  })
}

/** Facts whose source is in the street: they stay in the plan as a lower bound of knowledge and say so. */
function factsFrom(incident: Incident, { town }: CutOffTownFacts): Finding[] {
  const short = town.replace(/(街道|镇|乡)$/, '')
  const entries = Object.entries(incident.facts).filter(
    ([, fact]) => typeof fact === 'object' && fact !== null && (fact.source ?? '').includes(short),
  )
  return sortedBy(entries, ([key]) => [key]).map(([key]) =>
    makeFinding('fact-from-cut-off', 'warn', `incident.facts.${key}`, { town, fact: nameOf(key) }),
  )
}

function nameOf(key: string): string {
  const known = KNOWN_FACTS.find((fact) => fact === key)
  return known === undefined ? key : FACT_NAMES[known]
}
