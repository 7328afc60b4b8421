import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { Road } from '#shared/domain/dataset/dataset.ts'
import { lineLengthM } from '#shared/kernel/wgs84-length.ts'

/** A two-way secondary road of 1 km unless the test says otherwise. */
export function aRoad(road: Partial<Road> & Pick<Road, 'id' | 'fromNode' | 'toNode' | 'coordinates'>): Road {
  return {
    name: `路${road.id}`,
    altNames: [],
    ref: '',
    class: 'secondary',
    speedKmh: 36,
    oneway: 'no',
    bridge: false,
    tunnel: false,
    maxHeightM: null,
    maxWeightT: null,
    hazmat: '',
    floods: false,
    lengthM: lineLengthM(road.coordinates),
    isDemo: true,
    ...road,
  }
}

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]).optional()

const Lines = z.object({
  features: z.array(
    z.object({
      properties: z.record(z.string(), Cell),
      geometry: z.object({ coordinates: z.array(z.array(z.number())) }),
    }),
  ),
})

/** Reads road lines of a data set file; the schematic network's own drill columns are understood too. */
export function readRoads(file: string): Road[] {
  const { features } = Lines.parse(JSON.parse(readFileSync(file, 'utf8')))
  return features.map(({ properties, geometry }) => {
    const text = (...keys: string[]): string =>
      keys
        .map((key) => properties[key])
        .filter((value) => value !== undefined && value !== null && value !== '')
        .map(String)[0] ?? ''
    const number = (...keys: string[]): number | null => (text(...keys) === '' ? null : Number(text(...keys)))
    const isTrue = (key: string): boolean => ['true', '1', 'yes'].includes(text(key))
    const oneway = text('oneway')
    const base = aRoad({
      id: text('id'),
      fromNode: text('from_node'),
      toNode: text('to_node'),
      coordinates: geometry.coordinates,
    })
    return {
      ...base,
      name: text('name'),
      altNames: text('alt_names', 'alt_name')
        .split(';')
        .filter((name) => name !== ''),
      ref: text('ref'),
      class: text('class'),
      speedKmh: number('speed_kmh'),
      oneway: oneway === 'yes' || oneway === '-1' ? oneway : 'no',
      bridge: isTrue('bridge'),
      tunnel: isTrue('tunnel'),
      maxHeightM: number('max_height_m', 'drill_maxheight_m'),
      maxWeightT: number('max_weight_t', 'drill_maxweight_t'),
      hazmat: text('hazmat', 'drill_hazmat'),
      floods: isTrue('floods'),
      lengthM: number('length_m') ?? base.lengthM,
    }
  })
}
