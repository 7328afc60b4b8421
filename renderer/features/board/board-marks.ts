import { useMemo } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { TeamRow } from '#shared/domain/command/board.ts'
import { groupBy } from '#shared/kernel/order.ts'
import { useQuery } from '../../app/console-context.tsx'
import type { MapFeature, PlanFeatures } from '../../map/features.ts'
import { useText, type Text } from '../../text/text.ts'

/** Names written on one mark where several teams stand at one place. */
const NAMES_ON_MARK = 3

/** Marks of the teams that are out, where they are said or reckoned to be. */
export interface BoardMarks {
  readonly marks: readonly MapFeature[]
  /** Names of the teams they stand for: their marks at home are taken away. */
  readonly names: ReadonlySet<string>
}

/** Marks of an incident's teams; none while none has left. */
export function useBoardMarks(incidentId: string | null): BoardMarks {
  const text = useText()
  const board = useQuery(appContract.board.get, incidentId === null ? null : { incidentId, until: null }).value
  return useMemo(() => {
    // A team that is out somewhere the map does not know has no mark, least of all one at home.
    const out = (board?.teams ?? []).filter(({ position }) => position?.kind !== 'base')
    const placed = out.filter(({ position }) => position !== null)
    const places = groupBy(placed, ({ position }) => `${position?.lng} ${position?.lat}`)
    return {
      marks: [...places.values()].flatMap((rows) => markOf(rows, text)),
      names: new Set(out.map(({ name }) => name)),
    }
  }, [board, text])
}

/** The plan with the teams that are out where they are; its routes stay. */
export function withUnits(features: PlanFeatures, { marks, names }: BoardMarks): PlanFeatures {
  if (marks.length === 0) return features
  const others = features.points.filter(({ properties: { kind, name } }) => kind !== 'team' || !names.has(name))
  return { ...features, points: [...others, ...marks] }
}

function markOf(rows: readonly TeamRow[], text: Text): MapFeature[] {
  const position = rows[0]?.position ?? null
  if (position === null) return []
  const isSaid = rows.some((row) => row.position?.kind === 'said')
  const named = rows.slice(0, NAMES_ON_MARK).map((row) => {
    const words = `${row.callSign === '' ? row.name : row.callSign} ${text(`board.state.${row.state}`)}`
    return row.position?.kind === 'estimated' ? `${text('board.estimated')} ${words}` : words
  })
  const more = rows.length - named.length
  const mark = text(isSaid ? 'map.mark.team' : 'board.estimated')
  return [
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [position.lng, position.lat] },
      properties: {
        kind: isSaid ? 'unitSaid' : 'unitEstimated',
        name: `${named.join('\n')}${more > 0 ? `\n+${more}` : ''}`,
        letter: rows.length === 1 || !isSaid ? mark : String(rows.length),
        rowKind: '',
        rowId: '',
        chosen: false,
      },
    },
  ]
}
