import { useState, type ReactNode } from 'react'
import { figuresNotIn } from '#shared/command/news/news-desk.ts'
import type { ReportElement } from '#shared/domain/command/report.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useAttempt } from '../../app/use-attempt.ts'
import { useText } from '../../text/text.ts'
import { Field, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'

/** Writes a release from lines of signed reports; figures that none of them has are named while typing. */
export function NewsForm(props: { incidentId: string; facts: readonly ReportElement[] }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const attempt = useAttempt()
  const { incidentId, facts } = props
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [title, setTitle] = useState('')
  const [words, setWords] = useState('')
  const [commandId, setCommandId] = useState(() => crypto.randomUUID())
  const picked = facts.filter(({ key }) => chosen.has(key))
  const unfounded = figuresNotIn(`${title} ${words}`, picked)
  const toggle = (fact: ReportElement): void => {
    const next = new Set(chosen)
    if (!next.delete(fact.key)) {
      next.add(fact.key)
      setWords((before) => `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${fact.text}`)
    }
    setChosen(next)
  }
  const propose = async (): Promise<void> => {
    const proposal = { commandId, incidentId, title, text: words, factKeys: picked.map(({ key }) => key) }
    if (!(await attempt.run(() => client.news.propose(proposal)))) return
    setCommandId(crypto.randomUUID())
    setChosen(new Set())
    setTitle('')
    setWords('')
  }
  return (
    <Panel title={text('news.new')} side={text('news.rule')} testId="news-form">
      {facts.length === 0 ? <p className="panel-note">{text('news.noFacts')}</p> : null}
      <div className="news-facts scroll">
        {facts.map((fact) => (
          <label key={fact.key} className="news-fact">
            <input
              type="checkbox"
              checked={chosen.has(fact.key)}
              data-testid={`news-fact-${fact.key}`}
              onChange={() => toggle(fact)}
            />
            <span>
              <span className="dim">{`${text(`reporting.field.${fact.field}`)} `}</span>
              {fact.text} <span className="dim">{fact.source}</span>
            </span>
          </label>
        ))}
      </div>
      <div className="report-form">
        <div className="form-grid">
          <TextField
            id="news-title"
            label={text('news.title')}
            span={12}
            value={title}
            error={null}
            testId="news-title"
            onChange={setTitle}
          />
          <Field
            id="news-text"
            label={text('news.text')}
            span={12}
            error={unfounded.length === 0 ? null : text('news.unfounded', { figures: unfounded.join('、') })}
          >
            <textarea
              id="news-text"
              className="field-input"
              rows={4}
              value={words}
              data-testid="news-text"
              onChange={(event) => setWords(event.target.value)}
            />
          </Field>
        </div>
        <div className="report-tools">
          <button
            type="button"
            className="plain-button plain-primary"
            disabled={attempt.busy || picked.length === 0 || unfounded.length > 0}
            data-testid="news-propose"
            onClick={() => void propose()}
          >
            {text('news.propose')}
          </button>
          {attempt.error === null ? null : (
            <span className="danger" role="alert">
              {attempt.error}
            </span>
          )}
        </div>
      </div>
    </Panel>
  )
}
