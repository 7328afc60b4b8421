import { useState } from 'react'
import type { Answer } from '#shared/contract/define.ts'
import { isStatusOf, TRAPPED_STATES, type Status, type TrappedState } from '#shared/domain/command/status.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import type { AnyRow, ChosenRow } from './chosen-row.ts'
import {
  figuresOf,
  firstDraft,
  goodsOf,
  peopleOf,
  saidOf,
  type EntryDraft,
  type EntryFault,
  type SaidWord,
} from './entry-draft.ts'

/** What is being entered and for which row; `id` null = a new line of the trapped. */
export interface OpenEntry {
  readonly kind: ChosenRow['kind']
  readonly id: string | null
  readonly name: string
  readonly row: AnyRow | null
  readonly draft: EntryDraft
}

/** The entry under way and what became of the last one. */
export interface Entry {
  readonly open: OpenEntry | null
  readonly error: string | null
  /** The confirmation of the last entry, to be read back. */
  readonly said: string
  begin(
    chosen: Pick<ChosenRow, 'kind'> & { readonly id: string | null },
    row: AnyRow | null,
    status: Status | TrappedState,
  ): void
  change(part: Partial<EntryDraft>): void
  cancel(): void
  save(): void
}

/** Keeps one entry of the board and logs it. */
export function useEntry(
  incidentId: string,
  known: { readonly hospitals: ReadonlyMap<string, string>; readonly places: ReadonlyMap<string, string> },
): Entry {
  const text = useText()
  const { client } = useConsole()
  const [open, setOpen] = useState<OpenEntry | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)

  const send = async (entry: OpenEntry, said: SaidWord): Promise<Answer<unknown> | EntryFault> => {
    const { draft, kind, id, name } = entry
    const command = { commandId: crypto.randomUUID(), incidentId }
    if (kind === 'trapped') {
      const people = peopleOf(draft)
      const state = TRAPPED_STATES.find((one) => one === draft.status)
      if (!people.ok || state === undefined) return 'badNumber'
      const { floor, room, condition, doneBy, hospitalId } = draft
      return client.board.sayTrapped({
        ...command,
        line: {
          ...{ trappedId: id ?? `trapped-${command.commandId}`, floor, room, people: people.value, condition, state },
          ...{ by: doneBy, hospitalId: hospitalId === '' ? null : hospitalId },
          hospitalName: known.hospitals.get(hospitalId) ?? '',
          ...said,
        },
      })
    }
    const figures = figuresOf(draft)
    const goods =
      entry.row !== null && 'goods' in entry.row ? goodsOf(draft, entry.row) : { ok: true as const, value: [] }
    if (!figures.ok || !goods.ok) return 'badNumber'
    const { status } = draft
    if (!isStatusOf(kind, status)) return 'badNumber'
    const place = draft.place.trim()
    return client.board.say({
      ...command,
      word: {
        subject: { kind, id: id ?? '', name },
        status,
        place: place === '' ? null : { text: place, placeId: known.places.get(place) ?? null, position: null },
        figures: figures.value,
        goods: goods.value,
        ...said,
      },
    })
  }

  return {
    ...{ open, error, said },
    begin: ({ kind, id }, row, status) => {
      setError(null)
      setOpen({ kind, id, name: row?.name ?? '', row, draft: firstDraft(kind, row, status) })
    },
    change: (part) => setOpen((entry) => (entry === null ? null : { ...entry, draft: { ...entry.draft, ...part } })),
    cancel: () => setOpen(null),
    save: () => {
      if (open === null || busy) return
      const word = saidOf(open.draft, Math.floor(Date.now() / 1000))
      if (!word.ok) {
        setError(text(`board.entry.${word.fault}`))
        return
      }
      setBusy(true)
      void send(open, word.value).then((answer) => {
        setBusy(false)
        if (typeof answer === 'string') setError(text(`board.entry.${answer}`))
        else if (!answer.ok) setError(answer.error.message)
        else {
          const state = text(`board.state.${open.draft.status}`)
          setSaid(text('board.entry.said', { name: open.name, at: word.value.at.slice(11, 16), state }))
          setOpen(null)
        }
      })
    },
  }
}
