import { useState, type ReactNode } from 'react'
import type { HandbookCard } from '#shared/contract/hazmat.contract.ts'
import { ChineseOnly } from '../../text/chinese-only.tsx'
import { useText } from '../../text/text.ts'
import { Chip } from '../../ui/marks.tsx'
import { CardDistances } from './card-distances.tsx'

/** One card of the handbook: who it is, how far now, what to do and not to do; or its full text to copy. */
export function CardView(props: { card: HandbookCard; conditionFields: ReactNode }): ReactNode {
  const text = useText()
  const [asDocument, setAsDocument] = useState(false)
  const { card } = props
  return (
    <article className="handbook-card" data-testid="handbook-card">
      <CardHead card={card} />
      <div className="handbook-bar">
        <button type="button" className="plain-button" onClick={() => setAsDocument(!asDocument)}>
          {text(asDocument ? 'handbook.back' : 'handbook.document')}
        </button>
        {asDocument ? <span className="dim">{text('handbook.documentHint')}</span> : null}
      </div>
      {asDocument ? (
        <textarea
          className="field-input handbook-document"
          data-testid="handbook-document"
          aria-label={text('handbook.document')}
          readOnly
          autoFocus
          value={card.document}
          onFocus={(event) => event.target.select()}
        />
      ) : (
        <>
          {props.conditionFields}
          <CardDistances card={card} />
          <ChineseOnly />
          <div className="handbook-sections">
            {card.sections.map(({ key, lines }) =>
              lines.length === 0 ? null : (
                <section key={key} className={key === 'doNot' ? 'handbook-ban' : ''} data-testid={`handbook-${key}`}>
                  <h3>{text(`handbook.section.${key}`)}</h3>
                  <ul className="handbook-lines">
                    {lines.map((line) => (
                      <li key={line.id} title={line.source}>
                        {line.text}
                        <span className={line.evidence === 'unverified' ? 'handbook-mark warn' : 'handbook-mark dim'}>
                          {text(`handbook.mark.${line.evidence}`)}
                        </span>
                      </li>
                    ))}
                  </ul>
                </section>
              ),
            )}
          </div>
          <p className="dim">{text('handbook.credit')}</p>
        </>
      )}
    </article>
  )
}

function CardHead(props: { card: HandbookCard }): ReactNode {
  const text = useText()
  const { card } = props
  const { entry } = card
  const facts: readonly (readonly [string, string])[] = [
    [text('handbook.class'), entry.classDivision],
    ['CAS', entry.cas],
    [text('handbook.guide'), `${entry.guide === '' ? text('handbook.guideNone') : entry.guide} ${card.guideName}`],
    [text('handbook.packing'), card.packingGroups.join(' / ')],
    [text('handbook.labels'), card.labels.join(' / ')],
    [text('handbook.otherNames'), entry.otherNamesZh.join('、')],
    [text('handbook.english'), card.namesEn.slice(0, 4).join(' / ')],
    [text('handbook.listedIn'), entry.listedIn.map((source) => text(`handbook.source.${source}`)).join('、')],
  ]
  return (
    <header>
      <h2 className="handbook-name">
        {entry.nameZh === '' ? entry.nameEn : entry.nameZh}
        <span className="dim">{entry.un === '' ? ` ${text('handbook.noUn')}` : ` UN${entry.un}`}</span>
        {entry.toxicByInhalation ? <Chip tone="danger">{text('handbook.toxic')}</Chip> : null}
        {entry.waterReactive ? <Chip tone="danger">{text('handbook.water')}</Chip> : null}
        {card.polymerises ? <Chip tone="warn">{text('handbook.polymerises')}</Chip> : null}
        {card.general ? (
          <Chip tone="warn" title={text('handbook.generalTitle')} testId="handbook-general">
            {text('handbook.general')}
          </Chip>
        ) : null}
      </h2>
      {card.waterGases.length === 0 ? null : (
        <p className="danger strong" data-testid="handbook-gases">
          {`${text('handbook.gases')} ${card.waterGases.map((gas) => `${gas.name} ${gas.formula}`).join('、')}（ERG2024 Table 2）`}
        </p>
      )}
      <dl className="handbook-facts">
        {facts.map(([name, value]) =>
          value.trim() === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </header>
  )
}
