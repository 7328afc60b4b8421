import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import type { EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import type { MovementPlan } from '../../domain/plan/movement-plan.ts'
import { distanceToPolygonM } from '../../kernel/geo.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { compassWord } from '../people/compass.ts'
import type { HandlingTexts } from './text-names.ts'
import { allRoundRadiusM } from '../rules/hard/road-cordon.ts'
import { roadSignTexts } from './road-sign-texts.ts'
import { sceneTexts } from './scene-texts.ts'

/** Texts known once zones, staging and evacuation stand. What does not exist reads in words, never as 0. */
export function planTexts(
  problem: PlanningProblem,
  facts: FactSheet,
  plans: { readonly zones: readonly Zone[]; readonly movement: MovementPlan; readonly evacuation: EvacuationPlan },
): HandlingTexts {
  const { zones, movement, evacuation } = plans
  const zone = (kind: Zone['kind']): Zone | undefined => zones.find((candidate) => candidate.kind === kind)
  const protective = zone('protective')
  const protectiveM = protective?.lengthM ?? protective?.radiusM
  const fireM = zone('fireIsolation')?.radiusM
  const isFireWidest = fireM !== undefined && fireM > (zone('isolation')?.radiusM ?? 0)
  const isBeyondFire = protectiveM !== undefined && protectiveM > (fireM ?? 0)
  const leaving = evacuation.assignments.filter((row) => row.mode !== 'shelterInPlace')
  const staying = evacuation.assignments.filter((row) => row.mode === 'shelterInPlace')
  return {
    ...sceneTexts(problem, facts),
    ...roadSignTexts(problem.parameters.staging, facts, allRoundRadiusM(zones)),
    isolation: isFireWidest
      ? `${metresText(fireM, '')}${facts.hazmat?.onFire === true ? '（着火，防爆炸）' : ''}`
      : metresText(zone('isolation')?.radiusM, '100米（未划定，先按此警戒）'),
    protective: metresText(isFireWidest && !isBeyondFire ? fireM : protectiveM, '下风向范围待定'),
    protectiveSide:
      protective?.bearingDeg === undefined || (isFireWidest && !isBeyondFire)
        ? '四周'
        : `${compassWord(protective.bearingDeg)}方向`,
    protectWords:
      isFireWidest && !isBeyondFire
        ? '范围内人员全部撤出'
        : protective === undefined
          ? '下风向范围待测风、辨明物质后再划'
          : `${protective.bearingDeg === undefined ? '四周' : `${compassWord(protective.bearingDeg)}方向`}${metresText(protective.lengthM ?? protective.radiusM, '')}内警戒，按清单疏散或就地防护`,
    fireIsolation: metresText(zone('fireIsolation')?.radiusM, '着火时按罐体着火距离'),
    cordon: metresText(zone('cordon')?.radiusM ?? zone('collapse')?.radiusM, '警戒范围由现场指挥官划定'),
    staging: stagingText(movement, 'staging', '现场指挥官指定处（暂无合规集结点）'),
    commandPost: stagingText(movement, 'commandPost', '上风安全处，由现场指挥官指定'),
    streets: streetsNear(problem, facts, zones),
    people: peopleText(evacuation.population),
    leaving: peopleText(leaving),
    staying: peopleText(staying),
    moveCounts: moveCounts(leaving, staying),
    shelters: sheltersText(evacuation),
    doneBy: latestDone(evacuation),
    advice: adviceText(facts),
  }
}

/** Streets whose area the danger may reach: within its length plus a kilometre, at least two kilometres. */
function streetsNear(problem: PlanningProblem, facts: FactSheet, zones: readonly Zone[]): string {
  const reachM = Math.max(2000, 1000 + Math.max(0, ...zones.map((zone) => zone.lengthM ?? zone.radiusM ?? 0)))
  const near = problem.dataset.areas
    .filter((area) => area.level === 'town')
    .filter((area) =>
      area.polygons.some((rings) => distanceToPolygonM(facts.scene, { type: 'Polygon', coordinates: rings }) <= reachM),
    )
    .map((area) => area.name)
  const others = [...new Set(near)].filter((name) => name !== facts.town).sort()
  return [...(facts.town === null ? [] : [facts.town]), ...others].join('、') || '事发地街道'
}

function metresText(metres: number | undefined, otherwise: string): string {
  if (metres === undefined) return otherwise
  return metres >= 1000 ? `${Math.round(metres / 100) / 10}公里` : `${Math.round(metres)}米`
}

function stagingText(
  movement: MovementPlan,
  kind: MovementPlan['stagingAreas'][number]['kind'],
  otherwise: string,
): string {
  const names = movement.stagingAreas.filter((area) => area.kind === kind).map((area) => area.name)
  if (names.length === 0) return otherwise
  return names.length <= 2 ? names.join('、') : `${names.slice(0, 2).join('、')}等${names.length}处`
}

function peopleText(rows: readonly { readonly people: number }[]): string {
  const people = rows.reduce((sum, row) => sum + row.people, 0)
  return rows.length === 0 ? '名单内无人' : `${people}人`
}

/** How many leave and how many stay, only what there is. */
function moveCounts(
  leaving: readonly { readonly people: number }[],
  staying: readonly { readonly people: number }[],
): string {
  const parts = [
    ...(leaving.length === 0 ? [] : [`撤出${peopleText(leaving)}（步行出区，客车只在区外接应）`]),
    ...(staying.length === 0 ? [] : [`就地关窗防护${peopleText(staying)}`]),
  ]
  return parts.length === 0 ? '清单内无登记人员，仍须沿区界喊话核对' : parts.join('，')
}

function sheltersText(evacuation: EvacuationPlan): string {
  const ids = new Set(evacuation.assignments.flatMap((row) => (row.shelterId === null ? [] : [row.shelterId])))
  return ids.size === 0 ? '避灾点待定' : `${ids.size}处避灾点`
}

/** What those do who cannot get out in time: indoors for toxic gas, never for a flammable one. */
function adviceText({ hazmat }: FactSheet): string {
  if (hazmat !== null && !hazmat.toxic) return '不要用火、不要开关电器、不要发动车辆'
  return '来不及走的进屋，关好门窗和空调'
}

function latestDone(evacuation: EvacuationPlan): string {
  const done = evacuation.assignments.map((row) => row.doneBy).sort()
  return done.at(-1)?.slice(11, 16) ?? '时限待定'
}
