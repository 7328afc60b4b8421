import type { EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import type { Finding } from '../../domain/reason.ts'
import type { IncidentType } from '../../domain/taxonomy.ts'
import type { TravelService } from '../graph/travel.ts'
import { makeFinding } from '../reason.ts'
import type { PlanningProblem, StageResult, StageValues } from '../problem.ts'
import { markCutOff } from '../cut-off/mark-cut-off.ts'
import { addReportedPeople } from '../evacuation/add-reported-people.ts'
import { disperseCrowd } from '../evacuation/disperse-crowd.ts'
import type { EvacuationDraft } from '../evacuation/evacuation-draft.ts'
import { evacuateBuilding } from '../evacuation/evacuate-building.ts'
import { evacuateForest } from '../evacuation/evacuate-forest.ts'
import { evacuateInside, hasInside, joinEvacuations } from '../evacuation/evacuate-inside.ts'
import { evacuatePlant } from '../evacuation/evacuate-plant.ts'
import { evacuateZones } from '../evacuation/evacuate-zones.ts'
import { shelterHomeless } from '../evacuation/shelter-homeless.ts'
import { transferPeople } from '../evacuation/transfer-people.ts'
import { isUnlisted } from '../evacuation/unlisted-people.ts'
import { dangerousZones, hazmatZones } from '../evacuation/zone-people.ts'

type Previous = Pick<StageValues, 'facts' | 'zones'> & { readonly travel: TravelService }

const TRANSFER_TYPES: ReadonlySet<IncidentType> = new Set<IncidentType>([
  'typhoon',
  'flood',
  'storm_surge',
  'geo_hazard',
])
const BUILDING_TYPES: ReadonlySet<IncidentType> = new Set<IncidentType>(['fire_highrise', 'fire_building'])

/** Who leaves, who stays and who is moved to a shelter, with both clocks, people in charge and pick-up points. */
export function planEvacuation(problem: PlanningProblem, previous: Previous): StageResult<EvacuationPlan> {
  const { whyChanged, ...plan } = choose(problem, previous)
  const value = markCutOff(problem, previous.facts, plan)
  const short = value.shortfalls
    .filter((shortfall) => !isUnlisted(shortfall.fromId))
    .reduce((sum, shortfall) => sum + shortfall.people, 0)
  return {
    value,
    ...(whyChanged === undefined ? {} : { whyChanged }),
    read: [
      'populationPoints',
      'areas',
      'plants',
      'targets',
      'shelters',
      'carriers',
      'riskAreas',
      'rosters',
      'people',
      'incident.unavailable',
      'incident.typhoon',
      'incident.weather.forecast',
      'incident.closures',
      'incident.cutOffTowns',
      'incident.trappedList',
      'incident.building',
      'facts.type',
      'facts.scene',
      'facts.wind',
      'facts.night',
      'facts.sunsetS',
      'facts.hazmat',
      'facts.facts.affected',
      'facts.facts.tunnelLengthM',
      'zones',
    ],
    notes: [value.note],
    findings: [
      ...(short > 0
        ? [
            makeFinding('evacuation-short', 'warn', 'handlingPlan.evacuation.shortfalls', {
              people: short,
              rows: value.shortfalls.length,
            }),
          ]
        : []),
      ...galeFindings(problem, previous.facts, value),
    ],
  }
}

/** Wind of force 8 that blows already while people are to be driven: whether to move at all is put to the commander. */
function galeFindings(
  { parameters }: PlanningProblem,
  facts: Previous['facts'],
  { assignments }: EvacuationPlan,
): Finding[] {
  const limitMs = parameters.evacuation.galeMs.value
  const windMs = facts.wind.speedMs ?? 0
  const driven = assignments.filter(({ mode, means }) => mode === 'transfer' && means !== 'walk')
  if (windMs < limitMs || driven.length === 0) return []
  const people = driven.reduce((sum, row) => sum + row.people, 0)
  return [makeFinding('transfer-in-gale', 'warn', 'handlingPlan.evacuation.assignments', { windMs, limitMs, people })]
}

function choose(problem: PlanningProblem, { facts, zones, travel }: Previous): EvacuationDraft {
  const ofHazmat = hazmatZones(zones)
  if (facts.hazmat !== null && ofHazmat.length > 0) {
    const cloud = evacuateZones(problem, facts, ofHazmat, { withCloud: true })
    return hasInside(facts.type) ? joinEvacuations(evacuateInside(problem, facts), cloud) : cloud
  }
  if (hasInside(facts.type)) return evacuateInside(problem, facts)
  if (TRANSFER_TYPES.has(facts.type)) return addReportedPeople(transferPeople(problem, facts, travel), facts)
  if (facts.type === 'earthquake') return shelterHomeless(problem, facts, travel) ?? nobodyMoves(facts)
  if (facts.type === 'mass_gathering') return disperseCrowd(problem, facts)
  if (facts.type === 'maritime') return nobodyMoves(facts)
  if (facts.type === 'forest_fire') return evacuateForest(problem, facts, dangerousZones(zones))
  if (BUILDING_TYPES.has(facts.type)) return evacuateBuilding(problem, facts, dangerousZones(zones))
  const dangerous = dangerousZones(zones)
  if (facts.type === 'fire_industrial') return evacuatePlant(problem, facts, dangerous)
  if (dangerous.length > 0) {
    const plan = evacuateZones(problem, facts, dangerous, { withCloud: false })
    return facts.type === 'environment' ? addReportedPeople(plan, facts) : plan
  }
  return nobodyMoves(facts)
}

function nobodyMoves(facts: Pick<StageValues['facts'], 'type'>): EvacuationPlan {
  return {
    population: [],
    assignments: [],
    shortfalls: [],
    note: NO_ZONE_NOTES[facts.type] ?? '本类事件没有划定危险区，无需成片疏散；现场指挥官可按临机处置权随时组织疏散。',
  }
}

/** Why nobody is moved as a matter of course. */
const NO_ZONE_NOTES: Partial<Record<IncidentType, string>> = {
  waterlogging: '内涝不成片转移：受淹地下空间和一层住户由属地逐户通知，避灾点待命；受困人数报来后列入。',
  earthquake: '震后先开放空旷场地，建筑未经安全鉴定不得作为避灾点；转移人数以属地核报为准。',
  power_outage: '停电事件没有统一疏散区；依靠设备维持生命的居家病人、电梯被困者逐一核对转移。',
  water_supply: '供水中断无需疏散，按户送水并保障医院、学校。',
  public_health: '不作成片疏散；隔离与转运由卫健部门按疾控意见执行。',
  gas_supply: '供气中断不成片疏散：停气片区按户检查，查出漏气的楼栋即按泄漏疏散。',
  maritime: '水上人员由海事、搜救力量转移，岸上无成片疏散。',
}
