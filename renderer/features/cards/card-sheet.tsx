import type { ReactNode } from 'react'
import type { CardContact, FilledCard } from '#shared/contract/cards.contract.ts'
import { useText, type Text } from '../../text/text.ts'
import { Chip } from '../../ui/marks.tsx'

/** One card, large enough to be read from a metre away: steps first, what it rests on last. */
export function CardSheet(props: { card: FilledCard }): ReactNode {
  const text = useText()
  const { card } = props
  return (
    <article className="card-sheet" data-testid="card-sheet" data-card={card.id}>
      <header>
        <p className="card-above">
          {text(`cards.kind.${card.kind}`)}
          {card.trade === null ? '' : ` · ${text(`cards.trade.${card.trade}`)}`}
          {card.responseLevel === null ? '' : ` · ${text(`level.${card.responseLevel}`)}`}
          {card.incident === null || card.incident.mode === 'real' ? null : (
            <Chip tone="warn" testId="card-mode">
              {text(`mode.${card.incident.mode}`)}
            </Chip>
          )}
        </p>
        <h2>{card.title}</h2>
        {card.holder === null || card.incident === null ? null : (
          <p className="card-holder" data-testid="card-holder">
            <span className="dim">{text('cards.holder')}</span> <Contact contact={card.holder} text={text} />
          </p>
        )}
      </header>
      <ol className="card-steps" aria-label={text('cards.steps')}>
        {card.steps.map(({ text: words, radio, withinS }, index) => (
          <li key={index} data-testid={`card-step-${index + 1}`}>
            <span className="card-do">{words}</span>
            {withinS === null ? null : <span className="card-within">{withinText(withinS, text)}</span>}
            {radio === null ? null : (
              <span className="card-radio">
                <span className="card-say">{text('cards.say')}</span>
                {radio}
              </span>
            )}
          </li>
        ))}
      </ol>
      {card.mustNots.length === 0 ? null : (
        <ul className="card-bans" aria-label={text('cards.mustNots')}>
          {card.mustNots.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {card.contacts.length === 0 ? null : (
        <section>
          <h3>{text('cards.contacts')}</h3>
          <ul className="card-contacts" data-testid="card-contacts">
            {card.contacts.map((contact) => (
              <li key={contact.post}>
                <Contact contact={contact} text={text} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Circumstances card={card} />
      <footer className="dim">
        {`${text('cards.number')} ${card.id} · ${text('cards.version', { version: card.version })} · ${text('cards.reviewBy', { date: card.reviewBy })}`}
        <br />
        {`${text('cards.basis')} ${card.basis.map(({ source, evidence }) => `${source}〔${text(`handbook.mark.${evidence}`)}〕`).join(' ')} · ${text('cards.own')}`}
      </footer>
    </article>
  )
}

/** What the plan in force says, and what it was read from. */
function Circumstances(props: { card: FilledCard }): ReactNode {
  const text = useText()
  const { incident, facts } = props.card
  if (incident === null) return <p className="warn">{text('cards.noIncident')}</p>
  if (incident.planVersion === null) return <p className="warn">{text('cards.noPlan')}</p>
  return (
    <section>
      <h3>{text('cards.filled', { number: incident.number, version: incident.planVersion })}</h3>
      <dl className="card-facts" data-testid="card-facts">
        {facts.map(({ key, value }) => (
          <div key={key}>
            <dt>{text(`cards.fact.${key}`)}</dt>
            <dd>{value ?? <span className="warn">{text('cards.unsaid')}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Contact(props: { contact: CardContact; text: Text }): ReactNode {
  const { title, name, phone } = props.contact
  return (
    <>
      <span>{title}</span>{' '}
      {name === null ? (
        <span className="warn">{props.text('cards.nobody')}</span>
      ) : (
        <>
          <span className="strong">{name}</span> <span className="phone card-phone">{phone ?? '—'}</span>
        </>
      )}
    </>
  )
}

/** A time limit in words, as on paper. */
function withinText(withinS: number, text: Text): string {
  if (withinS < 60) return text('cards.seconds', { count: withinS })
  if (withinS < 7200 || withinS % 3600 !== 0) return text('cards.minutes', { count: Math.ceil(withinS / 60) })
  return text('cards.hours', { count: withinS / 3600 })
}
