import { isMap, isScalar, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml'
import type * as z from 'zod'
import { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import type { PlanTextProblem } from '#shared/domain/plan-library.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { planFaults } from '#shared/planner/library/plan-faults.ts'

/** Longest plan text that is read, characters. The longest shipped one has about 60 000. */
const MAX_PLAN_CHARACTERS = 300_000

/** Deepest nesting; a plan needs seven. */
const MAX_DEPTH = 30

/** Values of a plan after every alias was followed; the largest shipped one has about 5 000. */
const MAX_VALUES = 200_000

/** How often one anchor may be used, times the uses inside it: keeps a text of aliases from growing without end. */
const MAX_ALIASES = 400

/** What a plan text says: the plan, or everything that is wrong with the text. */
export type PlanReading =
  | { readonly plan: ContingencyPlan; readonly problems: readonly [] }
  | { readonly plan: null; readonly problems: readonly PlanTextProblem[] }

/**
 * Reads a contingency plan from YAML (or JSON) that may come from anybody: length, depth and aliases are bounded before
 * anything is built from it, and every fault is told with line, column, field, value and remedy.
 */
export function readPlanText(text: string): PlanReading {
  if (text.length > MAX_PLAN_CHARACTERS) {
    const message = `预案文本有 ${text.length} 个字符，最多 ${MAX_PLAN_CHARACTERS} 个；请确认选对了文件`
    return refused([{ code: 'plan-invalid', line: 1, column: 1, path: '', value: '', message }])
  }
  const deep = tooDeepAt(text)
  if (deep !== null) return refused([deep])
  const lines = new LineCounter()
  const document = parseBounded(text, lines)
  if (document === null) return refused([tooDeep(1, text)])
  const faults = [...document.errors, ...document.warnings]
  const loose = aliasOfNothing(document)
  if (faults.length === 0 && loose !== null) {
    const { line, col } = lines.linePos(loose.at)
    const message = `引用“*${loose.name}”指向的内容不存在，请直接写出内容`
    return refused([{ code: 'plan-invalid', line, column: col, path: '', value: loose.name, message }])
  }
  if (faults.length > 0) {
    return refused(
      faults.slice(0, MAX_TOLD).map(({ code, message, pos: [at] }) => {
        const { line, col } = lines.linePos(at)
        const said = message.split('\n')[0] ?? ''
        const reason = SYNTAX[code] ?? `文本不是正确的 YAML（${said.slice(0, 160)}），请对照示例改正`
        return { code: 'plan-invalid', line, column: col, path: '', value: '', message: reason }
      }),
    )
  }
  return readDocument(document, (path) => placeOf(document, lines, path))
}

/**
 * The plan of a text; `file` is named in the refusal when it came from one.
 * @throws AppError `plan-invalid` or `plan-formula-invalid` with every problem as its value.
 */
export function requirePlan(text: string, file: string | null = null): ContingencyPlan {
  const { plan, problems } = readPlanText(text)
  if (plan !== null) return plan
  const [first] = problems
  const more = problems.length > 1 ? `（共 ${problems.length} 处，这是第一处）` : ''
  const where = first === undefined ? '' : `第 ${first.line} 行第 ${first.column} 列`
  const what = file === null ? '预案没有保存' : `文件“${file}”没有导入`
  throw new AppError(first?.code ?? 'plan-invalid', `${what}：${where}：${first?.message ?? ''}${more}`, {
    path: first?.path ?? '',
    value: problems,
  })
}

/** How many problems are told at most. */
const MAX_TOLD = 100

type Place = (path: readonly PropertyKey[]) => { readonly line: number; readonly column: number }

function readDocument(document: Document.Parsed, placeAt: Place): PlanReading {
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const message = `引用（& 和 *）用得过多（${said.slice(0, 120)}），请直接写出内容`
    return refused([{ code: 'plan-invalid', line: 1, column: 1, path: '', value: '', message }])
  }
  if (countValues(value, MAX_VALUES) >= MAX_VALUES) {
    const message = `展开引用后内容超过 ${MAX_VALUES} 项，不可能是一部预案；请确认选对了文件`
    return refused([{ code: 'plan-invalid', line: 1, column: 1, path: '', value: '', message }])
  }
  const result = ContingencyPlan.safeParse(value)
  if (!result.success) {
    const problems = result.error.issues.flatMap((issue) => problemsOf(issue, value, placeAt))
    return refused(problems.slice(0, MAX_TOLD))
  }
  const faults = planFaults(result.data)
  if (faults.length === 0) return { plan: result.data, problems: [] }
  return refused(
    faults.slice(0, MAX_TOLD).map(({ code, path, value: shown, message }) => ({
      ...{ code, path: path.join('.'), value: shown, message },
      ...placeAt(path),
    })),
  )
}

function refused(problems: readonly PlanTextProblem[]): PlanReading {
  return { plan: null, problems }
}

/** The document of a text; null when it nests deeper than the parser can follow. */
function parseBounded(text: string, lineCounter: LineCounter): Document.Parsed | null {
  // Without pretty errors: each would copy its whole line, which a text of one long line of faults turns into minutes.
  const options = { lineCounter, uniqueKeys: true, version: '1.2', schema: 'core', prettyErrors: false } as const
  try {
    return parseDocument(text, options)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The first alias whose anchor is nowhere before it, with its position in the text; null when each has one. */
function aliasOfNothing(document: Document.Parsed): { readonly name: string; readonly at: number } | null {
  const anchors = new Set<string>()
  let found: ReturnType<typeof aliasOfNothing> = null
  visit(document, {
    Node: (_, node) => {
      if ('anchor' in node && node.anchor !== undefined) anchors.add(node.anchor)
    },
    Alias: (_, { source, range }) => {
      if (anchors.has(source)) return undefined
      found = { name: source.slice(0, 80), at: range?.[0] ?? 0 }
      return visit.BREAK
    },
  })
  return found
}

/** Where brackets or a run of list marks nest too deep, before the parser follows them. No quoted text of a plan has as many. */
function tooDeepAt(text: string): PlanTextProblem | null {
  let depth = 0
  let line = 1
  for (const { 0: mark, index } of text.matchAll(/[\n[\]{}]|(?<=^ *)(?:[-?:] ){30,}/gm)) {
    if (mark === '\n') line += 1
    else if (mark === '[' || mark === '{') depth += 1
    else if (mark === ']' || mark === '}') depth = Math.max(0, depth - 1)
    if (depth > MAX_DEPTH || mark.length > 1) return tooDeep(line, text.slice(index, index + 20))
  }
  return null
}

function tooDeep(line: number, where: string): PlanTextProblem {
  const message = `嵌套超过 ${MAX_DEPTH} 层，不可能是一部预案；请检查括号和缩进，或确认选对了文件`
  return { code: 'plan-invalid', line, column: 1, path: '', value: where.slice(0, 20), message }
}

function countValues(value: unknown, limit: number): number {
  const waiting = [value]
  let count = 0
  while (waiting.length > 0 && count < limit) {
    const next = waiting.pop()
    count += 1
    if (typeof next === 'object' && next !== null) for (const part of Object.values(next)) waiting.push(part)
  }
  return count
}

/** Where a field stands; a field that is not there stands where what should hold it begins. */
function placeOf(document: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]): ReturnType<Place> {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = nodeAt(document, path.slice(0, length))
    if (node?.range) {
      const { line, col } = lines.linePos(node.range[0])
      return { line, column: col }
    }
  }
  return { line: 1, column: 1 }
}

function nodeAt(document: Document.Parsed, path: readonly PropertyKey[]): Node | null {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true)
  return isNode(node) ? node : keyAt(document, path)
}

/** The key of a field whose value has no place of its own. */
function keyAt(document: Document.Parsed, path: readonly PropertyKey[]): Node | null {
  const holder: unknown = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isMap(holder)) return null
  const pair = holder.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
  return isScalar(pair?.key) ? pair.key : null
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value
}

function problemsOf(issue: z.core.$ZodIssue, whole: unknown, placeAt: Place): PlanTextProblem[] {
  const told = (path: readonly PropertyKey[], value: unknown, message: string): PlanTextProblem => ({
    ...{ code: 'plan-invalid', path: path.map(String).join('.'), value: shown(value), message },
    ...placeAt(path),
  })
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key]
      return told(path, key, `不认识的字段“${key.slice(0, 80)}”；请删去或改正拼写`)
    })
  }
  const value = valueAt(whole, issue.path)
  const field = issue.path.length === 0 ? '整份预案' : `字段 ${issue.path.map(String).join('.')}`
  const given = value === undefined ? '没有写' : `的值 ${shown(value)} 不对`
  return [told(issue.path, value, `${field} ${given}：${remedyOf(issue)}`)]
}

function remedyOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `应为${KINDS[issue.expected] ?? issue.expected}，请补上或改正`
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')} 之一`
    case 'too_small':
      return issue.origin === 'array' ? `至少要有 ${issue.minimum} 项` : `不能小于 ${issue.minimum} 或为空`
    case 'too_big':
      return `不能大于 ${issue.maximum}`
    case 'invalid_format':
    case 'invalid_union':
      return issue.message
    case 'custom':
      return '队伍能力（capability）和车辆（vehicleKind）必须写且只写一个'
    default:
      return '请对照示例改正'
  }
}

const KINDS: Readonly<Record<string, string>> = {
  ...{ string: '文字', number: '数字', int: '整数', boolean: '真或假（true、false）', array: '列表', object: '对象' },
  ...{ null: '空（null）' },
}

const SYNTAX: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '同一处有两个相同的字段，请删去一个',
  TAB_AS_INDENT: '缩进里有制表符，请改用空格',
  BAD_INDENT: '缩进不齐，请与上下行对齐',
  MISSING_CHAR: '少了括号、引号或冒号，或本行与上一行没有对齐；请补上或对齐',
  MULTIPLE_DOCS: '一个文件只能有一部预案，请删去多余的“---”部分',
}

function valueAt(whole: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    whole,
  )
}

function shown(value: unknown): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return value.slice(0, 120)
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '列表' : '对象'
  return JSON.stringify(value) ?? ''
}
