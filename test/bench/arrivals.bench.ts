import { join } from 'node:path'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole } from '#test/harness/two-windows.ts'
import { ratioOf, round, type Bench } from './bench-row.ts'

const PEOPLE = 500
/** What an operator takes for at once. */
const LIMIT_MS = 100

/**
 * S60: ticking 500 people off at the door, each found by code first, over a real message port: time from the last
 * key to the answer, 95th percentile. The whole history, digests and the shelter's number are written each time.
 */
export const bench: Bench = {
  goals: ['S60'],
  run: async ({ quick, say }) => {
    const folder = temporaryFolder()
    const console_ = startConsole(join(folder.path, 'console.db'))
    const { arrivals } = console_.administrative.client
    const count = quick ? 50 : PEOPLE
    const text = Array.from({ length: PEOPLE }, (_, index) => `MA${1000 + index},转移人员${index}`).join('\n')
    valueOf(await arrivals.takeList({ commandId: crypto.randomUUID(), text, who: '门岗', reason: '名单' }))
    const times: number[] = []
    for (let index = 0; index < count; index += 1) {
      const began = performance.now()
      const [hit] = valueOf(await arrivals.find({ text: `MA${1000 + index}` }))
      const command = { commandId: crypto.randomUUID(), evacueeId: hit?.evacueeId ?? '', who: '门岗' }
      valueOf(await arrivals.tick({ ...command, shelterId: 'shelter-001', acknowledged: true }))
      times.push(performance.now() - began)
      if (index % 100 === 99) say(`ticked ${index + 1}`)
    }
    console_.stop()
    folder.remove()
    const ordered = times.toSorted((a, b) => a - b)
    const ours = round(ordered[Math.floor(ordered.length * 0.95)] ?? 0, 1)
    return [
      {
        name: 'S60 tick at the door, p95',
        size: `${PEOPLE} people on the list, Beilun data set`,
        ...{ ours, baseline: LIMIT_MS, baselineName: 'limit', ratio: ratioOf(ours, LIMIT_MS), unit: 'ms', runs: count },
        note: `median ${round(ordered[Math.floor(ordered.length / 2)] ?? 0, 1)} ms`,
      },
    ]
  },
}
