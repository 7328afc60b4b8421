import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ContingencyPlan, PLAN_KINDS } from '#shared/domain/contingency-plan.ts'
import { parseIncident } from '#shared/domain/parse-incident.ts'
import { EVIDENCE_MARKS, INCIDENT_TYPES, LEVELS, type IncidentType } from '#shared/domain/taxonomy.ts'
import { evaluateFormula, isTrue, type FormulaScope } from '#shared/planner/formula/evaluate-formula.ts'
import { factScope } from '#shared/planner/formula/fact-scope.ts'
import { readFactRanges } from '#shared/planner/situation/fact-ranges.ts'
import { readHazmat } from '#shared/planner/situation/read-hazmat.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', '..', 'resources')
const FOLDER = join(RESOURCES, 'contingency-plans')
/** Numbers of the field rules that hold for every plan; the must-nots of the files cite them, the code checks plans by them. */
const SHARED_RULE = /^HZ\d+$/
const COMMON_CODES = /^(ADM|TAC)_/

const PLANS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ContingencyPlan.parse(parse(readFileSync(join(FOLDER, name), 'utf8'))))

/** What only a demand may ask for: grading, zones and the transfer list, all without a value. */
const UNKNOWN_LATER = {
  alarmGrade: null,
  eventLevel: null,
  responseLevel: null,
  isolationM: null,
  protectiveM: null,
  peopleMoving: null,
}

/** Posts on the duty roster of the place a plan is for; a plan for any region is held against both. */
function rosterPostsFor({ scope }: ContingencyPlan): string[] {
  const places = scope.regions.length === 0 ? ['beilun', 'cixi'] : scope.regions.filter((name) => /^[a-z]/.test(name))
  const rosters = places.map((place) =>
    readFileSync(join(RESOURCES, 'datasets', place, 'rosters.csv'), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[2] ?? ''),
  )
  return [...new Set(rosters[0] ?? [])].filter((post) => rosters.every((roster) => roster.includes(post)))
}

function planNamed(id: string): ContingencyPlan {
  const plan = PLANS.find((entry) => entry.id === id)
  if (plan === undefined) throw new Error(`no plan ${id}`)
  return plan
}

function actionsOf(plan: ContingencyPlan): ContingencyPlan['chapters'][number]['phases'][number]['actions'] {
  return plan.chapters.flatMap((chapter) => chapter.phases.flatMap((phase) => phase.actions))
}

/** Names of a formula while nothing at all is known about the incident. */
function nothingKnown(type: IncidentType = 'environment'): FormulaScope {
  const incident = parseIncident({
    schema: 'incident/1',
    mode: 'drill',
    type,
    receivedAt: '2026-05-12T10:00:00+08:00',
    location: { lng: 121.853, lat: 29.9, address: '新碶街道' },
  })
  return factScope({
    type,
    nowS: 0,
    offsetMin: 480,
    scene: { lng: 121.853, lat: 29.9 },
    uncertaintyM: 0,
    town: null,
    night: false,
    sunriseS: null,
    sunsetS: null,
    wind: { fromDeg: null, speedMs: null, usable: false },
    facts: readFactRanges(incident),
    signal: null,
    signalKind: null,
    buildingFloors: null,
    hazmat: readHazmat(incident, { substances: [], isolation: [] }),
    cutOffTowns: [],
    unknowns: [],
  })
}

/** Every condition of a plan: of the plan itself, its start, levels, reports and chapters. */
function conditionsOf(plan: ContingencyPlan): string[] {
  const parts: readonly { readonly when?: string | undefined }[] = [
    { when: plan.appliesWhen },
    ...plan.startConditions,
    ...plan.responseLevels,
    ...plan.reporting,
    ...actionsOf(plan),
    ...plan.chapters.flatMap((chapter) => [
      ...chapter.mustNot,
      ...chapter.decisionPoints,
      ...chapter.withdrawal.triggers,
      ...chapter.monitoring,
      ...chapter.firstOrders,
      ...chapter.secondaries,
      ...(chapter.publicMessage.variants ?? []),
    ]),
  ]
  return parts.flatMap(({ when }) => when ?? [])
}

function basesOf(plan: ContingencyPlan): { source: string; evidence: string }[] {
  return [
    ...plan.demands,
    ...[
      ...plan.startConditions,
      ...plan.responseLevels,
      ...plan.reporting,
      ...actionsOf(plan),
      ...plan.chapters.flatMap((chapter) => [
        ...chapter.mustNot,
        ...chapter.decisionPoints,
        ...chapter.withdrawal.triggers,
        ...chapter.monitoring,
      ]),
    ].map((part) => part.basis),
  ]
}

describe('the starter library', () => {
  it('has the plans a district needs, of five kinds, and the list of Cixi with mines', () => {
    expect(PLANS).toHaveLength(31)
    const wanted =
      'general flood-defence hazmat forest-fire earthquake geo-hazard power-outage fire traffic marine radiation environment relief communications street-daqi'
    for (const name of wanted.split(' ')) expect(planNamed(`plan-${name}`).title).not.toBe('')
    const cixi = 'hazmat mine geo-hazard forest-fire disaster-relief earthquake major-fire'
    for (const name of cixi.split(' ')) expect(planNamed(`plan-cixi-${name}`).scope.regions).toContain('cixi')
    expect(
      planNamed('plan-plant-formosa')
        .workGroups.flatMap(({ tasks }) => tasks)
        .join(),
    ).toContain('工艺')
    expect(new Set(PLANS.map((plan) => plan.kind))).toEqual(new Set(PLAN_KINDS))
    const versions = PLANS.map(({ version }) => version)
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it.each(INCIDENT_TYPES)(
    'has a special plan with a chapter for %s in both places, besides the general plan',
    (type) => {
      for (const place of ['beilun', 'cixi']) {
        const special = PLANS.filter(
          ({ kind, scope }) => kind === 'special' && (scope.regions.length === 0 || scope.regions.includes(place)),
        )
        const chapters = special.flatMap((plan) => plan.chapters.filter((chapter) => chapter.types.includes(type)))
        expect(chapters.length, place).toBeGreaterThanOrEqual(1)
      }
      expect(planNamed('plan-general').types).toContain(type)
    },
  )

  it('has its rules in the files alone: no code of the program knows an order, a must-not or a plan of it', () => {
    const names = new Set([
      ...PLANS.flatMap((plan) => [
        plan.id,
        ...actionsOf(plan).map(({ code }) => code),
        ...plan.chapters.flatMap(({ mustNot, firstOrders }) => [
          ...mustNot.map(({ code }) => code),
          ...firstOrders.map(({ id }) => id),
        ]),
      ]),
    ])
    const known = ['shared', 'electron', 'renderer'].flatMap((folder) => {
      const root = join(RESOURCES, '..', folder)
      return readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .flatMap((file) =>
          [...readFileSync(join(root, file), 'utf8').matchAll(/['"`]([\w-]+)['"`]/g)]
            .filter(([, word = '']) => names.has(word) && !SHARED_RULE.test(word))
            .map(([, word = '']) => `${folder}/${file}: ${word}`),
        )
    })
    expect(names.size).toBeGreaterThan(600)
    expect(known).toEqual([])
  })

  describe.each(PLANS)('$title', (plan) => {
    it('says when it starts, what each of the four levels brings and who decides it', () => {
      expect(plan.startConditions.length).toBeGreaterThanOrEqual(3)
      expect(plan.responseLevels.map(({ level }) => level)).toEqual(LEVELS)
      for (const step of plan.responseLevels) {
        expect(step.decidedBy).not.toBe('')
        expect(new Set(step.measures).size).toBeGreaterThanOrEqual(2)
      }
    })

    it('names at least five posts that are on the duty roster, each with unit, deputy and duty', () => {
      expect(plan.posts.length).toBeGreaterThanOrEqual(5)
      for (const post of plan.posts) {
        expect(rosterPostsFor(plan)).toContain(post.post)
        expect(rosterPostsFor(plan)).toContain(post.deputyPost)
        expect([post.unit, post.duty]).not.toContain('')
      }
    })

    it('has a lead unit, member units and work groups with tasks of their own', () => {
      expect(plan.leadUnit).not.toBe('')
      expect(plan.memberUnits.length).toBeGreaterThanOrEqual(3)
      // A plant has its own groups and is joined by those of the district.
      expect(plan.workGroups.length).toBeGreaterThanOrEqual(plan.kind === 'enterprise' ? 2 : 3)
      for (const group of plan.workGroups) expect(group.tasks.length).toBeGreaterThanOrEqual(3)
    })

    it.each(plan.chapters)(
      'chapter $id orders at least 20 actions over 3 phases and forbids at least 5 things',
      (chapter) => {
        const actions = chapter.phases.flatMap((phase) => phase.actions)
        expect(chapter.phases.filter((phase) => phase.actions.length > 0).length).toBeGreaterThanOrEqual(3)
        expect(new Set(actions.map((action) => action.code)).size).toBe(actions.length)
        expect(actions.length).toBeGreaterThanOrEqual(20)
        expect(new Set(chapter.mustNot.map((entry) => entry.text)).size).toBeGreaterThanOrEqual(5)
        for (const phase of chapter.phases)
          for (const action of phase.actions) expect(action.dueMin, action.code).toBeLessThanOrEqual(phase.toMin)
      },
    )

    it('says what is reported to whom by when, and carries annexes and a review date', () => {
      const kinds = new Set(plan.reporting.map(({ kind }) => kind))
      expect(kinds).toEqual(new Set(['initial', 'followUp', 'final']))
      expect(plan.reporting.find(({ form }) => form === 'phone')?.withinMin).toBeLessThanOrEqual(15)
      expect(plan.annexes.length).toBeGreaterThanOrEqual(3)
      expect(plan.review.reviewBy > '2026-01-01').toBe(true)
    })

    it('claims to be nobody’s official text', () => {
      expect(plan.review.issuer).toContain('不是主管部门文本')
      expect([plan.review.approvedBy, plan.review.approvedOn, plan.review.filedNumber]).toEqual(['', '', ''])
    })

    it('gives every rule a source and an evidence mark', () => {
      for (const { source, evidence } of basesOf(plan)) {
        expect(source.trim().length).toBeGreaterThan(3)
        expect(EVIDENCE_MARKS.map(String)).toContain(evidence)
      }
    })

    it('quotes nothing without naming the source beside it', () => {
      const quoted = JSON.stringify(plan).match(/「[^」]*」/g) ?? []
      expect(quoted.filter((quote) => quote.length > 22)).toEqual([])
    })

    it('can be read with every fact unknown: no condition and no quantity fails', () => {
      for (const type of plan.types) {
        const scope = nothingKnown(type)
        for (const when of conditionsOf(plan)) expect([true, false, null], when).toContain(evaluateFormula(when, scope))
        const later = { ...scope, ...UNKNOWN_LATER }
        const needed = plan.demands.filter((demand) => demand.types.includes(type) && isTrue(demand.when, later))
        for (const { id, quantity } of needed) expect(evaluateFormula(quantity, later), id).toBeTypeOf('number')
      }
    })
  })

  it('starts no level by itself while nothing is known', () => {
    const scope = nothingKnown()
    const started = PLANS.flatMap((plan) =>
      plan.responseLevels.filter(({ when }) => when !== undefined && evaluateFormula(when, scope) === true),
    )
    expect(started).toEqual([])
  })

  it('has the five lines of work of the typhoon defence, each with at least two orders under its name', () => {
    const actions = actionsOf(planNamed('plan-flood-defence'))
    const lines = ['防风防浪', '预泄预排', '停业限产', '快速防涝', '撤人除险']
    lines.forEach((name, index) => {
      const own = actions.filter(({ code }) => code.startsWith(`TY_LINE${index + 1}_`))
      expect(own.length, name).toBeGreaterThanOrEqual(2)
      expect(own.filter(({ text }) => !text.startsWith(`${name}：`))).toEqual([])
    })
  })

  it('gives supporting plans only the common orders and orders under their own prefix, so nothing is ordered twice', () => {
    const prefixes = { radiation: 'RAD_', relief: 'REL_', communications: 'COM_', 'street-daqi': 'STR_' }
    for (const [name, prefix] of Object.entries(prefixes)) {
      const codes = actionsOf(planNamed(`plan-${name}`)).map(({ code }) => code)
      expect(codes.filter((code) => !code.startsWith(prefix) && !COMMON_CODES.test(code))).toEqual([])
      expect(codes.filter((code) => code.startsWith(prefix)).length).toBeGreaterThanOrEqual(10)
    }
  })

  it('keeps spraying, plugging and pumping over out of a radiation incident, but not with uranium hexafluoride (guide 166)', () => {
    const chapter = planNamed('plan-hazmat').chapters.find(({ id }) => id === 'hazmat-road')
    const ordersOf = (scope: FormulaScope): Set<string> =>
      new Set(
        chapter?.phases.flatMap(({ actions }) =>
          actions.filter(({ when }) => isTrue(when, scope)).map(({ code }) => code),
        ),
      )
    const known = nothingKnown('hazmat_road')
    const wet = ['HZ_RECON', 'HZ_DILUTE', 'HZ_PLUG', 'HZ_TRANSFER', 'HZ_DECON', 'HZ_RESCUE', 'HZ_WASH']
    expect(wet.filter((code) => ordersOf({ ...known, hazardClass: '7', guide: 162 }).has(code))).toEqual([])
    expect(wet.filter((code) => !ordersOf({ ...known, hazardClass: '7', guide: 166 }).has(code))).toEqual([])
    expect(wet.filter((code) => !ordersOf(known).has(code))).toEqual([])
  })
})
