import { useMemo, useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { StressReport } from '#shared/contract/readiness.contract.ts'
import type { CountedShare } from '#shared/domain/stress.ts'
import { useQuery } from '../../../app/console-context.tsx'
import { AreaMap } from '../../../map/area-map.tsx'
import type { OverlayTone } from '../../../map/overlay.ts'
import { useText, type TextKey } from '../../../text/text.ts'
import { streetOverlay } from '../street-overlay.ts'

/** From these shares on a street counts as often or sometimes missed; below this n nothing is said of it. */
const OFTEN = 0.5
const SOMETIMES = 0.25
const FEWEST = 10

const LEGEND: readonly { readonly tone: OverlayTone; readonly words: TextKey }[] = [
  { tone: 'bad', words: 'readiness.stress.heat.bad' },
  { tone: 'middle', words: 'readiness.stress.heat.middle' },
  { tone: 'good', words: 'readiness.stress.heat.good' },
  { tone: 'few', words: 'readiness.stress.heat.few' },
]

/** Streets by how many of their drawn incidents miss something; the number stands on each. */
export function StressMap(props: { report: StressReport }): ReactNode {
  const text = useText()
  const [enlarged, setEnlarged] = useState(false)
  const areas = useQuery(appContract.reference.mapLayer, { layer: 'areas' }).value
  const places = useQuery(appContract.reference.mapLayer, { layer: 'places' }).value
  const { byTown } = props.report.summary
  const overlay = useMemo(() => {
    const shares = new Map(byTown.flatMap(({ town, misses }) => (town === null ? [] : [[town, misses] as const])))
    return streetOverlay(areas, places, (town) => {
      const share = shares.get(town)
      return share === undefined ? null : { tone: heatTone(share), label: `${share.part}/${share.of}` }
    })
  }, [areas, places, byTown])
  return (
    <AreaMap
      overlay={overlay}
      enlarged={enlarged}
      onEnlarge={() => setEnlarged(!enlarged)}
      className={enlarged ? 'stress-map stress-map-large' : 'stress-map'}
      testId="stress-map"
      legend={LEGEND.map(({ tone, words }) => ({ tone, words: text(words, { fewest: FEWEST }) }))}
    />
  )
}

/** How a street is drawn: by its share, and only where enough incidents fell on it. */
export function heatTone({ part, of }: CountedShare): OverlayTone {
  if (of < FEWEST) return 'few'
  return part / of >= OFTEN ? 'bad' : part / of >= SOMETIMES ? 'middle' : 'good'
}
