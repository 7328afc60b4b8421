import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { readPlanText, requirePlan } from '#electron/core/planning/read-plan-text.ts'
import { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import { INCIDENT_TYPES } from '#shared/domain/taxonomy.ts'
import { formulasOf } from '#shared/planner/library/plan-formulas.ts'
import { unknownScope } from '#shared/planner/library/unknown-scope.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'
import type { PlanEdit } from '../../../renderer/app/plan-desk.ts'
import { createViewStore } from '../../../renderer/app/view-store.ts'
import { beginEdit, beginNew } from '../../../renderer/features/contingency-plans/begin-edit.ts'
import { setEdit } from '../../../renderer/features/contingency-plans/desk-actions.ts'
import {
  keptTextOf,
  lineOfPath,
  remarksLost,
  textOfEdit,
} from '../../../renderer/features/contingency-plans/edit-text.ts'
import type { FieldSpec } from '../../../renderer/features/contingency-plans/field-spec.ts'
import { placeOfPath } from '../../../renderer/features/contingency-plans/form-place.ts'
import { groupByPart } from '../../../renderer/features/contingency-plans/group-by-part.ts'
import { keepEdit, readKeptEdit } from '../../../renderer/features/contingency-plans/kept-edit.ts'
import { markWords } from '../../../renderer/features/contingency-plans/mark-words.ts'
import { pathWords } from '../../../renderer/features/contingency-plans/path-words.ts'
import { CHAPTERS, PLAN_PARTS } from '../../../renderer/features/contingency-plans/plan-fields.ts'
import {
  blankOf,
  moved,
  titleOf,
  treeOf,
  valueAt,
  withValueAt,
} from '../../../renderer/features/contingency-plans/plan-tree.ts'
import { stepsFor } from '../../../renderer/features/contingency-plans/steps-for.ts'
import { tryFormula } from '../../../renderer/features/contingency-plans/try-formula.ts'
import { formulaName, formulaNames, formulaWords } from '../../../renderer/text/formula-words.ts'
import { planExample } from '../../scenarios/scenario-plan.ts'
import { zhCN } from '../../../renderer/text/zh-CN.ts'
import type { Text } from '../../../renderer/text/text.ts'

const FOLDER = join(RESOURCES, 'contingency-plans')
const TEXTS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
const PLANS = TEXTS.map((text) => requirePlan(text))
const MINE = readFileSync(join(FOLDER, 'mine.yaml'), 'utf8')

/** Words of the screen without the library that chooses the language. */
const zh: Text = (key, values = {}) => {
  const words = key
    .split('.')
    .reduce<unknown>(
      (tree, part) => (typeof tree === 'object' && tree !== null ? Reflect.get(tree, part) : undefined),
      zhCN,
    )
  if (typeof words !== 'string') throw new Error(`no words for ${key}`)
  return words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))
}

describe('a formula in words', () => {
  it.each([
    ['known(trapped) && trapped > 0', '被困已知 且 被困 > 0'],
    ['!known(trapped) || trapped > 0', '被困未知 或 被困 > 0'],
    ['known(trapped) ? max(2, 1 + ceil(trapped / 3)) : 2', '若 被困已知：取大（2、1 + 进一取整（被困 ÷ 3）），否则：2'],
    ['(onFire == true || toxic) && !night', '(着火 = 是 或 吸入有毒) 且 不满足（夜间）'],
    ['2 * (injured + 1)', '2 × (受伤 + 1)'],
  ])('%s', (formula, words) => {
    expect(formulaWords(formula, zh)).toBe(words)
  })

  it('is none for one with a fault, and its names are none', () => {
    expect([formulaWords('max(1,', zh), formulaWords('process.exit()', zh)]).toEqual([null, null])
    expect(formulaNames('max(1,')).toEqual([])
    expect(formulaNames('known(trapped) && trapped > injured')).toEqual(['trapped', 'injured'])
  })

  it('exists for every formula of every shipped plan, and names every fact a formula may use', () => {
    const formulas = PLANS.flatMap((plan) => formulasOf(plan).map(({ source }) => source))
    expect(formulas.length).toBeGreaterThan(500)
    expect(formulas.filter((formula) => formulaWords(formula, zh) === null)).toEqual([])
    const names = INCIDENT_TYPES.flatMap((type) => Object.keys(unknownScope(type, 'demand')))
    expect([...new Set(names)].filter((name) => formulaName(name, zh) === name)).toEqual([])
  })

  it.each(['ammonia-tanker-road', 'typhoon-transfer'])('every number asked for in the plan of %s', (example) => {
    const { demand, supplies } = planExample(example).forcePlan
    const rows = [...demand, ...supplies.demand]
    expect(rows.filter(({ formula }) => formulaWords(formula, zh) === null)).toEqual([])
    const names = rows.flatMap(({ formula, inputs }) => [...formulaNames(formula), ...Object.keys(inputs)])
    expect([...new Set(names)].filter((name) => formulaName(name, zh) === name)).toEqual([])
  })
})

describe('trying a formula', () => {
  const words = { yes: '是', no: '否' }
  it('takes facts as they are typed; what is left empty is unknown', () => {
    const formula = 'known(trapped) ? ceil(trapped / 3) : 1'
    expect(tryFormula(formula, 'demand', {}, words)).toEqual({ kind: 'value', value: 1 })
    expect(tryFormula(formula, 'demand', { trapped: ' 7 ' }, words)).toEqual({ kind: 'value', value: 3 })
    expect(tryFormula('trapped > 0', 'facts', {}, words)).toEqual({ kind: 'value', value: null })
    expect(tryFormula('night && onFire', 'facts', { night: '是', onFire: '否' }, words)).toEqual({
      kind: 'value',
      value: false,
    })
  })

  it('says in Chinese what is wrong, and that zones are known to demands only', () => {
    expect(tryFormula('trapd > 0', 'facts', {}, words)).toMatchObject({
      kind: 'fault',
      message: expect.stringContaining('不认识的名称') as string,
    })
    expect(tryFormula('isolationM > 0', 'facts', {}, words).kind).toBe('fault')
    expect(tryFormula('isolationM > 0', 'demand', { isolationM: '100' }, words)).toEqual({ kind: 'value', value: true })
  })
})

describe('the form of a plan', () => {
  /** Keys of a schema and of everything in it, as dotted names without positions. */
  const keysOf = (schema: unknown, path: string): string[] => {
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return keysOf(schema.unwrap(), path)
    if (schema instanceof z.ZodArray) return keysOf(schema.element, path)
    if (!(schema instanceof z.ZodObject)) return [path]
    return Object.entries(schema.shape).flatMap(([key, part]) => keysOf(part, path === '' ? key : `${path}.${key}`))
  }
  const keysIn = (fields: readonly FieldSpec[], path: string): string[] =>
    fields.flatMap((field) => {
      const own = path === '' ? field.key : `${path}.${field.key}`
      return field.kind === 'group' || field.kind === 'list' ? keysIn(field.fields, own) : [own]
    })

  it('reaches every field of the plan and no other', () => {
    const fields = [...PLAN_PARTS.flatMap((part) => part.fields), CHAPTERS]
    // The two that a form never changes: the schema's name, and the id, which has a field of its own.
    expect(['schema', 'id', ...keysIn(fields, '')].sort()).toEqual(keysOf(ContingencyPlan, '').sort())
  })

  it('keeps every shipped plan as it is when it is taken into the form and written as text again', () => {
    for (const plan of PLANS) {
      const text = textOfEdit({ mode: 'form', text: '', value: treeOf(plan), formChanged: true })
      expect(readPlanText(text)).toEqual({ plan, problems: [] })
    }
  })

  it('keeps the remarks of the text when one value is changed in the form, and says when it cannot', () => {
    for (const [index, text] of TEXTS.entries()) {
      const plan = PLANS[index]
      if (plan === undefined) throw new Error('every text is a plan')
      const value = withValueAt(treeOf(plan), ['title'], '改名')
      const kept = keptTextOf({ mode: 'form', text, value, formChanged: true })
      expect(readPlanText(kept).plan).toEqual({ ...plan, title: '改名' })
      expect(remarksLost(text, kept)).toBe(0)
    }
    expect(remarksLost('# 一\na: 1 # 二\n  # 三\n', 'a: 1\n')).toBe(2)
    const anchored = 'a: &x { b: 1 }\n# 说明\nc: *x\n'
    const value = { a: { b: 2 }, c: { b: 1 } }
    expect(keptTextOf({ mode: 'form', text: anchored, value, formChanged: true })).toBe('a:\n  b: 2\nc:\n  b: 1\n')
  })

  it('finds the line of a field in the text', () => {
    const line = MINE.split('\n').findIndex((row) => row.startsWith('leadUnit:')) + 1
    expect(lineOfPath(MINE, 'leadUnit')).toEqual({ line, column: 'leadUnit: '.length + 1 })
    expect(lineOfPath(MINE, 'posts.0.nothing').line).toBe(MINE.split('\n').indexOf('posts:') + 2)
    expect(lineOfPath('a: 1', 'b.0')).toEqual({ line: 1, column: 1 })
  })

  it('changes one value, takes one out, moves an entry, and leaves the rest as it was', () => {
    const tree = treeOf(requirePlan(MINE))
    const path = ['chapters', 0, 'phases', 0, 'actions', 0, 'dueMin']
    const next = withValueAt(tree, path, 4)
    expect(valueAt(next, path)).toBe(4)
    expect(withValueAt(next, path, valueAt(tree, path))).toEqual(tree)
    const posts = valueAt(tree, ['posts'])
    const fewer = withValueAt(tree, ['posts', 1], undefined)
    expect(valueAt(fewer, ['posts', 1])).toEqual(valueAt(tree, ['posts', 2]))
    expect(Array.isArray(posts) && posts.length).toBe(6)
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
    expect(titleOf(valueAt(tree, ['responseLevels', 0]), ['level', 'text'])).toMatch(/^I · /)
  })

  it('begins a new entry with every needed field, so that the check names only what is empty', () => {
    const actions = CHAPTERS.kind === 'list' ? CHAPTERS.fields.find(({ key }) => key === 'phases') : undefined
    const phase = actions?.kind === 'list' ? actions.fields.find(({ key }) => key === 'actions') : undefined
    expect(phase?.kind === 'list' ? blankOf(phase.fields) : null).toEqual({
      ...{ code: '', hq: 'administrative', group: 'G_COORD', dueMin: 0, text: '' },
      basis: { source: '', evidence: 'seed' },
    })
  })

  it('opens the part and every row on the way to a field', () => {
    expect(placeOfPath('chapters.0.phases.1.actions.3.when', { posts: 2 })).toEqual({
      part: 'chapters.0',
      open: { posts: 2, chapters: 0, 'chapters.0.phases': 1, 'chapters.0.phases.1.actions': 3 },
      focus: 'chapters.0.phases.1.actions.3.when',
    })
    expect(placeOfPath('demands.4.quantity')).toMatchObject({ part: 'demands', open: { demands: 4 } })
    expect(placeOfPath('').part).toBe('head')
  })
})

describe('unsaved work on a plan', () => {
  const opened = (plan: ContingencyPlan) => ({
    plan,
    text: '# 原文',
    version: { planId: plan.id, version: 1, revision: 1 },
  })
  it('is shown instead of another plan, and the text it was written in is kept until the form changes', () => {
    const view = createViewStore('administrative')
    const [first, second] = PLANS
    if (first === undefined || second === undefined) throw new Error('two plans are shipped at least')
    beginEdit(view, opened(first), '')
    const edit = view.getState().planDesk.edit
    expect(edit === null ? '' : textOfEdit(edit)).toBe('# 原文')
    setEdit(view, { dirty: true })
    beginEdit(view, opened(second), 'posts.0')
    expect(view.getState().planDesk.page).toEqual({ kind: 'edit', path: '', waiting: second.title })
    expect(view.getState().planDesk.edit?.title).toBe(first.title)
    beginEdit(view, opened(first), 'posts.0')
    expect(view.getState().planDesk.page).toEqual({ kind: 'edit', path: 'posts.0', waiting: null })
    setEdit(view, { dirty: false })
    beginNew(view, '新预案')
    expect(view.getState().planDesk.edit).toMatchObject({ base: null, value: { schema: 'contingency-plan/1', id: '' } })
  })
})

describe('unsaved work kept beside the preferences', () => {
  const storage = () => {
    const items = new Map<string, string>()
    return {
      items,
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    }
  }
  const edit: PlanEdit = {
    ...{ base: { planId: 'plan-mine', version: 2, revision: 1 }, title: '矿山', mode: 'form', text: MINE, note: '' },
    ...{ value: treeOf(requirePlan(MINE)), formChanged: true, dirty: true },
  }

  it('comes back as it was, each headquarters its own, until it is saved or given up', () => {
    const kept = storage()
    keepEdit(kept, 'tactical', edit)
    expect(readKeptEdit(kept, 'tactical')).toEqual(edit)
    expect(readKeptEdit(kept, 'administrative')).toBeNull()
    keepEdit(kept, 'tactical', { ...edit, dirty: false })
    expect(kept.items.size).toBe(0)
  })

  it('is nothing when what lies there is no such work', () => {
    const kept = storage()
    for (const damaged of ['{"base":', '{"title":"x"}', 'null']) {
      keepEdit(kept, 'tactical', edit)
      kept.items.set([...kept.items.keys()][0] ?? '', damaged)
      expect(readKeptEdit(kept, 'tactical')).toBeNull()
    }
  })
})

describe('what the lists of the library show', () => {
  it('marks every searched word in a line and cuts a long one around the first', () => {
    expect(
      markWords('上风口停车，上风方向集合', '上风 集合')
        .filter(({ marked }) => marked)
        .map(({ text }) => text),
    ).toEqual(['上风', '上风', '集合'])
    const long = `${'甲'.repeat(300)}倒罐${'乙'.repeat(300)}`
    const parts = markWords(long, '倒罐')
    expect(parts.map(({ text }) => text).join('').length).toBe(162)
    expect(parts.filter(({ marked }) => marked)).toEqual([{ text: '倒罐', marked: true }])
    expect(markWords('没有', '')).toEqual([{ text: '没有', marked: false }])
  })

  it('names places of a plan', () => {
    expect(pathWords('chapters.0.phases.1.actions.3', zh)).toBe('处置章节 1 › 阶段 2 › 行动 4')
    expect(pathWords('demands.2.quantity', zh)).toBe('力量需求 3 › 数量（公式）')
    expect(pathWords('', zh)).toBe('概况')
  })

  it('puts differences together by part and chapter', () => {
    const line = { kind: 'added' as const, key: 'A', title: '', fields: [] }
    const lines = [
      { ...line, part: 'posts', chapter: null },
      { ...line, part: 'actions', chapter: 'one' },
      { ...line, part: 'actions', chapter: 'two' },
      { ...line, part: 'posts', chapter: null, key: 'B' },
    ]
    expect(groupByPart(lines).map(({ part, chapter, lines: own }) => [part, chapter, own.length])).toEqual([
      ['posts', null, 2],
      ['actions', 'one', 1],
      ['actions', 'two', 1],
    ])
  })

  it('offers only the steps a version may take', () => {
    expect(stepsFor({ state: 'draft', starter: false })).toEqual(['submit', 'supersede'])
    expect(stepsFor({ state: 'review', starter: false })).toEqual(['approve', 'withdraw', 'supersede'])
    expect(stepsFor({ state: 'approved', starter: true })).toEqual(['approve', 'supersede'])
    expect(stepsFor({ state: 'approved', starter: false })).toEqual(['file', 'supersede'])
    expect(stepsFor({ state: 'superseded', starter: false })).toEqual([])
  })
})
