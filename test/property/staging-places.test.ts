import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { angleBetweenDeg, bearingDeg, distanceM, isInside } from '#shared/kernel/geo.ts'
import { groundOf } from '#shared/planner/rules/hard/staging-ground.ts'
import { isDangerZone } from '#shared/planner/rules/hard/team-of-plant.ts'
import {
  floorDistanceM,
  isolationRadiusM,
  judgePlace,
  type StagingContext,
} from '#shared/planner/rules/hard/staging-place.ts'
import { candidatesBetween } from '#shared/planner/staging/rank-sites.ts'
import { drawZones } from '#shared/planner/stages/draw-zones.ts'
import { chooseStaging, requestStaging, stagingFindings } from '#shared/planner/staging/choose-staging.ts'
import type { StagingChoice } from '#shared/planner/staging/staging-request.ts'
import { buildTravel } from '#shared/planner/stages/build-travel.ts'
import { aCoast, type Coast } from '#test/builders/coast-builders.ts'
import { inOpenCountry } from '#test/builders/force-builders.ts'
import { anIncident, factsOf } from '#test/builders/situation-builders.ts'

/** The seed is fixed so that a failure can be repeated. */
const RUNS = { seed: 20_261_122, numRuns: 200 } as const

const SCENE = { lng: 121.885, lat: 29.88 }

/** Ammonia, chlorine, LPG calm and heated, a solvent, and a fire without a listed substance. */
const anyHazard = fc.constantFrom(
  { un: '1005', onFire: false, quantityT: 25 },
  { un: '1017', onFire: false, quantityT: 20 },
  { un: '1075', onFire: false, quantityT: 20 },
  { un: '1075', onFire: true, quantityT: 20 },
  { un: '1203', onFire: true, quantityT: 30 },
  null,
)

const anyWind = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      windFromDeg: fc.integer({ min: 0, max: 359 }),
      windSpeedMs: fc.integer({ min: 2, max: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom({}, { windFromDeg: 90, windSpeedMs: 0 }) },
)

interface Scene {
  readonly incident: ReturnType<typeof anIncident>
  readonly coast: Coast
}

const anyScene: fc.Arbitrary<Scene> = fc
  .record({
    hazard: anyHazard,
    wind: anyWind,
    hour: fc.constantFrom('02', '10', '19'),
    kind: fc.constantFrom<Coast['kind']>('sea', 'hill', 'sea', 'hill', 'none'),
    aside: fc.integer({ min: -40, max: 40 }),
    halfWidthDeg: fc.integer({ min: 30, max: 130 }),
    fromM: fc.constantFrom(120, 300, 800, 2000),
    gaps: fc.constantFrom(0, 0.1, 0.35),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map(({ hazard, wind, hour, aside, ...coast }) => ({
    incident: anIncident(hazard === null ? 'fire_industrial' : 'hazmat_road', {
      occurredAt: `2026-07-14T${hour}:20:00+08:00`,
      weather: wind,
      ...(hazard === null ? {} : { hazmat: { container: 'roadTanker', spill: 'large', ...hazard } }),
    }),
    // The sea or hill lies on the side the wind comes from, give or take.
    coast: { ...coast, towardsDeg: (('windFromDeg' in wind ? wind.windFromDeg : 90) + aside + 360) % 360 },
  }))

function choose({ incident, coast }: Scene): Omit<Judged, 'told'> {
  const problem = inOpenCountry(incident, aCoast(SCENE, coast))
  const facts = factsOf(problem)
  const zones = drawZones(problem, { facts }).value
  const travel = buildTravel(problem, { facts }).value
  const guarded = travel.avoiding(zones.filter(isDangerZone).map(({ geometry }) => geometry))
  const request = requestStaging(problem, { facts, zones }, guarded, problem.dataset.teams)
  return {
    choice: chooseStaging(request),
    context: { facts, zones, parameters: problem.parameters.staging, ground: groundOf(problem.dataset) },
    needsTwoSides: request.needsTwoSides,
    hasRoads: candidatesBetween(request, 0, 20_000).length > 0,
  }
}

interface Judged {
  readonly choice: StagingChoice
  readonly context: StagingContext
  readonly needsTwoSides: boolean
  /** False when no road is left outside the danger zones. */
  readonly hasRoads: boolean
  /** Repeats one failing scene. */
  readonly told: string
}

const JUDGED: readonly Judged[] = fc
  .sample(anyScene, RUNS)
  .map((scene) => ({ ...choose(scene), told: JSON.stringify(scene) }))

function stagingOf({ choice }: Judged): StagingChoice['areas'] {
  return choice.areas.filter(({ kind }) => kind === 'staging')
}

describe('waiting places in 200 scenes with the sea or a hill upwind', () => {
  it('are lawful by the rule that checks plans, or refused with at most three least bad and why', () => {
    const seen = { upwind: 0, beside: 0, unknown: 0, refused: 0 }
    for (const judged of JUDGED) {
      const { choice, context, told } = judged
      for (const area of choice.areas) expect(judgePlace(area.location, area.kind, context), told).toEqual([])
      const staging = stagingOf(judged)
      if (staging.length === 0) {
        seen.refused += 1
        expect(choice.areas, told).toEqual([])
        expect(choice.refusals.length === 0, told).toBe(!judged.hasRoads)
        expect(choice.refusals.length, told).toBeLessThanOrEqual(3)
        for (const refusal of choice.refusals) expect(refusal.reasons.length, told).toBeGreaterThan(0)
      } else if (staging.every(({ offUpwindDeg }) => offUpwindDeg === null)) seen.unknown += 1
      else if (staging.every(({ offUpwindDeg }) => offUpwindDeg !== null && offUpwindDeg <= 60)) seen.upwind += 1
      else seen.beside += 1
    }
    // The generator reaches every branch; otherwise it proves nothing.
    for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).toBeGreaterThanOrEqual(5)
  })

  it('keep the plain figures of the rule: clear of zones, the floor, never over 90° off the wind, off the slopes', () => {
    for (const { choice, context, told } of JUDGED) {
      const { wind } = context.facts
      for (const area of choice.areas) {
        const awayM = distanceM(SCENE, area.location)
        expect(awayM, told).toBeGreaterThanOrEqual(Math.floor(floorDistanceM(area.kind, context)) - 1)
        for (const zone of context.zones.filter(isDangerZone))
          expect(isInside(area.location, zone.geometry), told).toBe(false)
        for (const slope of context.ground.riskAreas)
          expect(isInside(area.location, { type: 'Polygon', coordinates: slope.rings ?? [] }), told).toBe(false)
        if (!wind.usable || wind.fromDeg === null) continue
        const off = angleBetweenDeg(bearingDeg(SCENE, area.location), wind.fromDeg)
        expect(off, told).toBeLessThanOrEqual(90)
        if (off > 60) expect(awayM, told).toBeGreaterThanOrEqual(1.5 * isolationRadiusM(context.zones) - 1)
      }
    }
  })

  it('are two on sides at least 90° apart while the wind is unknown, or one and a finding that says so', () => {
    let pairs = 0
    for (const judged of JUDGED.filter(({ needsTwoSides }) => needsTwoSides)) {
      const [first, second] = stagingOf(judged)
      if (first === undefined) continue
      const codes = stagingFindings(judged.choice, false, judged.needsTwoSides).map(({ code }) => code)
      expect(codes.includes('staging-one-side'), judged.told).toBe(second === undefined)
      if (second === undefined) continue
      pairs += 1
      expect(
        angleBetweenDeg(first.bearingFromIncidentDeg, second.bearingFromIncidentDeg),
        judged.told,
      ).toBeGreaterThanOrEqual(89.9)
    }
    expect(pairs).toBeGreaterThanOrEqual(5)
  })

  it('can be left in two directions, and one that cannot is said', () => {
    const seen = { two: 0, one: 0 }
    for (const judged of JUDGED) {
      const staging = stagingOf(judged)
      const narrow = staging.filter(({ waysOut }) => waysOut !== 2)
      seen.two += staging.length - narrow.length
      seen.one += narrow.length
      const codes = stagingFindings(judged.choice, false, judged.needsTwoSides).map(({ code }) => code)
      expect(codes.includes('staging-one-way-out'), judged.told).toBe(narrow.length > 0)
    }
    expect(seen.two).toBeGreaterThan(10 * seen.one)
  })
})
