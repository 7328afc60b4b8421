import { describe, expect, it } from 'vitest'
import type { Incident } from '#shared/domain/incident.ts'
import { actionsOf, planExample } from './scenario-plan.ts'

/** A tanker of which only the plate is known; the waybill of this plate says chlorine, 18 t. */
function withPlate(plate: string): (incident: Incident) => Incident {
  return (incident) => ({ ...incident, hazmat: { un: null, plate, container: 'roadTanker', spill: 'unknown' } })
}

describe('a leaking tanker of which only the plate is known', () => {
  const plan = planExample('ammonia-tanker-road', withPlate('浙B·D1017演'))

  it('is planned by its waybill where that is the greater danger, and says so', () => {
    expect(plan.zones.find(({ kind }) => kind === 'isolation')?.radiusM).toBe(600)
    expect(plan.zones.find(({ kind }) => kind === 'protective')?.lengthM).toBe(3300)
    const finding = plan.findings.find(({ code }) => code === 'substance-by-trip')
    expect(finding?.text).toContain('液氯（UN1017）')
    expect(finding?.text).toContain('核实前不得缩小范围')
    expect(
      actionsOf(plan)
        .map(({ text }) => text)
        .join(),
    ).not.toContain('不明物质')
  })

  it('still counts the substance among the unknowns', () => {
    expect(plan.unknowns.map(({ fact }) => fact)).toContain('hazmat.un')
  })

  it('stays unknown without a record of the plate', () => {
    const bare = planExample('ammonia-tanker-road', withPlate('浙B·00000'))
    expect(bare.zones.find(({ kind }) => kind === 'isolation')?.radiusM).toBe(100)
    expect(bare.findings.map(({ code }) => code)).not.toContain('substance-by-trip')
  })

  it('is planned by what was reported where somebody named it', () => {
    const named = planExample('ammonia-tanker-road', (incident) => ({
      ...incident,
      hazmat: { ...incident.hazmat, plate: '浙B·D1017演' },
    }))
    expect(named.zones.find(({ kind }) => kind === 'isolation')?.radiusM).toBe(150)
    expect(named.findings.map(({ code }) => code)).toContain('trip-differs')
  })
})
