import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { ROOT, runTool } from './tool-run.ts'

const FIXTURES = join(ROOT, 'test', 'fixtures', 'layers')

const Report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
})

/** Violations of the layer table in the example tree, as "rule file". */
function violationsInExamples(): string[] {
  const { output } = runTool(
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    [
      '--config',
      join(ROOT, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      'shared',
      'electron',
      'renderer',
      'test',
    ],
    FIXTURES,
  )
  const report = Report.parse(JSON.parse(output))
  return report.summary.violations.map((violation) => `${violation.rule.name} ${violation.from}`)
}

describe('the layer table', () => {
  const violations = violationsInExamples()
  const rules = [
    ...readFileSync(join(ROOT, '.dependency-cruiser.cjs'), 'utf8').matchAll(/(?:never\(\s*'|name: ')([a-z-]+)'/g),
  ].map((match) => match[1] ?? '')

  it.each(rules)('rule %s catches its example', (rule) => {
    expect(violations.filter((line) => line.startsWith(`${rule} `)).join('\n')).toContain(rule)
    expect(violations.some((line) => line.startsWith(`${rule} `) && line.includes(`/${rule}`))).toBe(true)
  })

  it('was read whole: all rules of the configuration have a name and an example', () => {
    expect(rules.length).toBeGreaterThanOrEqual(15)
  })
})
