import type { Draft } from '../draft.ts'
import { SOURCES } from '../evidence.ts'
import { roundDegrees } from '../geometry.ts'
import type { Area } from '../geometry.ts'
import type { SourceFolder } from '../source-folder.ts'
import { areaOf, propertyText } from '../source-folder.ts'
import type { FeatureCollection } from './roads.ts'

/** Outlines: the district, its streets, and neighbours' outlines where there are any. */
export function buildAreas(draft: Draft, source: SourceFolder, neighbourCodes: readonly string[]): FeatureCollection {
  const { region } = draft
  const neighbours = [...source.districts, ...source.towns]
    .filter((feature) => neighbourCodes.includes(propertyText(feature, 'code')))
    .map((feature) =>
      areaFeature(propertyText(feature, 'code'), propertyText(feature, 'name'), 'neighbour', areaOf(feature)),
    )
  return {
    type: 'FeatureCollection',
    name: `${region.id}-areas`,
    features: [
      areaFeature(region.code, region.name, 'district', region.outline),
      ...region.towns.map((town) => areaFeature(town.code, town.name, 'town', town.area)),
      ...neighbours,
    ],
  }
}

/** Risk areas: polygons for geological areas and flash-flood valleys, points for low points. */
export function buildRiskAreas(draft: Draft): FeatureCollection {
  return {
    type: 'FeatureCollection',
    name: `${draft.region.id}-risk-areas`,
    features: draft.riskAreas.map((risk) => ({
      type: 'Feature',
      id: risk.id,
      properties: {
        id: risk.id,
        name: risk.name,
        kind: risk.kind,
        level: risk.level,
        people: risk.people,
        source: draft.region.id === 'beilun' ? SOURCES.beilunPlan : SOURCES.cixiPlan,
        is_demo: 1,
        note: risk.note,
      },
      geometry:
        risk.area === undefined
          ? { type: 'Point', coordinates: risk.centre }
          : { type: 'Polygon', coordinates: risk.area[0] },
    })),
  }
}

function areaFeature(code: string, name: string, level: string, area: Area): object {
  return {
    type: 'Feature',
    id: code,
    properties: {
      code,
      name,
      level,
      source: SOURCES.areas,
      is_demo: 1,
      note: '示意边界，街道界为驻地泰森多边形，非行政界线',
    },
    geometry: { type: 'MultiPolygon', coordinates: roundArea(area) },
  }
}

function roundArea(area: Area): number[][][][] {
  return area.map((polygon) => polygon.map((ring) => ring.map(([lng, lat]) => [roundDegrees(lng), roundDegrees(lat)])))
}
