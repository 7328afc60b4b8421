import { describe, expect, it } from 'vitest'
import { OP_BODIES } from '#shared/domain/command/op-bodies.ts'
import { StatusSaid } from '#shared/domain/command/status.ts'
import { wordsOfOp } from '#shared/text/op-words/op-words.ts'
import { opWriter } from '#test/builders/op-builders.ts'

const SAID: StatusSaid = {
  subject: { kind: 'shelter', id: 'shelter-1', name: '霞浦学校' },
  status: 'open',
  place: null,
  figures: { peopleIn: 182, peopleOut: 4, crew: null, airMin: null, remaining: null },
  goods: [],
  at: '2026-07-14T10:52:00+08:00',
  saidBy: '罗宇康',
  via: 'radio',
  note: '',
  corrects: null,
}

describe('words on the board', () => {
  it('reads as one sentence with the figures that were said and none that were not', () => {
    expect(wordsOfOp(opWriter()({ kind: 'v1.status.said', body: SAID }))).toBe(
      '霞浦学校开放（罗宇康，10:52）；累计182人，离开4人',
    )
  })

  it('refuses a state that the thing cannot have', () => {
    const { success } = OP_BODIES['v1.status.said'].safeParse({ ...SAID, status: 'enRoute' })
    expect(success).toBe(false)
    expect(StatusSaid.safeParse(SAID).success).toBe(true)
  })
})
