import { useEffect, useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { Attachment } from '#shared/domain/command/note.ts'
import { useQuery } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'

/** Longer side of a picture in a list, points. */
const SMALL = 120

/** A picture of a note, small; the bytes are asked for when it is shown and let go when it is not. */
export function NotePicture(props: { picture: Attachment; onOpen: () => void }): ReactNode {
  const text = useText()
  const { picture, onOpen } = props
  const { value, error } = useQuery(appContract.notes.picture, { hash: picture.hash })
  const [small, setSmall] = useState<string | null>(null)
  useEffect(() => {
    if (value === null) return
    let isShown = true
    void shrunk(`data:${value.mime};base64,${value.base64}`).then((url) => {
      if (isShown) setSmall(url)
    })
    return () => {
      isShown = false
    }
  }, [value])
  if (error !== null) return <span className="danger">{error.message}</span>
  const title = `${picture.name} ${picture.width}×${picture.height} ${picture.hash.slice(0, 12)}`
  return (
    <button
      type="button"
      className="note-picture"
      title={title}
      aria-label={text('fieldNotes.open', { name: picture.name })}
      onClick={onOpen}
    >
      {small === null ? (
        <span className="dim">…</span>
      ) : (
        <img src={small} alt={picture.name} data-testid="note-thumbnail" />
      )}
    </button>
  )
}

/** The same picture not larger than a list needs, so that a long list stays light. */
async function shrunk(url: string): Promise<string> {
  const image = new Image()
  image.src = url
  await image.decode()
  const scale = Math.min(1, SMALL / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', 0.8)
}
