import type { MAP_LAYERS, MapLayer } from '#shared/contract/reference.contract.ts'
import { CAPABILITIES } from '#shared/domain/taxonomy.ts'
import type { CapabilityAmount } from '#shared/domain/dataset/cells.ts'
import type { Area, Dataset, RiskArea, Road } from '#shared/domain/dataset/dataset.ts'
import { sortedBy } from '#shared/kernel/order.ts'

type LayerName = (typeof MAP_LAYERS)[number]
type Feature = MapLayer['features'][number]
interface Located {
  readonly lng: number
  readonly lat: number
  readonly isDemo: number
}

/** One map layer of the library; properties are plain values ready to be shown. */
export function mapLayerOf(dataset: Dataset, layer: LayerName): MapLayer {
  return { type: 'FeatureCollection', features: LAYERS[layer](dataset) }
}

const LAYERS: Readonly<Record<LayerName, (dataset: Dataset) => Feature[]>> = {
  roads: (dataset) => dataset.roads.map((road) => roadFeature(road, dataset.roadsSchematic)),
  areas: (dataset) => dataset.areas.map(areaFeature),
  riskAreas: (dataset) => dataset.riskAreas.flatMap(riskAreaFeature),
  teams: (dataset) =>
    dataset.teams.map((row) => {
      const { id, name, type, tier, town, personnel, onDuty, turnoutS, phone, source } = row
      const capabilities = capabilityText(row.capabilities)
      return pointFeature(row, { id, name, type, tier, town, personnel, onDuty, turnoutS, phone, capabilities, source })
    }),
  shelters: (dataset) =>
    dataset.shelters.map((row) => {
      const { id, name, tier, town, capacity, occupied, phone, source } = row
      const lists = { standardised: row.standardised === 1, video: row.video === 1, notFor: row.notFor.join(';') }
      return pointFeature(row, { id, name, tier, town, capacity, occupied, ...lists, phone, source })
    }),
  hospitals: (dataset) =>
    dataset.hospitals.map((row) => {
      const { id, name, town, beds, freeBeds, phone, source } = row
      const care = {
        toxicology: row.toxicology === 1,
        burns: row.burns === 1,
        decontamination: row.decontamination === 1,
      }
      return pointFeature(row, { id, name, town, beds, freeBeds, ...care, phone, source })
    }),
  stores: (dataset) =>
    dataset.stores.map((row) => {
      const { id, name, tier, town, owner, keeper, phone, areaM2, source } = row
      return pointFeature(row, { id, name, tier, town, owner, keeper, phone, areaM2, source })
    }),
  populationPoints: (dataset) =>
    dataset.populationPoints.map((row) => {
      const { id, name, town, people, peopleNight, specialNeeds, hazard, personInCharge, phone, list, source } = row
      const who = { people, peopleNight, specialNeeds, hazard, list, personInCharge, phone }
      return pointFeature(row, { id, name, town, ...who, source })
    }),
  helipads: (dataset) =>
    dataset.helipads.map((row) => {
      const { id, name, kind, town, surface, status, phone, source } = row
      return pointFeature(row, { id, name, kind, town, surface, status, phone, source })
    }),
  places: (dataset) =>
    dataset.places.map((row) => {
      const { id, name, nameEn, kind, town, confidence, source } = row
      return pointFeature(row, { id, name, nameEn, kind, town, confidence, source })
    }),
}

function pointFeature(row: Located, properties: Record<string, unknown>): Feature {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [row.lng, row.lat] },
    properties: { ...properties, isDemo: row.isDemo === 1 },
  }
}

function roadFeature(road: Road, isSchematic: boolean): Feature {
  const { coordinates, altNames, ...properties } = road
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates },
    properties: { ...properties, altNames: altNames.join(';'), isSchematic },
  }
}

function areaFeature({ code, name, level, polygons }: Area): Feature {
  return {
    type: 'Feature',
    geometry: { type: 'MultiPolygon', coordinates: polygons },
    properties: { code, name, level },
  }
}

/** A risk area without a shape cannot be drawn; it stays in the library's lists. */
function riskAreaFeature({ id, name, kind, level, people, rings, point }: RiskArea): Feature[] {
  const properties = { id, name, kind, level, people }
  if (rings !== null) return [{ type: 'Feature', geometry: { type: 'Polygon', coordinates: rings }, properties }]
  if (point !== null) return [{ type: 'Feature', geometry: { type: 'Point', coordinates: point }, properties }]
  return []
}

function capabilityText(capabilities: readonly CapabilityAmount[]): string {
  return sortedBy(capabilities, ({ capability }) => [CAPABILITIES.indexOf(capability)])
    .map(({ capability, quantity }) => `${capability}:${quantity}`)
    .join(';')
}
