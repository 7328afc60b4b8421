import * as z from 'zod'
import type { OpDraft } from '#shared/replication/op.ts'
import { answerOnce } from '#electron/core/services/answer-once.ts'
import { TEST_NOW_MS } from '#test/harness/surroundings.ts'
import { AMENDMENT, writeThreeEntries, type RecordFixture } from './record-fixture.ts'

const BY = { user: 'local', role: 'tactical', onBehalf: '值班员' }
const OF_INCIDENT = { incidentId: 'incident-1', basis: [], by: BY } as const
const RISE: OpDraft = {
  ...OF_INCIDENT,
  kind: 'v1.incident.levelRose',
  entity: 'rise:event:incident-1',
  body: { of: 'event', from: 'IV', to: 'III', revision: 2, rule: 'accident.deaths.III', text: '死亡 3 人' },
}
const LEVEL: OpDraft = {
  ...OF_INCIDENT,
  kind: 'v1.incident.graded',
  entity: 'level:event:incident-1',
  body: { of: 'event', value: 'II', withdrawn: false, computed: 'III', revision: 2, reason: '跨区' },
}
const SEEN: OpDraft = { ...OF_INCIDENT, kind: 'v1.incident.riseSeen', entity: 'rise', body: { rise: 'seat:4' } }
const WEIGHT: OpDraft = {
  ...OF_INCIDENT,
  kind: 'v1.plan.weighted',
  entity: 'plan:incident-1',
  body: { parameter: 'dispatch.coverWeight', value: 90, shipped: 60 },
}

/** A few dozen entries of many kinds, with plan contents and answered commands. */
export function writeManyEntries(record: RecordFixture): void {
  writeThreeEntries(record)
  for (let round = 0; round < 6; round += 1) {
    const command = { channel: 'test.write', input: { commandId: `command-${round}` }, output: z.string() }
    answerOnce({ db: record.db, journal: record.journal, nowMs: () => TEST_NOW_MS }, command, (recorder) => {
      const amendment = { ...AMENDMENT, basis: [], body: { ...AMENDMENT.body, revision: round + 3 } }
      recorder.keep(`{"schema":"dispatch-plan/1","round":${round}}`)
      for (const draft of [amendment, RISE, LEVEL, SEEN, WEIGHT]) recorder.append(draft)
      return `已记录 ${round}`
    })
  }
}
