/** Times of two contenders, milliseconds. */
export interface Timing {
  readonly ours: readonly number[]
  readonly baseline: readonly number[]
}

/** Runs both in turn (A B A B …) so that both meet the same machine; the first round warms up and is dropped. */
export function measureInTurn(rounds: number, ours: () => unknown, baseline: () => unknown): Timing {
  const times = { ours: [] as number[], baseline: [] as number[] }
  for (let round = 0; round <= rounds; round += 1) {
    const [first, second] = [timeOf(ours), timeOf(baseline)]
    if (round === 0) continue
    times.ours.push(first)
    times.baseline.push(second)
  }
  return times
}

/** Milliseconds of one call. */
export function timeOf(work: () => unknown): number {
  const startMs = performance.now()
  work()
  return performance.now() - startMs
}

/** Processor milliseconds of one call: on a busy machine steadier than the clock, on a quiet one the same. */
export function processorTimeOf(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which this share of the values lies (nearest rank, the mean of two in the middle). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return low + (high - low) * (place - Math.floor(place))
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
