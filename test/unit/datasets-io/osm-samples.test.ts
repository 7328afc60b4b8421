import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { groupsOfBlock, readBlocks } from '#electron/core/datasets/osm/read-blocks.ts'
import { readOsmRoads } from '#electron/core/datasets/osm/read-osm-roads.ts'
import { bytesOf, readDeltas, readFields } from '#electron/core/datasets/osm/wire-reader.ts'

const sample = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, '../../fixtures/osm', `${name}.osm.pbf`))

/** Nodes, ways and relations of a file by their fields on the wire, whatever the importer makes of them. */
function countElements(file: Uint8Array): string {
  const counts = { nodes: 0, ways: 0, relations: 0 }
  for (const { type, bytes } of readBlocks(file, 'x')) {
    if (type === 'OSMHeader') continue
    for (const { field, bytes: element } of groupsOfBlock(bytes).flatMap((group) => [...readFields(group)])) {
      if (field === 1) counts.nodes += 1
      if (field === 2 && element !== null) counts.nodes += readDeltas(bytesOf(element, 1)).length
      if (field === 3) counts.ways += 1
      if (field === 4) counts.relations += 1
    }
  }
  return `${counts.nodes} / ${counts.ways} / ${counts.relations}`
}

describe('real OSM extracts', () => {
  it.each([
    ['test-osm6', '3 / 1 / 1', { read: 1, outside: 0 }, 1],
    ['one_way_dead_end', '1154 / 89 / 3', { read: 68, outside: 0 }, 146],
    ['tiny-somes', '1494 / 77 / 6', { read: 19, outside: 0 }, 42],
    ['whitelion_bristol_uk', '619 / 111 / 60', { read: 45, outside: 0 }, 63],
  ])('%s holds %s elements; its roads are read and cut at junctions', (name, elements, counts, segments) => {
    const bytes = sample(name)
    expect(countElements(bytes)).toBe(elements)
    const roads = readOsmRoads(bytes, name)
    expect(roads).toMatchObject({ ...counts, refused: 0, declaredSystem: 'wgs84' })
    expect(roads.records).toHaveLength(segments)
  })

  it('refuses an extract that was cut short, wherever, before it reads a road', () => {
    const whole = sample('whitelion_bristol_uk')
    for (let part = 1; part < 20; part += 1) {
      const cut = whole.subarray(0, Math.floor((whole.length * part) / 20))
      expect(() => readOsmRoads(cut, 'x.osm.pbf'), `${part} of 20`).toThrow(/没有传完|已损坏/)
    }
  })
})
