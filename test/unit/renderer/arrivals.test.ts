import { describe, expect, it } from 'vitest'
import type { IncidentSummary } from '#shared/contract/incident.contract.ts'
import { arrivalBetween, versionsOf, type OwnWork } from '../../../renderer/features/incidents/arrivals.ts'
import { goToPart, noteBuilding, noteBuilt, noteOpened, openArrival } from '../../../renderer/app/view-actions.ts'
import { createViewStore } from '../../../renderer/app/view-store.ts'

const NO_WORK: OwnWork = { opened: [], building: null, built: {} }

function aSummary(incidentId: string, planVersion: number | null = null): IncidentSummary {
  return {
    incidentId,
    number: `BL-${incidentId}`,
    title: `title ${incidentId}`,
    type: 'typhoon',
    mode: 'drill',
    address: '',
    receivedAt: '2026-07-14T10:20:00+08:00',
    level: null,
    planVersion,
    revision: 1,
    contestedFacts: [],
    contestedPlan: [],
  }
}

describe('news of the other headquarters', () => {
  const before = versionsOf([aSummary('a', 1)])

  it('is a new incident, then a new version', () => {
    expect(arrivalBetween(before, [aSummary('b'), aSummary('a', 2)], NO_WORK)).toMatchObject({
      kind: 'incident',
      incidentId: 'b',
    })
    expect(arrivalBetween(before, [aSummary('a', 2)], NO_WORK)).toMatchObject({ kind: 'version', version: 2 })
  })

  it('is nothing at the start, without a change, or of what this window did', () => {
    expect(arrivalBetween(null, [aSummary('a', 1)], NO_WORK)).toBeNull()
    expect(arrivalBetween(before, [aSummary('a', 1)], NO_WORK)).toBeNull()
    expect(arrivalBetween(before, [aSummary('b')], { ...NO_WORK, opened: ['b'] })).toBeNull()
    expect(arrivalBetween(before, [aSummary('a', 2)], { ...NO_WORK, building: 'a' })).toBeNull()
    expect(arrivalBetween(before, [aSummary('a', 2)], { ...NO_WORK, built: { a: 2 } })).toBeNull()
    expect(arrivalBetween(before, [aSummary('a', 3)], { ...NO_WORK, built: { a: 2 } })).toMatchObject({ version: 3 })
  })

  it('is answered by one key: another incident is opened, the own one shows what changed', () => {
    const view = createViewStore('tactical')
    const arrival = { kind: 'incident', incidentId: 'b', number: '', title: '', mode: 'drill', version: null } as const
    view.setState({ incidentId: 'a', desk: 'intake', arrival })
    expect(view.getState().incidentId).toBe('a') // nothing moved by itself
    openArrival(view)
    expect(view.getState()).toMatchObject({ incidentId: 'b', desk: 'plan', arrival: null })
    view.setState({ arrival: { ...arrival, kind: 'version', version: 2 } })
    openArrival(view)
    expect(view.getState()).toMatchObject({
      incidentId: 'b',
      section: 'support',
      goTo: 'plan-difference',
      arrival: null,
    })
  })

  it('keeps what this window did', () => {
    const view = createViewStore('tactical')
    noteOpened(view, 'a')
    noteBuilding(view, 'a')
    expect(view.getState().own).toEqual({ opened: ['a'], building: 'a', built: {} })
    noteBuilt(view, 'a', 1)
    expect(view.getState().own).toEqual({ opened: ['a'], building: null, built: { a: 1 } })
  })

  it('a list of gaps is shown even when it belongs to the other headquarters', () => {
    const view = createViewStore('tactical')
    goToPart(view, { section: 'dispatch', tab: 'handling', part: 'section-evacuation-gaps' })
    expect(view.getState()).toMatchObject({ tab: 'handling', showAll: true, goTo: 'section-evacuation-gaps' })
  })
})
