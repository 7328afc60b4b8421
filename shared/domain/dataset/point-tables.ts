import { optionalCount, optionalNumber, optionalText, text } from './cells.ts'
import { place } from './place-columns.ts'
import { table } from './table-definition.ts'

/** Tables of single places around which plans are made: hazards, targets, landing sites, cameras, water, names. */
export const POINT_TABLES = {
  hazardSources: table('hazard_sources.csv', '危险源', {
    id: text(),
    name: text(),
    kind: text(),
    ...place,
    phone: optionalText(),
    un: optionalText(),
    quantity_t: optionalNumber(0, 1e6),
  }),
  targets: table('targets.csv', '防护目标', {
    id: text(),
    name: text(),
    kind: text(),
    ...place,
    people: optionalCount(),
    phone: optionalText(),
  }),
  helipads: table('helipads.csv', '临时起降点', {
    id: text(),
    name: text(),
    kind: text(),
    ...place,
    surface: optionalText(),
    status: optionalText(),
    phone: optionalText(),
  }),
  cameras: table('cameras.csv', '监控点', { id: text(), name: text(), kind: text(), ...place, link: optionalText() }),
  waterPoints: table('water_points.csv', '水源', {
    id: text(),
    name: text(),
    kind: text(),
    ...place,
    volume_m3: optionalNumber(0, 1e9),
  }),
  places: table('places.csv', '地名', {
    id: text(),
    name: text(),
    name_en: optionalText(),
    kind: text(),
    ...place,
    confidence: optionalText(),
  }),
} as const
