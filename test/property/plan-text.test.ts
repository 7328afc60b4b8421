import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { loadContingencyPlans } from '#electron/core/planning/load-references.ts'
import { readPlanText } from '#electron/core/planning/read-plan-text.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'

const { plans } = loadContingencyPlans(join(RESOURCES, 'contingency-plans'))

/** Words as people paste them: any script, quotes, colons, dashes, line ends, what YAML could take for something else. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom(
    'yes',
    'null',
    '1.0',
    '12',
    '~',
    '- a',
    'a: b',
    '# 说明',
    '"',
    "'",
    '{x}',
    '*a',
    '&a',
    '2026-01-01',
    ' 前后空 ',
    '一\n二\n',
  ),
)

describe('a plan written as text', () => {
  it('reads back as it was, whatever words stand in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...plans), words, words, words, (plan, title, duty, action) => {
        const chapters = plan.chapters.map((chapter) => ({
          ...chapter,
          phases: chapter.phases.map((phase) => ({
            ...phase,
            // Braces stand for what the facts fill in; other marks in them are refused.
            actions: phase.actions.map((each, index) =>
              index === 0 ? { ...each, text: action.replaceAll(/\{.*?\}|[{}]/gs, '{place}') } : each,
            ),
          })),
        }))
        const posts = plan.posts.map((post, index) => (index === 0 ? { ...post, duty } : post))
        const written = { ...plan, title, posts, chapters }
        const text = stringify(written, { lineWidth: 0, aliasDuplicateObjects: false })
        expect(readPlanText(text)).toEqual({ plan: written, problems: [] })
      }),
      { numRuns: 60 },
    )
  })

  it('never throws on a text that is cut or changed anywhere', () => {
    const text = stringify(plans[0], { lineWidth: 0 })
    fc.assert(
      fc.property(fc.nat({ max: text.length }), fc.nat({ max: 200 }), fc.string({ maxLength: 6 }), (at, cut, put) => {
        const { plan, problems } = readPlanText(text.slice(0, at) + put + text.slice(at + cut))
        expect(plan === null).toBe(problems.length > 0)
        for (const { line, column, message } of problems) {
          expect(line).toBeGreaterThan(0)
          expect(column).toBeGreaterThan(0)
          expect(message).not.toBe('')
        }
      }),
      { numRuns: 60 },
    )
  })
})
