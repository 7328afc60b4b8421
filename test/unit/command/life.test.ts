import { describe, expect, it } from 'vitest'
import { likelyDuplicates } from '#shared/command/life/likely-duplicates.ts'
import { differencesOf, newCallersOf } from '#shared/command/life/merged-facts.ts'
import { isOpen, lifeOf } from '#shared/command/life/phase-of.ts'
import type { DeclaredPhase } from '#shared/domain/command/life-ops.ts'
import type { OpBodies } from '#shared/domain/command/op-bodies.ts'
import { Incident } from '#shared/domain/incident.ts'
import { opWriter } from '#test/builders/op-builders.ts'
import { clock, saidStep, stationOrder } from '#test/builders/order-builders.ts'

const LIMITS = {
  duplicateRadiusM: { value: 2000, unit: 'm', name: '', evidence: 'design', source: '' },
  duplicateWindowMin: { value: 60, unit: 'min', name: '', evidence: 'design', source: '' },
} as const

describe('the life of an incident', () => {
  const declared = (phase: DeclaredPhase): OpBodies['v1.incident.moved'] => ({
    phase,
    reason: '现场确认',
    leftOpen: [],
  })

  it('follows from what was done up to the first turn-out, and from what a person declared after that', () => {
    const write = opWriter()
    const ops = [
      write({ kind: 'v1.order.issued', body: stationOrder() }),
      write({ kind: 'v1.order.stepped', body: saidStep('turnedOut', '10:24') }),
    ]
    expect(lifeOf(ops.slice(0, 1), null).phase).toBe('ordered')
    const underWay = lifeOf(ops, null)
    expect(underWay.phase).toBe('underWay')
    expect(underWay.phases.find(({ phase }) => phase === 'underWay')?.at).toBe(clock('10:24'))
    const contained = write({ kind: 'v1.incident.moved', body: declared('contained') })
    expect(lifeOf([...ops, contained], null).phase).toBe('contained')
    const flared = write({ kind: 'v1.incident.moved', body: declared('underWay'), basis: [contained.id] })
    expect(lifeOf([...ops, contained, flared], null).phase).toBe('underWay')
  })

  it('stays at the earlier of two phases declared apart, so that no incident is closed by a machine that did not know', () => {
    const ops = [
      opWriter('seat-a')({ kind: 'v1.incident.moved', body: declared('closed') }),
      opWriter('seat-b')({ kind: 'v1.incident.moved', body: declared('contained') }),
    ]
    const life = lifeOf(ops, null)
    expect([life.phase, isOpen(life), life.contested.length]).toEqual(['contained', true, 2])
  })
})

describe('duplicate calls', () => {
  const call = { location: { lng: 121.885, lat: 29.88 }, receivedAt: clock('10:20'), mode: 'real' } as const
  const here = { ...call, incidentId: 'a', type: 'hazmat_road' }

  it('are offered by family, place and time, the nearest first, and never across drill and real', () => {
    const near = { ...call, incidentId: 'b', type: 'road_traffic', location: { lng: 121.89, lat: 29.88 } }
    const others = [
      near,
      { ...near, incidentId: 'c', location: { lng: 121.91, lat: 29.88 } },
      { ...near, incidentId: 'd', receivedAt: clock('11:21') },
      { ...near, incidentId: 'e', mode: 'drill' as const },
      { ...near, incidentId: 'f', type: 'fire_building' },
      { ...here, incidentId: 'g' },
    ]
    expect(likelyDuplicates(here, others, LIMITS)).toEqual([
      { incidentId: 'g', distanceM: 0, apartMin: 0, sameType: true },
      { incidentId: 'b', distanceM: 482, apartMin: 0, sameType: false },
    ])
  })

  it('bring callers and figures that the main incident does not have, and nothing twice', () => {
    const facts = (change: Partial<Incident>): Incident =>
      Incident.parse({ schema: 'incident/1', type: 'hazmat_road', location: call.location, ...change })
    const main = facts({ facts: { trapped: 1 }, callers: [{ name: '张', phone: '1', said: '有人被困' }] })
    const other = facts({
      facts: { trapped: { min: 2 }, injured: null },
      callers: [
        { name: '张', phone: '1', said: '有人被困' },
        { name: '李', phone: '2' },
      ],
    })
    expect(newCallersOf(main, other).map(({ name }) => name)).toEqual(['李'])
    expect(differencesOf(main, other)).toEqual([{ fact: '被困人数', here: '1', there: '至少2' }])
  })
})
