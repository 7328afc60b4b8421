import type { ReactNode } from 'react'
import type { RoadQuality } from '#shared/domain/road-quality.ts'
import { useText, type Text, type TextKey } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/state-view.tsx'

/** How far the road network can be trusted: figures, then what to look at one by one. */
export function RoadQualityView(props: { quality: RoadQuality }): ReactNode {
  const text = useText()
  const { quality } = props
  const faults = faultsOf(quality, text)
  return (
    <>
      <Panel
        title={text('readiness.roads.title')}
        testId="road-quality"
        side={
          quality.schematic ? (
            <span className="warn strong" data-testid="road-quality-schematic">
              {text('readiness.roads.schematic')}
            </span>
          ) : (
            text('readiness.roads.imported')
          )
        }
      >
        <dl className="road-figures">
          {figuresOf(quality, text).map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="strong">{value}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel
        title={text('readiness.roads.faults')}
        testId="road-faults"
        className="readiness-list"
        count={faults.length}
        side={text('readiness.roads.listed')}
      >
        <div className="scroll fill" tabIndex={0} aria-label={text('readiness.roads.faults')}>
          {faults.length === 0 ? (
            <Waiting words={text('readiness.roads.none')} />
          ) : (
            <DataTable
              label={text('readiness.roads.faults')}
              testId="road-fault-table"
              rows={faults}
              rowKey={({ key }) => key}
              columns={[
                { key: 'kind', title: text('readiness.roads.kind'), width: '150px', cell: ({ kind }) => text(kind) },
                { key: 'what', title: text('readiness.roads.what'), cell: ({ what }) => what },
                { key: 'where', title: text('readiness.roads.where'), width: '190px', cell: ({ where }) => where },
                {
                  key: 'remedy',
                  title: text('readiness.roads.remedy'),
                  width: '280px',
                  cell: (row) => text(row.remedy),
                },
              ]}
            />
          )}
        </div>
      </Panel>
    </>
  )
}

function figuresOf(quality: RoadQuality, text: Text): { name: string; value: string }[] {
  const share = (part: number | null): string => (part === null ? '—' : `${Math.round(part * 1000) / 10}%`)
  return [
    { name: text('readiness.roads.figure.roads'), value: String(quality.roads) },
    { name: text('readiness.roads.figure.length'), value: `${Math.round(quality.lengthM / 100) / 10} km` },
    { name: text('readiness.roads.figure.components'), value: String(quality.components) },
    { name: text('readiness.roads.figure.largest'), value: share(quality.largestShare) },
    { name: text('readiness.roads.figure.deadEnds'), value: String(quality.deadEnds) },
    { name: text('readiness.roads.figure.unjoined'), value: String(quality.unjoinedEnds) },
    { name: text('readiness.roads.figure.traps'), value: String(quality.oneWayTraps) },
    { name: text('readiness.roads.figure.speed'), value: share(quality.withoutSpeed) },
    { name: text('readiness.roads.figure.class'), value: share(quality.withoutClass) },
    { name: text('readiness.roads.figure.name'), value: share(quality.withoutName) },
    { name: text('readiness.roads.figure.duplicates'), value: String(quality.duplicateIds) },
    { name: text('readiness.roads.figure.offRoad'), value: String(quality.offRoad.length) },
  ]
}

interface RoadFault {
  readonly key: string
  readonly kind: TextKey
  readonly what: string
  readonly where: string
  readonly remedy: TextKey
}

/** Places nobody can be driven to come first: they concern people. */
function faultsOf(quality: RoadQuality, text: Text): RoadFault[] {
  const at = ({ lng, lat }: { lng: number; lat: number }): string => `${lng.toFixed(5)}, ${lat.toFixed(5)}`
  const nameOf = (name: string, id: string): string => (name === '' ? id : `${name} (${id})`)
  return [
    ...quality.offRoad.map((place) => ({
      ...({ key: `off ${place.table} ${place.id}`, kind: 'readiness.roads.kinds.offRoad', where: place.id } as const),
      what: text(`readiness.roads.off.${place.reason}`, { name: place.name, gap: place.gapM ?? '—' }),
      remedy: 'readiness.roads.remedies.offRoad' as const,
    })),
    ...quality.islands.map((island) => ({
      ...({ key: `island ${at(island)}`, kind: 'readiness.roads.kinds.island', where: at(island) } as const),
      what: text('readiness.roads.island', {
        name: island.name === '' ? text('readiness.roads.unnamed') : island.name,
        ...{ roads: island.roads, length: Math.round(island.lengthM) },
      }),
      remedy: 'readiness.roads.remedies.island' as const,
    })),
    ...quality.unjoined.map((end) => ({
      ...({ key: `end ${end.nodeId}`, kind: 'readiness.roads.kinds.unjoined', where: at(end) } as const),
      what: text('readiness.roads.beside', {
        road: nameOf(end.roadName, end.roadId),
        beside: nameOf(end.besideName, end.besideId),
        gap: end.gapM,
      }),
      remedy: 'readiness.roads.remedies.unjoined' as const,
    })),
    ...quality.traps.map((road) => ({
      ...({ key: `trap ${road.roadId}`, kind: 'readiness.roads.kinds.trap', where: at(road) } as const),
      what: nameOf(road.name, road.roadId),
      remedy: 'readiness.roads.remedies.trap' as const,
    })),
    ...quality.duplicates.map((id) => ({
      ...({ key: `id ${id}`, kind: 'readiness.roads.kinds.duplicate', what: id, where: '' } as const),
      remedy: 'readiness.roads.remedies.duplicate' as const,
    })),
  ]
}
