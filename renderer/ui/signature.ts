import { useState } from 'react'

/** What goes with every change: who makes it and why, and the id under which it is answered once. */
export interface Signed {
  readonly commandId: string
  readonly who: string
  readonly reason: string
}

/** Who and why as typed so far. */
export interface Signature {
  readonly who: string
  readonly reason: string
  /** It was tried to go on, so what is missing is marked. */
  readonly asked: boolean
  setWho(who: string): void
  setReason(reason: string): void
  /** Goes on: what to send, or null with the empty fields marked. */
  sign(): Signed | null
}

/** Who and why as they are sent, under a new command id; null when one of them is missing. */
export function signedBy(who: string, reason: string): Signed | null {
  const fields = { who: who.trim(), reason: reason.trim() }
  return fields.who === '' || fields.reason === '' ? null : { commandId: crypto.randomUUID(), ...fields }
}

/** Keeps who and why of one form. */
export function useSignature(firstWho = ''): Signature {
  const [who, setWho] = useState(firstWho)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  return {
    ...{ who, reason, asked, setWho, setReason },
    sign: () => {
      setAsked(true)
      return signedBy(who, reason)
    },
  }
}
