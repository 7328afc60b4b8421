import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { Answer } from '#shared/contract/define.ts'
import type { LentTeam } from '#shared/contract/lending.contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { setRecordDesk } from '../../app/record-desk.ts'
import { Unloaded } from '../../app/unloaded.tsx'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { dateTimeText } from '../../text/time-text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SignedInputs } from '../../ui/signed-fields.tsx'
import { signedBy, type Signed } from '../../ui/signature.ts'
import { TeamPick } from './team-pick.tsx'

/** 外借队伍: who is away until when, who is overdue; lend one out, record a return. */
export function LendingRoom(): ReactNode {
  const text = useText()
  const { client, view } = useConsole()
  const who = useView(view, (state) => state.recordDesk.who)
  const { value, error } = useQuery(appContract.lending.list, {})
  const [team, setTeam] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const [until, setUntil] = useState('')
  const [where, setWhere] = useState('')
  const [reason, setReason] = useState('')
  const [back, setBack] = useState<LentTeam | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  if (value === null) return <Unloaded of={appContract.lending.list} input={{}} error={error} />
  const send = async (ask: (signed: Signed) => Promise<Answer<unknown>>, isComplete: boolean): Promise<void> => {
    const signed = signedBy(who, reason)
    if (!isComplete || signed === null) {
      setFailure(text('lending.missing'))
      return
    }
    const answer = await ask(signed)
    setFailure(answer.ok ? null : answer.error.message)
    if (!answer.ok) return
    setTeam(null)
    setBack(null)
    setReason('')
    setWhere('')
  }
  return (
    <div className="keeping-room" data-testid="lending-room">
      <Panel title={text('lending.title')} count={value.length} className="fill">
        <div className="scroll fill">
          {value.length === 0 ? (
            <p className="panel-note">{text('lending.none')}</p>
          ) : (
            <DataTable
              label={text('lending.title')}
              testId="lending-table"
              rows={value}
              rowKey={({ teamId }) => teamId}
              columns={[
                {
                  ...{ key: 'team', title: text('lending.team') },
                  cell: ({ name, town }) => (
                    <>
                      <span className="strong">{name}</span> <span className="dim">{town}</span>
                    </>
                  ),
                },
                { key: 'phone', title: text('lending.phone'), width: '120px', cell: ({ phone }) => phone },
                { key: 'where', title: text('lending.where'), width: '16%', cell: ({ where: place }) => place },
                { key: 'until', title: text('lending.until'), width: '92px', cell: (row) => row.until },
                {
                  ...{ key: 'left', title: text('lending.left'), width: '190px' },
                  cell: ({ daysLeft }) => <DaysLeft days={daysLeft} />,
                },
                {
                  ...{ key: 'said', title: text('lending.said'), width: '20%' },
                  cell: ({ said }) =>
                    said === null ? (
                      <span className="dim">{text('shelters.asLoaded')}</span>
                    ) : (
                      text('shelters.reported', { who: said.who, at: dateTimeText(said.at), reason: said.reason })
                    ),
                },
                {
                  ...{ key: 'back', title: '', width: '76px' },
                  cell: (row) => (
                    <Button
                      size="small"
                      text={text('lending.back')}
                      data-testid={`lending-back-${row.teamId}`}
                      onClick={() => setBack(row)}
                    />
                  ),
                },
              ]}
            />
          )}
        </div>
        <div className="list-tools keeping-foot" role="group" aria-label={text('lending.lend')}>
          <span className="strong">
            {back === null ? text('lending.lend') : text('lending.of', { name: back.name })}
          </span>
          {back === null ? (
            <>
              <TeamPick key={team?.id ?? ''} team={team} onTake={setTeam} />
              <label>
                {text('lending.until')}{' '}
                <input
                  className="field-input roster-month"
                  placeholder={text('lending.untilHint')}
                  value={until}
                  data-testid="lending-until"
                  onChange={(event) => setUntil(event.target.value)}
                />
              </label>
              <input
                className="field-input keeping-short"
                aria-label={text('lending.where')}
                placeholder={text('lending.where')}
                value={where}
                data-testid="lending-where"
                onChange={(event) => setWhere(event.target.value)}
              />
            </>
          ) : null}
          <SignedInputs
            id="lending"
            words={{ who: text('lending.who'), reason: text('lending.reason') }}
            signature={{ who, reason, setReason, setWho: (next) => setRecordDesk(view, { who: next }) }}
          />
          <Button
            size="small"
            intent="primary"
            text={text(back === null ? 'lending.apply' : 'lending.takeBack')}
            data-testid="lending-apply"
            onClick={() =>
              void (back === null
                ? send(
                    (signed) => client.lending.lend({ ...signed, teamId: team?.id ?? '', until, where: where.trim() }),
                    team !== null && until !== '' && where.trim() !== '',
                  )
                : send((signed) => client.lending.takeBack({ ...signed, teamId: back.teamId }), true))
            }
          />
          {back === null ? null : <Button size="small" text={text('lending.cancel')} onClick={() => setBack(null)} />}
          {failure === null ? null : (
            <span className="danger" role="alert">
              {failure}
            </span>
          )}
        </div>
      </Panel>
    </div>
  )
}

function DaysLeft(props: { days: number }): ReactNode {
  const text = useText()
  const { days } = props
  if (days < 0) return <span className="danger strong">{`▲ ${text('lending.overdue', { count: -days })}`}</span>
  return days === 0 ? (
    <span className="warn">{text('lending.lastDay')}</span>
  ) : (
    <span>{text('lending.days', { count: days })}</span>
  )
}
