import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { RosterPerson } from '#shared/contract/roster.contract.ts'
import { formatInstant } from '#shared/kernel/instant.ts'
import { useQuery } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText, type Text } from '../../text/text.ts'
import { CHINA_OFFSET_MIN, clockText } from '../../text/time-text.ts'
import { Panel } from '../../ui/panel.tsx'
import { isInGroup, type PostGroup } from './post-groups.ts'

/** A shift begins at a whole minute of the hour that divides by this; asked for again as often, seconds. */
const LOOK_S = 300

/** Who is on duty now and who comes next, with phones: always on top of the roster. */
export function OnDutyPanel(props: { group: PostGroup }): ReactNode {
  const text = useText()
  const nowS = useNowS()
  const input = { at: formatInstant(Math.floor(nowS / LOOK_S) * LOOK_S, CHINA_OFFSET_MIN) }
  const { value, error } = useQuery(appContract.roster.onDuty, input)
  if (value === null) return <Unloaded of={appContract.roster.onDuty} input={input} error={error} />
  const { now, next } = value
  const posts = value.posts.filter(({ post }) => isInGroup(post, props.group))
  return (
    <Panel
      title={text('roster.now')}
      testId="roster-on-duty"
      side={
        <>
          <span className="strong">
            {text('roster.until', {
              ...{ shift: text(`roster.shift.${now.shift}`), from: clockText(now.startAt, value.at) },
              to: clockText(now.endAt, value.at),
            })}
          </span>
          {'　'}
          {text('roster.next', { shift: text(`roster.shift.${next.shift}`), from: clockText(next.startAt, value.at) })}
        </>
      }
    >
      <ul className="on-duty scroll">
        {posts.map(({ post, title, now: on, next: then }) => (
          <li key={post} data-testid={`on-duty-${post}`}>
            <span className="dim cut" title={title}>
              {title}
            </span>
            <People people={on} text={text} />
            <span className="dim cut">
              {'→ '}
              {then.map(({ name, phone }) => `${name} ${phone}`).join('、') || text('roster.nobody')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function People(props: { people: readonly RosterPerson[]; text: Text }): ReactNode {
  const { people, text } = props
  if (people.length === 0) return <span className="danger strong">{`× ${text('roster.nobody')}`}</span>
  return (
    <span className="cut" title={people.map(({ name, phone }) => `${name} ${phone}`).join('、')}>
      {people.map(({ personId, name, phone }) => (
        <span key={personId}>
          <span className="strong">{name}</span> <span className="phone">{phone}</span>{' '}
        </span>
      ))}
    </span>
  )
}
