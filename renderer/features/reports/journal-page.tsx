import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { OutputOf } from '#shared/contract/define.ts'
import type { JournalEntry, systemContract } from '#shared/contract/system.contract.ts'
import { HEADQUARTERS } from '#shared/domain/taxonomy.ts'
import { dateTimeText } from '../../text/time-text.ts'
import { useText, type Text } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'

type Verification = OutputOf<(typeof systemContract)['verify']>

/** 日志: everything done, newest first, and the check of its chain. */
export function JournalPage(props: {
  entries: readonly JournalEntry[]
  onlyThis: boolean
  canChoose: boolean
  onOnlyThis: (onlyThis: boolean) => void
  onVerify: () => Promise<Verification | string>
}): ReactNode {
  const text = useText()
  return (
    <div className="reports-grid">
      <Panel title={text('reports.journal')} count={props.entries.length} testId="journal" className="fill">
        <div className="list-tools">
          {props.canChoose ? (
            <Button
              size="small"
              onClick={() => props.onOnlyThis(!props.onlyThis)}
              text={props.onlyThis ? text('reports.allIncidents') : text('reports.thisIncident')}
            />
          ) : null}
          <Verify onVerify={props.onVerify} />
        </div>
        <div className="scroll fill">
          {props.entries.length === 0 ? (
            <p className="state-view">{text('reports.noJournal')}</p>
          ) : (
            <DataTable
              label={text('reports.journal')}
              rows={props.entries}
              rowKey={(row) => row.opId}
              columns={[
                { key: 'at', title: text('reports.at'), width: '128px', cell: (row) => dateTimeText(row.at) },
                {
                  key: 'who',
                  title: text('reports.who'),
                  width: '150px',
                  cell: (row) => `${row.who} ${roleName(row.role, text)}`,
                },
                { key: 'text', title: text('reports.what'), cell: (row) => row.text },
                {
                  key: 'hash',
                  title: text('reports.hash'),
                  width: '110px',
                  oneLine: true,
                  cell: (row) => (
                    <span className="dim" title={row.hash}>
                      {row.hash.replace('sha256:', '').slice(0, 12)}
                    </span>
                  ),
                },
              ]}
            />
          )}
        </div>
      </Panel>
    </div>
  )
}

function roleName(role: string, text: Text): string {
  const known = HEADQUARTERS.find((headquarters) => headquarters === role)
  return known === undefined ? role : text(`headquarters.${known}`)
}

function Verify(props: { onVerify: () => Promise<Verification | string> }): ReactNode {
  const text = useText()
  const [state, setState] = useState<Verification | string | null>(null)
  const [busy, setBusy] = useState(false)
  const verify = async (): Promise<void> => {
    setBusy(true)
    setState(await props.onVerify())
    setBusy(false)
  }
  return (
    <>
      <Button
        size="small"
        disabled={busy}
        onClick={() => void verify()}
        text={busy ? text('reports.verifying') : text('reports.verify')}
        data-testid="verify-journal"
      />
      <span role="status" data-testid="verify-result">
        {typeof state === 'string' ? <span className="danger">{state}</span> : null}
        {state !== null && typeof state !== 'string' && state.ok ? (
          <span className="good">{text('reports.verifyOk')}</span>
        ) : null}
        {state !== null && typeof state !== 'string' && !state.ok ? (
          <span className="danger strong">{`${text('reports.verifyBad', { count: state.problems.length })}：${state.problems
            .map((problem) => problem.text)
            .slice(0, 3)
            .join('；')}`}</span>
        ) : null}
      </span>
    </>
  )
}
