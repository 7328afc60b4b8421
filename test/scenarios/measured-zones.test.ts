import { describe, expect, it } from 'vitest'
import { Incident } from '#shared/domain/incident.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { distanceM, distanceToPolygonM } from '#shared/kernel/geo.ts'
import { checkPlan } from '#shared/planner/check-plan.ts'
import { checkIncident } from '#shared/planner/situation/check-incident.ts'
import { beilun, blocksOf, exampleIncident, exampleProblem, planExample } from './scenario-plan.ts'

type Measured = NonNullable<Incident['measuredZones']>

const AT = '2026-07-14T10:50:00+08:00'
const MEASURED: Measured = [
  { kind: 'hot', radiusM: 90, reading: '氨 300 ppm', at: AT, by: '侦检一组' },
  { kind: 'protective', lengthM: 1200, bearingDeg: 180, reading: '氨 25 ppm', at: AT, by: '环境监测站' },
  { kind: 'isolation', radiusM: 400, at: AT, by: '侦检一组' },
]
const CLOSED: NonNullable<Incident['closedInitialZones']> = [
  { kind: 'isolation', by: '战术总指挥', at: '2026-07-14T11:00:00+08:00', reason: '两轮读数稳定' },
  { kind: 'protective', by: '战术总指挥', at: '2026-07-14T11:00:00+08:00', reason: '两轮读数稳定' },
]
const withZones = (
  measuredZones: Measured,
  closedInitialZones: NonNullable<Incident['closedInitialZones']> = [],
): DispatchPlan =>
  planExample('ammonia-tanker-road', (incident) => ({ ...incident, measuredZones, closedInitialZones }))

describe('measured zones of the ammonia tanker', () => {
  const plan = withZones(MEASURED)
  const initial = (kind: string) => plan.zones.find((zone) => zone.kind === kind && zone.stage === 'initial')
  const measured = (kind: string) => plan.zones.find((zone) => zone.kind === kind && zone.stage === 'measured')

  it('stand beside the initial ones, which keep their size', () => {
    expect(initial('isolation')).toMatchObject({ radiusM: 150 })
    expect(initial('protective')).toMatchObject({ lengthM: 500 })
    expect(measured('isolation')).toMatchObject({ id: 'Z-measured-isolation-1', radiusM: 400 })
    expect(measured('protective')).toMatchObject({ lengthM: 1200, bearingDeg: 180 })
    expect(measured('hot')).toMatchObject({ radiusM: 90 })
    expect(measured('hot')?.reasons[0]?.text).toContain('氨 300 ppm')
  })

  it('count together with the initial ones for every waiting place (HZ13)', () => {
    expect(plan.movementPlan.stagingAreas.length).toBeGreaterThan(0)
    const scene = plan.incident.location
    for (const area of plan.movementPlan.stagingAreas) {
      for (const zone of plan.zones.filter((entry) => ['isolation', 'protective', 'hot'].includes(entry.kind)))
        expect(distanceToPolygonM(area.location, zone.geometry)).toBeGreaterThanOrEqual(49)
      // Toxic gas: 1.5 times the larger of the two isolation circles.
      if (area.kind === 'staging') expect(distanceM(area.location, scene)).toBeGreaterThanOrEqual(600)
    }
    expect(blocksOf(plan)).toEqual([])
  })

  it('bring staging nearer than the initial circle allowed only after a person closed it', () => {
    const small: Measured = [{ kind: 'isolation', radiusM: 60, at: AT, by: '侦检一组' }]
    const nearest = (of: DispatchPlan): number =>
      Math.min(...of.movementPlan.stagingAreas.map((area) => distanceToPolygonM(area.location, zoneOf(of).geometry)))
    const zoneOf = (of: DispatchPlan): DispatchPlan['zones'][number] => {
      const zone = of.zones.find((entry) => entry.kind === 'isolation' && entry.stage === 'initial')
      if (zone === undefined) throw new Error('no initial isolation')
      return zone
    }
    expect(nearest(withZones(small))).toBeGreaterThanOrEqual(49)
    const closed = withZones(small, [{ kind: 'isolation', by: '战术总指挥', at: AT, reason: '读数稳定' }])
    expect(zoneOf(closed)).toMatchObject({ radiusM: 150, closed: { by: '战术总指挥', reason: '读数稳定' } })
    expect(blocksOf(closed)).toEqual([])
  })

  it('leave every other zone open when one kind is closed', () => {
    const closed = withZones(MEASURED, CLOSED.slice(0, 1))
    const flags = closed.zones.filter((zone) => zone.stage === 'initial').map((zone) => [zone.kind, zone.closed?.by])
    expect(flags).toContainEqual(['isolation', '战术总指挥'])
    expect(flags).toContainEqual(['protective', undefined])
  })

  it('are drawn all round when a length has no direction, and ids do not depend on the order of rows', () => {
    const length: Measured = [{ kind: 'warm', lengthM: 300, at: AT, by: '侦检一组' }]
    const warm = withZones(length).zones.find((zone) => zone.kind === 'warm')
    expect(warm).toMatchObject({ radiusM: 300 })
    expect(warm).not.toHaveProperty('bearingDeg')
    expect(withZones([...MEASURED].reverse()).zones).toEqual(plan.zones)
  })

  it('may not be dropped from a plan, and an initial zone may not be closed in the plan alone', () => {
    const problem = exampleProblem('ammonia-tanker-road')
    const codes = (changed: DispatchPlan): string[] => checkPlan(changed, problem).map((finding) => finding.code)
    const dropped = { ...plan, zones: plan.zones.filter((zone) => zone.stage === 'initial') }
    expect(codes(dropped)).toContain('zone-missing')
    const quietly = {
      ...plan,
      zones: plan.zones.map((zone) =>
        zone.kind === 'isolation' && zone.stage === 'initial'
          ? { ...zone, closed: { by: '', at: '', reason: '' } }
          : zone,
      ),
    }
    expect(codes(quietly)).toContain('zone-closed-unfounded')
  })

  it.each([
    ['a zone without a size', { measuredZones: [{ kind: 'hot', at: AT, by: '侦检一组' }] }, 'measuredZones.0'],
    ['closing without any measured zone', { closedInitialZones: CLOSED }, 'closedInitialZones.0'],
    [
      'closing when only a cold line was measured',
      { measuredZones: [{ kind: 'cold', radiusM: 500, at: AT, by: '侦检一组' }], closedInitialZones: CLOSED },
      'closedInitialZones.0',
    ],
    [
      'a time without offset',
      { measuredZones: [{ kind: 'hot', radiusM: 50, at: '2026-07-14T10:50:00', by: '侦检一组' }] },
      'measuredZones.0.at',
    ],
  ] as const)('are refused: %s', (_, part, path) => {
    const incident = Incident.parse({ ...exampleIncident('ammonia-tanker-road'), ...part })
    const { hazmat } = exampleProblem('ammonia-tanker-road')
    const check = (): void => checkIncident(incident, beilun, hazmat)
    expect(check).toThrow(expect.objectContaining({ path }))
  })
})
