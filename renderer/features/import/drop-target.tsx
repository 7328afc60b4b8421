import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'

/** Takes files that are dropped anywhere on the window. */
export function DropTarget(props: { onTicket: (ticket: string) => void }): ReactNode {
  const text = useText()
  const { handFiles } = useConsole()
  const [isOver, setOver] = useState(false)
  const [isFailed, setFailed] = useState(false)
  const onOver = useEffectEvent((event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    setOver(true)
    setFailed(false)
  })
  const onLeave = useEffectEvent((event: DragEvent) => {
    // Only leaving the window has nothing to go to.
    if (event.relatedTarget === null) setOver(false)
  })
  const onDrop = useEffectEvent((event: DragEvent) => {
    setOver(false)
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    void handFiles(files).then(
      ({ ticket }) => props.onTicket(ticket),
      () => setFailed(true),
    )
  })
  useEffect(() => {
    const over = (event: DragEvent): void => onOver(event)
    const leave = (event: DragEvent): void => onLeave(event)
    const drop = (event: DragEvent): void => onDrop(event)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  if (isFailed) {
    return (
      <button type="button" className="drop-failed" role="alert" onClick={() => setFailed(false)}>
        {text('imports.dropFailed')}
      </button>
    )
  }
  if (!isOver) return null
  return (
    <div className="drop-target" role="status" data-testid="drop-target">
      {text('imports.dropHere')}
    </div>
  )
}
