import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { TextField } from '../../ui/field.tsx'
import { RowsEditor } from '../../ui/rows-editor.tsx'
import type { DraftRow } from './draft-rows.ts'
import type { BlockProps } from './form-state.ts'
import { RecordSearch } from './record-search.tsx'

const STATUSES = ['enRoute', 'turnedOut', 'onScene'] as const
/** What can be out of use, with the table it is found in. */
const UNAVAILABLE_TABLES = [
  ['team', 'teams'],
  ['vehicle', 'vehicles'],
  ['store', 'stores'],
  ['lot', 'stock'],
  ['shelter', 'shelters'],
  ['hospital', 'hospitals'],
  ['carrier', 'carriers'],
  ['person', 'people'],
] as const satisfies readonly (readonly [string, TableName])[]

/** Teams already rolling, found by name in the library or written as heard. */
export function RespondingEditor(props: BlockProps): ReactNode {
  const text = useText()
  const { draft, change, errorOf } = props
  return (
    <div className="more-part">
      <RowsEditor
        id="intake-responding"
        title={text('intake.responding')}
        hint={errorOf('responding') ?? text('intake.respondingHint')}
        columns={[
          { key: 'name', label: text('plan.team'), track: '3fr', fixed: true },
          {
            key: 'status',
            label: text('intake.list.status'),
            options: STATUSES.map((key) => ({ key, label: text(`intake.status.${key}`) })),
          },
        ]}
        rows={draft.responding}
        errorOf={() => null}
        addWords={null}
        removeWords={text('intake.list.remove')}
        onRows={(responding) => change({ responding })}
      />
      <RecordSearch
        id="intake-responding-search"
        label={text('intake.findTeam')}
        table="teams"
        freeWords={text('intake.asTyped')}
        onTake={({ id, name }) =>
          change({ responding: [...draft.responding, { teamId: id, name, status: 'enRoute' }] })
        }
      />
    </div>
  )
}

/** Closed roads: by name, or a point taken from the map with its radius. */
export function ClosuresEditor(props: BlockProps): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const pickRow = useView(view, (state) => state.pickRow)
  const { draft, change, errorOf } = props
  return (
    <RowsEditor
      id="intake-closures"
      title={text('intake.closures')}
      hint={errorOf('closures') ?? text('intake.closuresHint')}
      columns={[
        { key: 'road', label: text('intake.list.road'), track: '2fr' },
        { key: 'position', label: text('intake.list.position'), track: '2fr' },
        { key: 'radiusM', label: text('intake.list.radiusM') },
        { key: 'reason', label: text('intake.list.reason'), track: '2fr' },
      ]}
      rows={draft.closures}
      errorOf={(index, key) => errorOf(`closures.${index}.${key}`)}
      addWords={text('intake.list.add')}
      removeWords={text('intake.list.remove')}
      rowTool={(index) => (
        <Button
          size="small"
          active={pickRow === index}
          aria-pressed={pickRow === index}
          onClick={() => view.setState({ pickRow: pickRow === index ? null : index })}
          text={pickRow === index ? text('intake.list.picking') : text('intake.list.pick')}
        />
      )}
      onRows={(closures) => change({ closures })}
    />
  )
}

/** People trapped, by floor and room. */
export function TrappedEditor(props: BlockProps): ReactNode {
  const text = useText()
  const { draft, change, errorOf } = props
  return (
    <RowsEditor
      id="intake-trapped"
      title={text('intake.trappedList')}
      {...(errorOf('trapped') === null ? {} : { hint: errorOf('trapped') ?? '' })}
      columns={[
        { key: 'floor', label: text('intake.list.floor') },
        { key: 'room', label: text('intake.list.room') },
        { key: 'people', label: text('intake.list.people') },
        { key: 'callBack', label: text('intake.list.callBack'), track: '2fr' },
        { key: 'condition', label: text('intake.list.condition'), track: '3fr' },
      ]}
      rows={draft.trapped}
      errorOf={(index, key) => errorOf(`trapped.${index}.${key}`)}
      addWords={text('intake.list.add')}
      removeWords={text('intake.list.remove')}
      onRows={(trapped) => change({ trapped })}
    />
  )
}

/** Hours of the forecast. */
export function ForecastEditor(props: BlockProps): ReactNode {
  const text = useText()
  const { draft, change, errorOf } = props
  return (
    <RowsEditor
      id="intake-forecast"
      title={text('intake.forecast')}
      {...(errorOf('forecast') === null ? {} : { hint: errorOf('forecast') ?? '' })}
      columns={[
        { key: 'at', label: text('intake.list.at'), track: '2fr', placeholder: '14:00' },
        { key: 'windFrom', label: text('intake.windFrom') },
        { key: 'windSpeedMs', label: text('intake.windSpeed') },
        { key: 'rainMm', label: text('intake.list.rainMm') },
        { key: 'tideM', label: text('intake.list.tideM') },
      ]}
      rows={draft.forecast}
      errorOf={(index, key) => errorOf(`forecast.${index}.${key}`)}
      addWords={text('intake.list.add')}
      removeWords={text('intake.list.remove')}
      onRows={(forecast) => change({ forecast })}
    />
  )
}

const BUILDING = ['floors', 'stairs', 'fireLifts', 'refugeFloors', 'controlRoomPhone'] as const

/** What is known of the building on fire. */
export function BuildingFields(props: BlockProps): ReactNode {
  const text = useText()
  const { draft, change, errorOf } = props
  const put = (key: string, value: string): DraftRow => ({ ...draft.building, [key]: value })
  return (
    <div className="form-grid" role="group" aria-label={text('intake.building')}>
      {BUILDING.map((key) => (
        <TextField
          key={key}
          id={`intake-building-${key}`}
          testId={`intake-building-${key}`}
          label={text(`intake.list.${key}`)}
          value={draft.building[key] ?? ''}
          error={errorOf(`building.${key}`)}
          span={key === 'refugeFloors' || key === 'controlRoomPhone' ? 3 : 2}
          placeholder={text('intake.unknown')}
          onChange={(value) => change({ building: put(key, value) })}
        />
      ))}
    </div>
  )
}

/** Finds what is out of use and writes its id as a new line. */
export function UnavailableSearch(props: BlockProps): ReactNode {
  const text = useText()
  const [kind, setKind] = useState<(typeof UNAVAILABLE_TABLES)[number][0]>('team')
  const table = UNAVAILABLE_TABLES.find(([known]) => known === kind)?.[1] ?? 'teams'
  const { draft, change } = props
  return (
    <div className="unavailable-search">
      <select
        className="field-input"
        aria-label={text('intake.unavailableKind')}
        value={kind}
        onChange={(event) => {
          const chosen = UNAVAILABLE_TABLES.find(([known]) => known === event.target.value)
          if (chosen) setKind(chosen[0])
        }}
      >
        {UNAVAILABLE_TABLES.map(([known, name]) => (
          <option key={known} value={known}>
            {text(`library.table.${name}`)}
          </option>
        ))}
      </select>
      <RecordSearch
        key={kind}
        id="intake-unavailable-search"
        label={text('intake.findUnavailable')}
        table={table}
        onTake={({ id, name }) => {
          if (id === '') return
          const lines = draft.unavailable.split('\n').filter((line) => line.trim() !== '')
          change({ unavailable: [...lines, `${kind}:${id} ${name}`].join('\n') })
        }}
      />
    </div>
  )
}
