import type { Incident, KnownFact } from '../../domain/incident.ts'
import type { Unknown } from '../../domain/plan/dispatch-plan.ts'
import type { IncidentType } from '../../domain/taxonomy.ts'
import { FACT_NAMES } from '../../text/fact-names.ts'
import { PLAN_PART_NAMES } from '../../text/plan-part-names.ts'
import type { FactRange, HazmatSituation, WindFacts } from '../problem.ts'
import { isUnknown } from './fact-ranges.ts'
import { relevantFacts, type PlanPart } from './relevant-facts.ts'

/** Types whose zones, staging or spread hang on the wind. */
const WIND_TYPES: readonly IncidentType[] = [
  'forest_fire',
  'fire_industrial',
  'gas_supply',
  'environment',
  'maritime',
  'port',
  'typhoon',
  'storm_surge',
]
const SIGNAL_TYPES: readonly IncidentType[] = ['flood', 'waterlogging', 'typhoon', 'storm_surge']

interface Known {
  readonly facts: Readonly<Record<KnownFact, FactRange>>
  readonly hazmat: HazmatSituation | null
  readonly wind: WindFacts
}

/** What is not known and would change the plan; only facts that matter for this type of incident. */
export function listUnknowns(incident: Incident, known: Known): Unknown[] {
  const facts = relevantFacts(incident.type)
    .filter((entry) => isUnknown(known.facts[entry.fact]) && !isCoveredByOther(entry.fact, known.facts))
    .map((entry) => unknownOf(`facts.${entry.fact}`, FACT_NAMES[entry.fact], entry.parts))
  return [...hazmatUnknowns(incident, known.hazmat), ...weatherUnknowns(incident, known), ...facts]
}

/** The burnt area answers the question for the forest fire until the damaged area has been surveyed, not the other way round. */
function isCoveredByOther(fact: KnownFact, facts: Readonly<Record<KnownFact, FactRange>>): boolean {
  return fact === 'burntAreaHa' && !isUnknown(facts.damagedForestHa)
}

function hazmatUnknowns(incident: Incident, hazmat: HazmatSituation | null): Unknown[] {
  if (hazmat === null) return []
  const given = incident.hazmat
  const open: (Unknown | null)[] = [
    isOpen(given?.un)
      ? unknownOf('hazmat.un', '危险品种类（UN 编号）', ['zones', 'force', 'evacuation', 'handling'])
      : null,
    hazmat.un === null && isOpen(given?.vessel)
      ? unknownOf('hazmat.vessel', '容器是否为承压罐', ['zones', 'movement'])
      : null,
    isOpen(given?.container) ? unknownOf('hazmat.container', '容器类型', ['zones']) : null,
    isOpen(given?.spill) ? unknownOf('hazmat.spill', '泄漏规模', ['zones', 'alarm', 'force']) : null,
    isOpen(given?.onFire) ? unknownOf('hazmat.onFire', '是否着火', ['zones', 'force', 'handling']) : null,
    isOpen(given?.quantityT) ? unknownOf('hazmat.quantityT', '载有量（吨）', ['force', 'handling']) : null,
  ]
  return open.filter((entry) => entry !== null)
}

function weatherUnknowns({ type, weather }: Incident, { hazmat, wind }: Known): Unknown[] {
  const windMatters = hazmat !== null || WIND_TYPES.includes(type)
  const open: (Unknown | null)[] = [
    windMatters && wind.fromDeg === null
      ? unknownOf('weather.windFromDeg', '风向', ['zones', 'movement', 'evacuation'])
      : null,
    windMatters && wind.speedMs === null
      ? unknownOf('weather.windSpeedMs', '风速', ['zones', 'movement', 'evacuation'])
      : null,
    SIGNAL_TYPES.includes(type) && isOpen(weather?.signal)
      ? unknownOf('weather.signal', '预警信号', ['response'])
      : null,
  ]
  return open.filter((entry) => entry !== null)
}

function isOpen(value: unknown): boolean {
  return value === undefined || value === null || value === 'unknown'
}

function unknownOf(fact: string, name: string, parts: readonly PlanPart[]): Unknown {
  return { fact, name, wouldChange: parts.map((part) => PLAN_PART_NAMES[part]) }
}
