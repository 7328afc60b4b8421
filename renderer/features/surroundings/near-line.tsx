import type { ReactNode } from 'react'
import type { SurroundingLine } from '#shared/contract/surroundings.contract.ts'
import { CAPABILITIES } from '#shared/domain/taxonomy.ts'
import { useConsole } from '../../app/console-context.tsx'
import { openRecord } from '../../app/record-desk.ts'
import { compassPoint } from '../../text/compass-point.ts'
import { kindName } from '../../text/kind-name.ts'
import { useText, type Text } from '../../text/text.ts'
import { dateTimeText } from '../../text/time-text.ts'
import { Chip } from '../../ui/marks.tsx'

/** Nearer than this there is no telling in which direction, metres. */
const HERE_M = 10

/** One thing near the place: how far and where, name, phone, what is known of it, and what to be careful about. */
export function NearLine(props: { line: SurroundingLine }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const { kind, key, name, phone, distanceM, bearingDeg, facts, signs, isDemo } = props.line
  return (
    <div className="near-line">
      <span className={distanceM === null ? 'warn' : 'strong'}>
        {distanceM === null || bearingDeg === null
          ? `？ ${text('surroundings.unknown')}`
          : distanceM < HERE_M
            ? distanceText(distanceM)
            : `${distanceText(distanceM)} ${text(`intake.compass.${compassPoint(bearingDeg)}`)}`}
      </span>
      <span>
        <button
          type="button"
          className="near-name"
          title={text('surroundings.open')}
          onClick={() => openRecord(view, kind, key)}
        >
          {name}
        </button>{' '}
        {isDemo ? <span className="dim">{text('library.demo')}</span> : null}
      </span>
      <span className="phone">{phone}</span>
      <span className="near-facts dim">
        {facts.map((fact) => factText(fact, text)).join('　')}{' '}
        {signs
          .filter((sign) => sign !== 'noPosition')
          .map((sign) => (
            <Chip key={sign} tone="warn">
              {`▲ ${text(`surroundings.sign.${sign}`)}`}
            </Chip>
          ))}
      </span>
    </div>
  )
}

function distanceText(metres: number): string {
  return metres < 1000 ? `${metres} m` : `${(metres / 1000).toFixed(1)} km`
}

const TIMES: ReadonlySet<string> = new Set(['countedAt', 'from', 'to', 'startedAt'])

function factText({ fact, value }: SurroundingLine['facts'][number], text: Text): string {
  if (TIMES.has(fact)) return text(`surroundings.fact.${fact}`, { value: dateTimeText(value) })
  if (fact === 'kind') return kindName(value, text)
  if (fact !== 'capabilities') return text(`surroundings.fact.${fact}`, { value })
  return value
    .split(';')
    .map((part) => {
      const [code = '', quantity = ''] = part.split(':')
      const known = CAPABILITIES.find((each) => each === code)
      return known === undefined ? part : `${text(`capability.${known}`)}${quantity}`
    })
    .join('、')
}
