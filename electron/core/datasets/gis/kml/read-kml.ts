import { decodeText } from '../../decode-text.ts'
import { kindNamed } from '../../kind-of-file.ts'
import type { RowProblem } from '../../import-report.ts'
import { layerNote, type FeatureLayer } from '../feature-layer.ts'
import { geometryOf } from './kml-geometry.ts'
import { openKmz } from './open-kmz.ts'
import { brokenKml, childrenOf, MAX_KML_BYTES, parseKml, textIn, type XmlNode } from './parse-kml.ts'

/** Elements that show something but are no record. */
const PASSED_OVER = ['NetworkLink', 'GroundOverlay', 'ScreenOverlay', 'PhotoOverlay']

/**
 * Reads a `.kml` or `.kmz`. A folder named as a kind of record (`teams`, 救援队伍) becomes a layer of that kind; all
 * other placemarks are one layer together. KML is WGS84 by definition, yet map programs here write GCJ-02 into it, so
 * that nothing counts as declared. Throws `file-broken` or `file-too-large`.
 */
export function readKml(bytes: Uint8Array, file: string): FeatureLayer[] {
  const content = /\.kmz$/i.test(file) ? openKmz(bytes, file) : bytes
  if (content.byteLength > MAX_KML_BYTES) throw brokenKml(file, `超过 ${MAX_KML_BYTES / 1024 / 1024} MB，请拆分`)
  const root = parseKml(decodeText(content, file), file)
  const found: Found = { rest: [], named: new Map(), skipped: 0, head: {} }
  collect(root, found, null)
  const notes = found.skipped === 0 ? [] : [skippedNote(found.skipped)]
  const rest = layerOf(file, null, found.rest, { head: found.head, notes })
  const named = [...found.named].map(([folder, features]) =>
    layerOf(`${file}[${folder}]`, kindNamed(folder), features, { head: found.head, notes: [] }),
  )
  return found.rest.length > 0 || named.length === 0 ? [rest, ...named] : named
}

interface Found {
  readonly rest: object[]
  /** Features of folders that are named as a kind, by the folder's name. */
  readonly named: Map<string, object[]>
  skipped: number
  head: Readonly<Record<string, unknown>>
}

function collect(container: XmlNode, found: Found, folder: string | null): void {
  const features = folder === null ? found.rest : (found.named.get(folder) ?? [])
  if (folder !== null) found.named.set(folder, features)
  for (const placemark of childrenOf(container, 'Placemark')) features.push(featureOf(placemark))
  for (const name of PASSED_OVER) found.skipped += childrenOf(container, name).length
  for (const document of childrenOf(container, 'Document')) {
    found.head = { ...found.head, ...headOf(document) }
    collect(document, found, folder)
  }
  for (const inner of childrenOf(container, 'Folder')) {
    const name = textIn(inner, 'name').trim()
    collect(inner, found, kindNamed(name) === null ? folder : name)
  }
}

function headOf(document: XmlNode): Readonly<Record<string, unknown>> {
  const { schematic } = dataOf(document)
  const name = textIn(document, 'name')
  return { ...(name === '' ? {} : { name }), ...(schematic === undefined ? {} : { schematic: schematic === '1' }) }
}

/** Columns are the extended data; the placemark's own name, id and description fill in what those leave out. */
function featureOf(placemark: XmlNode): object {
  const data = dataOf(placemark)
  const id = placemark['@id']
  const own = {
    ...(typeof id === 'string' ? { id } : {}),
    ...textMember('name', textIn(placemark, 'name')),
    ...textMember('description', textIn(placemark, 'description')),
  }
  return { type: 'Feature', properties: { ...own, ...data }, geometry: geometryOf(placemark) }
}

function textMember(key: string, text: string): Record<string, string> {
  return text.trim() === '' ? {} : { [key]: text.trim() }
}

/** `Data` with a `value`, and `SimpleData` of a schema. */
function dataOf(node: XmlNode): Record<string, string> {
  const extended = childrenOf(node, 'ExtendedData')
  const data = extended
    .flatMap((each) => childrenOf(each, 'Data'))
    .map((each) => [each['@name'], textIn(each, 'value')])
  const simple = extended
    .flatMap((each) => childrenOf(each, 'SchemaData'))
    .flatMap((each) => childrenOf(each, 'SimpleData'))
    .map((each) => [each['@name'], typeof each['#text'] === 'string' ? each['#text'] : ''])
  const named = [...data, ...simple].flatMap(([name, text]) =>
    typeof name === 'string' && typeof text === 'string' ? [[name, text] as const] : [],
  )
  return Object.fromEntries(named)
}

function layerOf(
  label: string,
  kind: FeatureLayer['kind'],
  features: readonly object[],
  more: Pick<FeatureLayer, 'head' | 'notes'>,
): FeatureLayer {
  return { label, kind, features, declaredSystem: null, ...more }
}

function skippedNote(count: number): RowProblem {
  return layerNote('kml-not-read', count, `${count} 个网络链接或叠加图没有读：程序离线工作，只读地标里的要素。`)
}
