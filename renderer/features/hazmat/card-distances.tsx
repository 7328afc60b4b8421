import type { ReactNode } from 'react'
import type { CardDistances as Distances, HandbookCard } from '#shared/contract/hazmat.contract.ts'
import { compassPoint } from '../../text/compass-point.ts'
import { useText } from '../../text/text.ts'
import { lengthText, protectiveText } from './distance-words.ts'

const BANDS = ['low', 'moderate', 'high'] as const

/** How far now, in large figures, with the table row; then every other case of the tables. */
export function CardDistances(props: { card: HandbookCard }): ReactNode {
  const text = useText()
  const { distances, conditions } = props.card
  const { present } = distances
  return (
    <>
      <div className="handbook-now" data-testid="handbook-now">
        <Figure
          label={text('handbook.isolation')}
          value={text('handbook.metres', { m: present.isolationM })}
          note={present.isolationLost ? text('handbook.lost') : ''}
        />
        <Figure
          label={conditions.downwindDeg === null ? text('handbook.allRound') : text('handbook.protective')}
          value={protectiveText(present, text)}
          note={
            conditions.downwindDeg === null || present.protectiveM === null
              ? ''
              : text('handbook.towards', {
                  point: text(`intake.compass.${compassPoint(conditions.downwindDeg)}`),
                  deg: Math.round(conditions.downwindDeg),
                })
          }
        />
        <Figure
          label={text('handbook.fire')}
          value={distances.fireM === null ? text('handbook.fireNone') : lengthText(distances.fireM, text)}
          note=""
        />
      </div>
      <p className="dim" title={distances.reasons.map((reason) => reason.text).join('\n')}>
        {`${text('handbook.basis')} ${present.source} · ${present.row}`}
      </p>
      <ul className="reasons handbook-reasons">
        {distances.reasons.slice(1).map((reason) => (
          <li key={reason.code}>{reason.text}</li>
        ))}
      </ul>
      <div className="handbook-tables">
        <SizeTable card={props.card} />
        {distances.containers.length === 0 ? null : <ContainerTable card={props.card} />}
      </div>
    </>
  )
}

function Figure(props: { label: string; value: string; note: string }): ReactNode {
  return (
    <div className="handbook-figure">
      <span className="dim">{props.label}</span>
      <span className="handbook-value">{props.value}</span>
      <span className="dim">{props.note}</span>
    </div>
  )
}

function SizeTable(props: { card: HandbookCard }): ReactNode {
  const text = useText()
  const { distances, conditions } = props.card
  const cellOf = (large: boolean, night: boolean): Distances | undefined =>
    distances.sizes.find((cell) => cell.largeSpill === large && cell.night === night)?.distances
  return (
    <table className="table handbook-table" aria-label={text('handbook.sizes')} data-testid="handbook-sizes">
      <thead>
        <tr>
          <th scope="col">{text('handbook.size')}</th>
          <th scope="col">{text('handbook.isolation')}</th>
          <th scope="col">{text('handbook.day')}</th>
          <th scope="col">{text('handbook.night')}</th>
        </tr>
      </thead>
      <tbody>
        {[false, true].map((large) => (
          <tr key={String(large)}>
            <td>{large ? text('handbook.large') : text('handbook.small')}</td>
            <td>{text('handbook.metres', { m: cellOf(large, false)?.isolationM ?? 0 })}</td>
            {[false, true].map((night) => {
              const cell = cellOf(large, night)
              const used = conditions.largeSpill === large && conditions.night === night
              return (
                <td key={String(night)} className={used ? 'handbook-used' : ''}>
                  {cell === undefined ? '—' : protectiveText(cell, text)}
                  {used ? <span className="dim">{` ◀ ${text('handbook.present')}`}</span> : null}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ContainerTable(props: { card: HandbookCard }): ReactNode {
  const text = useText()
  const { distances, conditions } = props.card
  return (
    <table className="table handbook-table" aria-label={text('handbook.containers')} data-testid="handbook-containers">
      <thead>
        <tr>
          <th scope="col" style={{ width: '30%' }}>
            {text('handbook.containers')}
          </th>
          <th scope="col">{text('handbook.isolation')}</th>
          {[false, true].map((night) =>
            BANDS.map((band) => (
              <th key={`${String(night)} ${band}`} scope="col">
                {`${night ? text('handbook.night') : text('handbook.day')} ${text(`handbook.band.${band}`)}`}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {distances.containers.map((row) => (
          <tr key={row.name}>
            <td
              className={row.present ? 'strong' : ''}
            >{`${row.present ? '▶ ' : ''}${text(`handbook.container.${row.key}`)}`}</td>
            <td>{text('handbook.metres', { m: row.isolationM })}</td>
            {row.cells.map((cell) => {
              const used = row.present && cell.night === conditions.night && cell.band === conditions.band
              return (
                <td key={`${String(cell.night)} ${cell.band}`} className={used ? 'handbook-used' : ''}>
                  {`${protectiveText(cell.distances, text)}${used ? ' ◀' : ''}`}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
