import { Button } from '@blueprintjs/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { useText, type TextKey } from '../../text/text.ts'
import { statesOf, STATE_KEYS, type AnyRow, type ChosenRow } from './chosen-row.ts'
import { asksGoods, figuresAsked, WAYS } from './entry-draft.ts'
import type { Entry, OpenEntry } from './use-entry.ts'

/** The line at the foot where a word about the chosen row is logged: a digit, and Enter. */
export function EntryDock(props: {
  entry: Entry
  chosen: ChosenRow | null
  row: AnyRow | null
  /** Names that places are offered by. */
  places: readonly string[]
  hospitals: ReadonlyMap<string, string>
  onWords: () => void
}): ReactNode {
  const text = useText()
  const { entry, chosen, row } = props
  if (entry.open === null) {
    return (
      <div className="board-dock" data-testid="board-dock">
        {chosen === null || row === null ? (
          <span className="dim">{text('board.entry.choose')}</span>
        ) : (
          <>
            <span className="strong">{row.name}</span>
            {statesOf(chosen.kind).map((status, index) => (
              <Button
                key={status}
                size="small"
                data-testid={`board-state-${status}`}
                text={`${STATE_KEYS[index] ?? ''} ${text(`board.state.${status}`)}`}
                onClick={() => entry.begin(chosen, row, status)}
              />
            ))}
            <Button size="small" text={`W ${text('board.toWords')}`} onClick={props.onWords} />
          </>
        )}
        <span className="good strong" role="status" data-testid="board-said">
          {entry.said}
        </span>
      </div>
    )
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') entry.save()
    else entry.cancel()
  }
  return (
    <div className="board-dock board-dock-open" data-testid="board-dock" onKeyDown={onKey}>
      <span className="strong">{text('board.entry.title', { name: entry.open.name })}</span>
      <StatusPick entry={entry} open={entry.open} />
      <EntryFields {...props} open={entry.open} />
      <Button
        size="small"
        intent="primary"
        text={text('board.entry.save')}
        onClick={entry.save}
        data-testid="board-save"
      />
      <Button size="small" text={text('board.entry.cancel')} onClick={entry.cancel} />
      {entry.error === null ? null : (
        <span className="danger strong" role="alert" data-testid="board-error">
          {entry.error}
        </span>
      )}
    </div>
  )
}

function StatusPick(props: { entry: Entry; open: OpenEntry }): ReactNode {
  const text = useText()
  const { open, entry } = props
  return (
    <select
      className="field-input board-pick"
      aria-label={text('board.col.state')}
      value={open.draft.status}
      data-testid="board-status"
      onChange={(event) => {
        const status = statesOf(open.kind).find((one) => one === event.target.value)
        if (status !== undefined) entry.change({ status })
      }}
    >
      {statesOf(open.kind).map((status) => (
        <option key={status} value={status}>
          {text(`board.state.${status}`)}
        </option>
      ))}
    </select>
  )
}

function EntryFields(props: {
  entry: Entry
  open: OpenEntry
  places: readonly string[]
  hospitals: ReadonlyMap<string, string>
}): ReactNode {
  const text = useText()
  const { entry, open } = props
  const { draft, kind } = open
  return (
    <>
      <Cell
        label="board.entry.at"
        hint="board.entry.atHint"
        value={draft.at}
        first
        onChange={(at) => entry.change({ at })}
      />
      <Cell label="board.entry.by" value={draft.by} onChange={(by) => entry.change({ by })} />
      <label className="board-cell">
        {text('board.entry.via')}
        <select
          className="field-input board-pick"
          value={draft.via}
          onChange={(event) => {
            const via = WAYS.find((one) => one === event.target.value)
            if (via !== undefined) entry.change({ via })
          }}
        >
          {WAYS.map((via) => (
            <option key={via} value={via}>
              {text(`board.via.${via}`)}
            </option>
          ))}
        </select>
      </label>
      {kind === 'trapped' ? (
        <TrappedFields {...props} />
      ) : (
        <>
          <Cell
            label="board.entry.place"
            value={draft.place}
            wide
            list={props.places}
            onChange={(place) => entry.change({ place })}
          />
          {figuresAsked(kind).map((figure) => (
            <Cell
              key={figure}
              label={`board.entry.${figure}`}
              value={draft.figures[figure] ?? ''}
              narrow
              onChange={(value) => entry.change({ figures: { ...draft.figures, [figure]: value } })}
            />
          ))}
          {open.row !== null && 'goods' in open.row && asksGoods(draft)
            ? open.row.goods.map(({ itemCode, item, unit }) => (
                <label key={itemCode} className="board-cell">
                  {`${item} (${unit})`}
                  <input
                    className="field-input board-narrow"
                    value={draft.goods[itemCode] ?? ''}
                    onChange={(event) => entry.change({ goods: { ...draft.goods, [itemCode]: event.target.value } })}
                  />
                </label>
              ))
            : null}
        </>
      )}
      <Cell label="board.entry.note" value={draft.note} wide onChange={(note) => entry.change({ note })} />
    </>
  )
}

function TrappedFields(props: { entry: Entry; open: OpenEntry; hospitals: ReadonlyMap<string, string> }): ReactNode {
  const text = useText()
  const { entry, open, hospitals } = props
  const { draft } = open
  return (
    <>
      <Cell label="board.entry.floor" value={draft.floor} narrow onChange={(floor) => entry.change({ floor })} />
      <Cell label="board.entry.room" value={draft.room} onChange={(room) => entry.change({ room })} />
      <Cell label="board.entry.people" value={draft.people} narrow onChange={(people) => entry.change({ people })} />
      <Cell
        label="board.entry.condition"
        value={draft.condition}
        onChange={(condition) => entry.change({ condition })}
      />
      <Cell label="board.entry.doneBy" value={draft.doneBy} onChange={(doneBy) => entry.change({ doneBy })} />
      {draft.status === 'handedOver' ? (
        <label className="board-cell">
          {text('board.entry.hospital')}
          <select
            className="field-input board-pick"
            value={draft.hospitalId}
            onChange={(event) => entry.change({ hospitalId: event.target.value })}
          >
            <option value="">{text('board.unknown')}</option>
            {[...hospitals].map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </>
  )
}

function Cell(props: {
  label: TextKey
  hint?: TextKey
  value: string
  first?: boolean
  narrow?: boolean
  wide?: boolean
  list?: readonly string[]
  onChange: (value: string) => void
}): ReactNode {
  const text = useText()
  const { list } = props
  const listId = list === undefined ? undefined : `list ${props.label}`.replaceAll(/\W/g, '-')
  return (
    <label className="board-cell">
      {text(props.label)}
      <input
        className={`field-input ${props.narrow ? 'board-narrow' : props.wide ? 'board-wide' : 'board-middle'}`}
        value={props.value}
        placeholder={props.hint === undefined ? undefined : text(props.hint)}
        autoComplete="off"
        list={listId}
        data-testid={props.label.replaceAll('.', '-')}
        // The entry was asked for by a key: the first field takes what is typed next.
        ref={props.first === true ? focusOnce : undefined}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {list === undefined ? null : (
        <datalist id={listId}>
          {list.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </label>
  )
}

const focused = new WeakSet<HTMLInputElement>()

function focusOnce(field: HTMLInputElement | null): void {
  if (field === null || focused.has(field)) return
  focused.add(field)
  field.focus()
}
