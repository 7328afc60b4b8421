import { useState } from 'react'
import type { Answer } from '#shared/contract/define.ts'
import { useConsole } from '../../app/console-context.tsx'
import { setRecordDesk } from '../../app/record-desk.ts'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { signedBy, type Signed as SignedChange } from '../../ui/signature.ts'

/** Who does something and why, and what became of it. A warning may be acknowledged and the same sent again. */
export interface Signed {
  readonly who: string
  readonly reason: string
  readonly busy: boolean
  readonly error: string | null
  /** The warning that was given; null when there is none. */
  readonly warning: string | null
  setWho(who: string): void
  setReason(reason: string): void
  /** Sends with who and why; nothing when one is missing. */
  send(ask: (signed: SignedFields) => Promise<Answer<unknown>>, done?: () => void): void
  /** Sends the refused one again as acknowledged. */
  acknowledge(): void
}

/** What goes with every change. */
export interface SignedFields extends SignedChange {
  readonly acknowledged: boolean
}

/** Keeps who and why of changes to one shelter. */
export function useSigned(): Signed {
  const text = useText()
  const { view } = useConsole()
  const who = useView(view, (state) => state.recordDesk.who)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [refused, setRefused] = useState<{ readonly words: string; readonly again: () => void } | null>(null)
  const run = async (
    ask: (signed: SignedFields) => Promise<Answer<unknown>>,
    done: () => void,
    signed: SignedFields,
  ): Promise<void> => {
    setBusy(true)
    setError(null)
    setRefused(null)
    const answer = await ask(signed)
    setBusy(false)
    if (answer.ok) {
      setReason('')
      done()
    } else if (answer.error.code === 'needs-acknowledgement') {
      const again = { ...signed, commandId: crypto.randomUUID(), acknowledged: true }
      setRefused({ words: answer.error.message, again: () => void run(ask, done, again) })
    } else setError(answer.error.message)
  }
  return {
    ...{ who, reason, busy, error, setReason, warning: refused?.words ?? null },
    setWho: (next) => setRecordDesk(view, { who: next }),
    send: (ask, done = () => undefined) => {
      if (busy) return
      const signed = signedBy(who, reason)
      if (signed === null) setError(text('shelters.missing'))
      else void run(ask, done, { ...signed, acknowledged: false })
    },
    acknowledge: () => refused?.again(),
  }
}
