import { useEffect, useEffectEvent, useState } from 'react'
import type { Attachment } from '#shared/domain/command/note.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'

/** A picture that was read and looked at, ready to be kept with a note. */
export interface ReadPicture extends Attachment {
  readonly url: string
}

/** Pictures chosen or dropped for the note being written. */
export interface Pictures {
  readonly pictures: readonly ReadPicture[]
  /** Why files were not taken. */
  readonly refused: readonly string[]
  readonly choose: () => void
  readonly remove: (hash: string) => void
  readonly clear: () => void
}

/** Reads pictures through the shell's tickets; one that the screen cannot show is refused. */
export function usePictures(dropped: string | null, onSeen: () => void): Pictures {
  const text = useText()
  const { client, shell } = useConsole()
  const [pictures, setPictures] = useState<readonly ReadPicture[]>([])
  const [refused, setRefused] = useState<readonly string[]>([])
  const read = async (ticket: string): Promise<void> => {
    const answer = await client.notes.readPictures({ ticket })
    if (!answer.ok) {
      setRefused([answer.error.message])
      return
    }
    const shown = await Promise.all(
      answer.value.pictures.map(async ({ base64, ...picture }) => {
        const url = `data:${picture.mime};base64,${base64}`
        const size = await sizeOf(url)
        return size === null ? text('fieldNotes.broken', { name: picture.name }) : { ...picture, ...size, url }
      }),
    )
    const taken = shown.filter((picture) => typeof picture !== 'string')
    setPictures((before) => [...before.filter(({ hash }) => taken.every((one) => one.hash !== hash)), ...taken])
    setRefused([
      ...answer.value.refused.map(({ message }) => message),
      ...shown.filter((picture) => typeof picture === 'string'),
    ])
  }
  const take = useEffectEvent((ticket: string) => {
    onSeen()
    void read(ticket)
  })
  useEffect(() => {
    if (dropped === null) return
    const soon = setTimeout(() => take(dropped), 0)
    return () => clearTimeout(soon)
  }, [dropped])
  return {
    pictures,
    refused,
    choose: () =>
      void shell.file.chooseFiles({ title: text('fieldNotes.choose'), what: 'pictures' }).then((answer) => {
        if (!answer.ok) setRefused([answer.error.message])
        else if (answer.value.outcome === 'done') void read(answer.value.ticket)
      }),
    remove: (hash) => setPictures((before) => before.filter((picture) => picture.hash !== hash)),
    clear: () => {
      setPictures([])
      setRefused([])
    },
  }
}

/** Picture points of an image; null when it cannot be shown. */
async function sizeOf(url: string): Promise<{ width: number; height: number } | null> {
  const image = new Image()
  image.src = url
  try {
    await image.decode()
    return { width: image.naturalWidth, height: image.naturalHeight }
  } catch {
    return null // said to the operator by the caller, with the file's name
  }
}
