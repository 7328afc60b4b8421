import { Button } from '@blueprintjs/core'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { REPORT_FIELDS, type ReportField } from '#shared/domain/command/report.ts'
import { formatInstant } from '#shared/kernel/instant.ts'
import { useConsole } from '../../app/console-context.tsx'
import { CHINA_OFFSET_MIN, clockText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { Failed, Waiting } from '../../ui/state-view.tsx'
import { DraftRow } from './draft-row.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { useDraft, type DraftChoice, type DraftDesk } from './use-draft.ts'

/** The draft of one report: every line with its source, autosaved; signed in a dialog. */
export function DraftEditor(props: { choice: DraftChoice; heads: readonly string[]; kinds: ReactNode }): ReactNode {
  const text = useText()
  const { headquarters, cache } = useConsole()
  const desk = useDraft(props.choice)
  const [signing, setSigning] = useState(false)
  const { draft, lines } = desk
  if (draft === null) {
    return desk.error === null ? (
      <Waiting words={text('state.loading')} />
    ) : (
      <Failed
        words={text('state.error')}
        message={desk.error}
        retryWords={text('state.retry')}
        onRetry={() => cache.refresh(appContract.reports.draft, props.choice)}
      />
    )
  }
  const maySign = headquarters === 'administrative'
  const open = lines.filter(({ state, dropped }) => state === 'toVerify' && !dropped).length
  return (
    <Panel
      title={draft.title}
      side={`${draft.number}　${text('reporting.toVerifyCount', { count: open })}　${saidOfSaving(desk, text)}`}
      className="fill report-draft"
      testId="report-draft"
    >
      <div
        className="report-draft-body"
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || !event.ctrlKey || !maySign) return
          event.preventDefault()
          setSigning(true)
        }}
      >
        <div className="list-tools">
          {props.kinds}
          <Button
            size="small"
            intent="primary"
            disabled={!maySign || lines.every(({ dropped }) => dropped)}
            data-testid="report-sign"
            onClick={() => setSigning(true)}
            text={`${text('reporting.sign')}（Ctrl+Enter）`}
          />
          {maySign ? null : <span className="dim">{text('reporting.adminSigns')}</span>}
          {desk.error === null ? null : <span className="danger">{desk.error}</span>}
        </div>
        <div className="scroll fill">
          {lines.length === 0 ? <p className="state-view">{text('reporting.nothingNew')}</p> : null}
          <table className="table report-lines" aria-label={draft.title}>
            <colgroup>
              <col style={{ width: '84px' }} />
              <col />
              <col style={{ width: '118px' }} />
              <col style={{ width: '46px' }} />
              <col style={{ width: '54px' }} />
              <col style={{ width: '44px' }} />
            </colgroup>
            <tbody>
              {lines.map((line, index) => (
                <DraftRow
                  key={line.key}
                  line={line}
                  label={lines[index - 1]?.field === line.field ? '' : text(`reporting.field.${line.field}`)}
                  desk={desk}
                  now={() => formatInstant(Math.floor(Date.now() / 1000), CHINA_OFFSET_MIN)}
                />
              ))}
            </tbody>
          </table>
          <MoreLines desk={desk} />
        </div>
      </div>
      {signing ? (
        <IssueDialog
          choice={props.choice}
          desk={desk}
          draft={draft}
          heads={props.heads}
          onClose={() => setSigning(false)}
        />
      ) : null}
    </Panel>
  )
}

function saidOfSaving({ draft, isUnsaved }: DraftDesk, text: ReturnType<typeof useText>): string {
  if (isUnsaved) return text('reporting.saving')
  const savedAt = draft?.savedAt ?? null
  return savedAt === null ? '' : text('reporting.saved', { at: clockText(savedAt) })
}

/** Adds a line of the officer's own, or takes over a note from the scene. */
function MoreLines(props: { desk: DraftDesk }): ReactNode {
  const text = useText()
  const [field, setField] = useState<ReportField>('course')
  const { desk } = props
  const shown = new Set(desk.lines.map(({ key }) => key))
  const offers = (desk.draft?.offers ?? []).filter(({ key }) => !shown.has(key))
  const add = (): void =>
    desk.add({ key: `${field}.${crypto.randomUUID()}`, field, text: ' ', source: '', asOf: null, state: 'toVerify' })
  return (
    <div className="report-more">
      <div className="list-tools">
        <select
          className="field-input report-field-choice"
          aria-label={text('reporting.fieldOfLine')}
          value={field}
          onChange={(event) => setField(REPORT_FIELDS.find((one) => one === event.target.value) ?? field)}
        >
          {REPORT_FIELDS.map((one) => (
            <option key={one} value={one}>
              {text(`reporting.field.${one}`)}
            </option>
          ))}
        </select>
        <Button size="small" onClick={add} text={text('reporting.addLine')} data-testid="report-add-line" />
      </div>
      {offers.length === 0 ? null : (
        <>
          <p className="panel-note">{text('reporting.offers')}</p>
          {offers.map((offer) => (
            <div key={offer.key} className="list-tools" data-testid="report-offer">
              <Button size="small" onClick={() => desk.add(offer)} text={text('reporting.takeOver')} />
              <span>
                {offer.text} <span className="dim">{offer.source}</span>
              </span>
            </div>
          ))}
        </>
      )}
    </div>
  )
}
