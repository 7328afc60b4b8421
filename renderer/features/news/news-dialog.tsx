import { useState, type ReactNode } from 'react'
import type { NewsRow } from '#shared/contract/news.contract.ts'
import { formatInstant } from '#shared/kernel/instant.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useAttempt } from '../../app/use-attempt.ts'
import { parseFormTime } from '../../text/parse-entry.ts'
import { CHINA_OFFSET_MIN } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

/** What the administrative headquarters does with a release. */
export type NewsStep = 'approved' | 'rejected' | 'release'

/** Approves or sends back a release, or records that it went out. */
export function NewsDialog(props: {
  incidentId: string
  step: NewsStep
  news: NewsRow
  onClose: () => void
}): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const attempt = useAttempt()
  const { incidentId, step, news, onClose } = props
  const { newsId } = news
  const [nowS] = useState(() => Math.floor(Date.now() / 1000))
  const [commandId] = useState(() => crypto.randomUUID())
  const [reason, setReason] = useState('')
  const [channels, setChannels] = useState('')
  const [at, setAt] = useState(formatInstant(nowS, CHINA_OFFSET_MIN).slice(11, 16))
  const [asked, setAsked] = useState(false)
  const moment = parseFormTime(at, nowS)
  const names = channels.split(/[、,，;；\s]+/).filter((name) => name !== '')
  const take = async (): Promise<void> => {
    setAsked(true)
    const base = { commandId, incidentId, newsId }
    if (step !== 'release') {
      const settles = news.verdicts.map(({ opId }) => opId)
      if (await attempt.run(() => client.news.decide({ ...base, decision: step, reason, settles }))) onClose()
      return
    }
    if (!moment.ok || moment.value === null || names.length === 0) return
    const out = { ...base, channels: names, at: moment.value }
    if (await attempt.run(() => client.news.release(out))) onClose()
  }
  return (
    <FormDialog
      title={text(`news.step.${step}`)}
      heading={`${text(`news.step.${step}`)}：${news.title}`}
      testId="news-dialog"
      error={attempt.error}
      submit={{ words: text(`news.step.${step}`), testId: 'news-dialog-do', isBusy: attempt.busy }}
      cancel={{ words: text('reporting.back') }}
      onSubmit={() => void take()}
      onClose={onClose}
    >
      <p className="news-words">{news.text}</p>
      <ul className="panel-note">
        {news.facts.map((fact) => (
          <li key={fact.key}>{`${fact.text}（${fact.source}）`}</li>
        ))}
      </ul>
      <div className="form-grid">
        {step === 'release' ? (
          <>
            <TextField
              id="news-channels"
              label={text('news.channels')}
              span={8}
              value={channels}
              error={asked && names.length === 0 ? text('news.channelsMissing') : null}
              testId="news-channels"
              onChange={setChannels}
            />
            <TextField
              id="news-at"
              label={text('reporting.at')}
              span={4}
              value={at}
              error={asked && (!moment.ok || moment.value === null) ? text('reporting.atWrong') : null}
              onChange={setAt}
            />
          </>
        ) : (
          <TextField
            id="news-reason"
            label={text('news.reason')}
            span={12}
            value={reason}
            error={null}
            onChange={setReason}
          />
        )}
      </div>
    </FormDialog>
  )
}
