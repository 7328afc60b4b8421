import { useState } from 'react'
import type { Answer } from '#shared/contract/define.ts'
import { useConsole } from '../../app/console-context.tsx'
import { setRecordDesk } from '../../app/record-desk.ts'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { signedBy } from '../../ui/signature.ts'
import type { CopyWish } from './copy-form.tsx'
import { dayAfter } from './month-text.ts'
import type { GridWork } from './use-roster-grid.ts'

/** Saving, copying and taking back, with who and why. */
export interface RosterSaving {
  readonly who: string
  readonly reason: string
  readonly busy: boolean
  readonly said: { readonly words: string; readonly failed: boolean } | null
  /** The batch that was saved last and can be taken back. */
  readonly last: number | null
  setWho(who: string): void
  setReason(reason: string): void
  say(words: string, failed: boolean): void
  save(): void
  /** False when who or why is missing. */
  copy(wish: CopyWish, weeks: number, overwrite: boolean): boolean
  undo(): void
}

/** Sends the unsaved cells of a grid as one batch. */
export function useRosterSave(work: GridWork): RosterSaving {
  const text = useText()
  const { client, view } = useConsole()
  const who = useView(view, (state) => state.recordDesk.who)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<RosterSaving['said']>(null)
  const [last, setLast] = useState<number | null>(null)
  const run = async <T extends { readonly batchId: number | null }>(
    ask: () => Promise<Answer<T>>,
    done: (value: T) => string,
    after: () => void = () => undefined,
  ): Promise<void> => {
    setBusy(true)
    const answer = await ask()
    setBusy(false)
    if (!answer.ok) {
      setSaid({ words: answer.error.message, failed: true })
      return
    }
    setSaid({ words: done(answer.value), failed: false })
    setLast(answer.value.batchId)
    after()
  }
  const refuse = (): boolean => {
    setSaid({ words: text('roster.missing'), failed: true })
    return false
  }
  return {
    ...{ who, reason, busy, said, last, setReason },
    setWho: (next) => setRecordDesk(view, { who: next }),
    say: (words, failed) => setSaid({ words, failed }),
    save: () => {
      if (busy || work.edits.size === 0) return
      const signed = signedBy(who, reason)
      if (signed === null) refuse()
      else {
        const cells = [...work.edits.values()]
        void run(
          () => client.roster.saveCells({ ...signed, cells }),
          (value) => text('roster.saved', { cells: value.cells }),
          work.reset,
        )
      }
    },
    copy: (wish, weeks, overwrite) => {
      const signed = signedBy(who, reason)
      if (signed === null) return refuse()
      const done = ({ cells, kept }: { cells: number; kept: number }): string => text('roster.copied', { cells, kept })
      if (wish.kind === 'month') {
        const { from, to } = wish
        void run(() => client.roster.copyMonth({ ...signed, from, to, overwrite }), done)
      } else {
        const to = Array.from({ length: weeks }, (_, index) => dayAfter(wish.from, 7 * (index + 1)))
        void run(() => client.roster.copyWeek({ ...signed, from: wish.from, to, overwrite }), done)
      }
      return true
    },
    undo: () => {
      if (last === null || busy) return
      const signed = signedBy(who, reason.trim() === '' ? text('roster.undo') : reason)
      if (signed === null) refuse()
      else {
        void run(
          async () => {
            const answer = await client.records.undoBatch({ ...signed, batchId: last })
            return answer.ok ? { ok: true, value: { batchId: null } } : answer
          },
          () => text('roster.undone'),
        )
      }
    },
  }
}
