import type { ReactNode } from 'react'
import type { ApprovalObjection, PlanProblem } from '#shared/contract/library.contract.ts'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { Objections } from './objections.tsx'
import { pathWords } from './path-words.ts'
import type { PlanCheck } from './use-plan-check.ts'

/** What is wrong with the plan under edit and what stands against approving it, each with the way to its place. */
export function ProblemPanel(props: {
  check: PlanCheck | null
  error: string | null
  current: boolean
  /** Places as lines of the text instead of fields. */
  lines: boolean
  onProblem: (problem: PlanProblem) => void
  onObjection: (objection: ApprovalObjection) => void
}): ReactNode {
  const text = useText()
  const { check, error, current } = props
  const problems = check?.problems ?? []
  const objections = check?.objections ?? []
  return (
    <div className="plan-checks">
      <p role="status" className="plan-check-state" data-testid="plan-check-state" data-current={current}>
        {error === null ? null : <span className="danger">{error}</span>}
        {!current ? <span className="dim">{text('contingency.edit.checking')}</span> : null}
        {current && check !== null && problems.length === 0 ? (
          <span className="good">{`✓ ${text('contingency.edit.sound')}`}</span>
        ) : null}
        {current && problems.length > 0 ? (
          <span className="danger strong">{`▲ ${text('contingency.edit.problems', { count: problems.length })}`}</span>
        ) : null}
      </p>
      {problems.length === 0 ? null : (
        <Panel
          title={text('contingency.edit.problemsTitle')}
          count={problems.length}
          tone="danger"
          testId="plan-problems"
        >
          <ul className="plan-problems scroll">
            {problems.map((problem, index) => (
              <li key={`${problem.path} ${index}`}>
                <button type="button" className="plan-problem" onClick={() => props.onProblem(problem)}>
                  <span className="dim">
                    {props.lines
                      ? text('contingency.edit.lineColumn', { line: problem.line, column: problem.column })
                      : pathWords(problem.path, text)}
                  </span>
                  <span>{problem.message}</span>
                </button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {objections.length === 0 ? null : (
        <Panel
          title={text('contingency.edit.objectionsTitle')}
          count={objections.length}
          tone="warn"
          testId="plan-edit-objections"
        >
          <Objections objections={objections} goWords={text('contingency.step.jump')} onGo={props.onObjection} />
        </Panel>
      )}
    </div>
  )
}
