import type { ReactNode } from 'react'
import type { DraftLine } from '#shared/contract/reports.contract.ts'
import { useText } from '../../text/text.ts'
import { clockText } from '../../text/time-text.ts'
import type { DraftDesk } from './use-draft.ts'

/** Characters of a line of the editor at the smallest window; only for the height of the box. */
const ROW_CHARACTERS = 34

/** One line of a draft: what it says, who said it and when, how sure it is; leave out, take in again. */
export function DraftRow(props: { line: DraftLine; label: string; desk: DraftDesk; now: () => string }): ReactNode {
  const text = useText()
  const { line, label, desk, now } = props
  // What an officer writes is true now, unless he says otherwise.
  const write = (change: { text?: string; source?: string }): void => desk.change(line, { asOf: now(), ...change })
  const rows = Math.max(1, Math.ceil(line.text.length / ROW_CHARACTERS))
  return (
    <tr className={line.dropped ? 'report-dropped' : ''} data-testid="draft-line" data-key={line.key}>
      <th scope="row">{label}</th>
      <td>
        <textarea
          className="field-input report-text"
          rows={rows}
          aria-label={`${text(`reporting.field.${line.field}`)} ${text('reporting.line')}`}
          value={line.text}
          disabled={line.dropped}
          onChange={(event) => write({ text: event.target.value })}
        />
        {line.was === null || line.was === line.text ? null : (
          <p className="report-was">{text('reporting.was', { text: line.was })}</p>
        )}
        {line.newer === null ? null : (
          <p className="report-newer warn">
            {text('reporting.newer', { text: line.newer })}
            <button type="button" className="link-button" onClick={() => desk.reset(line.key)}>
              {text('reporting.takeNewer')}
            </button>
          </p>
        )}
      </td>
      <td>
        <input
          className={`field-input ${line.source === '' && line.state !== 'toVerify' ? 'report-unsourced' : ''}`}
          aria-label={text('reporting.source')}
          placeholder={line.state === 'toVerify' ? '' : text('reporting.noSource')}
          value={line.source}
          disabled={line.dropped}
          onChange={(event) => write({ source: event.target.value })}
        />
      </td>
      <td className="dim">{line.asOf === null ? '—' : clockText(line.asOf)}</td>
      <td>
        <span className={`chip ${CHIPS[line.state]}`}>{text(`reporting.state.${line.state}`)}</span>
      </td>
      <td>
        <button
          type="button"
          className="link-button"
          aria-label={text(line.dropped ? 'reporting.takeIn' : 'reporting.leaveOut')}
          onClick={() =>
            line.origin === 'added' ? desk.reset(line.key) : desk.change(line, { dropped: !line.dropped })
          }
        >
          {text(line.dropped ? 'reporting.takeIn' : 'reporting.leaveOut')}
        </button>
      </td>
    </tr>
  )
}

const CHIPS = { known: 'chip-good', range: 'chip-own', toVerify: 'chip-warn' } as const
