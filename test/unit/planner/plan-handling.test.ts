import { describe, expect, it } from 'vitest'
import { aFullRoster, LIBRARY, straightTravel } from '#test/builders/care-builders.ts'
import {
  anIncident,
  aSituation,
  aSituationDataset,
  factsOf,
  gradingOf,
  matchedOf,
} from '#test/builders/situation-builders.ts'
import { NO_FORCES } from '#test/builders/supply-builders.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { HospitalRow } from '#shared/domain/dataset/tables.ts'
import type { Incident } from '#shared/domain/incident.ts'
import type { HandlingPlan } from '#shared/domain/plan/handling-plan.ts'
import { INCIDENT_TYPES } from '#shared/domain/taxonomy.ts'
import { factScope } from '#shared/planner/formula/fact-scope.ts'
import { evaluateFormula } from '#shared/planner/formula/evaluate-formula.ts'
import { textLength } from '#shared/planner/handling/cut-text.ts'
import { MESSAGE_LENGTH } from '#shared/planner/handling/public-message.ts'
import { drawZones } from '#shared/planner/stages/draw-zones.ts'
import { planEvacuation } from '#shared/planner/stages/plan-evacuation.ts'
import { planHandling } from '#shared/planner/stages/plan-handling.ts'
import { staffHeadquarters } from '#shared/planner/stages/staff-headquarters.ts'

function handle(incident: Incident, dataset: Partial<Dataset> = {}): { plan: HandlingPlan; codes: string[] } {
  const problem = aSituation(incident, {
    dataset: aSituationDataset({ ...aFullRoster(), ...dataset }),
    library: LIBRARY,
  })
  const facts = factsOf(problem)
  const travel = straightTravel()
  const zones = drawZones(problem, { facts }).value
  const result = planHandling(problem, {
    facts,
    grading: gradingOf(problem),
    zones,
    contingencyPlans: matchedOf(problem),
    headquarters: staffHeadquarters(problem, { facts, contingencyPlans: matchedOf(problem) }).value,
    forces: NO_FORCES,
    evacuation: planEvacuation(problem, { facts, zones, travel }).value,
    travel,
  })
  return { plan: result.value, codes: result.findings.map((finding) => finding.code) }
}

const actionsOf = (plan: HandlingPlan): HandlingPlan['phases'][number]['actions'] =>
  plan.phases.flatMap((phase) => phase.actions)

const tanker = (un: string | null, onFire = false): Incident =>
  anIncident('hazmat_road', {
    hazmat: { un, container: 'roadTanker', quantityT: 25, spill: 'large', onFire },
    weather: { windFromDeg: 45, windSpeedMs: 4 },
    facts: { trapped: 1, injured: 3 },
  })

const aHospital = (given: Partial<HospitalRow> & { id: string }): HospitalRow => ({
  name: given.id,
  town: '',
  lng: 121.9,
  lat: 29.9,
  beds: 100,
  freeBeds: 20,
  toxicology: 0,
  burns: 0,
  decontamination: 0,
  phone: '0574-1',
  source: '',
  isDemo: 1,
  note: '',
  ...given,
})

describe.each([...INCIDENT_TYPES])('the handling plan for %s', (type) => {
  const { plan, codes } = handle(anIncident(type))
  const actions = actionsOf(plan)

  it('has phases, work for both headquarters, must-nots and a named person with a phone on each action', () => {
    expect(plan.phases.length).toBeGreaterThanOrEqual(3)
    expect(actions.length).toBeGreaterThanOrEqual(8)
    expect(plan.mustNot.length).toBeGreaterThanOrEqual(4)
    expect(actions.filter((action) => action.hq === 'administrative').length).toBeGreaterThanOrEqual(3)
    expect(actions.filter((action) => action.hq === 'tactical').length).toBeGreaterThanOrEqual(3)
    expect(actions.every((action) => action.assignee.phone !== '')).toBe(true)
    expect(new Set(actions.map((action) => action.id)).size).toBe(actions.length)
    expect(plan.withdrawal.triggers.length).toBeGreaterThan(0)
    expect(plan.communications.some((line) => line.use.includes('断网'))).toBe(true)
    expect(codes).not.toContain('handling-no-plan')
  })

  it('has a public message that is read out in 30 seconds (120 characters) and fills every placeholder', () => {
    expect(textLength(plan.publicMessage.text)).toBeLessThan(MESSAGE_LENGTH)
    expect(JSON.stringify(plan)).not.toMatch(/\{[a-zA-Z]+\}/)
  })
})

it('every condition of every plan can be evaluated and every group stands at its headquarters', () => {
  const scope = factScope(factsOf(aSituation(tanker('1005'))))
  const duties = new Set(
    LIBRARY.plans.flatMap(({ workGroups }) => workGroups.map((group) => `${group.hq}|${group.code}`)),
  )
  for (const plan of LIBRARY.plans.flatMap(({ chapters }) => chapters)) {
    const actions = plan.phases.flatMap((phase) => phase.actions)
    const parts = [
      ...actions,
      ...plan.mustNot,
      ...plan.decisionPoints,
      ...plan.monitoring,
      ...plan.secondaries,
      ...plan.firstOrders,
      ...plan.withdrawal.triggers,
    ]
    for (const { when } of parts) if (when !== undefined) expect(typeof evaluateFormula(when, scope)).toBe('boolean')
    for (const action of actions) expect(duties).toContain(`${action.hq}|${action.group}`)
    for (const phase of plan.phases) {
      for (const action of phase.actions) {
        expect(action.dueMin).toBeGreaterThanOrEqual(phase.fromMin)
        expect(action.dueMin).toBeLessThanOrEqual(phase.toMin)
      }
    }
  }
})

describe('the ammonia tanker', () => {
  const { plan } = handle(tanker('1005'), {
    hospitals: [aHospital({ id: 'near' }), aHospital({ id: 'toxic', lng: 121.95, toxicology: 1, freeBeds: 3 })],
  })

  it('must not: stage downwind, jet on the leak, open the road before readings, volunteers inside, skip the first report', () => {
    expect(plan.mustNot.map((entry) => entry.code)).toEqual(
      expect.arrayContaining(['HZ13', 'HZ4', 'MN_OPEN_ROAD', 'MN_VOLUNTEER', 'MN_FIRST_REPORT']),
    )
    expect(plan.mustNot.map((entry) => entry.code)).not.toContain('HZ7')
  })

  it('walks through the steps from recon to clearing in order', () => {
    const codes = actionsOf(plan).map((action) => action.code)
    const steps = [
      'HZ_RECON',
      'HZ_DECON',
      'HZ_RESCUE',
      'HZ_DILUTE',
      'HZ_PLUG',
      'HZ_TRANSFER',
      'HZ_NEUTRAL',
      'HZ_WASH',
      'HZ_CLEAN',
    ]
    const places = steps.map((step) => codes.indexOf(step))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBeGreaterThanOrEqual(0)
  })

  it('names the distance and the streets in the words', () => {
    const words = actionsOf(plan)
      .map((action) => action.text)
      .join('\n')
    expect(words).toContain('按150米全向隔离')
    expect(words).toContain('霞浦街道、柴桥街道')
  })

  it('sends the hurt and trapped to poison treatment first, within free beds, the rest nearby', () => {
    expect(plan.casualties.map((row) => [row.hospitalId, row.patients, row.kind])).toEqual([
      ['toxic', 3, 'toxicology'],
      ['near', 1, 'toxicology'],
    ])
  })
})

it('burning liquefied gas adds the rules of BLEVE and of not putting out the flame', () => {
  const { plan } = handle(tanker('1075', true))
  expect(plan.mustNot.map((entry) => entry.code)).toEqual(expect.arrayContaining(['HZ6', 'HZ7', 'HZ8']))
  expect(actionsOf(plan).map((action) => action.code)).toEqual(
    expect.arrayContaining(['HZ_BLEVE', 'HZ_BURN', 'HZR_HOUSES']),
  )
  expect(plan.publicMessage.text).not.toContain('进屋')
})

it('a high-rise to which no ladder goes promises none, instead of naming a ladder of 0 m', () => {
  const fire = anIncident('fire_highrise', {
    facts: { trapped: 12, fireFloor: 16, buildingHeightM: 84 },
    trappedList: [{ floor: 16 }, { floor: 17 }, { floor: 22 }],
  })
  expect(handle(fire).codes).toContain('ladder-none')
})

it('warns the nearest hospital for at least one patient when no number is known', () => {
  const { plan } = handle(anIncident('fire_building'), { hospitals: [aHospital({ id: 'h', burns: 1 })] })
  expect(plan.casualties).toMatchObject([{ hospitalId: 'h', patients: 1, kind: 'burns' }])
  expect(plan.casualties[0]?.reasons.map((reason) => reason.code)).toContain('hospital-alert-unknown')
})
