import { useEffect } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import { useView } from '../../app/view-store.ts'

/** Brings the part of the screen that was asked for into sight and gives it the focus. */
export function useGoTo(): void {
  const { view } = useConsole()
  const goTo = useView(view, (state) => state.goTo)
  useEffect(() => {
    if (goTo === null) return
    const part = document.querySelector(`[data-testid="${goTo}"]`)
    if (part instanceof HTMLElement) {
      part.scrollIntoView({ block: 'start' })
      part.focus({ preventScroll: true })
    }
    view.setState({ goTo: null })
  }, [goTo, view])
}
