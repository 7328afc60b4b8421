import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { LibraryVersion } from '#shared/contract/library.contract.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { ReviewDate } from './plan-marks.tsx'

/** Plans in force whose review is overdue or near, the most urgent first. */
export function OverduePanel(props: { onOpen: (version: LibraryVersion) => void }): ReactNode {
  const text = useText()
  const { value, error } = useQuery(appContract.library.overdue, {})
  const anyPassed = value?.some((line) => line.reviewDue === 'passed') ?? false
  return (
    <Panel
      title={text('contingency.overdue.title')}
      {...(value === null ? {} : { count: value.length })}
      tone={anyPassed ? 'warn' : 'plain'}
      testId="plan-overdue"
    >
      {value === null ? <Unloaded of={appContract.library.overdue} input={{}} error={error} /> : null}
      {value?.length === 0 ? <p className="panel-note">{text('contingency.overdue.none')}</p> : null}
      <div className="scroll">
        {(value ?? []).map((line) => (
          <button key={line.planId} type="button" className="plan-due" onClick={() => props.onOpen(line)}>
            <span className="strong">{line.title}</span>
            <ReviewDate version={line} />
          </button>
        ))}
      </div>
    </Panel>
  )
}
