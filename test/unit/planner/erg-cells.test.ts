import { describe, expect, it } from 'vitest'
import { loadParameters } from '#electron/core/planning/load-references.ts'
import { handbookDistances, type ReleaseConditions } from '#shared/planner/hazmat/handbook-distances.ts'
import { HAZMAT } from '#test/builders/situation-builders.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'

const parameters = loadParameters(RESOURCES).zones
const CALM: ReleaseConditions = {
  night: false,
  wind: { fromDeg: null, speedMs: null, usable: false },
  container: 'unknown',
  largeSpill: true,
}

function distancesOf(un: string, conditions: Partial<ReleaseConditions> = {}) {
  const substance = HAZMAT.substances.find((entry) => entry.un === un)
  if (substance === undefined) throw new Error(`no UN${un}`)
  return handbookDistances(substance, { ...CALM, ...conditions }, { tables: HAZMAT, parameters })
}

/** Cells read off ERG2024 Table 1: isolation m; protective day km, night km. */
describe('cells of ERG2024 Table 1', () => {
  it.each([
    ['1017', 'small', 60, 0.3, 1.5],
    ['1005', 'small', 30, 0.1, 0.2],
    ['1040', 'small', 30, 0.1, 0.2],
    ['1050', 'small', 30, 0.1, 0.3],
    ['1053', 'small', 30, 0.1, 0.5],
    ['1053', 'large', 400, 2.4, 6.3],
    ['1093', 'small', 30, 0.2, 0.6],
    ['1093', 'large', 100, 1.3, 2.3],
    ['1079', 'small', 100, 0.6, 2.6],
    ['1052', 'small', 30, 0.1, 0.5],
    ['1016', 'small', 30, 0.1, 0.2],
    ['1016', 'large', 200, 1.2, 3.9],
    ['1076', 'small', 100, 0.6, 2.5],
    ['1076', 'large', 500, 3.0, 9.5],
    ['1008', 'small', 30, 0.2, 0.7],
    ['1008', 'large', 400, 2.4, 4.7],
  ] as const)('UN%s %s spill: %d m; %d km by day, %d km by night', (un, size, isolationM, dayKm, nightKm) => {
    const cells = distancesOf(un).sizes.filter((cell) => cell.largeSpill === (size === 'large'))
    const cell = (night: boolean) => cells.find((entry) => entry.night === night)?.distances
    expect(cell(false)).toMatchObject({ isolationM, protectiveM: dayKm * 1000, basis: { source: 'ERG2024 Table 1' } })
    expect(cell(true)).toMatchObject({ isolationM, protectiveM: nightKm * 1000 })
  })

  it('answers "at least 11 km" for all 13 cells lost in the extraction, never 0', () => {
    const lost = HAZMAT.isolation.filter(
      ({ largeSpill }) => largeSpill !== null && (largeSpill.nightKm === null || largeSpill.isolationM === null),
    )
    expect(lost).toHaveLength(13)
    for (const row of lost) {
      const night = distancesOf(row.un, { night: true }).present
      expect(night).toMatchObject({ protectiveM: 11_000, atLeast: true })
      expect(night.isolationM).toBeGreaterThanOrEqual(800)
    }
  })
})

/** Cells read off ERG2024 Table 3: isolation m; day km low/moderate/high wind; night km low/moderate/high wind. */
describe('cells of ERG2024 Table 3', () => {
  const TABLE: readonly (readonly [
    un: string,
    container: 'railTank' | 'roadTanker' | 'multipleTonCylinders' | 'smallCylinder',
    isolationM: number,
    day: readonly [number, number, number],
    night: readonly [number, number, number],
  ])[] = [
    ['1017', 'railTank', 1000, [9.6, 6.3, 5.1], [11, 8.9, 6.5]],
    ['1017', 'roadTanker', 600, [5.6, 3.3, 2.5], [6.4, 4.7, 3.8]],
    ['1017', 'multipleTonCylinders', 300, [1.9, 1.3, 1.0], [3.5, 2.3, 1.3]],
    ['1017', 'smallCylinder', 150, [1.3, 0.7, 0.5], [2.4, 1.2, 0.6]],
    ['1005', 'railTank', 300, [1.6, 1.2, 1.0], [4.1, 2.1, 1.3]],
    ['1005', 'roadTanker', 150, [0.8, 0.5, 0.4], [1.8, 0.7, 0.6]],
    ['1005', 'multipleTonCylinders', 60, [0.5, 0.3, 0.3], [1.4, 0.3, 0.3]],
    ['1005', 'smallCylinder', 30, [0.3, 0.2, 0.1], [0.7, 0.3, 0.2]],
    ['1040', 'railTank', 200, [1.5, 0.8, 0.7], [3.0, 1.4, 0.8]],
    ['1040', 'roadTanker', 100, [0.9, 0.5, 0.4], [2.0, 0.7, 0.4]],
    ['1050', 'railTank', 500, [3.7, 2.0, 1.7], [9.7, 3.3, 2.2]],
    ['2186', 'roadTanker', 200, [1.5, 0.8, 0.6], [3.7, 1.5, 0.8]],
    ['1052', 'railTank', 500, [3.4, 2.1, 1.8], [6.4, 3.0, 1.9]],
    ['1052', 'smallCylinder', 100, [0.8, 0.4, 0.3], [1.7, 0.5, 0.3]],
    ['1079', 'roadTanker', 1000, [11, 6.0, 5.0], [11, 7.9, 6.0]],
    ['1079', 'smallCylinder', 200, [3.1, 1.5, 1.1], [5.6, 2.4, 1.5]],
  ]

  it.each(TABLE)('UN%s %s: %d m, day %j km, night %j km', (un, container, isolationM, day, night) => {
    const row = distancesOf(un, { container }).containers.find((entry) => entry.present)
    expect(row?.isolationM).toBe(isolationM)
    const km = (isNight: boolean) =>
      row?.cells.filter((cell) => cell.night === isNight).map((cell) => (cell.distances.protectiveM ?? 0) / 1000)
    expect(km(false)).toEqual(day)
    expect(km(true)).toEqual(night)
  })

  it('lists every row of the table once, by its own container', () => {
    for (const un of new Set(HAZMAT.largeSpills.map((row) => row.un))) {
      const rows = HAZMAT.largeSpills.filter((row) => row.un === un)
      expect(
        distancesOf(un)
          .containers.map((row) => row.isolationM)
          .sort(),
      ).toEqual(rows.map((row) => row.isolationM).sort())
    }
  })

  it('marks 11 km as "at least" and reads an unusable wind as low', () => {
    const { present, band } = distancesOf('1079', { container: 'railTank' })
    expect(band).toBe('low')
    expect(present).toMatchObject({ protectiveM: 11_000, atLeast: true })
  })

  it('has no container table for what Table 3 does not list', () => {
    expect(distancesOf('1075').containers).toEqual([])
    expect(distancesOf('1075').present).toMatchObject({ isolationM: 100, protectiveM: 800, atLeast: true })
  })
})
