import { Button } from '@blueprintjs/core'
import { useId, useState, type ReactNode } from 'react'
import type { LevelKind } from '#shared/domain/level-record.ts'
import { LEVELS, type Level } from '#shared/domain/taxonomy.ts'
import { useText } from '../../text/text.ts'

const NONE = 'none'

/** The officer sets one of the two levels against the computed one, or takes that back; nothing goes without a reason. */
export function SetLevelForm(props: {
  of: LevelKind
  isSet: boolean
  /** Words why this headquarters may not; null when it may. */
  refused: string | null
  onSet: (value: Level | null, withdrawn: boolean, reason: string) => Promise<boolean>
}): ReactNode {
  const text = useText()
  const id = useId()
  const { of, isSet, refused } = props
  const [level, setLevel] = useState('')
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const options = of === 'event' ? [...LEVELS, NONE] : [...LEVELS]
  if (refused !== null) return <p className="panel-note dim">{refused}</p>
  const submit = async (withdrawn: boolean): Promise<void> => {
    setAsked(true)
    if (reason.trim() === '' || (level === '' && !withdrawn)) return
    const value = LEVELS.find((entry) => entry === level) ?? null
    if (!(await props.onSet(value, withdrawn, reason.trim()))) return
    setReason('')
    setLevel('')
    setAsked(false)
  }
  return (
    <div
      className="panel-note set-level"
      role="group"
      aria-label={`${text('grading.change')} ${text(`grading.${of}`)}`}
    >
      <label htmlFor={`${id}-level`}>{text('grading.level')}</label>
      <select
        id={`${id}-level`}
        className="field-input"
        data-testid={`set-level-${of}`}
        value={level}
        onChange={(event) => setLevel(event.target.value)}
      >
        <option value="">{text('grading.choose')}</option>
        {options.map((entry) => (
          <option key={entry} value={entry}>
            {optionName(entry, of, text)}
          </option>
        ))}
      </select>
      <input
        className="field-input set-level-reason"
        aria-label={text('grading.reason')}
        placeholder={text('grading.reason')}
        aria-invalid={isAsked && reason.trim() === ''}
        data-testid={`set-level-reason-${of}`}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void submit(false)
        }}
      />
      <Button
        size="small"
        intent="primary"
        data-testid={`set-level-apply-${of}`}
        onClick={() => void submit(false)}
        text={text('grading.apply')}
      />
      {isSet ? (
        <Button
          size="small"
          data-testid={`set-level-withdraw-${of}`}
          onClick={() => void submit(true)}
          text={text('grading.withdraw')}
        />
      ) : null}
      {isAsked && (reason.trim() === '' || level === '') ? (
        <span className="danger" role="alert">
          {text(reason.trim() === '' ? 'grading.reasonMissing' : 'grading.levelMissing')}
        </span>
      ) : null}
    </div>
  )
}

function optionName(entry: string, of: LevelKind, text: ReturnType<typeof useText>): string {
  const level = LEVELS.find((own) => own === entry)
  if (level === undefined) return text('eventLevel.none')
  return of === 'event' ? text(`eventLevel.${level}`) : text(`level.${level}`)
}
