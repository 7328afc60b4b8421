import { useMemo } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { ErrorReport } from '#shared/kernel/app-error.ts'
import type { MapLayer } from '#shared/contract/reference.contract.ts'
import type { ReadinessReport, RoadCover, StreetCover } from '#shared/domain/readiness.ts'
import { useQuery } from '../../app/console-context.tsx'
import { NO_OVERLAY, type MapOverlay, type OverlayTone } from '../../map/overlay.ts'
import { useText, type Text } from '../../text/text.ts'
import { streetOverlay } from './street-overlay.ts'
import { verdictOf } from './street-verdict.ts'

/** The two circles: the first engine within 15 minutes, and the first team within 5 minutes ("135"). */
export const CIRCLES = ['meetsFireCircle', 'meets135'] as const
export type Circle = (typeof CIRCLES)[number]

const TONES: Readonly<Record<ReturnType<typeof verdictOf>, OverlayTone>> = {
  ...{ met: 'good', missed: 'bad', notAsked: 'few', notMeasured: 'few' },
}

/** Roads reached in time by night and streets whose centre nobody reaches in time; asks nothing while no circle is wanted. */
export function useCoverOverlay(
  circle: Circle | null,
  day: string | null,
): { readonly overlay: MapOverlay; readonly cover: RoadCover | null; readonly error: ErrorReport | null } {
  const text = useText()
  const asked = circle === null ? null : { day }
  const { value: cover, error } = useQuery(appContract.readiness.roadCover, asked)
  const report: ReadinessReport | null = useQuery(appContract.readiness.report, asked).value
  const areas = useQuery(appContract.reference.mapLayer, { layer: 'areas' }).value
  const places = useQuery(appContract.reference.mapLayer, { layer: 'places' }).value
  const roads = useQuery(appContract.reference.mapLayer, { layer: 'roads' }).value
  const overlay = useMemo(() => {
    if (circle === null || cover === null || report === null) return NO_OVERLAY
    const streets = streetOverlay(areas, places, (town) => streetSign(report.streets, town, circle, text))
    return { ...streets, roads: roadLines(cover, roads, circle) }
  }, [areas, places, roads, cover, report, circle, text])
  return { overlay, cover, error }
}

function streetSign(
  streets: readonly StreetCover[],
  town: string,
  circle: Circle,
  text: Text,
): { tone: OverlayTone; label: string } | null {
  const street = streets.find((each) => each.town === town)
  if (street === undefined) return null
  const verdict = verdictOf(street, circle)
  return { tone: TONES[verdict], label: text(`readiness.streets.${verdict}`) }
}

/** Each road as reached to its end in time or not; only roads of the present network. */
function roadLines({ roads, limits }: RoadCover, layer: MapLayer | null, circle: Circle): MapOverlay['roads'] {
  const times = new Map(roads.map(({ id, engineS, firstS }) => [id, circle === 'meets135' ? firstS : engineS]))
  const limitS = circle === 'meets135' ? limits.actionS : limits.fireCircleS
  return (layer?.features ?? []).flatMap(({ geometry, properties }) => {
    const timeS = times.get(String(properties['id']))
    if (timeS === undefined) return []
    const tone: OverlayTone = timeS !== null && timeS <= limitS ? 'good' : 'bad'
    return [{ type: 'Feature' as const, geometry, properties: { tone, label: '' } }]
  })
}
