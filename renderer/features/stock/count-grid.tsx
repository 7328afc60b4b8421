import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { LotView } from '#shared/contract/stock.contract.ts'
import { useText, type Text } from '../../text/text.ts'
import { stateOf, type CountEntries, type CountEntry, type CountState, type Sheet } from './count-entry.ts'
import { DueMark, LotName, OwnershipMark, quantityWords } from './lot-marks.tsx'

/** The lines of a sheet: Enter and ↓ go to the next lot, ↑ to the one before, Tab to the reason. */
export function CountGrid(props: {
  sheet: Sheet
  entries: CountEntries
  onEntry: (lotId: string, entry: CountEntry) => void
}): ReactNode {
  const text = useText()
  const body = useRef<HTMLTableSectionElement>(null)
  const { sheet, entries, onEntry } = props
  const onKeyDown = (event: KeyboardEvent, index: number, column: string): void => {
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.ctrlKey) return
    event.preventDefault()
    const next = body.current?.querySelector(`[data-cell="${column}-${index + step}"]`)
    if (next instanceof HTMLElement) next.focus()
  }
  const titles = ['lot', 'ownership', 'status', 'expires', 'book', 'counted', 'difference', 'reason'] as const
  return (
    <table className="table stock-count" aria-label={text('stock.tab.taking')} data-testid="stock-count">
      <thead>
        <tr>
          {titles.map((key) => (
            <th key={key} scope="col" className={key === 'book' ? 'end' : ''}>
              {text(`stock.column.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {sheet.lines.map(({ lot }, index) => (
          <CountLine
            key={lot.lotId}
            lot={lot}
            index={index}
            entry={entries.get(lot.lotId)}
            onEntry={(entry) => onEntry(lot.lotId, entry)}
            onKeyDown={onKeyDown}
          />
        ))}
      </tbody>
    </table>
  )
}

function CountLine(props: {
  lot: LotView
  index: number
  entry: CountEntry | undefined
  onEntry: (entry: CountEntry) => void
  onKeyDown: (event: KeyboardEvent, index: number, column: string) => void
}): ReactNode {
  const text = useText()
  const { lot, index, entry, onEntry, onKeyDown } = props
  const state = stateOf(lot, entry)
  const differs = state.kind === 'more' || state.kind === 'less'
  const now = entry ?? { counted: '', reason: '', basis: lot.basis }
  const needsReason = differs && now.reason.trim() === ''
  return (
    <tr className={`count-${state.kind}`} data-row={lot.lotId}>
      <td>
        <LotName lot={lot} />
      </td>
      <td>
        <OwnershipMark lot={lot} />
      </td>
      <td>{lot.status}</td>
      <td>
        <DueMark day={lot.expiresOn} due={lot.due} kind="due" />
      </td>
      <td className="end">{quantityWords(lot.quantity, lot.unit)}</td>
      <td>
        <input
          className="field-input end"
          inputMode="decimal"
          autoComplete="off"
          value={now.counted}
          aria-label={`${text('stock.column.counted')} ${lot.item} ${lot.lotId}`}
          aria-invalid={state.kind === 'bad'}
          title={state.kind === 'bad' ? text('stock.notNumber') : undefined}
          data-cell={`counted-${index}`}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => onEntry({ ...now, counted: target.value, basis: lot.basis })}
          onKeyDown={(event) => onKeyDown(event, index, 'counted')}
        />
      </td>
      <td>
        <span className={toneOf(state)}>{wordsOf(state, text)}</span>
        {state.kind === 'changed' ? (
          <button type="button" className="plain-button" onClick={() => onEntry({ ...now, basis: lot.basis })}>
            {text('stock.taking.look')}
          </button>
        ) : null}
      </td>
      <td>
        <input
          className="field-input"
          autoComplete="off"
          maxLength={200}
          value={now.reason}
          aria-label={`${text('stock.column.reason')} ${lot.item} ${lot.lotId}`}
          aria-invalid={needsReason}
          placeholder={needsReason ? text('stock.missing') : undefined}
          data-cell={`reason-${index}`}
          onChange={({ target }) => onEntry({ ...now, reason: target.value })}
          onKeyDown={(event) => onKeyDown(event, index, 'reason')}
        />
      </td>
    </tr>
  )
}

function wordsOf(state: CountState, text: Text): string {
  switch (state.kind) {
    case 'more':
    case 'less':
      return text(`stock.taking.${state.kind}`, { difference: quantityWords(Math.abs(state.difference), '').trim() })
    case 'bad':
      return text('stock.notNumber')
    case 'open':
    case 'changed':
    case 'same':
      return text(`stock.taking.${state.kind}`)
  }
}

function toneOf({ kind }: CountState): string {
  if (kind === 'less' || kind === 'bad') return 'danger strong'
  if (kind === 'more' || kind === 'changed') return 'warn strong'
  return kind === 'same' ? 'good' : 'dim'
}
