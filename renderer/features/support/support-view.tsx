import type { ReactNode } from 'react'
import type { CoverWeight } from '#shared/contract/cover-weight.ts'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import type { planContract } from '#shared/contract/plan.contract.ts'
import { PLAN_STAGES } from '#shared/domain/plan/plan-stages.ts'
import { sortedBy } from '#shared/kernel/order.ts'
import { ChineseOnly } from '../../text/chinese-only.tsx'
import { dateTimeText } from '../../text/time-text.ts'
import { useText, type Text } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { SeverityMark } from '../../ui/marks.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CoverWeightPanel } from './cover-weight-panel.tsx'
import { VersionDifference } from './version-difference.tsx'
import { AlternativesPanel } from './alternatives-panel.tsx'
import { LevelBasis } from './level-basis.tsx'
import { MatchedPlans } from './matched-plans.tsx'

const RANK = { block: 0, warn: 1, info: 2 } as const

/** 辅助决策: findings, what is not known, why this level, which contingency plans, versions and trace. */
export function SupportView(props: {
  version: PlanVersion
  /** The version people work by beside a newer one; null until it was read. */
  standing: OutputOf<(typeof planContract)['standing']> | null
  /** Asks for the version again without these changes. */
  onDecline: (changes: readonly string[]) => void
  versions: OutputOf<(typeof planContract)['versions']>
  /** The version before the one in force, once it was read. */
  earlier: PlanVersion | null
  earlierError: string | null
  /** The bar of a plan under way, or null. */
  progress: ReactNode
  /** The levels against the scales, with what officers set. */
  grading: ReactNode
  weight: CoverWeight | null
  weightError: string | null
  busy: boolean
  onWeight: (valueS: number | null) => void
}): ReactNode {
  const text = useText()
  const { plan } = props.version
  const findings = sortedBy(
    plan.findings.map((finding, index) => ({ ...finding, index })),
    (finding) => [RANK[finding.severity], finding.index],
  )
  const { solver } = plan.forcePlan
  return (
    <div className="support-grid" data-testid="support-view">
      <div className="scroll stack">
        {props.progress}
        <ChineseOnly />
        <Panel title={text('findings.title')} count={findings.length} testId="findings">
          {findings.length === 0 ? (
            <p className="panel-note">{text('findings.none')}</p>
          ) : (
            <DataTable
              label={text('findings.title')}
              rows={findings}
              rowKey={(row) => String(row.index)}
              columns={[
                {
                  key: 'severity',
                  title: '',
                  width: '86px',
                  cell: (row) => <SeverityMark severity={row.severity} word={text(`severity.${row.severity}`)} />,
                },
                { key: 'text', title: text('findings.title'), cell: (row) => row.text },
                {
                  key: 'code',
                  title: text('why.code'),
                  width: '26%',
                  cell: (row) => <span className="dim">{row.code}</span>,
                },
              ]}
            />
          )}
        </Panel>
        <Panel title={text('findings.unknowns')} count={plan.unknowns.length} testId="unknowns">
          {plan.unknowns.length === 0 ? (
            <p className="panel-note">{text('findings.noUnknowns')}</p>
          ) : (
            <DataTable
              label={text('findings.unknowns')}
              rows={plan.unknowns}
              rowKey={(row) => row.fact}
              columns={[
                {
                  key: 'name',
                  title: text('findings.unknowns'),
                  width: '30%',
                  cell: (row) => <span className="strong">{row.name}</span>,
                },
                { key: 'would', title: text('findings.wouldChange'), cell: (row) => row.wouldChange.join('；') || '—' },
              ]}
            />
          )}
        </Panel>
      </div>
      <div className="scroll stack">
        <AlternativesPanel incidentId={props.version.incidentId} version={props.version.version} />
        <LevelBasis incident={plan.incident} />
        {props.grading}
        {props.weight === null ? null : (
          <CoverWeightPanel
            weight={props.weight}
            version={props.version}
            earlier={props.earlier}
            busy={props.busy}
            error={props.weightError}
            onChoose={props.onWeight}
          />
        )}
        <VersionDifference
          key={props.version.version}
          version={props.version}
          earlier={props.earlier}
          error={props.earlierError}
          standing={props.standing}
          busy={props.busy}
          onDecline={props.onDecline}
        />
        <MatchedPlans plan={plan} />
        <Panel title={text('support.versions')} count={props.versions.length} testId="plan-versions">
          <DataTable
            label={text('support.versions')}
            rows={sortedBy(props.versions, (row) => [-row.version])}
            rowKey={(row) => row.opId}
            columns={[
              {
                key: 'version',
                title: text('support.version'),
                width: '64px',
                cell: (row) => <span className="strong">{text('incidents.version', { version: row.version })}</span>,
              },
              { key: 'created', title: text('support.createdAt'), cell: (row) => dateTimeText(row.createdAt) },
              {
                key: 'revision',
                title: text('support.revision'),
                width: '84px',
                end: true,
                cell: (row) => row.incidentRevision,
              },
              {
                key: 'findings',
                title: text('support.findings'),
                width: '70px',
                end: true,
                cell: (row) => row.findings,
              },
            ]}
          />
        </Panel>
        <Panel title={text('support.identity')}>
          <dl className="facts panel-note">
            <Fact name={text('support.planner')} value={plan.plannerVersion} />
            <Fact name={text('support.parameters')} value={plan.parametersVersion.slice(0, 23)} />
            <Fact name={text('support.dataset')} value={plan.datasetVersion.slice(0, 23)} />
            <Fact name={text('support.identity')} value={plan.problemHash.slice(0, 23)} />
            <Fact
              name={text('support.solver')}
              value={text('support.solverText', {
                status: text(`solver.${solver.status}`),
                objective: solver.objective,
                gap: solver.gap === null ? text('support.gapNone') : `${(solver.gap * 100).toFixed(1)}%`,
              })}
            />
          </dl>
        </Panel>
        <Panel title={text('support.trace')} count={plan.trace.length}>
          <DataTable
            label={text('support.trace')}
            rows={plan.trace.map((entry, index) => ({ ...entry, index }))}
            rowKey={(row) => String(row.index)}
            columns={[
              {
                key: 'stage',
                title: text('support.traceStage'),
                width: '26%',
                cell: (row) => <span className="strong">{stageName(row.stage, text)}</span>,
              },
              { key: 'notes', title: text('support.traceNotes'), cell: (row) => row.notes.join('；') || '—' },
            ]}
          />
        </Panel>
      </div>
    </div>
  )
}

function stageName(stage: string, text: Text): string {
  const known = PLAN_STAGES.find((name) => name === stage)
  return known === undefined ? stage : text(`stage.${known}`)
}

function Fact(props: { name: string; value: string }): ReactNode {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  )
}
