import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openMemoryDatabase } from '#electron/core/db/open-database.ts'
import { searchPlanLines } from '#electron/core/db/repositories/contingency-plan-search.repo.ts'
import { loadContingencyPlans } from '#electron/core/planning/load-references.ts'
import { seedPlanLibrary } from '#electron/core/planning/seed-plan-library.ts'
import { planLines } from '#shared/planner/library/plan-lines.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'

const FOLDER = join(RESOURCES, 'contingency-plans')
const { plans } = loadContingencyPlans(FOLDER)
const db = openMemoryDatabase()
seedPlanLibrary(db, FOLDER, '2026-07-14T10:20:00+08:00')
afterAll(() => {
  db.close()
})

/** Every place that holds a text, by reading all of them. */
function placesWith(text: string): string[] {
  return plans.flatMap((plan) =>
    planLines(plan)
      .filter((line) => line.text.includes(text))
      .map(({ path }) => `${plan.id} ${path}`),
  )
}

function found(text: string): string[] {
  return searchPlanLines(db, text).map(({ planId, path }) => `${planId} ${path}`)
}

describe('searching the shipped plans', () => {
  it('finds any two characters of every title exactly where they stand, in every plan', () => {
    const pairs = new Set(plans.flatMap(({ title }) => Array.from(title).map((_, at) => title.slice(at, at + 2))))
    const chinese = [...pairs].filter((pair) => /^\p{Script=Han}{2}$/u.test(pair))
    expect(chinese.length).toBeGreaterThan(80)
    for (const pair of chinese) expect(found(pair).sort(), pair).toEqual(placesWith(pair).sort())
  })

  it.each(['堵漏', '泵站', '转移', '氨', '报告', '禁止', '避灾点', '较大涉险', '防汛防台抗旱'])(
    'finds %s in every place',
    (word) => {
      expect(found(word).sort()).toEqual(placesWith(word).sort())
      expect(found(word).length).toBeGreaterThan(0)
    },
  )

  it('would find none of them with the trigram tokenizer, which needs three characters', () => {
    db.exec("CREATE VIRTUAL TABLE temp.by_three USING fts5 (words, tokenize = 'trigram')")
    db.exec("INSERT INTO by_three VALUES ('防汛防台抗旱应急预案')")
    const count = (match: string): unknown =>
      db.prepare('SELECT count(*) FROM by_three WHERE words MATCH ?').pluck().get(match)
    expect([count('"防汛防"'), count('"防汛"')]).toEqual([1, 0])
  })

  it('wants all of several words in one place, and takes the beginning of a code', () => {
    const both = found('堵漏 泡沫')
    expect(both.length).toBeGreaterThan(0)
    expect(both.filter((place) => !placesWith('堵漏').includes(place) || !placesWith('泡沫').includes(place))).toEqual(
      [],
    )
    expect(found('hz_plu')).toEqual(found('HZ_PLUG'))
    expect(found('HZ_PLUG').length).toBeGreaterThan(0)
  })

  it('reads nothing as a command of the index', () => {
    for (const text of [
      '"',
      '*',
      'NEAR(',
      'words:防汛',
      '防汛 OR 地震',
      "'; DROP TABLE contents; --",
      '   ',
      '^',
      '（）',
    ])
      expect(() => found(text)).not.toThrow()
    expect(found('（）')).toEqual([])
  })
})
