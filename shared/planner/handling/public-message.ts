import type { HandlingPlanTemplate } from '../../domain/handling-library.ts'
import type { EvacuationPlan, HandlingPlan } from '../../domain/plan/handling-plan.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { cutText } from './cut-text.ts'
import { fillText, type PlanTexts } from './fill-text.ts'

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

/** The notice for the public: area, villages, channels and a text that can be read out within 30 seconds. Issued only by the administrative headquarters. */
export function publicMessage(
  template: HandlingPlanTemplate | undefined,
  { problem, facts, evacuation, texts }: MessageInput,
): HandlingPlan['publicMessage'] {
  const villages = placeNames(problem, evacuation)
  const area = facts.town ?? texts['place'] ?? ''
  const named = villages.length === 0 ? area : namedText(problem, evacuation, villages)
  const words = fillText(template?.publicMessage.text ?? DEFAULT_TEXT, { ...texts, area: named })
  return {
    area,
    villages: villages.length > 0 ? villages : [area],
    channels: template?.publicMessage.channels ?? ['应急广播', '短信', '街道微信群'],
    text: cutText(words, MESSAGE_LENGTH),
  }
}

const DEFAULT_TEXT = '{place}发生{type}。请{area}群众听从现场指挥，远离事发地，不信谣、不传谣，遇险拨打119、120。'

/** Village of each place where the data set names one, else the place itself; people inside a burning building have no village. */
function placeNames(problem: PlanningProblem, evacuation: EvacuationPlan): string[] {
  const villages = new Map(problem.dataset.populationPoints.map((row) => [row.id, row.extras?.['village'] ?? '']))
  const names = evacuation.population
    .filter((place) => !place.id.startsWith('trapped-'))
    .map((place) => villages.get(place.id) || place.name)
  return [...new Set(names)]
}

/** Up to three places by name; more are called by their streets, so that the text stays short. */
function namedText(problem: PlanningProblem, evacuation: EvacuationPlan, villages: readonly string[]): string {
  if (villages.length <= NAMED_PLACES) return villages.map((name) => cutText(name, NAME_LENGTH)).join('、')
  const { populationPoints, plants, targets } = problem.dataset
  const towns = new Map([...populationPoints, ...plants, ...targets].map((row) => [row.id, row.town]))
  const affected = [
    ...new Set(evacuation.population.map((place) => towns.get(place.id) ?? '').filter((town) => town !== '')),
  ].sort()
  const shown = affected.slice(0, NAMED_TOWNS).join('、')
  return `${shown}${affected.length > NAMED_TOWNS ? '等街道' : ''}共${villages.length}个村社和单位`
}
