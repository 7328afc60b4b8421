import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { createChance } from '#shared/kernel/chance.ts'

/** The same data set with the rows of every table in another order; the same order for the same seed. */
export function shuffleDataset(dataset: Dataset, seed: number): Dataset {
  const chance = createChance(seed)
  const tables = Object.entries(dataset).flatMap(([name, rows]): [string, unknown][] =>
    Array.isArray(rows) ? [[name, shuffle(rows, chance)]] : [],
  )
  return { ...dataset, ...Object.fromEntries(tables) }
}

/** Every order is equally likely (Fisher and Yates). */
function shuffle(rows: readonly unknown[], chance: () => number): unknown[] {
  const mixed = [...rows]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1))
    const kept = mixed[last]
    mixed[last] = mixed[other]
    mixed[other] = kept
  }
  return mixed
}
