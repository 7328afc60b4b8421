import type { BoardState, TeamGroup, TeamRow } from '../../domain/command/board.ts'
import type { Assignment } from '../../domain/plan/force-plan.ts'
import type { Movement } from '../../domain/plan/movement-plan.ts'
import { formatInstant, parseInstant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { OrderState } from '../orders/order-state.ts'
import { readArrival, type ArrivalReading, type PlannedWay } from './arrival.ts'
import { tellRow, type Told } from './base-row.ts'
import type { BoardInput } from './board-input.ts'
import type { BoardSources } from './board-sources.ts'
import { subjectKey } from './said-words.ts'
import { teamPosition } from './team-position.ts'
import { shownWord, type Word } from './word.ts'

const GROUPS: Readonly<Partial<Record<BoardState, TeamGroup>>> = {
  ...{ planned: 'notOut', ordered: 'notOut', acknowledged: 'notOut', declined: 'notOut', recalled: 'notOut' },
  enRoute: 'onTheWay',
  ...{ onScene: 'onScene', working: 'onScene', distress: 'onScene', lostContact: 'onScene', withdrawing: 'onScene' },
  ...{ waiting: 'waiting', resting: 'waiting', taskDone: 'waiting', broken: 'waiting' },
  ...{ returning: 'released', released: 'released' },
}
const GROUP_ORDER: Readonly<Record<TeamGroup, number>> = { onScene: 0, onTheWay: 1, waiting: 2, notOut: 3, released: 4 }
/** States in which somebody breathes from a bottle; an earlier figure says nothing after they came out. */
const INSIDE: ReadonlySet<BoardState> = new Set<BoardState>(['working', 'distress', 'lostContact'])
const URGENT: ReadonlySet<BoardState> = new Set<BoardState>(['distress', 'lostContact'])

/** Rows of every team that the plan sends, an order binds, or somebody spoke of; urgent ones first in their group. */
export function teamRows(input: BoardInput, sources: BoardSources): TeamRow[] {
  const assignments = new Map(input.plan?.content.forcePlan.assignments.map((one) => [one.teamId, one]))
  const movements = new Map(input.plan?.content.movementPlan.movements.map((one) => [one.teamId, one]))
  const ids = new Set([...assignments.keys(), ...sources.teamOrders.keys(), ...sources.spokenTeams])
  const rows = [...ids].map((id) =>
    teamRow(id, input, sources, { assignment: assignments.get(id) ?? null, movement: movements.get(id) ?? null }),
  )
  return sortedBy(rows, ({ group, state, arrival, id }) => [
    GROUP_ORDER[group],
    URGENT.has(state) ? 0 : 1,
    arrival.plannedAt ?? '~',
    id,
  ])
}

function teamRow(
  id: string,
  { plan, library, nowS, elsewhere }: BoardInput,
  sources: BoardSources,
  planned: { readonly assignment: Assignment | null; readonly movement: Movement | null },
): TeamRow {
  const { assignment, movement } = planned
  const { limits } = library
  const orders = sources.teamOrders.get(id) ?? []
  const said = sources.said.bySubject.get(subjectKey('team', id)) ?? []
  const told = tellRow({
    kind: 'team',
    said: [...said, ...(sources.factWords.get(id) ?? [])],
    orders,
    indexOf: sources.indexOf,
    limits,
    nowS,
  })
  const known = library.teams.get(id) ?? null
  const arrival = readArrival(told.standing.told, wayOf(movement), { nowS, offsetMin: sources.offsetMin })
  const place = told.words.findLast((word) => word.place !== null) ?? null
  const isHome = told.row.state === 'released'
  const crew = crewTimes(told, arrival, library.crewReliefS.value, limits.reliefSoonS.value, nowS)
  const text = (epochS: number | null): string | null =>
    epochS === null ? null : formatInstant(epochS, sources.offsetMin)
  const newest = orders.findLast(({ isLive }) => isLive)?.order ?? orders.at(-1)?.order ?? null
  const position = teamPosition({ state: told.row.state, place, arrival, movement, nowS, plan, home: known })
  return {
    id,
    name:
      assignment?.teamName ??
      known?.name ??
      sources.said.names.get(subjectKey('team', id)) ??
      newest?.receiver.name ??
      id,
    ...told.row,
    group: GROUPS[told.row.state] ?? 'notOut',
    callSign: movement?.callSign ?? newest?.callSign ?? '',
    phone: known?.phone ?? assignment?.phone ?? newest?.receiver.phone ?? '',
    hq: newest?.hq ?? assignment?.hq ?? null,
    authority: assignment?.authority ?? newest?.authority ?? null,
    task:
      newest !== null && newest.source.kind !== 'assignment' ? newest.text : (assignment?.role ?? newest?.text ?? ''),
    place: isHome ? '' : (place?.place?.text ?? ''),
    placeAt: isHome ? null : (place?.at ?? null),
    position,
    arrival: arrival.arrival,
    turnedOutAt: text(arrival.leftS),
    outForS: crew.outForS,
    reliefDueAt: text(crew.reliefDueS),
    relief: crew.relief,
    ...figuresOf(told, limits.airLowMin.value, nowS),
    vehicles: vehiclesOf(id, assignment, orders, library, sources),
    elsewhere: elsewhere.get(id) ?? [],
  }
}

function wayOf(movement: Movement | null): PlannedWay | null {
  const depart = movement === null ? null : parseInstant(movement.departAt)
  const arrive = movement === null ? null : parseInstant(movement.arriveAt)
  if (movement === null || depart === null || arrive === null) return null
  return { departS: depart.epochS, arriveS: arrive.epochS, durationS: movement.durationS }
}

/** Crew time since turn-out and relief by the plan's rule: so long after arrival, as said or as expected. */
function crewTimes(
  { row, standing }: Told,
  { leftS, arrivedS, expectedS }: ArrivalReading,
  reliefS: number,
  soonS: number,
  nowS: number,
): { outForS: number | null; reliefDueS: number | null; relief: TeamRow['relief'] } {
  const outFromS = leftS ?? arrivedS
  if (outFromS === null) return { outForS: null, reliefDueS: null, relief: 'none' }
  const isHome = row.state === 'released'
  const untilS = isHome ? (standing.since?.atS ?? nowS) : nowS
  const outForS = Math.max(0, untilS - outFromS)
  const fromS = arrivedS ?? expectedS
  if (isHome || fromS === null) return { outForS, reliefDueS: null, relief: 'none' }
  const reliefDueS = fromS + reliefS
  const relief = nowS >= reliefDueS ? 'due' : nowS >= reliefDueS - soonS ? 'soon' : 'later'
  return { outForS, reliefDueS, relief }
}

function figuresOf(
  { row, words }: Told,
  airLowMin: number,
  nowS: number,
): Pick<TeamRow, 'crew' | 'airLeftMin' | 'isAirLow'> {
  const crew = words.findLast(({ figures }) => figures !== null && figures.crew !== null)?.figures?.crew ?? null
  const outside = words.findLast(({ state: said, isField }) => isField && said !== null && !INSIDE.has(said))
  const last = words.findLast(({ figures }) => figures !== null && figures.airMin !== null)
  const airMin = last?.figures?.airMin ?? null
  if (last === undefined || airMin === null || last.atS < (outside?.atS ?? last.atS) || !INSIDE.has(row.state))
    return { crew, airLeftMin: null, isAirLow: false }
  const airLeftMin = airMin - Math.floor(Math.max(0, nowS - last.atS) / 60)
  return { crew, airLeftMin, isAirLow: airLeftMin <= airLowMin }
}

function vehiclesOf(
  teamId: string,
  assignment: Assignment | null,
  orders: readonly OrderState[],
  library: BoardInput['library'],
  { said, vehicleTeams }: BoardSources,
): TeamRow['vehicles'] {
  const planned = new Map(assignment?.vehicles.map(({ id, name, kind }) => [id, name ?? kind]))
  const ids = new Set([
    ...planned.keys(),
    ...orders.flatMap(({ order, isLive }) => (isLive ? order.vehicleIds : [])),
    ...(vehicleTeams.get(teamId) ?? []),
  ])
  return [...ids].map((id) => {
    const last = lastOf(said.bySubject.get(subjectKey('vehicle', id)) ?? [])
    return {
      id,
      name: library.vehicles.get(id)?.name ?? planned.get(id) ?? said.names.get(subjectKey('vehicle', id)) ?? id,
      state: last?.state ?? 'following',
      heard: last === null ? null : shownWord(last),
    }
  })
}

/** The latest stated word, field before desk. */
function lastOf(words: readonly Word[]): Word | null {
  const ordered = sortedBy(words, ({ atS, isField, index }) => [isField ? 1 : 0, atS, index])
  return ordered.at(-1) ?? null
}
