import type { Area, Point } from './geometry.ts'
import { areaOf, lineOf, propertyText } from './source-folder.ts'
import type { GazetteerPlace, SourceFolder } from './source-folder.ts'
import { elementAt } from './seeded.ts'

/** A village or community of the national list, with the town it belongs to. */
export interface Village {
  readonly code: string
  readonly name: string
  readonly isCommunity: boolean
}

/** One street or town of a region. */
export interface Town {
  readonly name: string
  readonly slug: string
  readonly code: string
  readonly seat: Point
  readonly area: Area
  readonly villages: readonly Village[]
}

/** A county-level region: its towns in order, its outline, and the material to place records on. */
export interface Region {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly outline: Area
  readonly land: Area
  readonly towns: readonly Town[]
  /** Cells of all known towns, also those of other districts. */
  readonly cells: readonly { readonly name: string; readonly area: Area }[]
  readonly roadLines: readonly (readonly Point[])[]
  readonly gazetteer: readonly GazetteerPlace[]
}

/** What a region is made from: slug and statistical code of each of its towns. */
export interface RegionSpec {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly towns: readonly (readonly [name: string, slug: string, code: string])[]
}

/** Reads the region's towns, outline and villages from the source folder. */
export function readRegion(source: SourceFolder, spec: RegionSpec): Region {
  const outline = source.districts.find((feature) => propertyText(feature, 'code') === spec.code)
  if (outline === undefined) throw new Error(`districts-schematic 中没有代码 ${spec.code}`)
  return {
    id: spec.id,
    name: spec.name,
    code: spec.code,
    outline: areaOf(outline),
    land: source.land,
    cells: source.towns.map((feature) => ({ name: propertyText(feature, 'name'), area: areaOf(feature) })),
    roadLines: source.roads.map(lineOf),
    gazetteer: source.gazetteer,
    towns: spec.towns.map(([name, slug, code]) => {
      const cell = source.towns.find((feature) => propertyText(feature, 'code') === code)
      if (cell === undefined) throw new Error(`towns-voronoi-schematic 中没有代码 ${code}（${name}）`)
      return {
        name,
        slug,
        code,
        seat: seatOf(source, name, code),
        area: areaOf(cell),
        villages: villagesOf(source, code),
      }
    }),
  }
}

/** The gazetteer place with this id. */
export function placeById(region: Region, id: string): GazetteerPlace {
  const place = region.gazetteer.find((candidate) => candidate.id === id)
  if (place === undefined) throw new Error(`地名表中没有 ${id}`)
  return place
}

/** The town of this name. */
export function townNamed(region: Region, name: string): Town {
  const town = region.towns.find((candidate) => candidate.name === name)
  if (town === undefined) throw new Error(`${region.name}没有“${name}”`)
  return town
}

function seatOf(source: SourceFolder, name: string, code: string): Point {
  const seat = source.gazetteer.find((place) => place.kind === 'town' && place.note.startsWith(code))
  if (seat === undefined) throw new Error(`地名表中没有${name}（${code}）的驻地`)
  return seat.point
}

function villagesOf(source: SourceFolder, townCode: string): Village[] {
  return source.divisions
    .filter((division) => division.level === 'village' && division.parentCode === townCode)
    .map(({ code, name }) => ({ code, name: shortVillageName(name), isCommunity: !name.endsWith('村委会') }))
    .sort((a, b) => Number(a.code) - Number(b.code))
}

/** “河头村委会” becomes “河头村”, “富春社区居委会” and “海湾居委会” become “富春社区” and “海湾社区”. */
export function shortVillageName(name: string): string {
  if (name.endsWith('村委会')) return name.slice(0, -2)
  if (name.endsWith('社区居委会')) return name.slice(0, -3)
  if (name.endsWith('居委会')) return `${name.slice(0, -3)}社区`
  return name
}

/** The village of this short name in the town. */
export function villageNamed(town: Town, name: string): Village {
  const index = town.villages.findIndex((village) => village.name === name)
  if (index < 0) throw new Error(`${town.name}没有“${name}”`)
  return elementAt(town.villages, index, town.name)
}
