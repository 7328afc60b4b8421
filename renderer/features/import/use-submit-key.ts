import { useEffect, useEffectEvent } from 'react'

/** Ctrl+Enter takes the step on the screen. */
export function useSubmitKey(submit: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return
    if (document.querySelector('.bp6-dialog') !== null) return
    event.preventDefault()
    submit()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
