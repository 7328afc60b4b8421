import { XMLParser } from 'fast-xml-parser'
import { SyntaxValidator } from 'fast-xml-validator'
import { AppError } from '#shared/kernel/app-error.ts'

/** An element as fast-xml-parser answers it: children by name, attributes with `@`, text as `#text` or as the element. */
export type XmlNode = Readonly<Record<string, unknown>>

/** Largest KML that is parsed, bytes: its tree takes about ten times as much memory. */
export const MAX_KML_BYTES = 64 * 1024 * 1024
const MAX_DEPTH = 60
const MAX_TAGS = 6_000_000

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  maxNestedTags: MAX_DEPTH,
})

/** Parses a KML text. Throws `file-broken`, also for a document type: entities may unfold without end. */
export function parseKml(text: string, file: string): XmlNode {
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    throw brokenKml(file, '里面有 DOCTYPE 或 ENTITY 声明，KML 不需要，可能是恶意文件')
  if (tagsOf(text) > MAX_TAGS) {
    throw new AppError('file-too-large', `“${file}”里的元素超过 ${MAX_TAGS} 个。请按图层拆成几个文件后重试。`, {
      path: file,
    })
  }
  const root = nodeOf(Reflect.get(parsed(text, file), 'kml'))
  if (root === null) throw brokenKml(file, '没有 <kml> 根元素')
  return root
}

/** Tags of a text, counted before a tree of them is built. */
function tagsOf(text: string): number {
  let count = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) count += 1
  return count
}

function parsed(text: string, file: string): object {
  try {
    SyntaxValidator.validate(text) // the parser itself closes what a cut file left open
    const tree: unknown = parser.parse(text)
    return typeof tree === 'object' && tree !== null ? tree : {}
  } catch (error) {
    throw brokenKml(file, error instanceof Error ? error.message.slice(0, 120) : String(error), error)
  }
}

/** A KML that cannot be read, with the reason. */
export function brokenKml(file: string, reason: string, cause?: unknown): AppError {
  return new AppError('file-broken', `“${file}”不是完整的 KML：${reason}。请重新导出后重试。`, { path: file, cause })
}

/** Child elements of a name, whether there are none, one or many. */
export function childrenOf(node: XmlNode, name: string): XmlNode[] {
  return valuesOf(node, name)
    .map(nodeOf)
    .filter((child) => child !== null)
}

/** Text of the first child of a name; empty when there is none. */
export function textIn(node: XmlNode, name: string): string {
  const [value] = valuesOf(node, name)
  if (typeof value === 'string') return value
  const text: unknown = nodeOf(value)?.['#text']
  return typeof text === 'string' ? text : ''
}

/** Texts of all children of a name. */
export function textsIn(node: XmlNode, name: string): string[] {
  return valuesOf(node, name).map((value) => textIn({ text: value }, 'text'))
}

function valuesOf(node: XmlNode, name: string): readonly unknown[] {
  const value = node[name]
  if (value === undefined) return []
  return isList(value) ? value : [value]
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

/** An element with children or attributes; a plain text counts as one without; null for anything else. */
function nodeOf(value: unknown): XmlNode | null {
  if (typeof value === 'string') return { '#text': value }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
}
