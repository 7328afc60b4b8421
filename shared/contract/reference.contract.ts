import * as z from 'zod'
import { DatasetHead } from '../domain/dataset/dataset.ts'
import { Substance } from '../domain/hazmat.ts'
import { TABLE_NAMES } from '../domain/dataset/tables.ts'
import { query } from './define.ts'

/** A place found by name. */
export const PlaceHit = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  town: z.string(),
  lng: z.number(),
  lat: z.number(),
  isDemo: z.boolean(),
})
export type PlaceHit = z.infer<typeof PlaceHit>

/** Feature collection for one map layer; properties are plain values. */
export const MapLayer = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.looseObject({
      type: z.literal('Feature'),
      geometry: z.looseObject({ type: z.string(), coordinates: z.unknown() }),
      properties: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type MapLayer = z.infer<typeof MapLayer>

export const MAP_LAYERS = [
  'roads',
  'areas',
  'riskAreas',
  'teams',
  'shelters',
  'hospitals',
  'stores',
  'populationPoints',
  'helipads',
  'places',
] as const

/** The library of resources, the gazetteer and the hazmat handbook. */
export const referenceContract = {
  /** Head of the data set in use, with its conflicts and record counts. */
  dataset: query({
    input: z.strictObject({}),
    output: z.strictObject({
      head: DatasetHead,
      version: z.string(),
      roadsSchematic: z.boolean(),
      counts: z.record(z.string(), z.number().int()),
    }),
    topics: ['library'],
  }),
  /** Places by Chinese name, part of it, full pinyin or pinyin initials; best first. */
  searchPlaces: query({
    input: z.strictObject({ text: z.string(), limit: z.number().int().min(1).max(50).default(12) }),
    output: z.array(PlaceHit),
    topics: ['library'],
  }),
  /** Substances by UN number, Chinese or English name, alias, CAS or pinyin; best first. */
  searchSubstances: query({
    input: z.strictObject({ text: z.string(), limit: z.number().int().min(1).max(50).default(12) }),
    output: z.array(Substance),
    topics: ['library'],
  }),
  mapLayer: query({ input: z.strictObject({ layer: z.enum(MAP_LAYERS) }), output: MapLayer, topics: ['library'] }),
  /** Rows of one table as text cells, for looking things up. */
  rows: query({
    input: z.strictObject({
      table: z.enum(TABLE_NAMES),
      text: z.string().default(''),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      columns: z.array(z.string()),
      total: z.number().int(),
      rows: z.array(z.array(z.string())),
    }),
    topics: ['library'],
  }),
}
