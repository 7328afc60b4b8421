import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { valueOf } from '#test/harness/bridge.ts'
import { RESOURCES, temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { run } from '#test/unit/cli/run-cli.ts'
import { SMALL_FILES } from '#test/unit/datasets-io/small-dataset.ts'
import { commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

const MINE = readFileSync(join(RESOURCES, 'contingency-plans', 'mine.yaml'), 'utf8').replace(
  /^id: .*/m,
  'id: plan-tried',
)
const AS_JSON = JSON.stringify(parse(MINE), null, 2)
const ALIASES = Array.from(
  'bcdefghi',
  (name, index) =>
    `${name}: &${name} [${Array(9)
      .fill(`*${'abcdefgh'[index] ?? ''}`)
      .join(', ')}]`,
)
const FILE = '镇海改.yaml'

interface BadFile {
  readonly text: string | Uint8Array
  /** What the line that is named holds; null = the file cannot be read as lines of text. */
  readonly at: string | null
  readonly code: string
  readonly reason: RegExp
}

function bad(text: string | Uint8Array, at: string | null, reason: RegExp, code = 'plan-invalid'): BadFile {
  return { text, at, code, reason }
}

/** The plan with the first match of `place` replaced; fails when there is none, so that no case tests a sound file. */
function mineWith(place: RegExp, by: string): string {
  const text = MINE.replace(place, by)
  if (text === MINE) throw new Error(`nothing matches ${String(place)}`)
  return text
}

const FILES: Readonly<Record<string, BadFile>> = {
  'a line indented too little': bad(mineWith(/^ {4}text: /m, '   text: '), '   text: ', /缩进|对齐|改正/),
  'a tab as indent': bad(mineWith(/^ {4}text: /m, '\ttext: '), '\ttext: ', /制表符，请改用空格/),
  'a field twice': bad(mineWith(/^body:/m, 'title: 二\nbody:'), 'title: 二', /两个相同的字段，请删去一个/),
  'an unknown field': bad(mineWith(/^body:/m, 'boss: 王局\nbody:'), 'boss:', /不认识的字段“boss”；请删去或改正/),
  'text where a number belongs': bad(mineWith(/dueMin: \d+/, 'dueMin: 马上'), 'dueMin: 马上', /应为数字，请补上或改正/),
  'half a minute': bad(mineWith(/dueMin: \d+/, 'dueMin: 0.5'), 'dueMin: 0.5', /应为整数/),
  'a negative deadline': bad(mineWith(/dueMin: \d+/, 'dueMin: -5'), 'dueMin: -5', /不能小于 0/),
  'a headquarters nobody has': bad(mineWith(/hq: tactical/, 'hq: forward'), 'hq: forward', /只能是 .*tactical/),
  'a formula that does not end': bad(
    mineWith(/quantity: .*/, 'quantity: (trapped + 1'),
    '(trapped + 1',
    /公式写法有误，请检查括号/,
    'plan-formula-invalid',
  ),
  'a formula with an unknown fact': bad(
    mineWith(/quantity: .*/, 'quantity: miners'),
    'quantity: miners',
    /不认识的名称，请改用/,
    'plan-formula-invalid',
  ),
  'a formula that reaches outside': bad(
    mineWith(/quantity: .*/, 'quantity: process.exit(1)'),
    'process.exit',
    /不允许的写法|写法有误/,
    'plan-formula-invalid',
  ),
  'no chapter': bad(MINE.replace(/^chapters:\n(?:[ #].*\n|\n)*/m, 'chapters: []\n'), 'chapters: []', /至少要有 1 项/),
  'no chapters at all': bad(MINE.replace(/^chapters:\n(?:[ #].*\n|\n)*/m, ''), 'schema:', /chapters 没有写.*请补上/),
  'an id that climbs folders': bad(mineWith(/^id: .*/m, 'id: ../../config'), 'id: ../', /只能用小写英文字母、数字/),
  'an id of another script': bad(mineWith(/^id: .*/m, 'id: 矿山预案'), 'id: 矿', /只能用小写英文字母、数字/),
  'a later format': bad(
    mineWith(/^schema: .*/m, 'schema: contingency-plan/2'),
    'schema:',
    /只能是 contingency-plan\/1/,
  ),
  'a mark that nothing fills': bad(
    mineWith(/\{place\}/, '{plcae}'),
    '{plcae}',
    /花括号里的“\{plcae\}”.*请删去，或改用/,
  ),
  'an alias of itself': bad('schema: &a [*a]\n', 'schema', /引用|不可能是一部预案|只能是/),
  'a bomb of aliases': bad(['a: &a [x, x, x, x, x, x, x, x, x]', ...ALIASES].join('\n'), 'a: &a', /请直接写出内容/),
  'an alias of nothing': bad(mineWith(/^title: .*/m, 'title: *nowhere'), 'title: *', /请对照示例改正|请直接写出内容/),
  'the beginning of a file of JSON': bad(AS_JSON.slice(0, 4000), null, /少了括号|请补上|请对照示例/),
  'a data set of another kind as JSON': bad(
    '{"type":"FeatureCollection","features":[]}',
    '{"type"',
    /请删去|请补上|没有写|只能是/,
  ),
  'two plans in one file': bad(`${MINE}---\n${MINE}`, '---', /一个文件只能有一部预案/),
  nothing: bad('', '', /整份预案/),
  'only a byte order mark': bad('\uFEFF', '', /整份预案/),
  'a huge file': bad(`${MINE}${'# 附注\n'.repeat(90_000)}`, '#', /最多 300000 个；请确认选对了文件/),
  'a picture': bad(Buffer.from('89504e470d0a1a0a0000000d49484452ffd8fe', 'hex'), null, /请另存为 UTF-8/, 'file-broken'),
  'text in UTF-16': bad(Buffer.from(`\uFEFF${MINE}`, 'utf16le'), null, /请另存为 UTF-8/, 'file-broken'),
}
const CASES = Object.entries(FILES)

/** The lines a report may name for a case. */
function linesWith({ text, at }: BadFile): number[] {
  const rows = typeof text === 'string' ? text.split('\n') : []
  return rows.flatMap((row, index) => (at === null || row.includes(at) ? [index + 1] : []))
}

const Report = z.looseObject({
  files: z.array(
    z.looseObject({
      file: z.string(),
      problems: z.array(z.looseObject({ line: z.number(), code: z.string(), message: z.string() })),
    }),
  ),
})

describe('files that are no sound plan', () => {
  const folder = temporaryFolder()
  let console: Console
  let count = 0
  beforeAll(() => {
    console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
  })
  afterAll(() => {
    expect(console.bugs).toEqual([])
    console.stop()
    folder.remove()
  })
  const importOne = (bytes: Uint8Array) =>
    console.administrative.client.library.importOne({
      commandId: commandId((count += 1)),
      fileName: FILE,
      base64: Buffer.from(bytes).toString('base64'),
      who: '李工',
    })

  it('are at least twenty in these tests', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(20)
  })

  it.each(CASES)(
    '%s: is refused on screen with file, line, reason and remedy, and nothing is kept',
    async (_, file) => {
      const before = valueOf(await console.administrative.client.library.list({ versions: 'all' }))
      const answer = await importOne(Buffer.from(file.text))
      expect(answer).toMatchObject({ ok: false, error: { code: file.code } })
      const message = answer.ok ? '' : answer.error.message
      expect(message).toContain(FILE)
      expect(message).toMatch(file.reason)
      if (typeof file.text === 'string') {
        const line = Number(/第 (\d+) 行/.exec(message)?.[1])
        expect(linesWith(file), message).toContain(line)
      }
      expect(valueOf(await console.administrative.client.library.list({ versions: 'all' }))).toEqual(before)
    },
  )

  it.each(CASES)('%s: is refused by import with file, line, reason and remedy', async (name, file) => {
    const source = join(folder.path, String(Object.keys(FILES).indexOf(name)))
    mkdirSync(join(source, 'contingency_plans'), { recursive: true })
    for (const [key, text] of Object.entries(SMALL_FILES)) writeFileSync(join(source, key), text)
    writeFileSync(join(source, 'contingency_plans', FILE), file.text)
    const { exitCode, error, document } = await run(['import', '--db', join(source, 'x.db'), source])
    expect(exitCode).toBe(2)
    expect(error?.message).toContain(FILE)
    expect(error?.message).toMatch(file.reason)
    const told = Report.parse(document).files.find((entry) => entry.file.endsWith(FILE))
    expect(told?.problems[0]).toMatchObject({ code: file.code })
    if (typeof file.text === 'string') expect(linesWith(file)).toContain(told?.problems[0]?.line)
  })

  it('take a sound plan in UTF-8 with a byte order mark, in GB18030 and as JSON', async () => {
    for (const text of [`\uFEFF${MINE}`, iconv.encode(MINE, 'gb18030'), AS_JSON]) {
      const { planId, version } = valueOf(await importOne(Buffer.from(text)))
      const { plan } = valueOf(await console.administrative.client.library.get({ planId, version }))
      expect(plan).toEqual(parse(MINE))
    }
  })
})
