import { deflateSync } from 'node:zlib'

/** A small OSM file to be written: nodes by id, ways with tags. */
export interface OsmDraft {
  readonly nodes: readonly {
    readonly id: number
    readonly lng: number
    readonly lat: number
    readonly tags?: Readonly<Record<string, string>>
  }[]
  readonly ways: readonly {
    readonly id: number
    readonly refs: readonly number[]
    readonly tags: Readonly<Record<string, string>>
  }[]
}

/** How the file is packed; `locationsOnWays` puts the coordinates into the ways and leaves the nodes out. */
export interface Packing {
  readonly compression?: 'zlib' | 'none' | 'lz4'
  readonly locationsOnWays?: boolean
  readonly feature?: string
}

/** Writes an OSM PBF file (plain nodes, one block). */
export function osmFile(draft: OsmDraft, packing: Packing = {}): Uint8Array {
  const features = ['OsmSchema-V0.6', packing.locationsOnWays === true ? 'LocationsOnWays' : 'DenseNodes']
  if (packing.feature !== undefined) features.push(packing.feature)
  const header = Buffer.concat(features.map((feature) => bytesField(4, Buffer.from(feature))))
  return Buffer.concat([block('OSMHeader', header, packing), block('OSMData', dataBlock(draft, packing), packing)])
}

function dataBlock({ nodes, ways }: OsmDraft, packing: Packing): Buffer {
  const strings = ['', ...new Set([...ways, ...nodes].flatMap(({ tags = {} }) => Object.entries(tags).flat()))]
  const table = Buffer.concat(strings.map((text) => bytesField(1, Buffer.from(text))))
  const place = new Map(nodes.map(({ id, lng, lat }) => [id, { lon: unitsOf(lng), lat: unitsOf(lat) }]))
  const packed = (texts: readonly string[]): Buffer => Buffer.concat(texts.map((text) => varint(strings.indexOf(text))))
  const nodeMessages = nodes.map(({ id, lng, lat, tags = {} }) => {
    const own =
      Object.keys(tags).length === 0
        ? []
        : [bytesField(2, packed(Object.keys(tags))), bytesField(3, packed(Object.values(tags)))]
    const place = [signedField(8, unitsOf(lat)), signedField(9, unitsOf(lng))]
    return bytesField(1, Buffer.concat([signedField(1, id), ...own, ...place]))
  })
  const wayMessages = ways.map(({ id, refs, tags }) => {
    const keys = Buffer.concat(Object.keys(tags).map((key) => varint(strings.indexOf(key))))
    const values = Buffer.concat(Object.values(tags).map((value) => varint(strings.indexOf(value))))
    const own = [numberField(1, id), bytesField(2, keys), bytesField(3, values), bytesField(8, deltas(refs))]
    if (packing.locationsOnWays === true) {
      const places = refs.map((ref) => place.get(ref) ?? { lon: 0, lat: 0 })
      own.push(
        bytesField(9, deltas(places.map(({ lat }) => lat))),
        bytesField(10, deltas(places.map(({ lon }) => lon))),
      )
    }
    return bytesField(3, Buffer.concat(own))
  })
  const groups = packing.locationsOnWays === true ? [wayMessages] : [nodeMessages, wayMessages]
  return Buffer.concat([bytesField(1, table), ...groups.map((group) => bytesField(2, Buffer.concat(group)))])
}

function block(type: string, content: Buffer, { compression = 'zlib' }: Packing): Buffer {
  const blob =
    compression === 'none'
      ? bytesField(1, content)
      : Buffer.concat([
          numberField(2, content.length),
          bytesField(compression === 'zlib' ? 3 : 6, deflateSync(content)),
        ])
  const header = Buffer.concat([bytesField(1, Buffer.from(type)), numberField(3, blob.length)])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(header.length)
  return Buffer.concat([length, header, blob])
}

function unitsOf(degrees: number): number {
  return Math.round(degrees * 1e7)
}

function deltas(values: readonly number[]): Buffer {
  return Buffer.concat(values.map((value, index) => zigzag(value - (values[index - 1] ?? 0))))
}

function zigzag(value: number): Buffer {
  return varint(value < 0 ? -value * 2 - 1 : value * 2)
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  return Buffer.from([...bytes, rest])
}

function numberField(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)])
}

function signedField(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), zigzag(value)])
}

function bytesField(field: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint(field * 8 + 2), varint(bytes.length), bytes])
}
