/** Brings the row of a dotted path into sight, or the nearest part around it; the start for an empty path. */
export function goToPath(body: HTMLElement, path: string): void {
  if (path === '') {
    body.scrollTop = 0
    focusWhenFree(body)
    return
  }
  const keys = path.split('.')
  for (let length = keys.length; length > 0; length -= 1) {
    const at = CSS.escape(keys.slice(0, length).join('.'))
    const place = body.querySelector(`[data-row="${at}"], [data-path="${at}"]`)
    if (!(place instanceof HTMLElement)) continue
    for (const other of body.querySelectorAll('.plan-found')) other.classList.remove('plan-found')
    place.classList.add('plan-found')
    place.tabIndex = -1
    place.scrollIntoView({ block: 'center' })
    place.focus({ preventScroll: true })
    return
  }
}

/** Gives a part the keyboard when nothing else has it: the page before it is gone, and Tab should go on from here. */
export function focusWhenFree(place: HTMLElement | null): void {
  if (document.activeElement === null || document.activeElement === document.body) place?.focus({ preventScroll: true })
}
