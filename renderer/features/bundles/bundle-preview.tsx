import type { ReactNode } from 'react'
import type { BundleReport } from '#shared/contract/bundles.contract.ts'
import { useText } from '../../text/text.ts'
import { dateTimeText } from '../../text/time-text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { machineName } from './machine-name.ts'

/** What a file would bring, and the question whether its machines are who they say. */
export function BundlePreview(props: {
  report: BundleReport
  trust: readonly string[]
  onTrust: (trust: readonly string[]) => void
}): ReactNode {
  const text = useText()
  const { report, trust } = props
  const { from, madeAt, incidents, refused, unknownSeats } = report
  return (
    <div className="stack" data-testid="merging-preview">
      <p className="panel-note">
        <span className="strong">
          {text('merging.from', { name: machineName(from, text), at: dateTimeText(madeAt) })}
        </span>
        <br />
        {report.isKnown
          ? text('merging.known')
          : text('merging.brings', { count: report.newOps, other: report.otherOps, known: report.knownOps })}
      </p>
      {report.libraryDiffers ? <p className="panel-note warn">{`▲ ${text('merging.libraryDiffers')}`}</p> : null}
      {incidents.length === 0 ? null : (
        <DataTable
          label={text('merging.incident')}
          rows={incidents}
          rowKey={({ incidentId }) => incidentId}
          columns={[
            {
              ...{ key: 'mode', title: text('merging.mode'), width: '52px' },
              cell: ({ mode }) => <span className={`mode mode-${mode}`}>{text(`mode.${mode}`)}</span>,
            },
            {
              ...{ key: 'incident', title: text('merging.incident') },
              cell: ({ number, title }) => (
                <>
                  <span className="strong">{number}</span> {title}
                </>
              ),
            },
            {
              ...{ key: 'state', title: '', width: '72px' },
              cell: ({ isNew }) => text(isNew ? 'merging.isNew' : 'merging.isKnown'),
            },
            { key: 'ops', title: text('merging.newOps'), width: '64px', end: true, cell: ({ ops }) => ops },
          ]}
        />
      )}
      {refused.length === 0 ? null : (
        <div className="panel-note danger" role="alert" data-testid="merging-refused">
          <p className="strong">{`▲ ${text('merging.refused')}（${refused.length}）`}</p>
          <p>{text('merging.refusedNote')}</p>
          <ul className="reasons">
            {refused.slice(0, 8).map(({ seat, seq, hash, ownHash, text: words }) => (
              <li key={`${seat} ${seq} ${hash}`}>
                {words}
                {ownHash === '' ? null : (
                  <span className="dim">{` ${ownHash.slice(0, 12)}… / ${hash.slice(0, 12)}…`}</span>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {unknownSeats.length === 0 ? null : (
        <fieldset className="merging-trust" data-testid="merging-trust">
          <legend className="strong warn">{`▲ ${text('merging.trustTitle')}`}</legend>
          <p>{text('merging.trustAsk')}</p>
          {unknownSeats.map((machine) => (
            <div key={machine.seat}>
              <p className="merging-fingerprint">{machine.fingerprint}</p>
              <label>
                <input
                  type="checkbox"
                  checked={trust.includes(machine.seat)}
                  data-testid={`merging-trust-${machine.mark}`}
                  onChange={(event) =>
                    props.onTrust(
                      event.target.checked ? [...trust, machine.seat] : trust.filter((seat) => seat !== machine.seat),
                    )
                  }
                />{' '}
                {text('merging.trust', { name: machineName(machine, text) })}
              </label>
            </div>
          ))}
        </fieldset>
      )}
    </div>
  )
}
