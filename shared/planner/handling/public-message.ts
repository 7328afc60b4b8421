import type { HandlingChapter } from '../../domain/handling-chapter.ts'
import type { EvacuationAssignment, EvacuationPlan, HandlingPlan } from '../../domain/plan/handling-plan.ts'
import { sortedBy } from '../../kernel/order.ts'
import { isTrue } from '../formula/evaluate-formula.ts'
import { factScope } from '../formula/fact-scope.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { buildingClauses } from './building-clauses.ts'
import { cutText, textLength } from './cut-text.ts'
import { fillText, type PlanTexts } from './fill-text.ts'
import { moveClauses, spokenName } from './move-clauses.ts'

/** Longest text read out in 30 seconds: four characters a second. */
export const MESSAGE_LENGTH = 120

const NAMED_PLACES = 3
const NAMED_TOWNS = 5
const NAME_LENGTH = 12

/** What the notice is made from. */
interface MessageInput {
  readonly problem: PlanningProblem
  readonly facts: FactSheet
  readonly evacuation: EvacuationPlan
  readonly texts: PlanTexts
}

/**
 * The notice for the public: area, villages, channels and a text that can be read out within 30 seconds. Who stays and
 * who leaves comes from the evacuation rows. Issued only by the administrative headquarters.
 */
export function publicMessage(
  template: HandlingChapter | undefined,
  { problem, facts, evacuation, texts }: MessageInput,
): HandlingPlan['publicMessage'] {
  const villages = placeNames(problem, evacuation)
  const area = facts.town ?? texts['place'] ?? ''
  const named = villages.length === 0 ? area : namedText(problem, evacuation, villages)
  const frame = frameOf(template, facts)
  const spoken = { ...texts, area: named, moves: '' }
  const room = MESSAGE_LENGTH - 1 - textLength(fillText(frame, spoken))
  const moves = movesText({ problem, facts, evacuation, texts }, room)
  return {
    area,
    villages: villages.length > 0 ? villages : [area],
    channels: template?.publicMessage.channels ?? ['应急广播', '短信', '街道微信群'],
    text: cutText(fillText(frame, { ...spoken, moves }), MESSAGE_LENGTH - 1),
  }
}

/** A leak and a supply cut of the same type need different words: the first variant that holds, else the plain text. */
function frameOf(template: HandlingChapter | undefined, facts: FactSheet): string {
  if (template === undefined) return DEFAULT_TEXT
  const { text, variants } = template.publicMessage
  const scope = factScope(facts)
  return variants?.find((variant) => isTrue(variant.when, scope))?.text ?? text
}

const DEFAULT_TEXT = '{place}发生{type}。请{area}群众听从现场指挥，远离事发地，不信谣、不传谣，遇险拨打119、120。'

const BUILDING_TYPES: ReadonlySet<string> = new Set(['fire_highrise', 'fire_building'])

/** The orders by group; without any row what everybody near must know. */
function movesText(input: MessageInput, room: number): string {
  const { problem, facts, evacuation, texts } = input
  if (BUILDING_TYPES.has(facts.type)) return buildingClauses(facts, evacuation, room)
  const streets = streetClause(input)
  const villages = villagesById(problem)
  const towns = townsById(problem)
  const byTown = TRANSFER_MODE.has(facts.type) && evacuation.population.length > MANY_PLACES
  const namesOf = (row: EvacuationAssignment): string[] => {
    const town = towns.get(row.fromId) ?? ''
    return [byTown && town !== '' ? town : spokenName(villages.get(row.fromId) || row.fromName)]
  }
  const grouped = groupedIds(evacuation)
  const single = { ...evacuation, assignments: evacuation.assignments.filter((row) => !grouped.has(row.fromId)) }
  const short = shortText(facts, texts, streets !== '')
  const clauses = moveClauses({ facts, evacuation: single, namesOf, short, room: room - textLength(streets) })
  const text = `${clauses}${streets}`
  return text === '' ? cutText(noRowText(facts, texts), room) : text
}

/** From this many places on a transfer is told by street. */
const MANY_PLACES = 12
const TRANSFER_MODE: ReadonlySet<string> = new Set(['typhoon', 'flood', 'storm_surge', 'geo_hazard'])

function groupedIds(evacuation: EvacuationPlan): ReadonlySet<string> {
  return new Set(evacuation.population.filter((row) => row.places !== undefined).map((row) => row.id))
}

/**
 * Too many places to name: the streets are told what everybody does at once, and that those who leave are called out by
 * their village. True for stay and leave alike, so that nobody hears an order meant for somebody else.
 */
function streetClause({ problem, facts, evacuation }: MessageInput): string {
  const grouped = groupedIds(evacuation)
  const rows = evacuation.assignments.filter((row) => grouped.has(row.fromId))
  if (rows.length === 0) return ''
  const towns = townsById(problem)
  const inside = evacuation.population.flatMap((row) => row.places ?? [])
  const listed = inside.map((place) => towns.get(place.id) ?? '')
  const unlisted = (evacuation.unlisted ?? []).filter(({ people }) => people > 0).map(({ town }) => town)
  const all = [...new Set([...listed, ...unlisted])].filter((town) => town !== '')
  const names = sortedBy(all, (town) => [town === facts.town ? 0 : 1, town])
  const shown = `${names.slice(0, NAMED_TOWNS).join('、')}${names.length > NAMED_TOWNS ? '等街道' : ''}`
  const leave = rows.some((row) => row.mode === 'evacuate')
  if (facts.hazmat?.toxic !== true) return `${shown}：熄火断电，按村社通知的方向立即步行离开。`
  const later = leave ? '；接到村社通知再湿毛巾捂口鼻、按指引步行离开' : ''
  return `${shown}：先留在屋内，关严门窗、空调${later}。`
}

/** For lists too long to be named; with a clause for the streets only the circle around the scene is left to say. */
function shortText({ hazmat }: FactSheet, texts: PlanTexts, hasStreets: boolean): string {
  const near = `现场${texts['isolation'] ?? '附近'}内立即步行离开`
  if (hasStreets) return `${near}。`
  if (hazmat?.toxic === true) return `${near}；其余先关窗留在屋内，接到村社通知再走。`
  return hazmat === null ? '请按村社干部通知的方向立即撤离。' : '熄火断电，不开车，按村社指引立即步行离开。'
}

function noRowText({ hazmat, type }: FactSheet, texts: PlanTexts): string {
  const near = `现场${texts['isolation'] ?? '附近'}内人员立即步行离开`
  if (hazmat?.toxic === true)
    return `${near}；${texts['protectiveSide'] ?? '四周'}群众留在屋内，关严门窗、空调，不动火。`
  if (hazmat !== null) return `${near}，熄火断电，不要开车。`
  return type === 'forest_fire' ? '山上和山边人员立即下山，避开火头和浓烟方向。' : '请听村社干部通知。'
}

function townsById({ dataset }: PlanningProblem): ReadonlyMap<string, string> {
  return new Map([...dataset.populationPoints, ...dataset.plants, ...dataset.targets].map((row) => [row.id, row.town]))
}

function villagesById({ dataset }: PlanningProblem): ReadonlyMap<string, string> {
  return new Map(dataset.populationPoints.map((row) => [row.id, row.extras?.['village'] ?? '']))
}

interface NamedPlace {
  readonly id: string
  readonly name: string
}

/** Village of each place where the data set names one, else the place itself; people inside a burning building, a tunnel or a mine have no village. */
function placeNames(problem: PlanningProblem, evacuation: EvacuationPlan): string[] {
  const villages = villagesById(problem)
  const names = evacuation.population
    .filter((place) => !place.id.startsWith('trapped-') && place.id !== 'inside')
    .flatMap((place): NamedPlace[] => place.places ?? [place])
    .map((place) => villages.get(place.id) || spokenName(place.name))
  return [...new Set(names)]
}

/** Up to three places by name; more are called by their streets, so that the text stays short. */
function namedText(problem: PlanningProblem, evacuation: EvacuationPlan, villages: readonly string[]): string {
  if (villages.length <= NAMED_PLACES) return villages.map((name) => cutText(name, NAME_LENGTH)).join('、')
  const towns = townsById(problem)
  const places = evacuation.population.flatMap((place): NamedPlace[] => place.places ?? [place])
  const affected = [...new Set(places.map((place) => towns.get(place.id) ?? '').filter((town) => town !== ''))].sort()
  const shown = affected.slice(0, NAMED_TOWNS).join('、')
  return `${shown}${affected.length > NAMED_TOWNS ? '等街道' : ''}共${villages.length}个村社和单位`
}
