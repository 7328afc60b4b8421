import type { ReactNode } from 'react'
import { CLOSABLE_ZONE_KINDS, MEASURED_ZONE_KINDS } from '#shared/domain/incident.ts'
import { useText } from '../../text/text.ts'
import { RowsEditor } from '../../ui/rows-editor.tsx'
import type { BlockProps } from './form-state.ts'

/** Zones drawn from readings, and initial zones a person closes; who and when with each. */
export function MeasuredZonesEditor(props: BlockProps): ReactNode {
  const text = useText()
  const { draft, change, errorOf } = props
  return (
    <>
      <RowsEditor
        id="intake-measured"
        title={text('measured.title')}
        hint={errorOf('measuredZones') ?? text('measured.hint')}
        columns={[
          {
            key: 'kind',
            label: text('measured.kind'),
            track: '1.6fr',
            options: MEASURED_ZONE_KINDS.map((key) => ({ key, label: text(`zone.${key}`) })),
          },
          { key: 'radiusM', label: text('measured.radiusM') },
          { key: 'lengthM', label: text('measured.lengthM') },
          { key: 'bearingDeg', label: text('measured.bearingDeg') },
          { key: 'reading', label: text('measured.reading'), track: '1.6fr' },
          { key: 'at', label: text('measured.at'), track: '1.4fr', placeholder: '14:00' },
          { key: 'by', label: text('measured.by'), track: '1.2fr' },
        ]}
        rows={draft.measuredZones}
        errorOf={(index, key) => errorOf(`measuredZones.${index}.${key}`)}
        addWords={text('intake.list.add')}
        removeWords={text('intake.list.remove')}
        onRows={(measuredZones) => change({ measuredZones })}
      />
      <RowsEditor
        id="intake-closed"
        title={text('measured.closedTitle')}
        {...(errorOf('closedZones') === null ? {} : { hint: errorOf('closedZones') ?? '' })}
        columns={[
          {
            key: 'kind',
            label: text('measured.kind'),
            track: '1.6fr',
            options: CLOSABLE_ZONE_KINDS.map((key) => ({ key, label: text(`zone.${key}`) })),
          },
          { key: 'reason', label: text('measured.reason'), track: '3fr' },
          { key: 'at', label: text('measured.at'), track: '1.4fr', placeholder: '14:00' },
          { key: 'by', label: text('measured.closedBy'), track: '1.2fr' },
        ]}
        rows={draft.closedZones}
        errorOf={(index, key) => errorOf(`closedZones.${index}.${key}`)}
        addWords={text('intake.list.add')}
        removeWords={text('intake.list.remove')}
        onRows={(closedZones) => change({ closedZones })}
      />
    </>
  )
}
