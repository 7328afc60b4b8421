import type { FactRange, FactSheet, PlanningProblem } from '../problem.ts'
import { formatInstant, parseInstant } from '../../kernel/instant.ts'
import { guideDistances } from '../hazmat/guide.ts'
import { compassWord } from '../people/compass.ts'
import { TYPE_NAMES } from '../people/type-names.ts'
import { recordTexts } from './record-texts.ts'
import { roadSignTexts } from './road-sign-texts.ts'
import { transferTexts } from './transfer-texts.ts'
import { cutText } from './cut-text.ts'
import type { SceneTexts } from './text-names.ts'

const PLACE_LENGTH = 24
const SUBSTANCE_LENGTH = 8

/** Texts known before anything is solved: place, substance, wind, people trapped. Unknown values read 待核 or 不明, never 0. */
export function sceneTexts(problem: PlanningProblem, facts: FactSheet): SceneTexts {
  const { hazmat, wind } = facts
  const from = wind.usable && wind.fromDeg !== null ? wind.fromDeg : null
  const fireM = fireDistanceM(problem, facts)
  return {
    type: TYPE_NAMES[facts.type],
    place: placeOf(problem, facts),
    town: facts.town ?? '事发地',
    substance: cutText(
      spokenSubstance(hazmat?.substance?.nameZh) ?? (hazmat === null ? '' : '不明物质'),
      SUBSTANCE_LENGTH,
    ),
    release: hazmat?.onFire === true ? '着火' : '泄漏',
    outside: fireM === 0 ? '区外' : `${fireM}米外`,
    quantity: hazmat?.quantityT === null || hazmat === null ? '数量待核' : `${hazmat.quantityT}吨`,
    windFrom: from === null ? '风向不明' : `${compassWord(from)}风`,
    upwind: from === null ? '高处、两侧' : `${compassWord(from)}侧上风`,
    downwind: from === null ? unknownDownwind(facts) : `${compassWord(from + 180)}侧下风`,
    approach: from === null ? unknownApproach(facts) : `从${compassWord(from)}侧上风方向接近`,
    trapped: countText(facts.facts.trapped, '人'),
    injured: countText(facts.facts.injured, '人'),
    missing: countText(facts.facts.missing, '人'),
    fireFloor: countText(facts.facts.fireFloor, '层', '楼层待核'),
    height: countText(facts.facts.buildingHeightM, '米', '高度待核'),
    magnitude: countText(facts.facts.magnitude, '级', '震级待核'),
    collapsed: countText(facts.facts.collapsedBuildings, '栋', '栋数待核'),
    floodedPoints: countText(facts.facts.floodedPoints, '处', '处数待核'),
    households: countText(facts.facts.householdsOut, '户', '户数待核'),
    poisoned: countText(facts.facts.poisoned, '人'),
    landfall: clockText(problem.incident.typhoon?.landfallAt, facts),
    gale: clockText(problem.incident.typhoon?.galeFromAt, facts),
    ...transferTexts(problem, facts),
    ...recordTexts(problem, facts),
    ...roadSignTexts(problem.parameters.staging, facts, fireM),
    dusk: facts.sunsetS === null ? '日落时刻待核' : clockOf(facts.sunsetS, facts.offsetMin),
  }
}

/** How far from a burning vessel everybody stays by its guide, metres; 0 when nothing burns or no distance is given. */
function fireDistanceM({ parameters }: PlanningProblem, { hazmat }: FactSheet): number {
  return hazmat?.onFire === true ? (guideDistances(parameters.zones, hazmat.guide).tankInFireM ?? 0) : 0
}

/** The name without qualifiers such as "stabilised": short enough for the radio. */
function spokenSubstance(name: string | undefined): string | undefined {
  return name?.split(/[,，（(]/)[0]
}

/** Without a usable wind: up the slope for a gas, but never up the slope for a fire on a hill. */
function unknownApproach({ type }: FactSheet): string {
  return type === 'forest_fire' ? '风向不明，先停山脚公路看清火头' : '风向不明，从高处接近并先测风'
}

function unknownDownwind({ type }: FactSheet): string {
  return type === 'forest_fire' ? '风向不明，以火线推进方向为准' : '低洼和可能的下风'
}

/** Local clock time `HH:MM`. */
export function clockOf(epochS: number, offsetMin: number): string {
  return formatInstant(epochS, offsetMin).slice(11, 16)
}

function clockText(moment: string | null | undefined, facts: FactSheet): string {
  const instant = moment === null || moment === undefined ? null : parseInstant(moment)
  return instant === null ? '时间待核' : clockOf(instant.epochS, facts.offsetMin)
}

function countText(range: FactRange, unit: string, unknown = '人数待核'): string {
  const { min, max } = range
  if (min === null && max === null) return unknown
  if (min !== null && max !== null) return min === max ? `${min}${unit}` : `${min}至${max}${unit}`
  return min === null ? `不超过${max ?? ''}${unit}` : `至少${min}${unit}`
}

function placeOf(problem: PlanningProblem, facts: FactSheet): string {
  const address = (problem.incident.location.address ?? '').trim()
  if (address !== '') return cutText(address, PLACE_LENGTH)
  return facts.town === null ? `${facts.scene.lng.toFixed(3)},${facts.scene.lat.toFixed(3)}` : `${facts.town}内`
}
