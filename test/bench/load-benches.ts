import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Bench } from './bench-row.ts'

const BenchModule = z.object({
  bench: z.object({
    goals: z.array(z.string()),
    run: z.custom<Bench['run']>((value) => typeof value === 'function'),
  }),
})

/** Every family of comparisons: each `*.bench.ts` of this folder exports exactly one as `bench`. Sorted by file name. */
export async function loadBenches(): Promise<readonly Bench[]> {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.bench.ts'))
  return Promise.all(
    files.sort().map(async (name): Promise<Bench> => {
      return BenchModule.parse(await import(join(import.meta.dirname, name))).bench
    }),
  )
}
