import { describe, expect, it } from 'vitest'
import type { Route } from '#shared/planner/graph/travel.ts'
import { findMerges, measureColumn, type Column } from '#shared/planner/movement/column.ts'
import { parseInstant } from '#shared/kernel/instant.ts'
import { planExample } from '#test/scenarios/scenario-plan.ts'

function routeOf(steps: Route['steps']): Route {
  return {
    distanceM: 2000,
    durationS: 200,
    geometry: { type: 'LineString', coordinates: [] },
    roads: [],
    roadIds: steps.map((step) => step.roadId),
    steps,
    approximate: false,
  }
}

function columnOf(teamId: string, departS: number, roads: readonly string[], spreadS: number): Column {
  const steps = roads.map((roadId, index) => ({ roadId, enterS: index * 100, leaveS: index * 100 + 100 }))
  return { teamId, teamName: `队伍${teamId}`, departS, route: routeOf(steps), columnM: spreadS * 10, spreadS }
}

const NAMES = new Map([['main', '明州路']])

describe('the column of a team', () => {
  it('is one vehicle less than its vehicles times the spacing, and passes at the mean speed of the way', () => {
    expect(measureColumn(5, { distanceM: 2000, durationS: 200 }, 50)).toEqual({ columnM: 200, spreadS: 20 })
    expect(measureColumn(1, { distanceM: 2000, durationS: 200 }, 50)).toEqual({ columnM: 0, spreadS: 0 })
    expect(measureColumn(3, { distanceM: 0, durationS: 0 }, 50)).toEqual({ columnM: 100, spreadS: 0 })
  })

  it('that runs into the road of another before that has passed gives way for the rest of it', () => {
    const first = columnOf('a', 1000, ['east', 'main'], 20)
    const second = columnOf('b', 1005, ['west', 'main'], 0)
    const [reason] = findMerges([second, first], NAMES).get('b') ?? []
    expect(reason?.facts).toEqual({ road: '明州路', team: '队伍a', holdS: 15, gapS: 5 })
  })

  it('that comes when the other has passed need not wait, nor does one that follows on the same roads', () => {
    const first = columnOf('a', 1000, ['east', 'main'], 20)
    expect(findMerges([first, columnOf('b', 1020, ['west', 'main'], 0)], NAMES).size).toBe(0)
    expect(findMerges([first, columnOf('c', 1005, ['east', 'main'], 0)], NAMES).size).toBe(0)
  })
})

describe('the convoy of the ammonia tanker', () => {
  const { movementPlan } = planExample('ammonia-tanker-road')
  const second = (moment: string | null): number => parseInstant(moment ?? '')?.epochS ?? Number.NaN

  it('goes forward in waves: none before an earlier one, recon and attack first within each', () => {
    const places = new Set(movementPlan.convoy.map((row) => row.stagingAreaId))
    for (const place of places) {
      const rows = movementPlan.convoy.filter((row) => row.stagingAreaId === place)
      const waves = rows.map((row) => row.wave)
      expect(waves).toEqual([...waves].sort((a, b) => a - b))
      expect(rows.map((row) => row.order)).toEqual(rows.map((_, index) => index + 1))
      for (const wave of new Set(waves)) {
        const times = rows.filter((row) => row.wave === wave).map((row) => second(row.arriveAt))
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(300)
      }
    }
  })

  it('says for every team when its last vehicle is there and when its crew is due for relief', () => {
    expect(movementPlan.movements.some((row) => row.vehicles > 1)).toBe(true)
    for (const row of movementPlan.movements) {
      expect(row.columnM).toBe(Math.max(0, row.vehicles - 1) * 50)
      if (row.vehicles > 1 && row.durationS > 0) expect(second(row.lastArriveAt)).toBeGreaterThan(second(row.arriveAt))
      else expect(row.lastArriveAt).toBe(row.arriveAt)
      expect(second(row.reliefDueAt) - second(row.arriveAt)).toBe(14400)
    }
  })
})
