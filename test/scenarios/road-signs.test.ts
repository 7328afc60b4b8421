import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Incident } from '#shared/domain/incident.ts'
import { actionsOf, planExample } from './scenario-plan.ts'

const LIBRARY = join(import.meta.dirname, '..', '..', 'resources', 'contingency-plans')

function atNight(incident: Incident): Incident {
  return { ...incident, receivedAt: '2026-07-14T23:20:00+08:00' }
}

function inRain(incident: Incident): Incident {
  return { ...incident, weather: { ...incident.weather, signal: 'orange', signalKind: 'rain' } }
}

/** What the traffic police hear and read: the first order on the telephone and the action of the plan. */
function signWords(changes?: (incident: Incident) => Incident): { spoken: string; written: string; closure: string } {
  const plan = planExample('ammonia-tanker-road', changes)
  return {
    spoken: plan.firstOrders.find(({ id }) => id === 'FO_TRAFFIC')?.words ?? '',
    written: actionsOf(plan).find(({ code }) => code === 'HZR_CLOSE')?.text ?? '',
    closure: plan.movementPlan.closures.flatMap(({ reasons }) => reasons.map(({ text }) => text)).join(),
  }
}

describe('warning signs before a closed expressway (500 m and 200 m, double in poor sight)', () => {
  it('are ordered at 500 m by day, in the words of the closure', () => {
    const { spoken, written, closure } = signWords()
    expect(spoken).toContain('前后500米外')
    expect(written).toContain('前后500米外设警示，再设200米第二道线（起雾、降雨、降雪时加倍）')
    expect(closure).toContain('500')
  })

  it.each([
    ['at night', atNight],
    ['under a rain signal', inRain],
  ])('are ordered twice as far %s, by telephone, in the plan and in the closure alike', (_when, changes) => {
    const { spoken, written, closure } = signWords(changes)
    expect(spoken).toContain('前后1000米外')
    expect(written).toContain('前后1000米外设警示，再设400米第二道线（已按夜间、雨天加倍）')
    expect(closure).toContain('1000')
    for (const words of [spoken, written]) expect(words).not.toContain('500米')
  })

  it('stand outside the circle of a burning tank, on the telephone, in the plan and on the map alike', () => {
    const burning = planExample('ammonia-tanker-road', (incident) => ({
      ...incident,
      hazmat: { ...incident.hazmat, un: '1075', onFire: true },
    }))
    const spoken = burning.firstOrders.map(({ words }) => words).join()
    const written = actionsOf(burning).find(({ code }) => code === 'HZ_ISOLATE')?.text ?? ''
    expect(spoken).toContain('前后1600米外设警示')
    expect(spoken).toContain('着火')
    expect(spoken).not.toContain('泄漏')
    expect(spoken).toContain('停1600米外待令')
    expect(written).toContain('按1.6公里（着火，防爆炸）全向隔离，范围内人员全部撤出')
    expect(burning.movementPlan.closures.map(({ name }) => name)).toContain('事发地周边道路（半径1600米）')
  })

  it('are never nearer than the isolation circle', () => {
    const large = planExample('ammonia-tanker-road', (incident) => ({
      ...incident,
      hazmat: incident.hazmat === undefined ? undefined : { ...incident.hazmat, onFire: true },
    }))
    const reachM = Math.max(
      ...large.zones.filter(({ kind }) => kind === 'isolation').map(({ radiusM }) => radiusM ?? 0),
    )
    const statedM = Number(
      /前后(\d+)米外/.exec(actionsOf(large).find(({ code }) => code === 'HZR_CLOSE')?.text ?? '')?.[1],
    )
    expect(statedM).toBeGreaterThanOrEqual(Math.max(500, reachM))
  })

  it('stand nowhere in the library as a fixed number of metres', () => {
    for (const name of readdirSync(LIBRARY))
      expect(readFileSync(join(LIBRARY, name), 'utf8'), name).not.toMatch(
        /(?:text|words): [^\n]*\d+米[^\n，。]{0,6}警示/,
      )
  })
})
