import type { LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { readRoster, type DutyRoster } from '../people/roster.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'

/** People at one place, with who answers for them. */
export interface PeopleSource {
  readonly id: string
  readonly name: string
  readonly location: LngLat
  readonly town: string
  /** Village or community; empty when the data set names none. */
  readonly village: string
  /** Counted or listed people at this hour; above 0. */
  readonly people: number
  readonly specialNeeds: number
  readonly personInCharge: string
  readonly phone: string
  readonly kind: 'resident' | 'visitor' | 'transfer' | 'plant' | 'target'
  readonly hazard: string
  readonly code: string
}

/** A place whose number of people is not known now: it must be asked, it is not empty. */
interface UncountedPlace {
  readonly id: string
  readonly name: string
  readonly location: LngLat
  readonly phone: string
}

/** Everyone the data set knows of at this hour, and the places whose number is unknown. */
export interface KnownPeople {
  readonly sources: readonly PeopleSource[]
  readonly uncounted: readonly UncountedPlace[]
}

/** Buildings that are not counted at night: nobody sleeps there as a rule. */
const DAY_ONLY: ReadonlySet<string> = new Set(['school', 'mall'])
/** Everyone in these needs help to move. */
const ALL_NEED_HELP: ReadonlySet<string> = new Set(['hospital', 'nursing_home'])

/** Reads population points, plants and protected targets, by id. At night `people_night` counts where it is known. */
export function readPeople(
  problem: PlanningProblem,
  facts: Pick<FactSheet, 'night' | 'nowS' | 'offsetMin' | 'town'>,
): KnownPeople {
  const roster = readRoster(problem, facts)
  const sources = [
    ...pointSources(problem, facts, roster),
    ...plantSources(problem, roster),
    ...targetSources(problem, facts, roster),
  ]
  const uncounted = [
    ...problem.dataset.plants.filter((plant) => plant.peopleInside === null),
    ...problem.dataset.targets.filter((target) => target.people === null),
  ].map(({ id, name, lng, lat, phone }) => ({ id, name, location: { lng, lat }, phone }))
  return {
    sources: sortedBy(
      sources.filter((source) => source.people > 0),
      (source) => [source.id],
    ),
    uncounted: sortedBy(uncounted, (place) => [place.id]),
  }
}

function pointSources(problem: PlanningProblem, facts: Pick<FactSheet, 'night'>, roster: DutyRoster): PeopleSource[] {
  return problem.dataset.populationPoints.map((row): PeopleSource => {
    const listed = row.list === '' && row.hazard !== '' ? 'transfer' : row.list
    return {
      id: row.id,
      name: row.name,
      location: { lng: row.lng, lat: row.lat },
      town: row.town,
      village: row.extras?.['village'] ?? '',
      people: facts.night ? (row.peopleNight ?? row.people) : row.people,
      specialNeeds: row.specialNeeds ?? 0,
      ...inCharge({ name: row.personInCharge, phone: row.phone }, row.town, roster),
      kind: listed === '' ? 'resident' : listed,
      hazard: row.hazard,
      code: row.code,
    }
  })
}

function plantSources(problem: PlanningProblem, roster: DutyRoster): PeopleSource[] {
  return problem.dataset.plants.map((row) => ({
    id: row.id,
    name: row.name,
    location: { lng: row.lng, lat: row.lat },
    town: row.town,
    village: '',
    people: row.peopleInside ?? 0,
    specialNeeds: 0,
    ...inCharge({ name: `${row.name}值班室`, phone: row.phone }, row.town, roster),
    kind: 'plant',
    hazard: '',
    code: '',
  }))
}

function targetSources(problem: PlanningProblem, facts: Pick<FactSheet, 'night'>, roster: DutyRoster): PeopleSource[] {
  return problem.dataset.targets
    .filter((row) => !(facts.night && DAY_ONLY.has(row.kind)))
    .map((row) => ({
      id: row.id,
      name: row.name,
      location: { lng: row.lng, lat: row.lat },
      town: row.town,
      village: '',
      people: row.people ?? 0,
      specialNeeds: ALL_NEED_HELP.has(row.kind) ? (row.people ?? 0) : 0,
      ...inCharge({ name: `${row.name}值班室`, phone: row.phone }, row.town, roster),
      kind: 'target',
      hazard: '',
      code: '',
    }))
}

/** The named person if there is a number to ring, else the duty officer of the street, else of the district. */
export function inCharge(
  named: { readonly name: string; readonly phone: string },
  town: string,
  roster: DutyRoster,
): { personInCharge: string; phone: string } {
  if (named.name !== '' && named.phone !== '') return { personInCharge: named.name, phone: named.phone }
  const duty = roster.holders(`STREET_DUTY:${town}`)[0] ?? roster.holders('DUTY_OFFICER')[0]
  return duty === undefined
    ? { personInCharge: named.name || '未排班', phone: named.phone }
    : { personInCharge: duty.name, phone: duty.phone }
}
