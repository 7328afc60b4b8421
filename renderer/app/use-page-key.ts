import { useEffect, useEffectEvent } from 'react'

/** Acts on keys wherever the cursor stands on this page, but not under an open dialog; `act` answers whether the key was its own. */
export function usePageKey(act: (event: KeyboardEvent) => boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (document.querySelector('.bp6-dialog') === null && act(event)) event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
