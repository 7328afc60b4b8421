import * as z from 'zod'
import { AppError } from '#shared/kernel/app-error.ts'
import { parseJson } from '../decode-text.ts'
import type { FeatureLayer } from './feature-layer.ts'
import { degreesNamed, projectNested, type NameProjection, type Projection } from './degrees.ts'

const Collection = z.looseObject({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })
const CrsMember = z.object({ properties: z.object({ name: z.string() }) })
const Feature = z.looseObject({ geometry: z.looseObject({ coordinates: z.unknown() }) })

/** Reads a GeoJSON layer. Throws `bad-json`, `file-broken` when it is no FeatureCollection, `bad-input` for its system. */
export function readGeoJson(text: string, file: string, nameProjection: NameProjection = degreesNamed): FeatureLayer {
  const parsed = Collection.safeParse(parseJson(text, file))
  if (!parsed.success) {
    throw new AppError('file-broken', `文件“${file}”不是 GeoJSON FeatureCollection。请用 WGS84 坐标重新导出。`, {
      path: file,
    })
  }
  const { features, ...head } = parsed.data
  const projection = projectionOf(head, file, nameProjection)
  return {
    label: file,
    kind: null,
    features: projection === null ? features : features.map((feature) => projectFeature(feature, projection)),
    head,
    declaredSystem: projection?.system ?? null,
    notes: [],
  }
}

/** The system of the `crs` member (GeoJSON 2008, still written by GIS programs); null without one. */
function projectionOf(
  head: Readonly<Record<string, unknown>>,
  file: string,
  nameProjection: NameProjection,
): Projection | null {
  const { crs } = head
  if (crs === undefined || crs === null) return null
  const parsed = CrsMember.safeParse(crs)
  return nameProjection(parsed.success ? parsed.data.properties.name : JSON.stringify(crs), file)
}

function projectFeature(feature: unknown, { toDegrees }: Projection): unknown {
  const parsed = Feature.safeParse(feature)
  if (toDegrees === null || !parsed.success) return feature
  const { geometry } = parsed.data
  return { ...parsed.data, geometry: { ...geometry, coordinates: projectNested(geometry.coordinates, toDegrees) } }
}
