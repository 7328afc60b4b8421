import { Button } from '@blueprintjs/core'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { RosterPerson } from '#shared/contract/roster.contract.ts'
import { formatInstant } from '#shared/kernel/instant.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { usePageKey } from '../../app/use-page-key.ts'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { CHINA_OFFSET_MIN } from '../../text/time-text.ts'
import { Panel } from '../../ui/panel.tsx'
import { CellBox, goToCellBox } from './cell-box.tsx'
import { CopyForm, type CopyWish } from './copy-form.tsx'
import { mondayOf, monthAfter, monthsAround } from './month-text.ts'
import { OnDutyPanel } from './on-duty-panel.tsx'
import { POST_GROUPS, type PostGroup } from './post-groups.ts'
import { cellKey } from './roster-edits.ts'
import { RosterTable } from './roster-table.tsx'
import { SaveBar } from './save-bar.tsx'
import { useRosterGrid } from './use-roster-grid.ts'
import { useRosterSave } from './use-roster-save.ts'

/** 值班表: who is on now, and the month or the weekly pattern as a grid. */
export function RosterRoom(): ReactNode {
  const text = useText()
  const { shell } = useConsole()
  const today = formatInstant(useNowS(), CHINA_OFFSET_MIN).slice(0, 10)
  const [month, setMonth] = useState(() => today.slice(0, 7))
  const [weekly, setWeekly] = useState(false)
  const [group, setGroup] = useState<PostGroup>('headquarters')
  const [words, setWords] = useState('')
  const [copying, setCopying] = useState<CopyWish | null>(null)
  const [picked, setPicked] = useState<ReadonlyMap<string, RosterPerson>>(new Map())
  const ofMonth = useQuery(appContract.roster.month, weekly ? null : { month })
  const ofWeek = useQuery(appContract.roster.weekly, weekly ? {} : null)
  const { value, error } = weekly ? ofWeek : ofMonth
  const people = useMemo(
    () => new Map([...(value?.people ?? []).map((person) => [person.personId, person] as const), ...picked]),
    [value, picked],
  )
  const names = useMemo(() => new Map([...people].map(([id, { name }]) => [id, name])), [people])
  const work = useRosterGrid(value, group, names, today)
  const saving = useRosterSave(work)
  const { chosen, edits } = work
  const onType = useCallback(() => {
    setWords('')
    goToCellBox()
  }, [])
  const focusGrid = (): void => document.querySelector<HTMLElement>('[data-testid="roster-grid"]')?.focus()
  usePageKey((event) => {
    if (!event.ctrlKey || event.key.toLowerCase() !== 's') return false
    saving.save()
    return true
  })
  const guarded = (change: () => void): void => {
    if (edits.size > 0) saving.say(text('roster.needSave'), true)
    else change()
  }
  const chosenDay = chosen?.cell.day ?? `${month}-01`
  return (
    <div className="keeping-room" data-testid="roster-room">
      <OnDutyPanel group={group} />
      <Panel title={text('roster.grid')} className="fill" side={text('roster.legend')}>
        <div className="list-tools">
          {(['month', 'weekly'] as const).map((kind) => (
            <Button
              key={kind}
              size="small"
              active={weekly === (kind === 'weekly')}
              aria-pressed={weekly === (kind === 'weekly')}
              text={text(kind === 'month' ? 'roster.monthView' : 'roster.weeklyView')}
              data-testid={`roster-view-${kind}`}
              onClick={() => guarded(() => setWeekly(kind === 'weekly'))}
            />
          ))}
          {weekly ? null : (
            <>
              <Button
                size="small"
                text={text('roster.previous')}
                onClick={() => guarded(() => setMonth(monthAfter(month, -1)))}
              />
              <select
                className="field-input record-pick"
                aria-label={text('roster.month')}
                value={month}
                data-testid="roster-month"
                onChange={(event) => {
                  const next = event.target.value
                  guarded(() => setMonth(next))
                }}
              >
                {monthsAround(month).map((each) => (
                  <option key={each} value={each}>
                    {each}
                  </option>
                ))}
              </select>
              <Button
                size="small"
                text={text('roster.following')}
                onClick={() => guarded(() => setMonth(monthAfter(month, 1)))}
              />
            </>
          )}
          <select
            className="field-input record-pick"
            aria-label={text('roster.post')}
            value={group}
            data-testid="roster-group"
            onChange={(event) => {
              const next = POST_GROUPS.find((each) => each === event.target.value)
              if (next !== undefined) setGroup(next)
            }}
          >
            {POST_GROUPS.map((each) => (
              <option key={each} value={each}>
                {text(`roster.group.${each}`)}
              </option>
            ))}
          </select>
          {weekly ? null : (
            <>
              <Button
                size="small"
                text={text('roster.copyWeek')}
                data-testid="roster-copy-week"
                onClick={() => guarded(() => setCopying({ kind: 'week', from: mondayOf(chosenDay) }))}
              />
              <Button
                size="small"
                text={text('roster.copyMonth')}
                data-testid="roster-copy-month"
                onClick={() => guarded(() => setCopying({ kind: 'month', from: month, to: monthAfter(month, 1) }))}
              />
            </>
          )}
        </div>
        {copying === null ? null : (
          <CopyForm
            wish={copying}
            onCopy={(weeks, overwrite) => {
              if (saving.copy(copying, weeks, overwrite)) setCopying(null)
            }}
            onClose={() => setCopying(null)}
          />
        )}
        <CellBox
          {...{ chosen, edits, people, words }}
          onWords={setWords}
          title={work.lines.find(({ post }) => post === chosen?.post)?.title ?? ''}
          onTake={(person, beside) => {
            setPicked(new Map([...picked, [person.personId, person]]))
            const own = chosen === null ? [] : (edits.get(cellKey(chosen.post, chosen.cell))?.after ?? chosen.cell.own)
            work.write(beside ? [...new Set([...own, person.personId])] : [person.personId])
            focusGrid()
          }}
          onLeave={focusGrid}
        />
        {value === null ? (
          <Unloaded of={appContract.roster.month} input={{ month }} error={error} />
        ) : (
          <RosterTable
            {...{ grid: value, work, names, today, onType }}
            onCopy={(copied) => {
              if (copied !== '') void shell.paper.copyText({ text: copied })
            }}
          />
        )}
        <SaveBar work={work} saving={saving} />
      </Panel>
    </div>
  )
}
