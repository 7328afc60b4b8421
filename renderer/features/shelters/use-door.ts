import { useState } from 'react'
import type { appContract } from '#shared/contract/app-contract.ts'
import type { Answer, OutputOf } from '#shared/contract/define.ts'
import type { EvacueeLine } from '#shared/contract/shelters.contract.ts'
import type { ErrorReport } from '#shared/kernel/app-error.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { clockText } from '../../text/time-text.ts'

type Ticked = OutputOf<typeof appContract.arrivals.tick>

/** Where people are ticked off and by whom. */
export interface DoorPlace {
  readonly shelterId: string
  readonly zoneId: string | null
  readonly who: string
}

/** Somebody on no list, as typed at the door. */
export interface NewArrival {
  readonly code: string
  readonly name: string
  readonly fromWhere: string
  readonly specialNeeds: string
}

/** What stands in the way of a tick: a reason is wanted, or a warning must be seen. */
export interface Held {
  readonly error: ErrorReport
  /** Sends it again, with the reason of a move and as acknowledged when that is what was missing. */
  readonly again: (moveReason: string) => void
}

/** One door: ticking, moving, adding, leaving and taking the last one back. */
export interface Door {
  readonly said: { readonly words: string; readonly failed: boolean } | null
  readonly held: Held | null
  /** Batch of the last tick that can be taken back. */
  readonly last: number | null
  tick(person: EvacueeLine): void
  add(person: NewArrival): void
  leave(person: EvacueeLine, leftTo: string): void
  takeBack(): void
  drop(): void
}

/** `onDone` is called after every tick: the box is empty and ready for the next. */
export function useDoor(place: DoorPlace, onDone: () => void): Door {
  const text = useText()
  const { client } = useConsole()
  const [said, setSaid] = useState<Door['said']>(null)
  const [held, setHeld] = useState<Held | null>(null)
  const [last, setLast] = useState<number | null>(null)
  const fail = (words: string): void => setSaid({ words, failed: true })
  const run = async (
    ask: (more: { moveReason: string; acknowledged: boolean }) => Promise<Answer<Ticked>>,
    words: (ticked: Ticked) => string,
    more = { moveReason: '', acknowledged: false },
  ): Promise<void> => {
    if (place.who.trim() === '') {
      fail(text('arrivals.whoMissing'))
      return
    }
    setHeld(null)
    const answer = await ask(more)
    if (answer.ok) {
      setSaid({ words: words(answer.value), failed: false })
      setLast(answer.value.batchId)
      onDone()
      return
    }
    const { error } = answer
    fail(error.message)
    const needsReason = error.code === 'already-arrived' && error.path === 'moveReason'
    if (!needsReason && error.code !== 'needs-acknowledgement') return
    setHeld({
      error,
      again: (moveReason) =>
        void run(ask, words, {
          moveReason: needsReason ? moveReason : more.moveReason,
          acknowledged: more.acknowledged || !needsReason,
        }),
    })
  }
  const ticked = ({ person, shelter }: Ticked): string =>
    text('arrivals.ticked', {
      ...{ name: person.name, time: clockText(person.arrivedAt) },
      ...{ present: shelter.present, capacity: shelter.capacity },
    })
  const base = (): DoorPlace & { commandId: string } => ({
    ...{ commandId: crypto.randomUUID(), shelterId: place.shelterId, zoneId: place.zoneId, who: place.who.trim() },
  })
  return {
    ...{ said, held, last },
    tick: ({ evacueeId }) => void run((more) => client.arrivals.tick({ ...base(), ...more, evacueeId }), ticked),
    add: (person) =>
      void run(({ acknowledged }) => client.arrivals.add({ ...base(), ...person, acknowledged }), ticked),
    leave: ({ evacueeId }, leftTo) =>
      void run(
        () => client.arrivals.leave({ commandId: crypto.randomUUID(), who: place.who.trim(), evacueeId, leftTo }),
        ({ person }) => text('arrivals.gone', { name: person.name }),
      ),
    takeBack: () => {
      if (last === null) return
      const undo = async (): Promise<void> => {
        const command = { commandId: crypto.randomUUID(), batchId: last, who: place.who.trim() }
        const answer = await client.arrivals.takeBack(command)
        if (!answer.ok) fail(answer.error.message)
        else {
          setSaid({ words: text('arrivals.takenBack', { name: answer.value.name }), failed: false })
          setLast(null)
          onDone()
        }
      }
      if (place.who.trim() === '') fail(text('arrivals.whoMissing'))
      else void undo()
    },
    drop: () => {
      setHeld(null)
      setSaid(null)
    },
  }
}
