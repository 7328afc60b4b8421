import { describe, expect, it } from 'vitest'
import { angleBetweenDeg, distanceToPolygonM, isInside } from '#shared/kernel/geo.ts'
import { actionsOf, admittedGap, assignedOf, beilun, planExample } from './scenario-plan.ts'

/** T1: ammonia road tanker on the expressway, day, wind from 045° at 4 m/s. */
describe('T1 ammonia road tanker', () => {
  const plan = planExample('ammonia-tanker-road')
  const zone = (kind: string) => plan.zones.find((entry) => entry.kind === kind && entry.stage === 'initial')
  const guarded = plan.zones.filter((entry) => ['isolation', 'protective', 'fireIsolation'].includes(entry.kind))

  it('isolates 150 m and draws a 0.5 km square toward 225° (ERG2024 Table 3, road tanker, day, moderate wind)', () => {
    expect(zone('isolation')?.radiusM).toBe(150)
    expect(zone('protective')?.lengthM).toBe(500)
    expect(zone('protective')?.bearingDeg).toBe(225)
    expect(zone('isolation')?.basis.source).toContain('ERG2024')
  })

  it.each([
    ['night, low wind', { night: true, windSpeedMs: 2 }, 1800],
    ['night, moderate wind', { night: true, windSpeedMs: 4 }, 700],
    ['day, high wind', { night: false, windSpeedMs: 6 }, 400],
  ])('recomputes the square for %s', (_name, weather, lengthM) => {
    const changed = planExample('ammonia-tanker-road', (incident) => ({
      ...incident,
      receivedAt: weather.night ? '2026-07-14T23:20:00+08:00' : incident.receivedAt,
      weather: { ...incident.weather, windSpeedMs: weather.windSpeedMs },
    }))
    expect(changed.zones.find((entry) => entry.kind === 'protective')?.lengthM).toBe(lengthM)
  })

  it('stages within 60° of the wind, at least 225 m off and 50 m outside every zone', () => {
    expect(plan.movementPlan.stagingAreas.length).toBeGreaterThan(0)
    for (const area of plan.movementPlan.stagingAreas) {
      expect(angleBetweenDeg(area.bearingFromIncidentDeg, 45)).toBeLessThanOrEqual(60)
      expect(area.distanceM).toBeGreaterThanOrEqual(225)
      for (const shape of guarded) expect(distanceToPolygonM(area.location, shape.geometry)).toBeGreaterThanOrEqual(50)
    }
  })

  it('names beside each place what is lawful but slower, and on the south-west side the clause of HZ13 it breaks', () => {
    for (const area of plan.movementPlan.stagingAreas.filter(({ further }) => !further)) {
      const told = area.runnersUp ?? []
      expect(told.length).toBeGreaterThanOrEqual(3)
      expect(told.length).toBeLessThanOrEqual(5)
      for (const { reasons } of told) expect(reasons.map(({ source }) => source)).toContain('设计规则 HZ13')
    }
    const [staging] = plan.movementPlan.stagingAreas.filter(({ kind }) => kind === 'staging')
    const southWest = staging?.runnersUp?.find(({ name }) => name.includes('西南方向'))
    expect(southWest?.reasons).toMatchObject([
      { code: 'staging-downwind', source: '设计规则 HZ13', facts: { offUpwindDeg: 164, limitDeg: 90 } },
      { code: 'staging-zone-too-near', source: '设计规则 HZ13', facts: { gapM: 0, marginM: 50 } },
    ])
    const slower = staging?.runnersUp?.filter(({ reasons }) => reasons[0]?.code === 'site-next-slower') ?? []
    expect(slower).toHaveLength(2)
    for (const { reasons } of slower) expect(Number(reasons[0]?.facts['moreS'])).toBeGreaterThan(0)
  })

  it('sends plugging, decontamination, recon, two ambulances and environment monitoring', () => {
    for (const capability of ['HAZ_PLUG', 'HAZ_DECON', 'HAZ_RECON', 'ENV_MON', 'EXTRICATE', 'POLICE']) {
      expect(assignedOf(plan, capability)).toBeGreaterThan(0)
    }
    const ambulances = plan.forcePlan.assignments
      .flatMap((entry) => entry.vehicles)
      .filter((vehicle) => vehicle.kind === 'AMB')
    expect(ambulances.length + admittedGap(plan, 'AMB')).toBeGreaterThanOrEqual(2)
    expect(plan.forcePlan.assignments.some((entry) => entry.teamName.includes('柴桥'))).toBe(true)
    expect(plan.forcePlan.experts.length).toBeGreaterThan(0)
  })

  it('closes the expressway both ways with a detour', () => {
    const ordered = plan.movementPlan.closures.filter((closure) => closure.origin === 'ordered')
    expect(ordered.length).toBeGreaterThanOrEqual(1)
    expect(ordered.some((closure) => closure.detour !== '')).toBe(true)
  })

  it('offers rescue grade three for a large leak', () => {
    expect(plan.incident.alarm).toMatchObject({ kind: 'rescue', grade: 3 })
  })

  it('asks for the first report and names both streets in the notice', () => {
    expect(plan.reports.some((report) => report.kind === 'initial')).toBe(true)
    const notice = JSON.stringify(plan.handlingPlan.publicMessage) + JSON.stringify(actionsOf(plan))
    expect(notice).toContain('霞浦')
    expect(notice).toContain('柴桥')
  })

  it('lists both clocks for every population point in the square', () => {
    const inside = beilun.populationPoints.filter((point) => guarded.some((shape) => isInside(point, shape.geometry)))
    for (const point of inside) {
      const lines = plan.handlingPlan.evacuation.assignments.filter((line) => line.fromId === point.id)
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) {
        expect(line.cloudArrivesS).not.toBeNull()
        expect(line.walkOutS).not.toBeNull()
      }
    }
  })

  it('forbids in words: staging downwind, a jet on the leak, opening the road early, volunteers inside, no first report', () => {
    const words = plan.handlingPlan.mustNot.map((entry) => entry.text).join('\n')
    expect(words).toMatch(/下风/)
    expect(words).toMatch(/直流/)
    expect(words).toMatch(/(恢复通行|开放|放行)/)
    expect(words).toMatch(/(志愿|社会)/)
    expect(words).toMatch(/首报/)
  })

  it('must not send volunteers into the zone nor any route through it', () => {
    expect(
      plan.findings.filter((finding) => ['volunteer-in-hot-zone', 'route-through-zone'].includes(finding.code)),
    ).toEqual([])
  })

  it('tells the street to keep people indoors before the square is known, and away from a gas that burns', () => {
    const street = (orders: typeof plan.firstOrders): string =>
      orders
        .filter((order) => order.words.includes('广播'))
        .map((order) => order.words)
        .join()
    expect(street(plan.firstOrders)).toContain('进屋关窗')
    const lpg = planExample('ammonia-tanker-road', (incident) => ({
      ...incident,
      hazmat: { ...incident.hazmat, un: '1075' },
    }))
    expect(street(lpg.firstOrders)).toContain('远离')
    expect(street(lpg.firstOrders)).not.toContain('进屋')
  })

  it('does not name a waiting place that is used among those not chosen', () => {
    const names = plan.movementPlan.stagingAreas.map((area) => area.name)
    const beside = plan.movementPlan.stagingAreas.flatMap((area) => area.runnersUp ?? []).map(({ name }) => name)
    expect(beside.length).toBeGreaterThan(0)
    expect(plan.movementPlan.stagingAreas.some((area) => area.further)).toBe(true)
    const staging = plan.movementPlan.stagingAreas.filter((area) => area.kind === 'staging')
    const mine = staging.flatMap((area) => area.runnersUp ?? []).map(({ name }) => name)
    expect(mine.filter((name) => staging.some((area) => area.name === name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  it('never promises buses inside the square', () => {
    expect(
      plan.handlingPlan.evacuation.assignments.filter((line) => line.means === 'bus' && line.mode === 'evacuate'),
    ).toEqual([])
  })

  it('tells 霞南村 to stay indoors and nobody to walk, as the evacuation list has it', () => {
    const { text } = plan.handlingPlan.publicMessage
    const modes = new Set(plan.handlingPlan.evacuation.assignments.map((line) => line.mode))
    expect(modes).toEqual(new Set(['shelterInPlace']))
    expect(text).toMatch(/霞南村：请留在屋内/)
    expect(text).not.toContain('步行离开')
    expect(Array.from(text).length).toBeLessThanOrEqual(120)
  })

  it('draws each item from at most three stores', () => {
    const { allocations } = plan.forcePlan.supplies
    for (const item of new Set(allocations.map((line) => line.itemCode))) {
      const stores = new Set(allocations.filter((line) => line.itemCode === item).map((line) => line.storeId))
      expect(stores.size).toBeLessThanOrEqual(3)
    }
  })

  it('orders the first teams in from the upwind side', () => {
    expect(plan.firstOrders[0]?.words).toContain('从东北侧上风方向接近')
  })

  it('looks the load up by the plate', () => {
    const withPlate = planExample('ammonia-tanker-road', (incident) => ({
      ...incident,
      hazmat: { ...incident.hazmat, plate: '浙B·D1005演' },
    }))
    expect(withPlate.firstOrders.some((order) => order.id === 'FO_CARRIER')).toBe(true)
    expect(withPlate.findings.map((finding) => finding.code)).not.toContain('trip-differs')
    expect(
      actionsOf(withPlate)
        .map((action) => action.text)
        .join(),
    ).toContain('台塑')
  })

  it('variant LPG: isolation 100 m, downwind at least 0.8 km, 1600 m all round when burning', () => {
    const lpg = (onFire: boolean) =>
      planExample('ammonia-tanker-road', (incident) => ({
        ...incident,
        hazmat: { ...incident.hazmat, un: '1075', onFire },
      }))
    const cold = lpg(false)
    expect(cold.zones.find((entry) => entry.kind === 'isolation')?.radiusM).toBe(100)
    expect(cold.zones.find((entry) => entry.kind === 'protective')?.lengthM).toBeGreaterThanOrEqual(800)
    const hot = lpg(true)
    expect(hot.zones.find((entry) => entry.kind === 'fireIsolation')?.radiusM).toBe(1600)
    expect(hot.handlingPlan.evacuation.assignments.filter((line) => line.mode === 'shelterInPlace')).toEqual([])
    for (const area of cold.movementPlan.stagingAreas) expect(area.distanceM).toBeGreaterThanOrEqual(500)
  })

  it('unknown substance and unknown wind: circle, two staging sites on different sides, said as unknown', () => {
    const blind = planExample('ammonia-tanker-road', (incident) => ({
      ...incident,
      hazmat: { ...incident.hazmat, un: null },
      weather: {},
    }))
    expect(blind.zones.find((entry) => entry.kind === 'isolation')?.radiusM).toBeGreaterThanOrEqual(100)
    expect(blind.zones.every((entry) => entry.bearingDeg === undefined)).toBe(true)
    const sites = blind.movementPlan.stagingAreas.filter((area) => area.kind === 'staging')
    expect(sites.length).toBeGreaterThanOrEqual(2)
    const [first, second] = sites
    expect(
      angleBetweenDeg(first?.bearingFromIncidentDeg ?? 0, second?.bearingFromIncidentDeg ?? 0),
    ).toBeGreaterThanOrEqual(90)
    expect(blind.unknowns.map((unknown) => unknown.fact).join()).toMatch(/wind/)
  })

  it('keeps a force that is already rolling and never sends it twice', () => {
    const rollingId = plan.forcePlan.assignments[0]?.teamId ?? ''
    const rolling = planExample('ammonia-tanker-road', (incident) => ({
      ...incident,
      responding: [{ teamId: rollingId, since: '2026-07-14T10:18:00+08:00', status: 'enRoute' }],
    }))
    const lines = rolling.forcePlan.assignments.filter((entry) => entry.teamId === rollingId)
    expect(lines).toHaveLength(1)
    expect(lines[0]?.authority).toBe('selfDispatched')
  })
})
