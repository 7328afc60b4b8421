import type { Draft } from '../draft.ts'
import { SOURCES } from '../evidence.ts'
import { offsetPoint } from '../geometry.ts'
import type { Point } from '../geometry.ts'
import { demo } from '../headers.ts'
import type { Evidence } from '../headers.ts'
import { placeInTown, placeNear, townAt, townNameAt } from '../placing.ts'
import { placeById } from '../region.ts'
import { cycle, seededInt } from '../seeded.ts'
import type { SourceFolder } from '../source-folder.ts'
import { centroidOf, propertyText } from '../source-folder.ts'

const NURSING_HOMES = 21
const HIGH_RISES = 24

interface TargetSpec {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly point: Point
  readonly people: number
  readonly floors: number
  readonly evidence: Evidence
}

/** Adds protected targets: schools, hospitals and malls from OpenStreetMap, nursing homes and high-rise flats for exercises. */
export function addTargets(draft: Draft, source: SourceFolder): void {
  addMapped(draft, source.schools, 'school', source)
  addMapped(draft, source.shops, 'mall', source)
  for (const hospital of draft.tables.hospitals) {
    if (townAt(draft.region, [Number(hospital.lng), Number(hospital.lat)]) === undefined) continue
    add(draft, {
      id: `target-${hospital.id}`,
      name: String(hospital.name),
      kind: 'hospital',
      point: [Number(hospital.lng), Number(hospital.lat)],
      people: Number(hospital.beds) * 2,
      floors: 8,
      evidence: demo('名称与位置为OSM实测；人数、层数为演示', SOURCES.osm),
    })
  }
  addInvented(draft)
}

function addMapped(
  draft: Draft,
  features: SourceFolder['schools'],
  kind: 'school' | 'mall',
  { schools }: SourceFolder,
): void {
  features.forEach((feature) => {
    const name = propertyText(feature, 'name')
    const centre = offsetPoint(centroidOf(feature), 0, 0)
    if (
      name === '' ||
      propertyText(feature, 'district') !== draft.region.name ||
      townAt(draft.region, centre) === undefined
    )
      return
    const order = draft.tables.targets.filter((row) => row.kind === kind).length + 1
    const id = `target-${kind}-${String(order).padStart(2, '0')}`
    add(draft, {
      id,
      name,
      kind,
      point: centre,
      floors: features === schools ? 5 : seededInt(`${id}#floors`, 4, 22),
      people: seededInt(`${id}#people`, 6, features === schools ? 24 : 40) * 100,
      evidence: demo('名称与位置为OSM实测；人数、层数为演示', SOURCES.osm),
    })
  })
}

function addInvented(draft: Draft): void {
  for (let index = 0; index < NURSING_HOMES; index += 1) {
    const town = cycle(draft.region.towns, index)
    const id = `target-nursing-${String(index + 1).padStart(2, '0')}`
    add(draft, {
      id,
      name: `${town.name}养老院${index + 1}(演示)`,
      kind: 'nursing_home',
      point: placeInTown(draft.region, town, id),
      people: seededInt(id, 40, 220),
      floors: 4,
      evidence: demo('21家为规划数；名称、位置、人数为演示', SOURCES.beilunPlan),
    })
  }
  for (let index = 0; index < HIGH_RISES; index += 1) {
    const anchor = placeById(draft.region, cycle(['P0117', 'P0118', 'P0116', 'P0115', 'P0003', 'P0009'], index)).point
    const id = `target-highrise-${String(index + 1).padStart(2, '0')}`
    const isExercise = index === 0
    const point: Point = isExercise
      ? [121.842, 29.905]
      : placeNear(draft.region, id, anchor, { minM: 100, maxM: 900, within: draft.region.outline })
    const floors = isExercise ? 28 : seededInt(`${id}#floors`, 11, 33)
    add(draft, {
      id,
      name: isExercise ? '新碶高层住宅28层(演示)' : `高层住宅${index + 1}(演示)`,
      kind: 'high_rise',
      point,
      people: floors * 12,
      floors,
      evidence: demo('全区769幢为规划数，此处为抽样；名称、位置、层数为演示', SOURCES.beilunPlan),
    })
  }
}

function add(draft: Draft, target: TargetSpec): void {
  draft.tables.targets.push({
    id: target.id,
    name: target.name,
    kind: target.kind,
    town: townNameAt(draft.region, target.point),
    lng: target.point[0],
    lat: target.point[1],
    people: target.people,
    floors: target.floors,
    height_m: target.floors * 3,
    phone: draft.contacts.landlineOf(target.id),
    ...target.evidence,
  })
}
