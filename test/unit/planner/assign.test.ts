import { describe, expect, it } from 'vitest'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { Demand } from '#shared/domain/plan/force-plan.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import { parseInstant } from '#shared/kernel/instant.ts'
import {
  aDemand,
  aTeam,
  aVehicle,
  BEILUN,
  inBeilun,
  inOpenCountry,
  planForces,
  type Planned,
} from '#test/builders/force-builders.ts'
import { anIncident } from '#test/builders/situation-builders.ts'

const SCENE = { lng: 121.885, lat: 29.88 }
const near = { lng: 121.895, lat: 29.88 }
const far = { lng: 121.95, lat: 29.88 }
const plug = aDemand({ id: 'plug', capability: 'HAZ_PLUG' })
const canPlug: Dataset['teams'][number]['capabilities'] = [{ capability: 'HAZ_PLUG', quantity: 1 }]

/** A structure collapse in open country: one scene, no zones, straight lines. */
function plan(
  tables: Partial<Dataset>,
  demand: readonly Demand[] = [plug],
  given: Readonly<Record<string, unknown>> = {},
): Planned {
  return planForces(inOpenCountry(anIncident('structure_collapse', { location: SCENE, ...given }), tables), demand)
}

function sentIds({ value }: Planned): string[] {
  return value.force.assignments.map((assignment) => assignment.teamId)
}

describe('the choice of teams', () => {
  it('takes the nearest team that can, and says who was next and how much later', () => {
    const planned = plan({
      teams: [
        aTeam({ id: 'far', type: 'PRO', ...far, capabilities: canPlug }),
        aTeam({ id: 'near', type: 'PRO', ...near, capabilities: canPlug }),
      ],
    })
    expect(sentIds(planned)).toEqual(['near'])
    const [runnerUp] = planned.value.force.assignments[0]?.runnersUp ?? []
    expect(runnerUp?.teamId).toBe('far')
    expect(runnerUp?.reasons[0]).toMatchObject({
      code: 'runner-later',
      facts: { laterS: (runnerUp?.etaS ?? 0) - (planned.value.force.assignments[0]?.etaS ?? 0) },
    })
  })

  it('counts 60 s of call handling, the turnout and the drive, in both plans the same', () => {
    const { value, facts } = plan({
      teams: [aTeam({ id: 'a', type: 'PRO', ...near, turnoutS: 180, capabilities: canPlug })],
    })
    const [assignment] = value.force.assignments
    const [movement] = value.movement.movements
    const at = (text = ''): number => (parseInstant(text)?.epochS ?? 0) - facts.nowS
    expect(at(assignment?.departAt)).toBe(240)
    expect(at(assignment?.arriveAt)).toBe(240 + (movement?.durationS ?? 0))
    expect(assignment?.etaS).toBe(at(assignment?.arriveAt))
    expect(movement).toMatchObject({
      departAt: assignment?.departAt,
      arriveAt: assignment?.arriveAt,
      distanceM: assignment?.distanceM,
    })
  })

  it.each([
    ['reported unavailable', {}, { unavailable: ['team:a'] }, 'shortfall-team-unavailable'],
    ['lent out to this day', { awayUntil: '2026-07-14', awayWhere: '象山' }, {}, 'shortfall-team-away'],
    ['without anybody on duty', { onDuty: 0 }, {}, 'shortfall-team-nobody-on-duty'],
    ['that is another plant’s process team', { type: 'PROCESS' as const }, {}, 'shortfall-process-team-elsewhere'],
  ])('leaves out a team %s and names the gap with a remedy', (_, team, given, code) => {
    const { value } = plan(
      { teams: [aTeam({ id: 'a', type: 'PRO', ...near, capabilities: canPlug, ...team })] },
      [plug],
      given,
    )
    expect(value.force.assignments).toEqual([])
    expect(value.force.shortfalls).toMatchObject([{ demandId: 'plug', capability: 'HAZ_PLUG', missing: 1 }])
    expect(value.force.shortfalls[0]?.reasons[0]).toMatchObject({ code, facts: { count: 1 } })
    expect(value.force.shortfalls[0]?.remedies.map((remedy) => remedy.code)).toContain('remedy-neighbour')
  })

  it('says so when no team of the data set has the capability', () => {
    expect(
      plan({ teams: [aTeam({ id: 'a', ...near })] }).value.force.shortfalls[0]?.reasons.map((reason) => reason.code),
    ).toEqual(['shortfall-nobody-has'])
  })

  it('does not count what stands in the workshop', () => {
    const tables = {
      teams: [aTeam({ id: 'a', type: 'PRO', ...near, capabilities: canPlug })],
      vehicles: [
        aVehicle({ id: 'a-1', teamId: 'a', kind: 'HAZMAT', status: 'repair', capabilities: canPlug }),
        aVehicle({ id: 'a-2', teamId: 'a' }),
      ],
    }
    expect(plan(tables).value.force.shortfalls[0]?.reasons[0]?.code).toBe('shortfall-team-kit-out-of-service')
  })

  it('never sends volunteers into the hot zone', () => {
    const teams = [
      aTeam({ id: 'v', type: 'SOCIAL', ...near, capabilities: canPlug }),
      aTeam({ id: 'a', type: 'PRO', ...far, capabilities: canPlug }),
    ]
    expect(sentIds(plan({ teams }, [{ ...plug, hotZone: true, quantity: 2 }]))).toEqual(['a'])
    expect(sentIds(plan({ teams }, [{ ...plug, quantity: 2 }]))).toEqual(['v', 'a'])
  })

  it('never sends volunteers alone', () => {
    const planned = plan({ teams: [aTeam({ id: 'v', type: 'VOL', ...near, capabilities: canPlug })] })
    expect(planned.value.force.assignments).toEqual([])
    expect(planned.value.force.shortfalls[0]?.missing).toBe(1)
  })

  it('asks a farther tier only when the nearer ones cannot cover', () => {
    const own = aTeam({ id: 'own', type: 'PRO', ...far, capabilities: canPlug })
    const city = aTeam({ id: 'city', type: 'PRO', tier: 'city', ...near, capabilities: canPlug })
    expect(sentIds(plan({ teams: [own, city] }))).toEqual(['own'])
    const both = plan({ teams: [own, city] }, [{ ...plug, quantity: 2 }])
    expect(sentIds(both).sort()).toEqual(['city', 'own'])
    const asked = both.value.force.assignments.find((assignment) => assignment.teamId === 'city')
    expect(asked?.authority).toBe('request')
    expect(asked?.reasons.map((reason) => reason.code)).toContain('tier-opened')
  })

  it('commands its own teams, requests national, army and port forces, notifies social ones', () => {
    const kinds = [
      ['own', { type: 'GOV_FT' }, 'command'],
      ['national', { type: 'NFR' }, 'request'],
      ['army', { type: 'PLA' }, 'request'],
      ['port', { type: 'ENT_FT', name: '宁波港专职消防队' }, 'request'],
      ['plant', { type: 'ENT_FT', name: '小港某厂专职消防队' }, 'command'],
      ['social', { type: 'SOCIAL' }, 'notify'],
    ] as const
    const teams = kinds.map(([id, team]) => aTeam({ id, ...near, capabilities: canPlug, ...team }))
    const { assignments } = plan({ teams }, [{ ...plug, quantity: kinds.length }]).value.force
    expect(Object.fromEntries(assignments.map((assignment) => [assignment.teamId, assignment.authority]))).toEqual(
      Object.fromEntries(kinds.map(([id, , authority]) => [id, authority])),
    )
  })

  it('lets one team fill several demands with one vehicle, within its crews', () => {
    const capabilities: Dataset['teams'][number]['capabilities'] = [
      { capability: 'FOAM', quantity: 2 },
      { capability: 'FIRE_OIL', quantity: 2 },
    ]
    const tables = {
      teams: [aTeam({ id: 'a', type: 'PRO', ...near, onDuty: 9, capabilities })],
      vehicles: ['1', '2'].map((id) =>
        aVehicle({
          id: `a-${id}`,
          teamId: 'a',
          kind: 'FOAM',
          crew: 6,
          capabilities: capabilities.map((entry) => ({ ...entry, quantity: 1 })),
        }),
      ),
    }
    const demand = [
      aDemand({ id: 'foam', capability: 'FOAM', quantity: 2 }),
      aDemand({ id: 'oil', capability: 'FIRE_OIL' }),
    ]
    const { force } = plan(tables, demand).value
    expect(force.assignments[0]).toMatchObject({
      personnel: 6,
      capabilities: [
        { capability: 'FIRE_OIL', quantity: 1 },
        { capability: 'FOAM', quantity: 1 },
      ],
    })
    expect(force.shortfalls).toMatchObject([{ demandId: 'foam', missing: 1 }])
  })

  it('names the vehicles a demand for a kind takes', () => {
    const tables = {
      teams: [aTeam({ id: 'a', type: 'PRO', ...near, onDuty: 12 })],
      vehicles: ['1', '2', '3'].map((id) => aVehicle({ id: `a-${id}`, teamId: 'a', kind: 'AMB', crew: 3 })),
    }
    const { force } = plan(tables, [aDemand({ id: 'amb', vehicleKind: 'AMB', quantity: 2 })]).value
    expect(force.assignments[0]?.vehicles).toMatchObject([
      { id: 'a-1', kind: 'AMB', crew: 3 },
      { id: 'a-2', kind: 'AMB', crew: 3 },
    ])
    expect(force.shortfalls).toEqual([])
  })

  it('holds boats from force 8 on', () => {
    const tables = {
      teams: [aTeam({ id: 'a', type: 'PRO', ...near })],
      vehicles: [aVehicle({ id: 'a-1', teamId: 'a', kind: 'BOAT', crew: 3 })],
    }
    const boat = [aDemand({ id: 'boat', vehicleKind: 'BOAT' })]
    expect(plan(tables, boat, { weather: { windSpeedMs: 17.1, windFromDeg: 0 } }).value.force.shortfalls).toEqual([])
    expect(plan(tables, boat, { weather: { windSpeedMs: 17.2, windFromDeg: 0 } }).value.force.shortfalls).toHaveLength(
      1,
    )
  })

  it('keeps teams already rolling, counts them first and never sends them again', () => {
    const teams = [
      aTeam({ id: 'near', type: 'PRO', ...near, capabilities: canPlug }),
      aTeam({ id: 'rolling', name: '霞浦抢险队(演示)', type: 'PRO', ...far, capabilities: canPlug }),
    ]
    const responding = [
      { name: '霞浦抢险队', since: '2026-07-14T10:10:00+08:00', status: 'enRoute' },
      { name: '没有的队' },
    ]
    const planned = plan({ teams }, [plug], { responding })
    expect(sentIds(planned)).toEqual(['rolling'])
    const [assignment] = planned.value.force.assignments
    const [movement] = planned.value.movement.movements
    expect(assignment?.authority).toBe('selfDispatched')
    expect(assignment?.etaS).toBe(Math.max(0, -600 + 60 + (movement?.durationS ?? 0)))
    expect(planned.findings.filter((finding) => finding.code === 'responding-unknown')).toHaveLength(1)
  })

  it('gives a team on scene no way to go', () => {
    const teams = [aTeam({ id: 'a', type: 'PRO', ...far, capabilities: canPlug })]
    const { value } = plan({ teams }, [plug], { responding: [{ teamId: 'a', status: 'onScene' }] })
    expect(value.force.assignments[0]).toMatchObject({ etaS: 0, stagingAreaId: null, distanceM: 0 })
    expect(value.movement.movements).toEqual([])
  })

  it('sends the nearest fire station to every scene, even without a demand it fills', () => {
    const teams = [aTeam({ id: 'station', ...far }), aTeam({ id: 'a', type: 'PRO', ...near, capabilities: canPlug })]
    const planned = plan({ teams, vehicles: [aVehicle({ id: 's-1', teamId: 'station' })] })
    expect(sentIds(planned)).toEqual(['a', 'station'])
  })

  it('attaches the plant’s own brigade and process team to an incident at the plant, and leaves them where they are', () => {
    const given = {
      location: { lng: 121.896, lat: 29.915 },
      hazmat: { un: '1086', container: 'fixedTank', spill: 'large', onFire: true },
      weather: { windFromDeg: 45, windSpeedMs: 4 },
    }
    const { value } = planForces(inBeilun(anIncident('hazmat_fixed', given)), [plug])
    const own = value.force.assignments.filter((assignment) =>
      ['ent-formosa', 'proc-formosa'].includes(assignment.teamId),
    )
    expect(own.map((assignment) => [assignment.teamId, assignment.distanceM])).toEqual([
      ['ent-formosa', 0],
      ['proc-formosa', 0],
    ])
    const otherPlants = value.force.assignments.filter(
      (assignment) => assignment.teamType === 'PROCESS' && assignment.teamId !== 'proc-formosa',
    )
    expect(otherPlants).toEqual([])
  })

  it('sends nobody through a danger zone: a team based inside it is left out with the reason', () => {
    const teams = [aTeam({ id: 'inside', type: 'PRO', lng: 121.8852, lat: 29.88, capabilities: canPlug })]
    const hazmat = { un: '1005', container: 'roadTanker', spill: 'large' }
    const problem = inBeilun(anIncident('hazmat_road', { hazmat, weather: { windFromDeg: 45, windSpeedMs: 4 } }), {
      teams,
      vehicles: [],
    })
    const { force } = planForces(problem, [plug]).value
    expect(force.assignments).toEqual([])
    expect(force.shortfalls[0]?.reasons.map((reason) => reason.code)).toEqual(['shortfall-team-cut-off-by-zone'])
  })

  it('keeps one fresh reserve and shows the fire cover of all ten streets before and after', () => {
    const { force } = planForces(inBeilun(anIncident('hazmat_road')), [{ ...plug, quantity: 3, hotZone: true }]).value
    expect(force.coverageLeft).toHaveLength(10)
    expect(force.reserve).toHaveLength(1)
    expect(force.assignments.map((assignment) => assignment.teamId)).not.toContain(force.reserve[0]?.teamId)
  })

  it('gives the same bytes whatever the order of teams, vehicles and roads', () => {
    const demand = [
      aDemand({ id: 'a', capability: 'HAZ_PLUG', quantity: 3, hotZone: true }),
      aDemand({ id: 'b', vehicleKind: 'AMB', quantity: 4 }),
    ]
    const forward = planForces(inBeilun(anIncident('hazmat_road')), demand).value
    const reversed = planForces(
      inBeilun(anIncident('hazmat_road'), {
        teams: [...BEILUN.teams].reverse(),
        vehicles: [...BEILUN.vehicles].reverse(),
        roads: [...BEILUN.roads].reverse(),
      }),
      demand,
    ).value
    expect(canonicalJson(reversed)).toBe(canonicalJson(forward))
  })
})
