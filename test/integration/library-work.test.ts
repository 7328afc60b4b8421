import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { valueOf } from '#test/harness/bridge.ts'
import { RESOURCES, temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

const MINE = readFileSync(join(RESOURCES, 'contingency-plans', 'mine.yaml'), 'utf8')
const WHO = { who: '王局', reason: '按演练结果修订' }

describe('working on a plan of the library', () => {
  const folder = temporaryFolder()
  let console: Console
  let count = 0
  const next = (): string => commandId((count += 1))
  beforeAll(() => {
    console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
  })
  afterAll(() => {
    expect(console.bugs).toEqual([])
    console.stop()
    folder.remove()
  })
  const library = (): Console['administrative']['client']['library'] => console.administrative.client.library
  const base = { planId: 'plan-mine', version: 1, revision: 1 }
  const text = MINE.replace('version: ', '# 本地修订\nversion: 9.')

  it('goes from draft over review and approval to filing, each with who and when; the version before is superseded', async () => {
    const saved = valueOf(
      await library().saveDraft({
        commandId: next(),
        base,
        content: { kind: 'text', text },
        who: '李工',
        note: '修订',
      }),
    )
    expect(saved).toEqual({ planId: 'plan-mine', version: 2, revision: 1, state: 'draft' })
    expect(valueOf(await library().get({ planId: 'plan-mine' })).version.version).toBe(1)
    const step = { planId: 'plan-mine', version: 2, ...WHO }
    expect(valueOf(await library().submit({ ...step, commandId: next(), revision: 1 })).state).toBe('review')
    expect(valueOf(await library().withdraw({ ...step, commandId: next(), revision: 2 })).state).toBe('draft')
    expect(valueOf(await library().submit({ ...step, commandId: next(), revision: 3 })).state).toBe('review')
    const approve = { ...step, commandId: next(), revision: 4, document: '区应急〔2026〕7号' }
    expect(valueOf(await library().approve(approve)).state).toBe('approved')
    expect(valueOf(await library().approve(approve)).revision).toBe(5) // the same command again does nothing more
    const file = { ...step, commandId: next(), revision: 5, document: 'BL-2026-3', filedWith: '市应急管理局' }
    expect(valueOf(await library().file(file)).state).toBe('filed')

    const now = valueOf(await library().get({ planId: 'plan-mine' }))
    expect(now.version).toMatchObject({ version: 2, state: 'filed', running: true, starter: false, origin: 'local' })
    expect(now.plan.review).toMatchObject({
      ...{ approvedBy: '王局', approvedOn: '2026-07-14', filedWith: '市应急管理局' },
      ...{ filedNumber: 'BL-2026-3', filedOn: '2026-07-14' },
    })
    expect(now.text).toContain('# 本地修订')
    const history = valueOf(await library().history({ planId: 'plan-mine' }))
    expect(history.map(({ version, from, to, who }) => [version, from, to, who])).toEqual([
      [2, 'approved', 'filed', '王局'],
      [1, 'approved', 'superseded', '王局'],
      [2, 'review', 'approved', '王局'],
      [2, 'draft', 'review', '王局'],
      [2, 'review', 'draft', '王局'],
      [2, 'draft', 'review', '王局'],
      [2, null, 'draft', '李工'],
      [1, null, 'approved', '程序自带'],
    ])
    expect(history[2]?.document).toBe('区应急〔2026〕7号')
    expect(valueOf(await library().get({ planId: 'plan-mine', version: 1 })).text).toBe(MINE)
    expect(valueOf(await console.administrative.client.system.verify({}))).toEqual({ ok: true, problems: [] })
  })

  it('refuses a step from the wrong state and a change of what somebody changed meanwhile', async () => {
    const step = { planId: 'plan-gas-supply', version: 1, revision: 1, ...WHO }
    expect(await library().submit({ ...step, commandId: next() })).toMatchObject({
      ok: false,
      error: { code: 'plan-state', value: 'approved' },
    })
    expect(await library().file({ ...step, commandId: next(), document: '1', filedWith: '市局' })).toMatchObject({
      ok: false,
      error: { code: 'plan-state' },
    })
    const approved = valueOf(await library().approve({ ...step, commandId: next(), document: '' }))
    expect(approved).toMatchObject({ state: 'approved', revision: 2 })
    expect(await library().supersede({ ...step, commandId: next() })).toMatchObject({
      ok: false,
      error: { code: 'plan-stale', path: 'revision', value: 2 },
    })
  })

  it('does not approve a plan that orders too little or is past its review, and says what to do', async () => {
    const thin = MINE.replace(/reviewBy: .*/, "reviewBy: '2026-07-14'").replace(
      /^ {2}- post: DUTY_OFFICER\n(?: {4}.*\n)+/m,
      '',
    )
    const content = { kind: 'text' as const, text: thin.replace('id: plan-mine', 'id: plan-mine-thin') }
    const draft = valueOf(await library().saveDraft({ commandId: next(), base: null, content, who: '李工', note: '' }))
    expect(draft).toMatchObject({ planId: 'plan-mine-thin', version: 1 })
    const objections = valueOf(await library().approvalProblems({ planId: 'plan-mine-thin', version: 1 }))
    expect(objections.map(({ code }) => code)).toContain('review-passed')
    const step = { planId: 'plan-mine-thin', version: 1, ...WHO }
    valueOf(await library().submit({ ...step, commandId: next(), revision: 1 }))
    const refused = await library().approve({ ...step, commandId: next(), revision: 2, document: '' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'plan-not-ready', value: objections } })
    expect(refused.ok ? '' : refused.error.message).toContain('复审后填写今天以后的日期')
  })

  it('names line, column, field, value and remedy of every fault, and keeps nothing', async () => {
    const before = valueOf(await library().list({ versions: 'all' }))
    const line = MINE.split('\n').findIndex((row) => row.startsWith('kind:')) + 1
    const wrong = MINE.replace(/^kind: .*/m, 'kind: secret').replace(/^title:/m, 'titel:')
    const answer = await library().saveDraft({
      ...{ commandId: next(), base: { ...base, version: 2, revision: 6 }, who: '李工', note: '' },
      content: { kind: 'text', text: wrong },
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'plan-invalid' } })
    const { problems } = valueOf(await library().check({ text: wrong }))
    expect(problems.map(({ path }) => path).sort()).toEqual(['kind', 'titel', 'title'])
    expect(problems.find(({ path }) => path === 'kind')).toMatchObject({ line, column: 7, value: 'secret' })
    expect(problems.find(({ path }) => path === 'titel')?.message).toContain('请删去或改正拼写')
    const formula = await library().saveDraft({
      ...{ commandId: next(), base: null, who: '李工', note: '' },
      content: { kind: 'text', text: MINE.replace(/quantity: .*/, 'quantity: process.exit()') },
    })
    expect(formula).toMatchObject({ ok: false, error: { code: 'plan-formula-invalid', path: 'demands.0.quantity' } })
    expect(valueOf(await library().list({ versions: 'all' }))).toEqual(before)
  })

  it('saves a form as text that reads back as the same plan, and refuses a second plan of one id', async () => {
    const { plan } = valueOf(await library().get({ planId: 'plan-fire' }))
    const form = { ...plan, id: 'plan-fire-2', title: '火灾预案（试编）' }
    const content = { kind: 'form' as const, plan: form }
    valueOf(await library().saveDraft({ commandId: next(), base: null, content, who: '李工', note: '' }))
    const opened = valueOf(await library().get({ planId: 'plan-fire-2' }))
    expect(opened.plan).toEqual(form)
    expect(valueOf(await library().check({ text: opened.text })).plan).toEqual(form)
    const second = await library().saveDraft({ commandId: next(), base: null, content, who: '李工', note: '' })
    expect(second).toMatchObject({ ok: false, error: { code: 'conflict', path: 'id' } })
  })

  it('tells how two versions differ, by part, with before and after', async () => {
    const changes = valueOf(await library().diff({ planId: 'plan-mine', before: 1, after: 2 }))
    expect(changes.map(({ kind, part, fields }) => [kind, part, fields.map(({ field }) => field)])).toEqual([
      ['changed', 'head', ['version']],
      ['changed', 'review', ['approvedBy', 'approvedOn', 'filedWith', 'filedNumber', 'filedOn']],
    ])
    expect(changes[1]?.fields[0]).toEqual({ field: 'approvedBy', before: '', after: '王局' })
  })

  it('exports one plan as a file that comes back as an equal draft, also in GB18030', async () => {
    const file = valueOf(await library().exportOne({ planId: 'plan-mine', version: 2 }))
    expect(file.fileName).toBe('plan-mine-v2.yaml')
    const base64 = Buffer.from(file.text, 'utf8').toString('base64')
    const imported = valueOf(
      await library().importOne({ commandId: next(), fileName: file.fileName, base64, who: '李工' }),
    )
    expect(imported).toMatchObject({ planId: 'plan-mine', version: 3, state: 'draft' })
    expect(valueOf(await library().diff({ planId: 'plan-mine', before: 2, after: 3 }))).toEqual([])
    expect(valueOf(await library().get({ planId: 'plan-mine', version: 3 })).text).toBe(file.text)
    const broken = { commandId: next(), fileName: 'a.yaml', base64: Buffer.from([0xff, 0xfe, 0, 0]).toString('base64') }
    expect(await library().importOne({ ...broken, who: '李工' })).toMatchObject({
      ok: false,
      error: { code: 'file-broken' },
    })
  })
})
