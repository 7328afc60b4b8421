import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readOsmRoads } from '#electron/core/datasets/osm/read-osm-roads.ts'
import { osmFile, type OsmDraft } from './osm-file.ts'

const NODES = [
  { id: 9_000_000_000_001, lng: 121.8, lat: 29.9 },
  { id: 2, lng: 121.81, lat: 29.9 },
  { id: 3, lng: 121.82, lat: 29.9 },
  { id: 4, lng: 121.81, lat: 29.91 },
]

/** A main road of three nodes and a side road that starts at its middle one. */
const CROSSING: OsmDraft = {
  nodes: NODES,
  ways: [
    {
      id: 10,
      refs: [9_000_000_000_001, 2, 3],
      tags: { highway: 'primary', name: '泰山路', maxspeed: '60', oneway: 'yes' },
    },
    {
      id: 11,
      refs: [2, 4],
      tags: { highway: 'residential', maxheight: '3.2', maxweight: '8 t', alt_name: '老街;旧路' },
    },
    { id: 12, refs: [3, 4], tags: { building: 'yes' } },
  ],
}

const read = (bytes: Uint8Array): ReturnType<typeof readOsmRoads> => readOsmRoads(bytes, 'x.osm.pbf')

describe('roads of an OSM file', () => {
  it('counts ways with a highway tag and cuts them where they share a node', () => {
    const file = read(osmFile(CROSSING))
    expect(file.read).toBe(2)
    expect(file.records.map(({ value }) => value)).toMatchObject([
      { id: 'w10-1', fromNode: 'n9000000000001', toNode: 'n2' },
      { id: 'w10-2', fromNode: 'n2', toNode: 'n3' },
      { id: 'w11', fromNode: 'n2', toNode: 'n4' },
    ])
  })

  it('reads speed, direction, limits and other names from the tags', () => {
    const [main, , side] = read(osmFile(CROSSING)).records.map(({ value }) => value)
    expect(main).toMatchObject({ name: '泰山路', class: 'primary', speedKmh: 60, oneway: 'yes', maxHeightM: null })
    expect(side).toMatchObject({
      speedKmh: null,
      oneway: 'no',
      maxHeightM: 3.2,
      maxWeightT: 8,
      altNames: ['老街', '旧路'],
    })
  })

  it('keeps engines off foot ways by the limit that bars heavy vehicles from weak bridges', () => {
    const file = read(osmFile({ nodes: NODES, ways: [{ id: 1, refs: [2, 3], tags: { highway: 'steps' } }] }))
    expect(file.records[0]?.value).toMatchObject({ class: 'steps', speedKmh: 5, maxWeightT: 0.1 })
  })

  it('keeps ferries that take cars as roads, and those for people only as ways no engine may use', () => {
    const file = read(
      osmFile({
        nodes: NODES,
        ways: [
          { id: 1, refs: [2, 3], tags: { route: 'ferry', name: '白峰渡', motor_vehicle: 'yes' } },
          { id: 2, refs: [2, 4], tags: { route: 'ferry' } },
        ],
      }),
    )
    expect(file.records.map(({ value }) => value)).toMatchObject([
      { class: 'ferry', name: '白峰渡', maxWeightT: null },
      { class: 'ferry', maxWeightT: 0.1 },
    ])
  })

  it('puts a gate on the road it stands on, with who opens it, and reads no gate from a bollard', () => {
    const [first, ...others] = NODES
    const gate = { barrier: 'gate', locked: 'yes', operator: '青峙园区', 'contact:phone': '0574-86010000' }
    const nodes = [...(first === undefined ? [] : [{ ...first, tags: { barrier: 'bollard' } }]), ...others]
    const gated = nodes.map((node) => (node.id === 3 ? { ...node, tags: gate } : node))
    const file = read(osmFile({ ...CROSSING, nodes: gated }))
    const extras = file.records.map(({ value }): unknown => Reflect.get(value, 'extras'))
    expect(extras).toEqual([undefined, { gate: 'locked', gate_key: '青峙园区 0574-86010000' }, undefined])
  })

  it.each([{ compression: 'none' } as const, { locationsOnWays: true } as const])(
    'reads the same roads packed as %o',
    (packing) => {
      expect(read(osmFile(CROSSING, packing)).records).toEqual(read(osmFile(CROSSING)).records)
    },
  )

  it('says which ways lie outside the extract, and keeps the known part of the others', () => {
    const file = read(
      osmFile({
        nodes: NODES,
        ways: [
          { id: 1, refs: [77, 78], tags: { highway: 'primary' } },
          { id: 2, refs: [2, 3, 77], tags: { highway: 'primary' } },
        ],
      }),
    )
    expect(file).toMatchObject({ read: 2, outside: 1, refused: 0 })
    expect(file.records.map(({ key }) => key)).toEqual(['w2'])
  })

  it('refuses packings and features it does not read, with the remedy', () => {
    expect(() => read(osmFile(CROSSING, { compression: 'lz4' }))).toThrow(/LZ4.*osmium/)
    expect(() => read(osmFile(CROSSING, { feature: 'HistoricalInformation' }))).toThrow(/HistoricalInformation/)
  })

  it('fails at once on a file cut anywhere', () => {
    const whole = osmFile(CROSSING)
    for (let length = 0; length < whole.length; length += 1) {
      if (length > 0 && isBlockEnd(whole, length)) continue // a file may end between blocks
      expect(() => read(whole.subarray(0, length)), `${length} bytes`).toThrow(/已损坏/)
    }
  })

  it('reads the schematic network as schematic: 491 ways, joined as drawn', () => {
    const file = read(readFileSync(join(import.meta.dirname, '../../fixtures/osm/beilun-roads-schematic.osm.pbf')))
    expect(file).toMatchObject({ read: 491, refused: 0, outside: 0, schematic: true })
    expect(file.records.length).toBeGreaterThanOrEqual(491)
  })
})

function isBlockEnd(file: Uint8Array, length: number): boolean {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const headerBytes = view.getUint32(0)
  // The first block is: length, header (its last byte is the blob's length, below 128 here), blob.
  return length === 4 + headerBytes + (file[3 + headerBytes] ?? 0)
}
