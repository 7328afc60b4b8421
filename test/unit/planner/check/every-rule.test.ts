import { describe, expect, it } from 'vitest'
import { checkFindings } from '#shared/text/findings/check-findings.ts'
import { findingsAfter, PLAN_NAMES, planOf, type RuleCase } from './edited-plan.ts'
import { ADDRESS_CASES } from './address-cases.ts'
import { CASUALTY_CASES } from './casualty-cases.ts'
import { CLOCK_CASES } from './clock-cases.ts'
import { CUT_OFF_CASES } from './cut-off-cases.ts'
import { EVACUATION_CASES } from './evacuation-cases.ts'
import { FORCE_CASES } from './force-cases.ts'
import { HANDLING_CASES } from './handling-cases.ts'
import { LEVEL_CASES } from './level-cases.ts'
import { MOVEMENT_CASES } from './movement-cases.ts'
import { STAGING_CASES } from './staging-cases.ts'
import { SHELTER_CASES } from './shelter-cases.ts'
import { SUPPLY_CASES } from './supply-cases.ts'
import { TRANSFER_CASES } from './transfer-cases.ts'
import { UNIT_CASES } from './unit-cases.ts'
import { ZONE_CASES } from './zone-cases.ts'

const GROUPS: readonly (readonly [string, readonly RuleCase[]])[] = [
  ['forces', FORCE_CASES],
  ['vehicles and plant teams', UNIT_CASES],
  ['clocks', CLOCK_CASES],
  ['movement', MOVEMENT_CASES],
  ['waiting places', STAGING_CASES],
  ['zones', ZONE_CASES],
  ['address and position', ADDRESS_CASES],
  ['level, reports and required lists', LEVEL_CASES],
  ['handling', HANDLING_CASES],
  ['supplies', SUPPLY_CASES],
  ['streets without contact', CUT_OFF_CASES],
  ['evacuation', EVACUATION_CASES],
  ['transfers', TRANSFER_CASES],
  ['shelters and carriers', SHELTER_CASES],
  ['casualties', CASUALTY_CASES],
]

describe.each(GROUPS)('checkPlan on %s edited by hand', (_group, cases) => {
  const named = cases.map((each) => [each.code, each.says, each] as const)

  it.each(named)('%s finds %s', (_code, _says, each) => {
    const found = findingsAfter(each, each.breaks).map(({ where, text }) => ({ where, text }))
    const text: unknown = expect.stringContaining(each.shows)
    expect(found).toContainEqual({ where: each.at, text })
    expect(new Set(found.map(({ where, text }) => `${where} ${text}`)).size).toBe(found.length)
  })

  it.each(named)('%s does not find %s in its twin', (_code, _says, each) => {
    expect(findingsAfter(each, each.twin)).toEqual([])
  })
})

describe('the rules of the plan check', () => {
  const codes = Object.keys(checkFindings)

  it('have each a case that fires and a twin that does not', () => {
    const tested = new Set<string>(GROUPS.flatMap(([, cases]) => cases.map(({ code }) => code)))
    expect(codes.filter((code) => !tested.has(code))).toEqual([])
  })

  it('leave out none of the fifteen of dangerous-goods scenes: HZ10 is put to a person in the plan itself', () => {
    const asked = planOf('burningGas').findings.filter(({ code }) => code === 'unchecked')
    const rules = asked.flatMap(({ facts }) => facts['rules'] ?? [])
    const known = new Set<unknown>([...codes, ...rules])
    expect(Array.from({ length: 15 }, (_, index) => `HZ${index + 1}`).filter((rule) => !known.has(rule))).toEqual([])
    expect(codes).not.toContain('HZ10')
    expect(asked.find(({ text }) => text.includes('HZ10'))?.text).toContain('控制燃烧的专家论证')
  })

  it.each(PLAN_NAMES)('doubt no address of the plan “%s”', (name) => {
    expect(planOf(name).findings.filter(({ code }) => code === 'address-elsewhere')).toEqual([])
  })

  it.each(PLAN_NAMES)('forbid nothing in the plan “%s” as it was made', (name) => {
    expect(planOf(name).findings.filter(({ severity }) => severity === 'block')).toEqual([])
  })
})
