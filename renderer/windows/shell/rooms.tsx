import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { GradingPanel } from '../../features/grading/grading-panel.tsx'
import { PlanProgressBar } from '../../features/plan/plan-progress.tsx'
import { ReviewView } from '../../features/review/review-view.tsx'
import { SupportView } from '../../features/support/support-view.tsx'
import { useText } from '../../text/text.ts'
import { Waiting } from '../../ui/state-view.tsx'
import type { IncidentData } from './use-incident-data.ts'
import type { Rebuild } from './use-rebuild.ts'

/** 辅助决策 of the chosen incident. */
export function SupportRoom(props: { data: IncidentData; rebuild: Rebuild; onCancel: () => boolean }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const { summary, version, progress } = props.data
  const [weightError, setWeightError] = useState<string | null>(null)
  const weight = useQuery(appContract.plan.coverWeight, summary === null ? null : { incidentId: summary.incidentId })
  const versions = useQuery(appContract.plan.versions, summary === null ? null : { incidentId: summary.incidentId })
  const standing = useQuery(appContract.plan.standing, summary === null ? null : { incidentId: summary.incidentId })
  const earlier = useQuery(
    appContract.plan.version,
    summary === null || version === null || version.version === 1
      ? null
      : { incidentId: summary.incidentId, version: version.version - 1 },
  )
  if (summary === null) return <Waiting words={text('support.needIncident')} />
  if (version === null) {
    return (
      <div className="scroll stack">
        <Waiting words={text('support.needPlan')} />
        <GradingPanel incidentId={summary.incidentId} />
      </div>
    )
  }
  const chooseWeight = async (valueS: number | null): Promise<void> => {
    const command = { commandId: crypto.randomUUID(), incidentId: summary.incidentId, valueS }
    const answer = await client.plan.setCoverWeight(command)
    setWeightError(answer.ok ? null : answer.error.message)
    if (answer.ok) props.rebuild.start()
  }
  return (
    <SupportView
      grading={<GradingPanel incidentId={summary.incidentId} />}
      progress={
        progress === null ? null : <PlanProgressBar progress={progress} onCancel={() => void props.onCancel()} />
      }
      weight={weight.value}
      weightError={weightError ?? weight.error?.message ?? null}
      busy={props.rebuild.busy || progress !== null}
      onWeight={(valueS) => void chooseWeight(valueS)}
      version={version}
      standing={standing.value}
      onDecline={(changes) => props.rebuild.decline(version.version, changes)}
      versions={versions.value ?? []}
      earlier={version.version === 1 ? null : earlier.value}
      earlierError={earlier.error?.message ?? null}
    />
  )
}

/** 总结评估 of the chosen incident. */
export function ReviewRoom(props: { data: IncidentData }): ReactNode {
  const text = useText()
  const { summary } = props.data
  if (summary === null) return <Waiting words={text('review.needIncident')} />
  return <ReviewView key={summary.incidentId} incident={summary} />
}
