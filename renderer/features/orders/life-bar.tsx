import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { IncidentLife, PlanApprovals } from '#shared/contract/life.contract.ts'
import { PHASES } from '#shared/domain/command/life-ops.ts'
import { HEADQUARTERS } from '#shared/domain/taxonomy.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { clockText } from '../../text/time-text.ts'
import { DeclareDialog } from './declare-dialog.tsx'
import { DuplicatesDialog } from './duplicates-dialog.tsx'
import { RejectDialog } from './reject-dialog.tsx'
import { useSend } from './use-send.ts'

/** The life of the incident in one line: phases, approval of the newest plan by each headquarters, likely duplicates. */
export function LifeBar(props: { incidentId: string; onOpen: (incidentId: string) => void }): ReactNode {
  const text = useText()
  const { incidentId } = props
  const life = useQuery(appContract.life.get, { incidentId }).value
  const approvals = useQuery(appContract.life.approvals, { incidentId }).value
  const duplicates = useQuery(appContract.life.duplicates, { incidentId }).value ?? []
  const [dialog, setDialog] = useState<'declare' | 'duplicates' | null>(null)
  if (life === null) return null
  const near = life.mergedInto === null ? duplicates : []
  return (
    <div className="life-bar" role="group" aria-label={text('life.bar')} data-testid="life-bar">
      <ol className="life-phases">
        {life.phases.map((one) => (
          <Phase key={one.phase} one={one} life={life} />
        ))}
      </ol>
      {life.contested.length === 0 ? null : (
        <span className="danger strong">
          {text('life.contested', {
            phases: life.contested.map(({ phase }) => text(`life.phase.${phase}`)).join('、'),
          })}
        </span>
      )}
      <button type="button" className="small-button" data-testid="declare-phase" onClick={() => setDialog('declare')}>
        {text('life.declare')}
      </button>
      {approvals === null ? null : <Approval incidentId={incidentId} approvals={approvals} />}
      {near.length + life.merged.length === 0 && life.mergedInto === null ? null : (
        <button
          type="button"
          className={`chip ${near.length > 0 ? 'chip-warn' : 'chip-plain'}`}
          data-testid="open-duplicates"
          onClick={() => setDialog('duplicates')}
        >
          {life.mergedInto !== null
            ? text('life.mergedInto', { number: life.mergedInto.number })
            : near.length > 0
              ? `▲ ${text('life.duplicates', { count: near.length })}`
              : text('life.merged', { count: life.merged.length })}
        </button>
      )}
      {dialog === 'declare' ? (
        <DeclareDialog incidentId={incidentId} phase={life.phase} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'duplicates' ? (
        <DuplicatesDialog
          incidentId={incidentId}
          life={life}
          duplicates={near}
          onOpen={props.onOpen}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  )
}

function Phase(props: { one: IncidentLife['phases'][number]; life: IncidentLife }): ReactNode {
  const text = useText()
  const { one, life } = props
  const name = text(`life.phase.${one.phase}`)
  const isNow = one.phase === life.phase
  const title =
    one.at === null
      ? text('life.notReached', { phase: name })
      : `${text('life.reached', { phase: name, at: clockText(one.at), by: one.by?.user ?? '' })} ${one.reason}`
  const isPast = PHASES.indexOf(one.phase) < PHASES.indexOf(life.phase)
  return (
    <li
      className={isNow ? 'phase-now' : isPast ? 'phase-past' : ''}
      aria-current={isNow ? 'step' : undefined}
      title={title}
    >
      {`${isNow ? '▶' : one.at === null ? '○' : '√'}${name}`}
    </li>
  )
}

/** Approval of the newest plan: each headquarters its part, with buttons for its own. */
function Approval(props: { incidentId: string; approvals: PlanApprovals }): ReactNode {
  const text = useText()
  const { client, headquarters } = useConsole()
  const send = useSend()
  const [rejecting, setRejecting] = useState(false)
  const { incidentId, approvals } = props
  const own = approvals.byHeadquarters.find(({ hq }) => hq === headquarters)
  const { version, contentHash } = approvals
  const approve = (): void => {
    const verdict = { incidentId, version, contentHash, verdict: 'approved' as const }
    void send.run((commandId) => client.life.approve({ commandId, ...verdict }))
  }
  const isVoid = approvals.superseded.length > 0 && own?.state === 'open'
  const versions = [...new Set(approvals.superseded.map((one) => one.version))].join('、')
  return (
    <span className="life-approval" data-testid="approval">
      {HEADQUARTERS.map((hq) => {
        const one = approvals.byHeadquarters.find((each) => each.hq === hq)
        if (one === undefined) return null
        const by = one.verdicts.map((said) => `${said.by.user} ${clockText(said.at)} ${said.note}`).join('；')
        return (
          <span key={hq} className={`chip chip-${TONES[one.state]}`} title={`${text(`life.part.${hq}`)} ${by}`}>
            {`${SIGNS[one.state]} ${text(`headquartersLetter.${hq}`)} v${version} ${text(`life.approval.${one.state}`)}`}
          </span>
        )
      })}
      {own?.state === 'approved' ? null : (
        <>
          <button
            type="button"
            className="plain-button plain-primary"
            disabled={send.busy}
            title={text('life.approve', { part: text(`life.part.${headquarters}`) })}
            data-testid="approve-plan"
            onClick={approve}
          >
            {text('life.approve', { part: text(`life.part.${headquarters}`) })}
          </button>
          <button type="button" className="small-button" data-testid="reject-plan" onClick={() => setRejecting(true)}>
            {text('life.reject')}
          </button>
        </>
      )}
      {isVoid ? <span className="warn">{text('life.superseded', { versions })}</span> : null}
      {send.error === null ? null : (
        <span className="danger" role="alert">
          {send.error}
        </span>
      )}
      {rejecting ? (
        <RejectDialog incidentId={incidentId} approvals={approvals} onClose={() => setRejecting(false)} />
      ) : null}
    </span>
  )
}

const SIGNS = { open: '○', approved: '√', rejected: '×', contested: '▲' } as const
const TONES = { open: 'plain', approved: 'good', rejected: 'danger', contested: 'warn' } as const
