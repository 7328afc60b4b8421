import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { CoverWeight } from '#shared/contract/cover-weight.ts'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import { dateTimeText, durationText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { coverEffects } from './cover-effects.ts'

const LEVELS = ['low', 'standard', 'high'] as const

/** 留守覆盖权重: how much the cover at home counts, who chose it, and what it does to the scene and to the streets. */
export function CoverWeightPanel(props: {
  weight: CoverWeight
  version: PlanVersion
  earlier: PlanVersion | null
  busy: boolean
  error: string | null
  /** Null = the shipped weight. */
  onChoose: (valueS: number | null) => void
}): ReactNode {
  const text = useText()
  const { weight, busy } = props
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? String(weight.valueS)
  const number = /^\d{1,6}$/.test(shown.trim()) ? Number(shown) : null
  const isAllowed = number !== null && number <= weight.maxS
  const values = { low: weight.lowS, standard: weight.shippedS, high: weight.highS }
  const choose = (valueS: number): void => {
    setTyped(null)
    props.onChoose(valueS === weight.shippedS ? null : valueS)
  }
  return (
    <Panel title={text('cover.title')} testId="cover-weight">
      <p className="panel-note">{text('cover.meaning', { max: weight.maxS })}</p>
      <div className="panel-note cover-choice" role="group" aria-label={text('cover.title')}>
        {LEVELS.map((level) => (
          <Button
            key={level}
            size="small"
            active={weight.valueS === values[level]}
            aria-pressed={weight.valueS === values[level]}
            disabled={busy}
            data-testid={`cover-${level}`}
            onClick={() => choose(values[level])}
            text={`${weight.valueS === values[level] ? '✓ ' : ''}${text(`cover.level.${level}`)} ${values[level]}`}
          />
        ))}
        <input
          className="field-input cover-value"
          inputMode="numeric"
          aria-label={text('cover.value')}
          aria-invalid={!isAllowed}
          data-testid="cover-value"
          value={shown}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && isAllowed && !busy) choose(number)
          }}
        />
        <span>{text('cover.unit')}</span>
        <Button
          size="small"
          intent="primary"
          disabled={busy || !isAllowed || number === weight.valueS}
          data-testid="cover-apply"
          onClick={() => (number === null ? undefined : choose(number))}
          text={text('cover.apply')}
        />
      </div>
      {isAllowed ? null : (
        <p className="panel-note danger" role="alert">
          {text('cover.refused', { max: weight.maxS })}
        </p>
      )}
      {props.error === null ? null : (
        <p className="panel-note danger" role="alert">
          {props.error}
        </p>
      )}
      <p className="panel-note dim">
        {weight.chosen === null
          ? text('cover.shipped', { source: weight.source })
          : text('cover.chosen', {
              who: text(weight.chosen.role === 'tactical' ? 'headquarters.tactical' : 'headquarters.administrative'),
              at: dateTimeText(weight.chosen.at),
            })}
      </p>
      <Effects version={props.version} earlier={props.earlier} />
    </Panel>
  )
}

/** Both sides of the trade, this version beside the one before. */
function Effects(props: { version: PlanVersion; earlier: PlanVersion | null }): ReactNode {
  const text = useText()
  const rows = [props.version, ...(props.earlier === null ? [] : [props.earlier])].map(({ version, plan }) => ({
    version,
    ...coverEffects(plan),
  }))
  const [now, before] = rows
  const [nowS, beforeS] = [now?.firstS ?? null, before?.firstS ?? null]
  const lateS = nowS === null || beforeS === null ? null : nowS - beforeS
  return (
    <>
      <table className="table" data-testid="cover-effects">
        <thead>
          <tr>
            <th>{text('support.version')}</th>
            <th>{text('cover.weight')}</th>
            <th>{text('cover.first')}</th>
            <th>{text('cover.last')}</th>
            <th>{text('cover.lost')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.version}>
              <td className="strong">{text('incidents.version', { version: row.version })}</td>
              <td>{row.chosenS ?? text('cover.level.standard')}</td>
              <td>{row.firstS === null ? '—' : durationText(row.firstS)}</td>
              <td>{row.lastS === null ? '—' : durationText(row.lastS)}</td>
              <td className={row.lost.length > 0 ? 'warn' : ''}>
                {`${row.lost.length}${row.lost.length === 0 ? '' : ` ${row.lost.join('、')}`}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {before === undefined || now === undefined || lateS === null ? null : (
        <p className="panel-note" data-testid="cover-change">
          {text('cover.change', {
            late: `${lateS > 0 ? '+' : lateS < 0 ? '−' : '±'}${durationText(Math.abs(lateS))}`,
            before: before.lost.length,
            after: now.lost.length,
          })}
        </p>
      )}
    </>
  )
}
