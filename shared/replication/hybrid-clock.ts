const PATTERN = /^(\d{15})\.(\d{5})$/

/**
 * The next value of a hybrid logical clock: never behind the wall clock of this seat nor behind anything seen, so that
 * an entry sorts after its causes even when a clock jumps back. Text order is time order.
 */
export function nextHybridTime(last: string, wallMs: number): string {
  const match = PATTERN.exec(last)
  const lastMs = Number(match?.[1] ?? 0)
  const counter = Number(match?.[2] ?? 0)
  if (wallMs > lastMs) return write(wallMs, 0)
  return counter < 99_999 ? write(lastMs, counter + 1) : write(lastMs + 1, 0)
}

function write(ms: number, counter: number): string {
  return `${String(ms).padStart(15, '0')}.${String(counter).padStart(5, '0')}`
}
