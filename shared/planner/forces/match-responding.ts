import type { TeamRow } from '../../domain/dataset/tables.ts'
import type { Incident, Responding } from '../../domain/incident.ts'
import type { Finding } from '../../domain/reason.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { makeFinding } from '../reason.ts'

/** A team already rolling when the console hears of the incident: kept, counted first, never sent again. */
export interface RollingTeam {
  readonly status: NonNullable<Responding['status']>
  /** Epoch seconds; null when nobody said since when. */
  readonly sinceS: number | null
  /** True when the incident itself reports it: then it is kept whatever a rule says of teams that are still to be sent. */
  readonly isReported: boolean
}

/** Rolling teams by team id, and findings for names that are in no list. */
export interface RollingTeams {
  readonly byTeam: ReadonlyMap<string, RollingTeam>
  readonly findings: readonly Finding[]
}

/** Matches `responding` to teams by id, else by exact name or alias. */
export function matchResponding({ responding }: Pick<Incident, 'responding'>, teams: readonly TeamRow[]): RollingTeams {
  const byTeam = new Map<string, RollingTeam>()
  const findings: Finding[] = []
  for (const [index, entry] of (responding ?? []).entries()) {
    const team =
      teams.find((each) => each.id === entry.teamId) ??
      teams.find((each) => isNamed(each, entry.name ?? entry.teamId ?? ''))
    if (team === undefined) {
      findings.push(
        makeFinding('responding-unknown', 'warn', `incident.responding[${index}]`, {
          name: entry.name ?? entry.teamId ?? '未写明',
        }),
      )
      continue
    }
    const sinceS = entry.since === undefined ? null : (parseInstant(entry.since)?.epochS ?? null)
    byTeam.set(team.id, { status: entry.status ?? 'turnedOut', sinceS, isReported: true })
  }
  return { byTeam, findings }
}

function isNamed(team: TeamRow, name: string): boolean {
  const wanted = name.trim()
  if (wanted === '') return false
  const aliases = (team.extras?.['alt_names'] ?? team.extras?.['aliases'] ?? '')
    .split(/[;；]/)
    .map((alias) => alias.trim())
  return team.name === wanted || plain(team.name) === plain(wanted) || aliases.includes(wanted)
}

/** Names of exercise data end in a mark in brackets; people leave it out. */
function plain(name: string): string {
  return name.replace(/[（(][^（()）]*[)）]/g, '').trim()
}
