import type { ReactNode } from 'react'
import type { HandlingChapter } from '#shared/domain/handling-chapter.ts'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { BasisWords, ConditionWords } from './plan-marks.tsx'

/** The rest of a chapter as short lines: decisions, withdrawal, monitoring, channels, public notice, secondaries, experts. */
export function ChapterSides(props: { chapter: HandlingChapter; path: string }): ReactNode {
  const text = useText()
  const { chapter, path } = props
  const { withdrawal, publicMessage } = chapter
  const mark = text('formulaWords.listMark')
  return (
    <>
      <Panel title={text('contingencyPart.decisionPoints')} count={chapter.decisionPoints.length}>
        {chapter.decisionPoints.map((one, index) => (
          <Line key={one.id} path={`${path}.decisionPoints.${index}`}>
            <span className="strong">{one.question}</span>
            <span>{` ${text(`headquarters.${one.hq}`)} · ${one.trigger} `}</span>
            <ConditionWords led formula={one.when} />
            <BasisWords {...one.basis} />
          </Line>
        ))}
      </Panel>
      <Panel title={text('contingencyPart.withdrawal')} count={withdrawal.triggers.length}>
        <Line path={`${path}.withdrawal`}>
          <span className="strong">{withdrawal.signal}</span>
          <span>{` · ${withdrawal.muster}`}</span>
        </Line>
        {withdrawal.triggers.map((one, index) => (
          <Line key={one.code} path={`${path}.withdrawal.triggers.${index}`}>
            <span>{`${one.text} `}</span>
            <ConditionWords led formula={one.when} />
            <BasisWords {...one.basis} />
          </Line>
        ))}
      </Panel>
      <Panel title={text('contingencyPart.monitoring')} count={chapter.monitoring.length}>
        {chapter.monitoring.map((one, index) => (
          <Line key={`${one.what} ${one.where}`} path={`${path}.monitoring.${index}`}>
            <span className="strong">{one.what}</span>
            <span>{` ${one.where} · ${text('contingency.view.everyMinutes', { minutes: one.everyMin })} · ${one.by} `}</span>
            <ConditionWords led formula={one.when} />
            <BasisWords {...one.basis} />
          </Line>
        ))}
      </Panel>
      <Panel title={text('contingencyPart.communications')} count={chapter.communications.length}>
        {chapter.communications.map((one, index) => (
          <Line key={`${one.channel} ${one.use}`} path={`${path}.communications.${index}`}>
            <span className="strong">{one.channel}</span>
            <span>{` ${one.use} · ${one.users.join(mark)} `}</span>
            <span className="dim">{`${text('contingencyField.fallback')} ${one.fallback}`}</span>
          </Line>
        ))}
      </Panel>
      <Panel title={text('contingencyPart.publicMessage')} side={publicMessage.channels.join(mark)}>
        <Line path={`${path}.publicMessage`}>
          <span className="pre-line">{publicMessage.text}</span>
        </Line>
        {(publicMessage.variants ?? []).map((one, index) => (
          <Line key={one.when} path={`${path}.publicMessage.variants.${index}`}>
            <ConditionWords led formula={one.when} />
            <span className="pre-line">{one.text}</span>
          </Line>
        ))}
      </Panel>
      <Panel title={text('contingencyPart.secondaries')} count={chapter.secondaries.length}>
        {chapter.secondaries.map((one, index) => (
          <Line key={one.type} path={`${path}.secondaries.${index}`}>
            <span className="strong">{`${text(`incidentType.${one.type}`)} `}</span>
            <ConditionWords led formula={one.when} />
            <span>{[...one.checks, ...one.orders].join(mark)}</span>
          </Line>
        ))}
      </Panel>
      <Panel title={text('contingencyPart.experts')} count={chapter.experts.length}>
        <Line path={path}>{chapter.experts.join(mark)}</Line>
      </Panel>
    </>
  )
}

function Line(props: { path: string; children: ReactNode }): ReactNode {
  return (
    <div className="plan-line" data-path={props.path} tabIndex={-1}>
      {props.children}
    </div>
  )
}
