import { describe, expect, it } from 'vitest'
import { INCIDENT_TYPES, type IncidentType } from '#shared/domain/taxonomy.ts'
import type { Demand } from '#shared/domain/plan/force-plan.ts'
import { demandScope } from '#shared/planner/demand/demand-scope.ts'
import { evaluateFormula, inputsOf, isTrue } from '#shared/planner/formula/evaluate-formula.ts'
import { deriveDemand } from '#shared/planner/stages/derive-demand.ts'
import { drawZones } from '#shared/planner/stages/draw-zones.ts'
import { LIBRARY } from '#test/builders/care-builders.ts'
import {
  aSituation,
  aSituationDataset,
  anIncident,
  factsOf,
  gradingOf,
  matchedOf,
} from '#test/builders/situation-builders.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'

/** A value for every name that hazmat or casualties would fill; spill and fire are always decided where dangerous goods are. */
const KNOWN = {
  trapped: 3,
  missing: 1,
  affected: 900,
  peopleAtRisk: 60,
  peopleToMove: 400,
  burntAreaHa: 40,
  damagedForestHa: 9,
  collapsedBuildings: 11,
  shipTonnage: 60_000,
  floodedPoints: 6,
  floodDepthCm: 45,
  usersOutShare: 0.7,
  householdsOut: 20_000,
  vehiclesInvolved: 3,
  buildingHeightM: 84,
  hurt: 4,
  hurtOrTrapped: 8,
  quantityT: 40,
  signal: 'red',
  peopleMoving: 3148,
  onFire: true,
  flammableGas: true,
  waterReactive: false,
  guide: 115,
  largeSpill: true,
  magnitude: 5.5,
  windSpeedMs: 3,
  hazmat: true,
}

function stagesOf(problem: PlanningProblem) {
  const facts = factsOf(problem)
  return {
    facts,
    grading: gradingOf(problem),
    zones: drawZones(problem, { facts }).value,
    contingencyPlans: matchedOf(problem),
  }
}

function demandOf(
  type: IncidentType,
  given: Readonly<Record<string, unknown>> = {},
  problemGiven: Partial<PlanningProblem> = {},
): readonly Demand[] {
  const problem = aSituation(anIncident(type, given), { library: LIBRARY, ...problemGiven })
  return deriveDemand(problem, stagesOf(problem)).value
}

function quantityOf(demand: readonly Demand[], what: string): number | undefined {
  const found = demand.filter((entry) => entry.capability === what || entry.vehicleKind === what)
  return found.length === 0 ? undefined : found.reduce((sum, entry) => sum + entry.quantity, 0)
}

describe('deriveDemand', () => {
  it.each(INCIDENT_TYPES)('asks for something in %s when nothing is known', (type) => {
    const demand = demandOf(type)
    expect(demand.length).toBeGreaterThanOrEqual(3)
    expect(demand.every((entry) => Number.isInteger(entry.quantity) && entry.quantity > 0)).toBe(true)
    expect(demand.every((entry) => entry.basis.length > 0 && (entry.basis[0]?.source ?? '') !== '')).toBe(true)
    expect(new Set(demand.map((entry) => entry.id)).size).toBe(demand.length)
    expect(demand.every((entry) => (entry.capability === undefined) !== (entry.vehicleKind === undefined))).toBe(true)
  })

  it.each(INCIDENT_TYPES)('can evaluate every formula of %s with every fact known', (type) => {
    const facts = {
      deaths: 1,
      seriousInjuries: 2,
      injured: 5,
      trapped: 3,
      missing: 2,
      affected: 900,
      peopleAtRisk: 60,
      peopleToMove: 400,
      burntAreaHa: 40,
      collapsedBuildings: 11,
      shipTonnage: 60_000,
      floodedPoints: 6,
      floodDepthCm: 45,
      usersOutShare: 0.7,
      householdsOut: 20_000,
      magnitude: 5.5,
      vehiclesInvolved: 3,
      buildingHeightM: 84,
    }
    const demand = demandOf(type, {
      facts,
      hazmat: { un: '1075', spill: 'large', onFire: true, quantityT: 40 },
      weather: { windFromDeg: 45, windSpeedMs: 4, signal: 'red' },
    })
    expect(demand.length).toBeGreaterThanOrEqual(3)
  })

  it('gives a number for every rule, whichever of its inputs are unknown', () => {
    const sample = {
      ...demandScope(aSituation(anIncident('typhoon')), stagesOf(aSituation(anIncident('typhoon')))),
      ...KNOWN,
    }
    for (const rule of LIBRARY.plans.flatMap((plan) => plan.demands)) {
      const names = Object.keys(inputsOf(rule.quantity, sample)).filter(
        (name) => !['largeSpill', 'onFire'].includes(name),
      )
      for (let mask = 0; mask < 2 ** names.length; mask += 1) {
        const hidden = Object.fromEntries(
          names.filter((_, index) => (mask >> index) % 2 === 1).map((name) => [name, null]),
        )
        const scope = { ...sample, ...hidden }
        if (!isTrue(rule.when, scope)) continue
        expect(evaluateFormula(rule.quantity, scope), `${rule.id} without ${Object.keys(hidden).join(', ')}`).toEqual(
          expect.any(Number),
        )
      }
    }
  })

  it('meets the ammonia tanker (1 trapped, 3 dizzy, 25 t)', () => {
    const demand = demandOf('hazmat_road', {
      facts: { trapped: 1, injured: 3 },
      hazmat: { un: '1005', container: 'roadTanker', quantityT: 25, spill: 'large', onFire: false },
      weather: { windFromDeg: 45, windSpeedMs: 4 },
    })
    expect(quantityOf(demand, 'HAZ_PLUG')).toBe(2)
    expect(quantityOf(demand, 'HAZ_DECON')).toBe(1)
    expect(quantityOf(demand, 'AMB')).toBe(2)
    expect(quantityOf(demand, 'ENV_MON')).toBe(1)
    expect(quantityOf(demand, 'EXTRICATE')).toBe(1)
    expect(quantityOf(demand, 'FOAM')).toBeUndefined()
    expect(quantityOf(demand, 'LIGHT')).toBeUndefined()
    expect(demand.find((entry) => entry.capability === 'HAZ_PLUG')).toMatchObject({
      byS: 900,
      hotZone: true,
      hq: 'tactical',
      inputs: { largeSpill: true },
    })
  })

  it('asks for foam, not for spray, where the goods demand it', () => {
    expect(quantityOf(demandOf('hazmat_road', { hazmat: { un: '1203', spill: 'large' } }), 'FOAM')).toBe(2)
    const water = demandOf('hazmat_fixed', { hazmat: { un: '1295', spill: 'large' } })
    expect(quantityOf(water, 'WATER_SUPPLY')).toBeUndefined()
  })

  it('meets the high-rise fire (12 trapped at night)', () => {
    const demand = demandOf('fire_highrise', {
      occurredAt: '2026-01-14T23:50:00+08:00',
      facts: { trapped: 12, buildingHeightM: 84, fireFloor: 16 },
    })
    expect(quantityOf(demand, 'FIRE_BLDG')).toBe(6)
    expect(
      ['LADDER', 'HIREACH', 'AIR', 'SMOKE', 'LIFT_RESCUE', 'LIGHT'].map((what) => quantityOf(demand, what)),
    ).toEqual([1, 1, 1, 1, 1, 1])
    expect(quantityOf(demand, 'AMB')).toBe(4)
  })

  it('meets the forest fire (3 ha) without volunteers in the hot zone', () => {
    const demand = demandOf('forest_fire', {
      facts: { burntAreaHa: 3, peopleAtRisk: 440 },
      weather: { windFromDeg: 315, windSpeedMs: 7 },
    })
    expect(quantityOf(demand, 'FIRE_FOREST')).toBe(5)
    expect(quantityOf(demand, 'HOSE')).toBe(1)
    expect(quantityOf(demand, 'UAV')).toBe(1)
    expect(quantityOf(demand, 'EVAC_BUS')).toBe(5)
    expect(demand.find((entry) => entry.capability === 'FIRE_FOREST')?.hotZone).toBe(true)
  })

  it('meets the typhoon by the transfer list of the data set', () => {
    const point = {
      id: 'p',
      name: '村',
      town: '柴桥街道',
      lng: 121.9,
      lat: 29.85,
      people: 3148,
      peopleNight: null,
      specialNeeds: null,
      infants: null,
      elderly: null,
      patients: null,
      hazard: 'flash_flood' as const,
      personInCharge: '',
      phone: '',
      code: '',
      list: 'transfer' as const,
      source: '',
      isDemo: 1,
      note: '',
    }
    const dataset = aSituationDataset({
      populationPoints: [point, { ...point, id: 'q', list: 'resident', people: 9999 }],
    })
    const demand = demandOf('typhoon', { weather: { signal: 'red', windSpeedMs: 42, windFromDeg: 45 } }, { dataset })
    expect(quantityOf(demand, 'WATER_RESCUE')).toBe(21)
    expect(quantityOf(demand, 'EVAC_BUS')).toBe(12)
    expect(quantityOf(demand, 'SHELTER')).toBe(32)
    expect(quantityOf(demand, 'TROOP')).toBe(4)
    expect(quantityOf(demand, 'UAV')).toBeUndefined()
    expect(demand.find((entry) => entry.capability === 'WATER_RESCUE')?.inputs).toEqual({ peopleMoving: 3148 })
  })

  it('prepares for the upper end of a range and says so', () => {
    const demand = demandOf('fire_highrise', { facts: { trapped: { min: 4, max: 20 } } })
    const attack = demand.find((entry) => entry.capability === 'FIRE_BLDG')
    expect(attack).toMatchObject({ quantity: 10, inputs: { trapped: 20 } })
    expect(attack?.basis.map((reason) => reason.code)).toEqual(['demand-rule', 'demand-range-worst'])
  })

  it('says when a default stands for an unknown fact', () => {
    const attack = demandOf('fire_highrise').find((entry) => entry.capability === 'FIRE_BLDG')
    expect(attack?.inputs).toEqual({ trapped: null })
    expect(attack?.basis.map((reason) => reason.code)).toContain('demand-unknown-default')
  })
})
