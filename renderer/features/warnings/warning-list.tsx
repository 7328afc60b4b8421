import { useState, type ReactNode } from 'react'
import type { WarningContact, WarningRow } from '#shared/contract/warnings.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { clockText, durationText, secondsSince } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { HeardDialog, type HeardAsk } from './heard-dialog.tsx'
import { LiftDialog } from './lift-dialog.tsx'

/** Warnings with who has heard them: those who have not and whose time is over stand first, with the number to ring. */
export function WarningList(props: {
  incidentId: string
  warnings: readonly WarningRow[]
  contacts: readonly WarningContact[]
}): ReactNode {
  const text = useText()
  const nowS = useNowS()
  const { headquarters } = useConsole()
  const [asked, setAsked] = useState<HeardAsk | null>(null)
  const [lifting, setLifting] = useState<WarningRow | null>(null)
  const { incidentId, warnings, contacts } = props
  return (
    <Panel title={text('warnings.list')} count={warnings.length} className="fill" testId="warning-list">
      <div className="scroll fill">
        {warnings.length === 0 ? <p className="state-view">{text('warnings.none')}</p> : null}
        {warnings.toReversed().map((warning) => {
          const heard = warning.targets.filter(({ word }) => word?.heard === true).length
          return (
            <article key={warning.warningId} className="report-issued" data-testid="warning">
              <p>
                <span className="strong">{`${warning.number} ${warning.area}`}</span>
                <span className="dim">{` ${clockText(warning.issuedAt)} ${text(`headquarters.${warning.hq}`)} ${warning.who} `}</span>
                <span
                  className={`chip ${heard === warning.targets.length ? 'chip-good' : 'chip-warn'}`}
                  data-testid="warning-heard-count"
                >
                  {text('warnings.heardCount', { heard, all: warning.targets.length })}
                </span>
                {warning.lifted === null ? (
                  <Due warning={warning} nowS={nowS} />
                ) : (
                  <span className="chip chip-good" title={warning.lifted.reason}>
                    {text('warnings.lifted', { at: clockText(warning.lifted.at), who: warning.lifted.who })}
                  </span>
                )}
              </p>
              <p>{warning.text}</p>
              <ul className="warning-targets">
                {warning.targets.map((target) => {
                  const contact = contacts.find(({ name }) => target.kind === 'village' && name === target.name)
                  const { word } = target
                  const isHeard = word?.heard === true
                  return (
                    <li key={`${target.kind} ${target.name}`}>
                      <button
                        type="button"
                        className={`chip-button ${isHeard ? 'good' : word === null ? '' : 'danger'}`}
                        data-testid="warning-target"
                        onClick={() => setAsked({ warningId: warning.warningId, kind: target.kind, name: target.name })}
                      >
                        {`${isHeard ? '✓' : word === null ? '○' : '×'} ${target.name}`}
                      </button>
                      {word === null ? null : <span className="dim">{` ${clockText(word.at)} ${word.saidBy}`}</span>}
                      {isHeard || contact === undefined || warning.lifted !== null ? null : (
                        <span className="warn">{` ${text('warnings.ring', { person: contact.person, phone: contact.phone })}`}</span>
                      )}
                    </li>
                  )
                })}
              </ul>
              {warning.lifted === null && headquarters === 'administrative' ? (
                <button type="button" className="link-button" onClick={() => setLifting(warning)}>
                  {text('warnings.lift')}
                </button>
              ) : null}
            </article>
          )
        })}
      </div>
      {asked === null ? null : <HeardDialog incidentId={incidentId} ask={asked} onClose={() => setAsked(null)} />}
      {lifting === null ? null : (
        <LiftDialog incidentId={incidentId} warning={lifting} onClose={() => setLifting(null)} />
      )}
    </Panel>
  )
}

function Due(props: { warning: WarningRow; nowS: number }): ReactNode {
  const text = useText()
  const { warning, nowS } = props
  const open = warning.targets.filter(({ word }) => word?.heard !== true).length
  const over = secondsSince(warning.hearBy, nowS)
  if (open === 0 || over === null) return null
  return over > 0 ? (
    <span className="chip chip-danger">{text('warnings.overdue', { count: open, time: durationText(over) })}</span>
  ) : (
    <span className="chip">{text('warnings.left', { time: durationText(-over) })}</span>
  )
}
