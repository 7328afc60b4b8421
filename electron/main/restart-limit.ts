/** Says whether a part that has just failed may be started again. */
export type RestartLimit = (nowMs: number) => boolean

/** Times a failed part is started again before the console gives up, and the span they are counted in. */
const MOST_RESTARTS = 3
const SPAN_MS = 10 * 60_000

/** Allows three restarts in any ten minutes: a single fault heals itself, a lasting one is said instead of repeated. */
export function createRestartLimit(): RestartLimit {
  let restartsAtMs: readonly number[] = []
  return (nowMs) => {
    restartsAtMs = restartsAtMs.filter((atMs) => nowMs - atMs < SPAN_MS)
    if (restartsAtMs.length >= MOST_RESTARTS) return false
    restartsAtMs = [...restartsAtMs, nowMs]
    return true
  }
}
