import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPlanText, requirePlan } from '#electron/core/planning/read-plan-text.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'

const FOLDER = join(RESOURCES, 'contingency-plans')
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))
const MINE = readFileSync(join(FOLDER, 'mine.yaml'), 'utf8')
const REVIEWED = (day: string): string => MINE.replace(/reviewBy:.*/, `reviewBy: '${day}'`)
const SEASON = (day: string): string => MINE.replace(/season: null/, `season: { from: '${day}', to: '04-15' }`)
const LETTERS = Array.from('abcdefghij')

/** Ten levels of nine aliases each: a thousand million values when followed. */
const BOMB = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...LETTERS.slice(1).map(
    (name, index) =>
      `${name}: &${name} [${Array(9)
        .fill(`*${LETTERS[index] ?? ''}`)
        .join(',')}]`,
  ),
].join('\n')

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length
}

describe('reading a plan from a text of anybody', () => {
  it.each(FILES)('reads the shipped %s without a problem', (name) => {
    const { plan, problems } = readPlanText(readFileSync(join(FOLDER, name), 'utf8'))
    expect(problems).toEqual([])
    expect(plan).not.toBeNull()
  })

  it.each([
    ['aliases of aliases', BOMB, '引用'],
    ['an alias of itself', '&a [*a]', '不可能是一部预案'],
    ['50 000 opening brackets', '['.repeat(50_000), '嵌套超过'],
    ['50 000 list marks in a line', '- '.repeat(50_000), '嵌套超过'],
    ['ten million characters', 'x'.repeat(10_000_000), '10000000 个字符'],
    ['a tag that would make something', '!!js/function "process.exit()"', 'Unresolved tag'],
    ['two documents', `${MINE}\n---\n${MINE}`, '一个文件只能有一部预案'],
    ['nothing at all', '', '整份预案'],
    ['a list', '- 1\n- 2', '整份预案'],
    ['not even YAML', '%PDF-1.7\n\u0001\u0002', '少了括号、引号或冒号'],
    ['a tab as indent', 'a:\n\tb: 1', '制表符'],
    ['200 000 quotes', '"'.repeat(200_000), 'YAML'],
  ])('refuses %s with a reason', (_, text, reason) => {
    const before = process.memoryUsage().heapUsed
    const { plan, problems } = readPlanText(text)
    expect(plan).toBeNull()
    expect(problems[0]?.message).toContain(reason)
    expect(problems.length).toBeLessThanOrEqual(100)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(400e6)
  })

  it.each([
    ['a field it does not know', MINE.replace(/^body:/m, 'password: 1\nbody:'), 'password', '不认识的字段“password”'],
    ['a field of Object', MINE.replace(/^body:/m, '__proto__: { polluted: 1 }\nbody:'), '__proto__', '不认识的字段'],
    ['a field twice', MINE.replace(/^body:/m, 'title: 二\nbody:'), '', '两个相同的字段'],
    ['a type of incident nobody has', MINE.replace(/^types:.*/m, 'types: [volcano]'), 'types.0', '只能是'],
    ['a number as title', MINE.replace(/^title:.*/m, 'title: 12'), 'title', '应为文字'],
    ['an id that climbs folders', MINE.replace(/^id:.*/m, 'id: ../../etc/passwd'), 'id', '只能用小写英文字母、数字'],
    ['a review on a day there is not', REVIEWED('2026-02-30'), 'review.reviewBy', '应为有的年-月-日'],
    ['a season of a day there is not', SEASON('02-30'), 'scope.season.from', '应为有的月-日'],
  ])('names line and field of %s', (_, text, path, reason) => {
    const { problems } = readPlanText(text)
    const found = problems.find((problem) => problem.path === path)
    expect(found?.message).toContain(reason)
    const marks = [
      'password: 1',
      '__proto__:',
      'title: 二',
      '[volcano]',
      'title: 12',
      'id: ../',
      '2026-02-30',
      "'02-30'",
    ]
    const mark = marks.find((part) => text.includes(part)) ?? ''
    expect(found?.line).toBe(lineOf(text, mark))
    expect(Object.keys({}).concat(Object.keys(Object.prototype))).toEqual([])
  })

  it('refuses an order, a demand or a post that stands there twice, at its second place', () => {
    const [code = ''] = /code: (MI_\w+)/.exec(MINE)?.slice(1) ?? []
    const [other = ''] = [...MINE.matchAll(/code: (MI_\w+)/g)].slice(1, 2).map((match) => match[1])
    const text = MINE.replace(`code: ${other}\n`, `code: ${code}\n`)
    const { problems } = readPlanText(text)
    expect(problems.map((problem) => [problem.code, problem.value])).toContainEqual(['plan-invalid', code])
    const told = problems.find(({ value }) => value === code)
    expect(text.split('\n')[(told?.line ?? 0) - 1]).toContain(code)
    expect(told?.line).toBeGreaterThan(lineOf(text, `code: ${code}`))
  })

  it.each([
    ['an order', /(code: MI_\w+\n +text: )/, '{plcae}', 'actions'],
    ['an order, in Chinese', /(code: MI_\w+\n +text: )/, '{地点}', 'actions'],
    ['an order, with a brace too few', /(code: MI_\w+\n +text: )/, '到{place集合', 'actions'],
    ['a first call, where no zone is drawn yet', /(words: )/, '{isolation}', 'words'],
    ['the notice', /(publicMessage:\n(?: +.*\n)*? +text: )/, '{areas}', 'publicMessage'],
  ])('refuses a mark that nothing fills in %s, with its line', (_, place, mark, path) => {
    const text = MINE.replace(place, `$1"${mark}"\n#`)
    const { problems } = readPlanText(text)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code: 'plan-invalid', line: lineOf(text, mark) })
    expect(problems[0]?.path).toContain(path)
    expect(problems[0]?.message).toMatch(/花括号里的“.*\{place\}/)
  })

  it('throws the first problem with its line, and all of them as the value', () => {
    const wrong = MINE.replace(/^kind:.*/m, 'kind: secret').replace(/^leadUnit:.*/m, 'leadUnit: [1]')
    try {
      requirePlan(wrong)
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      expect(error.code).toBe('plan-invalid')
      expect(error.message).toContain(`第 ${lineOf(wrong, 'kind: secret')} 行`)
      expect(error.message).toContain('共 2 处')
      expect(error.value).toHaveLength(2)
    }
  })
})
