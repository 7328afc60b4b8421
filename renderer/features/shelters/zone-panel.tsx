import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { ShelterLine, ShelterZoneLine } from '#shared/contract/shelters.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Signed } from './use-signed.ts'

interface ZoneDraft {
  readonly zoneId: string | null
  readonly name: string
  readonly capacity: string
  readonly area: string
  readonly meantFor: string
}

const NEW: ZoneDraft = { zoneId: null, name: '', capacity: '', area: '', meantFor: '' }

/** Zones of a shelter with their sum against its capacity, and the line that adds or changes one. */
export function ZonePanel(props: { line: ShelterLine; zones: readonly ShelterZoneLine[]; signed: Signed }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const { line, zones, signed } = props
  const [draft, setDraft] = useState<ZoneDraft>(NEW)
  const { shelterId, zonesCapacity, capacity } = line
  const isOver = zonesCapacity > capacity
  const [places, area] = [Number(draft.capacity), draft.area.trim() === '' ? null : Number(draft.area)]
  const isSound =
    draft.name.trim() !== '' &&
    draft.capacity.trim() !== '' &&
    Number.isInteger(places) &&
    places >= 0 &&
    (area === null || area >= 0)
  const field = (key: 'name' | 'capacity' | 'area' | 'meantFor', label: string, className: string): ReactNode => (
    <input
      className={`field-input ${className}`}
      aria-label={label}
      placeholder={label}
      value={draft[key]}
      data-testid={`zone-${key}`}
      onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
    />
  )
  return (
    <Panel
      title={text('shelters.zones')}
      count={zones.length}
      tone={isOver ? 'warn' : 'plain'}
      side={text(isOver ? 'shelters.zonesOver' : 'shelters.zonesSum', { sum: zonesCapacity, capacity })}
      testId="shelter-zones"
    >
      {zones.length === 0 ? <p className="panel-note">{text('shelters.noZones')}</p> : null}
      {zones.length === 0 ? null : (
        <DataTable
          label={text('shelters.zones')}
          rows={zones}
          rowKey={(zone) => zone.zoneId}
          columns={[
            { key: 'name', title: text('shelters.zone'), cell: (zone) => <span className="strong">{zone.name}</span> },
            {
              ...{ key: 'present', title: text('shelters.occupied'), width: '80px', end: true },
              cell: (zone) => (
                <span className={zone.present > zone.capacity ? 'danger strong' : ''}>
                  {`${zone.present > zone.capacity ? '▲ ' : ''}${zone.present} / ${zone.capacity}`}
                </span>
              ),
            },
            { key: 'meantFor', title: text('shelters.meantFor'), cell: (zone) => zone.meantFor.join('、') },
            {
              ...{ key: 'edit', title: '', width: '56px' },
              cell: ({ zoneId, name, capacity: room, areaM2, meantFor }) => (
                <Button
                  size="small"
                  text={text('shelters.editZone')}
                  onClick={() =>
                    setDraft({
                      ...{ zoneId, name, capacity: String(room), area: areaM2 === null ? '' : String(areaM2) },
                      meantFor: meantFor.join('、'),
                    })
                  }
                />
              ),
            },
          ]}
        />
      )}
      <div className="list-tools">
        {field('name', text('shelters.zone'), 'keeping-short')}
        {field('capacity', text('shelters.capacity'), 'roster-number')}
        {field('area', text('shelters.area'), 'roster-number')}
        {field('meantFor', text('shelters.meantFor'), 'keeping-short')}
        <Button
          size="small"
          disabled={!isSound || signed.busy}
          text={text(draft.zoneId === null ? 'shelters.addZone' : 'shelters.apply')}
          data-testid="zone-save"
          onClick={() => {
            const { zoneId, name } = draft
            const meantFor = draft.meantFor.split(/[、,，;；\s]+/).filter((word) => word !== '')
            signed.send(
              (fields) =>
                client.shelters.saveZone({
                  ...fields,
                  shelterId,
                  zoneId,
                  name,
                  capacity: places,
                  areaM2: area,
                  meantFor,
                }),
              () => setDraft(NEW),
            )
          }}
        />
      </div>
    </Panel>
  )
}
