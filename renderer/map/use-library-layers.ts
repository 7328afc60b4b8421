import { useMemo } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { MapLayer } from '#shared/contract/reference.contract.ts'
import { useQuery } from '../app/console-context.tsx'
import type { FIXED_LAYERS, OptionalLayer } from './map-style.ts'
import { positionsOf } from './positions.ts'
import type { Positions } from './plan-features.ts'

type LibraryLayers = Readonly<Record<(typeof FIXED_LAYERS)[number] | OptionalLayer, MapLayer | null>>

/** The library's map layers, and the positions of what plans name by id. */
export function useLibraryLayers(): { readonly layers: LibraryLayers; readonly positions: Positions } {
  const roads = useQuery(appContract.reference.mapLayer, { layer: 'roads' }).value
  const places = useQuery(appContract.reference.mapLayer, { layer: 'places' }).value
  const teams = useQuery(appContract.reference.mapLayer, { layer: 'teams' }).value
  const shelters = useQuery(appContract.reference.mapLayer, { layer: 'shelters' }).value
  const hospitals = useQuery(appContract.reference.mapLayer, { layer: 'hospitals' }).value
  const stores = useQuery(appContract.reference.mapLayer, { layer: 'stores' }).value
  const riskAreas = useQuery(appContract.reference.mapLayer, { layer: 'riskAreas' }).value
  return {
    layers: useMemo(
      () => ({ roads, places, teams, shelters, hospitals, stores, riskAreas }),
      [roads, places, teams, shelters, hospitals, stores, riskAreas],
    ),
    positions: useMemo(() => positionsOf([shelters, hospitals, stores]), [shelters, hospitals, stores]),
  }
}
