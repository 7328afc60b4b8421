import { describe, expect, it } from 'vitest'
import { circlePolygon } from '#shared/kernel/geo.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { destinationOf } from '#shared/kernel/geo.ts'
import { checkPlan } from '#shared/planner/check-plan.ts'
import { exampleProblem, planExample } from '../../scenarios/scenario-plan.ts'

const ROAD = 'ammonia-tanker-road'
const TYPHOON = 'typhoon-transfer'

/** Codes of the findings that forbid issuing a plan after it was edited by hand. */
function blocksAfter(name: string, edit: (plan: DispatchPlan) => void): string[] {
  const plan = structuredClone(planExample(name))
  edit(plan)
  return checkPlan(plan, exampleProblem(name))
    .filter((finding) => finding.severity === 'block')
    .map((finding) => finding.code)
}

/** The first element; a plan without one cannot be edited in the way the test wants. */
function first<T>(list: readonly T[]): T {
  const [head] = list
  if (head === undefined) throw new Error('the example plan has nothing to edit here')
  return head
}

describe('checkPlan on a plan edited by hand', () => {
  it('finds nothing to forbid in the plan as it was made', () => {
    expect(blocksAfter(ROAD, () => undefined)).toEqual([])
    expect(blocksAfter(TYPHOON, () => undefined)).toEqual([])
  })

  const edits: [string, string, (plan: DispatchPlan) => void, string?][] = [
    [
      'staging moved downwind',
      'HZ13',
      (plan) => {
        first(plan.movementPlan.stagingAreas).location = destinationOf(plan.incident.location, 225, 900)
      },
    ],
    [
      'staging moved inside the isolation circle',
      'HZ13',
      (plan) => {
        first(plan.movementPlan.stagingAreas).location = destinationOf(plan.incident.location, 45, 100)
      },
    ],
    [
      'staging nearer than 1.5 times the isolation radius',
      'HZ13',
      (plan) => {
        first(plan.movementPlan.stagingAreas).location = destinationOf(plan.incident.location, 45, 215)
      },
    ],
    [
      'a distance that is not that of the point',
      'staging-figures',
      (plan) => {
        first(plan.movementPlan.stagingAreas).distanceM += 400
      },
    ],
    [
      'a road cordon drawn too small',
      'road-cordon-small',
      (plan) => {
        first(plan.movementPlan.closures.filter(({ origin }) => origin === 'ordered')).geometry = circlePolygon(
          { lng: 121.885, lat: 29.88 },
          60,
        )
      },
    ],
    [
      'the isolation circle made smaller',
      'zone-too-small',
      (plan) => {
        first(plan.zones.filter((zone) => zone.kind === 'isolation')).radiusM = 60
      },
    ],
    [
      'a shape smaller than its label',
      'zone-too-small',
      (plan) => {
        const zone = first(plan.zones.filter((entry) => entry.kind === 'isolation'))
        const other = first(plan.zones.filter((entry) => entry.kind === 'protective'))
        zone.geometry = {
          type: 'Polygon',
          coordinates: [
            other.geometry.coordinates[0]?.map(([lng = 0, lat = 0]) => [
              121.885 + (lng - 121.885) / 9,
              29.88 + (lat - 29.88) / 9,
            ]) ?? [],
          ],
        }
      },
    ],
    [
      'the protective square taken out',
      'zone-missing',
      (plan) => {
        plan.zones = plan.zones.filter((zone) => zone.kind !== 'protective')
      },
    ],
    [
      'a team that does not exist',
      'team-unknown',
      (plan) => {
        first(plan.forcePlan.assignments).teamId = 'team-of-dreams'
      },
    ],
    [
      'a team sent twice',
      'team-twice',
      (plan) => {
        plan.forcePlan.assignments.push(structuredClone(first(plan.forcePlan.assignments)))
      },
    ],
    [
      'a team that is not available',
      'team-unavailable',
      (plan) => {
        plan.incident.unavailable = [`team:${first(plan.forcePlan.assignments).teamId}`]
      },
    ],
    [
      'more of a capability than the team has',
      'capability-overstated',
      (plan) => {
        first(first(plan.forcePlan.assignments).capabilities).quantity = 99
      },
    ],
    [
      'a vehicle of another team',
      'vehicle-foreign',
      (plan) => {
        const [one, two] = plan.forcePlan.assignments.filter((line) => line.vehicles.length > 0)
        if (one && two) one.vehicles = structuredClone(two.vehicles)
      },
    ],
    [
      'a crew larger than those on duty',
      'crew-overstated',
      (plan) => {
        first(plan.forcePlan.assignments).personnel = 500
      },
    ],
    [
      'a need nobody fills and nobody admits',
      'demand-unmet-unsaid',
      (plan) => {
        plan.forcePlan.assignments = plan.forcePlan.assignments.filter(
          (line) => !line.capabilities.some((entry) => entry.capability === 'HAZ_PLUG'),
        )
      },
    ],
    [
      'an arrival before the departure allows',
      'arrival-clock',
      (plan) => {
        const line = first(plan.forcePlan.assignments)
        line.arriveAt = line.departAt
      },
    ],
    [
      'a route straight through the scene',
      'route-through-zone',
      (plan) => {
        const { lng, lat } = plan.incident.location
        first(plan.movementPlan.movements).geometry.coordinates = [
          [lng - 0.01, lat],
          [lng + 0.01, lat],
        ]
      },
    ],
    [
      'a team without a way',
      'team-without-route',
      (plan) => {
        plan.movementPlan.movements = plan.movementPlan.movements.slice(1)
      },
    ],
    [
      'the level lowered against the facts',
      'level-understated',
      (plan) => {
        plan.incident.facts['deaths'] = 3
        plan.incident.level.value = 'IV'
      },
    ],
    [
      'the first report skipped',
      'report-missing',
      (plan) => {
        plan.reports = plan.reports.filter((report) => report.kind !== 'initial')
      },
    ],
    [
      'the first report put off',
      'report-late',
      (plan) => {
        for (const report of plan.reports) report.dueAt = '2026-07-15T10:20:00+08:00'
      },
    ],
    [
      'a must-not taken out',
      'must-not-missing',
      (plan) => {
        plan.handlingPlan.mustNot = plan.handlingPlan.mustNot.slice(1)
      },
    ],
    [
      'all must-nots taken out',
      'list-empty',
      (plan) => {
        plan.handlingPlan.mustNot = []
      },
    ],
    [
      'an action for a stranger',
      'person-unknown',
      (plan) => {
        first(first(plan.handlingPlan.phases).actions).assignee = { personId: 'nobody', name: '某人', phone: '110' }
      },
    ],
    [
      'an action whose person cannot be rung',
      'person-without-phone',
      (plan) => {
        first(first(plan.handlingPlan.phases).actions).assignee.phone = ''
      },
    ],
    [
      'an action due before the call',
      'due-in-past',
      (plan) => {
        first(first(plan.handlingPlan.phases).actions).dueAt = '2026-07-14T09:00:00+08:00'
      },
    ],
    [
      'people in the isolation circle told to stay',
      'HZ12',
      (plan) => {
        const point = first(plan.handlingPlan.evacuation.population)
        point.location = { lng: plan.incident.location.lng, lat: plan.incident.location.lat }
        first(plan.handlingPlan.evacuation.assignments).mode = 'shelterInPlace'
      },
    ],
    [
      'people sent out into the cloud',
      'HZ12',
      (plan) => {
        first(plan.handlingPlan.evacuation.assignments).mode = 'evacuate'
      },
    ],
    [
      'people of the zone forgotten',
      'people-unaccounted',
      (plan) => {
        plan.handlingPlan.evacuation.assignments = []
      },
    ],
    [
      'a lot that does not exist',
      'lot-unknown',
      (plan) => {
        first(plan.forcePlan.supplies.allocations).lotId = 'lot-of-dreams'
      },
    ],
    [
      'more from a lot than it holds',
      'lot-overdrawn',
      (plan) => {
        first(plan.forcePlan.supplies.allocations).quantity = 1e6
      },
    ],
    [
      'a lot that no run carries',
      'supply-without-run',
      (plan) => {
        first(plan.forcePlan.supplies.allocations).transferId = 'T-nowhere'
      },
    ],
    [
      'a need for supplies dropped without a word',
      'supply-unmet-unsaid',
      (plan) => {
        plan.forcePlan.supplies.allocations = []
      },
    ],
    [
      'a shelter filled over its capacity',
      'shelter-over-capacity',
      (plan) => {
        const line = first(plan.handlingPlan.evacuation.assignments.filter((entry) => entry.shelterId !== null))
        line.people += 100_000
      },
      TYPHOON,
    ],
    [
      'a shelter unfit for the hazard',
      'shelter-in-hazard',
      (plan) => {
        const unfit = exampleProblem(TYPHOON).dataset.shelters.find((shelter) => shelter.notFor.includes('typhoon'))
        first(plan.handlingPlan.evacuation.assignments).shelterId = unfit?.id ?? ''
      },
      TYPHOON,
    ],
    [
      'one point of the transfer list left out',
      'transfer-list-incomplete',
      (plan) => {
        plan.handlingPlan.evacuation.population = plan.handlingPlan.evacuation.population.slice(1)
      },
      TYPHOON,
    ],
    [
      'a transfer that ends in the gale',
      'transfer-too-late',
      (plan) => {
        first(plan.handlingPlan.evacuation.assignments.filter((entry) => entry.mode === 'transfer')).doneBy =
          '2026-08-25T18:00:00+08:00'
      },
      TYPHOON,
    ],
  ]

  it.each(edits)('blocks %s (%s)', (_name, code, edit, example = ROAD) => {
    expect(blocksAfter(example, edit)).toContain(code)
  })

  it('blocks volunteers in the hot zone', () => {
    const problem = exampleProblem(ROAD)
    const volunteer = first(problem.dataset.teams.filter((team) => team.type === 'SOCIAL'))
    const codes = blocksAfter(ROAD, (plan) => {
      const line = first(
        plan.forcePlan.assignments.filter((entry) => entry.capabilities.some((held) => held.capability === 'HAZ_PLUG')),
      )
      line.teamId = volunteer.id
      line.teamType = 'SOCIAL'
    })
    expect(codes).toContain('volunteer-in-hot-zone')
  })

  it('announces a forecast wind shift over 30° (HZ14)', () => {
    const plan = planExample(ROAD, (incident) => ({
      ...incident,
      weather: {
        ...incident.weather,
        forecast: [{ at: '2026-07-14T18:00:00+08:00', windFromDeg: 200, windSpeedMs: 4 }],
      },
    }))
    expect(plan.findings.map((finding) => finding.code)).toContain('HZ14')
  })
})
