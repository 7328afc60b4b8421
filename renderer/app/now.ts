import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let nowS = Math.floor(Date.now() / 1000)
let timer: ReturnType<typeof setInterval> | null = null

function tick(): void {
  const next = Math.floor(Date.now() / 1000)
  if (next === nowS) return
  nowS = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // Four looks a second: a clock that skips no second even when the window was busy.
  timer ??= setInterval(tick, 250)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer)
      timer = null
    }
  }
}

/** Present time in epoch seconds, renewed each second. */
export function useNowS(): number {
  return useSyncExternalStore(subscribe, () => nowS)
}
