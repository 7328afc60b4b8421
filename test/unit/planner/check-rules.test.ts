import { describe, expect, it } from 'vitest'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { Incident } from '#shared/domain/incident.ts'
import { destinationOf } from '#shared/kernel/geo.ts'
import { checkPlan } from '#shared/planner/check-plan.ts'
import { checkFindings } from '#shared/text/findings/check-findings.ts'
import { forceFindings } from '#shared/text/findings/force-findings.ts'
import { beilun, exampleProblem, planExample } from '../../scenarios/scenario-plan.ts'

const ROAD = 'ammonia-tanker-road'
const CHLORINE = 'chlorine-plant-night'
const TYPHOON = 'typhoon-transfer'

/** An edit that breaks one rule, and its twin: the nearest edit that does not. */
interface RuleCase {
  readonly rule: string
  readonly example?: string
  readonly incident?: (incident: Incident) => Incident
  readonly breaks: (plan: DispatchPlan) => void
  readonly keeps: (plan: DispatchPlan) => void
}

const made = new Map<string, DispatchPlan>()

function codesAfter(
  { example = ROAD, incident }: RuleCase,
  rule: string,
  edit: (plan: DispatchPlan) => void,
): string[] {
  const key = incident === undefined ? example : `${example} ${rule}`
  const known = made.get(key) ?? planExample(example, incident)
  made.set(key, known)
  const plan = structuredClone(known)
  edit(plan)
  return checkPlan(plan, exampleProblem(example)).map(({ code }) => code)
}

function first<T>(list: readonly T[], fits: (entry: T) => boolean = () => true): T {
  const found = list.find(fits)
  if (found === undefined) throw new Error('the example plan has nothing to edit here')
  return found
}

const staging = (plan: DispatchPlan): DispatchPlan['movementPlan']['stagingAreas'][number] =>
  first(plan.movementPlan.stagingAreas, ({ kind }) => kind === 'staging')

/** Moves the waiting place and writes its true figures, so that only the place itself is judged. */
function moveStaging(plan: DispatchPlan, bearing: number, metres: number): void {
  const { windFromDeg } = plan.incident.weather ?? {}
  const off = Math.abs(((bearing - (windFromDeg ?? 0) + 540) % 360) - 180)
  Object.assign(staging(plan), {
    location: destinationOf(plan.incident.location, bearing, metres),
    bearingFromIncidentDeg: bearing,
    distanceM: metres,
    offUpwindDeg: Math.round(off),
  })
}

const without = (code: string) => (plan: DispatchPlan) => {
  plan.handlingPlan.mustNot = plan.handlingPlan.mustNot.filter((entry) => entry.code !== code)
}
const reworded = (code: string) => (plan: DispatchPlan) => {
  first(plan.handlingPlan.mustNot, (entry) => entry.code === code).text += '（已传达）'
}
const unknownSubstance = (incident: Incident): Incident => ({ ...incident, hazmat: { ...incident.hazmat, un: null } })
const burningGas = (incident: Incident): Incident => ({
  ...incident,
  hazmat: { un: '1972', container: 'fixedTank', quantityT: 50, spill: 'large', onFire: true },
})
const manyThreatened = (incident: Incident): Incident => ({
  ...incident,
  facts: { ...incident.facts, peopleAtRisk: 12 },
})
const forecast = (windFromDeg: number) => (plan: DispatchPlan) => {
  plan.incident.weather = {
    ...plan.incident.weather,
    forecast: [{ at: '2026-07-14T18:00:00+08:00', windFromDeg, windSpeedMs: 4 }],
  }
}

const HAZMAT_RULES: readonly RuleCase[] = [
  { rule: 'HZ1', breaks: (plan) => moveStaging(plan, 225, 1500), keeps: (plan) => moveStaging(plan, 45, 1500) },
  { rule: 'HZ2', breaks: without('HZ2'), keeps: reworded('HZ2') },
  {
    rule: 'HZ3',
    breaks: (plan) => {
      first(plan.movementPlan.convoy).spacingM = 19
    },
    keeps: (plan) => {
      first(plan.movementPlan.convoy).spacingM = 20
    },
  },
  { rule: 'HZ4', breaks: without('HZ4'), keeps: reworded('HZ4') },
  {
    rule: 'HZ5',
    breaks: (plan) => {
      for (const line of plan.forcePlan.assignments) line.personnel = Math.min(line.personnel, 2)
    },
    keeps: (plan) => {
      for (const line of plan.forcePlan.assignments) line.personnel = Math.max(line.personnel, 3)
    },
  },
  { rule: 'HZ6', example: CHLORINE, incident: burningGas, breaks: without('HZ6'), keeps: reworded('HZ6') },
  { rule: 'HZ7', example: CHLORINE, incident: burningGas, breaks: without('HZ7'), keeps: reworded('HZ7') },
  { rule: 'HZ8', example: CHLORINE, incident: burningGas, breaks: without('HZ8'), keeps: reworded('HZ8') },
  { rule: 'HZ9', example: CHLORINE, incident: burningGas, breaks: without('HZ9'), keeps: reworded('HZ9') },
  { rule: 'HZ11', breaks: without('HZ11'), keeps: reworded('HZ11') },
  {
    rule: 'HZ12',
    example: CHLORINE,
    breaks: (plan) => {
      const line = first(plan.handlingPlan.evacuation.assignments, ({ cloudArrivesS }) => cloudArrivesS !== null)
      Object.assign(line, { mode: 'evacuate', cloudArrivesS: 100, walkOutS: 101 })
    },
    keeps: (plan) => {
      const line = first(plan.handlingPlan.evacuation.assignments, ({ cloudArrivesS }) => cloudArrivesS !== null)
      Object.assign(line, { mode: 'evacuate', cloudArrivesS: 101, walkOutS: 100 })
    },
  },
  { rule: 'HZ13', breaks: (plan) => moveStaging(plan, 45, 100), keeps: (plan) => moveStaging(plan, 45, 1500) },
  { rule: 'HZ14', breaks: forecast(76), keeps: forecast(74) },
  {
    rule: 'HZ15',
    incident: unknownSubstance,
    breaks: (plan) => {
      first(plan.zones, ({ kind }) => kind === 'isolation').radiusM = 50
    },
    keeps: (plan) => {
      first(plan.zones, ({ kind }) => kind === 'isolation').radiusM = 400
    },
  },
]

describe('each rule of dangerous-goods scenes', () => {
  it.each(HAZMAT_RULES.map((each) => [each.rule, each] as const))('%s fires, and its twin does not', (rule, each) => {
    expect(codesAfter(each, rule, each.breaks)).toContain(rule)
    expect(codesAfter(each, rule, each.keeps)).not.toContain(rule)
  })

  it('is either checked here or put to a person as `unchecked`: none of the fifteen is left out', () => {
    const { findings } = planExample(CHLORINE)
    const toPeople = findings.filter(({ code }) => code === 'unchecked').flatMap(({ facts }) => facts['rules'] ?? [])
    const named = new Set<unknown>([...HAZMAT_RULES.map(({ rule }) => rule), ...toPeople])
    expect(Array.from({ length: 15 }, (_, index) => `HZ${index + 1}`).filter((rule) => !named.has(rule))).toEqual([])
    expect(toPeople).toContain('HZ10')
  })
})

const OTHER_RULES: readonly RuleCase[] = [
  {
    rule: 'staging-unknown',
    breaks: (plan) => {
      first(plan.forcePlan.assignments).stagingAreaId = 'staging-9'
    },
    keeps: (plan) => {
      first(plan.forcePlan.assignments).stagingAreaId = staging(plan).id
    },
  },
  {
    rule: 'staging-figures',
    breaks: (plan) => {
      staging(plan).distanceM += 400
    },
    keeps: (plan) => {
      staging(plan).distanceM += 1
    },
  },
  {
    rule: 'vehicle-twice',
    breaks: (plan) => {
      const [one, two] = plan.forcePlan.assignments.filter(({ vehicles }) => vehicles.length > 0)
      if (one && two) two.vehicles = [...two.vehicles, ...structuredClone(one.vehicles.slice(0, 1))]
    },
    keeps: (plan) => {
      plan.forcePlan.assignments.reverse()
    },
  },
  {
    rule: 'route-through-closure',
    breaks: (plan) => {
      const [lng = 0, lat = 0] = first(plan.movementPlan.movements, ({ durationS }) => durationS > 0).geometry
        .coordinates[0] ?? [0, 0]
      plan.incident.closures = [{ lng, lat, radiusM: 20, reason: '积水' }]
    },
    keeps: (plan) => {
      plan.incident.closures = [{ lng: 121.2, lat: 29.2, radiusM: 20, reason: '积水' }]
    },
  },
  {
    rule: 'phone-differs',
    breaks: (plan) => {
      first(first(plan.handlingPlan.phases).actions).assignee.phone = '0574-00000000'
    },
    keeps: (plan) => {
      first(first(plan.handlingPlan.phases).actions).text += '。'
    },
  },
  {
    rule: 'hospital-unknown',
    breaks: (plan) => {
      first(plan.handlingPlan.casualties).hospitalId = 'hospital-of-dreams'
    },
    keeps: (plan) => {
      first(plan.handlingPlan.casualties).patients += 1
    },
  },
  {
    rule: 'carrier-unknown',
    breaks: (plan) => {
      first(plan.handlingPlan.evacuation.assignments).carrierId = 'bus-of-dreams'
    },
    keeps: (plan) => {
      first(plan.handlingPlan.evacuation.assignments).carrierId = first(beilun.carriers).id
    },
  },
  {
    rule: 'volunteer-alone',
    breaks: (plan) => {
      for (const line of plan.forcePlan.assignments) line.teamType = 'SOCIAL'
    },
    keeps: (plan) => {
      for (const line of plan.forcePlan.assignments) line.teamType = 'NFR'
    },
  },
  {
    rule: 'shelter-unknown',
    example: TYPHOON,
    breaks: (plan) => {
      first(plan.handlingPlan.evacuation.assignments).shelterId = 'shelter-of-dreams'
    },
    keeps: (plan) => {
      first(plan.handlingPlan.evacuation.assignments).personInCharge += '（已到岗）'
    },
  },
  {
    rule: 'shelter-unavailable',
    example: TYPHOON,
    breaks: (plan) => {
      const line = first(plan.handlingPlan.evacuation.assignments, ({ shelterId }) => shelterId !== null)
      plan.incident.unavailable = [`shelter:${line.shelterId ?? ''}`]
    },
    keeps: (plan) => {
      plan.incident.unavailable = ['shelter:nowhere']
    },
  },
  {
    // The district store keeps 30 % of its 3200 kg of citric acid: 960 kg.
    rule: 'reserve-broken',
    breaks: (plan) => {
      first(plan.forcePlan.supplies.allocations, ({ itemCode }) => itemCode === 'CITRIC_KG').quantity = 2241
    },
    keeps: (plan) => {
      first(plan.forcePlan.supplies.allocations, ({ itemCode }) => itemCode === 'CITRIC_KG').quantity = 2240
    },
  },
  {
    rule: 'major-jeopardy-unsaid',
    incident: manyThreatened,
    breaks: (plan) => {
      plan.incident.majorJeopardy = false
    },
    keeps: (plan) => {
      plan.incident.majorJeopardy = true
    },
  },
  {
    rule: 'boat-in-gale',
    example: TYPHOON,
    breaks: (plan) => {
      plan.incident.weather = { ...plan.incident.weather, windSpeedMs: 17.2 }
      first(plan.handlingPlan.evacuation.assignments).means = 'boat'
    },
    keeps: (plan) => {
      plan.incident.weather = { ...plan.incident.weather, windSpeedMs: 17.1 }
      first(plan.handlingPlan.evacuation.assignments).means = 'boat'
    },
  },
]

describe('each other rule that had no twin', () => {
  it.each(OTHER_RULES.map((each) => [each.rule, each] as const))('%s fires, and its twin does not', (rule, each) => {
    expect(codesAfter(each, rule, each.breaks)).toContain(rule)
    expect(codesAfter(each, rule, each.keeps)).not.toContain(rule)
  })

  it('has its wording by its id', () => {
    const worded = new Set([...Object.keys(checkFindings), ...Object.keys(forceFindings)])
    expect([...HAZMAT_RULES, ...OTHER_RULES].map(({ rule }) => rule).filter((rule) => !worded.has(rule))).toEqual([])
  })
})

describe('rules about what the library says now', () => {
  const lotId = (plan: DispatchPlan): string => first(plan.forcePlan.supplies.allocations).lotId
  const teamId = (plan: DispatchPlan): string =>
    first(plan.forcePlan.assignments, ({ authority }) => authority !== 'selfDispatched').teamId

  /** Codes found when the library changed under a plan that stayed as it was. */
  function codesWith(change: (plan: DispatchPlan) => Partial<typeof beilun>): string[] {
    const plan = made.get(ROAD) ?? planExample(ROAD)
    const problem = exampleProblem(ROAD)
    return checkPlan(plan, { ...problem, dataset: { ...problem.dataset, ...change(plan) } }).map(({ code }) => code)
  }
  const withLot = (changes: Partial<(typeof beilun.stock)[number]>) => (plan: DispatchPlan) => ({
    stock: beilun.stock.map((lot) => (lot.lotId === lotId(plan) ? { ...lot, ...changes } : lot)),
  })
  const withTeam = (onDuty: number) => (plan: DispatchPlan) => ({
    teams: beilun.teams.map((team) => (team.id === teamId(plan) ? { ...team, onDuty } : team)),
  })

  it('find a lot that expired the day before, not one that lasts to the end of the year', () => {
    expect(codesWith(withLot({ expiresOn: '2026-07-13' }))).toContain('lot-expired')
    expect(codesWith(withLot({ expiresOn: '2026-12-31' }))).not.toContain('lot-expired')
  })

  it('find a lot that waits for its check, not one in store', () => {
    expect(codesWith(withLot({ status: '待检' }))).toContain('lot-not-in-store')
    expect(codesWith(withLot({ status: '在库' }))).not.toContain('lot-not-in-store')
  })

  it('find a team nobody of which is on duty, not one that is fully manned', () => {
    expect(codesWith(withTeam(0))).toContain('team-off-duty')
    expect(codesWith(withTeam(99))).not.toContain('team-off-duty')
  })
})
