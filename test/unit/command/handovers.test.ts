import { describe, expect, it } from 'vitest'
import { consultationsOf, nextConsultationAt } from '#shared/command/headquarters/consultations.ts'
import { handoverSummary, type HandoverSource } from '#shared/command/headquarters/handover-summary.ts'
import { commandHolders, handoversOf } from '#shared/command/headquarters/handovers.ts'
import type { ConsultationHeld } from '#shared/domain/command/consultation.ts'
import type { DiscretionActed } from '#shared/domain/command/discretion.ts'
import type { HandoverOffered } from '#shared/domain/command/handover.ts'
import type { RequestMade } from '#shared/domain/command/request.ts'
import { BY_TACTICAL, opWriter } from '#test/builders/op-builders.ts'

const OFFER: HandoverOffered = {
  handoverId: 'handover-1',
  matter: 'command',
  outgoing: { name: '张队长', unit: '柴桥消防救援站', hq: null },
  incoming: { name: '李指挥', unit: '', hq: 'tactical' },
  via: 'radio',
  note: '',
  summaryHash: 'h1',
}
const accepted = { handoverId: 'handover-1', answer: 'accepted', name: '李指挥', via: 'console', note: '' } as const

describe('the command of an incident', () => {
  it('is with nobody by an offer, and changes hands only when the other side accepts that very summary', () => {
    const write = opWriter('seat-b')
    const offer = write({ kind: 'v1.handover.offered', by: BY_TACTICAL, body: OFFER })
    expect([handoversOf([offer])[0]?.state, commandHolders([offer])]).toEqual(['offered', []])
    const answer = { ...accepted, summaryHash: 'h1' }
    const other = write({
      kind: 'v1.handover.answered',
      basis: [offer.id],
      body: { ...answer, summaryHash: 'another' },
    })
    expect(commandHolders([offer, other])).toEqual([])
    const word = write({ kind: 'v1.handover.answered', basis: [offer.id], body: answer })
    expect(commandHolders([offer, other, word])).toMatchObject([
      { name: '李指挥', hq: 'tactical', handoverId: 'handover-1', since: '2026-07-14T10:02:00+08:00' },
    ])
    expect(commandHolders([word, other])).toEqual([])
  })

  it('accepted on one machine and taken back on the other is contested and with nobody; taken over apart it is with both', () => {
    const here = opWriter('seat-b')
    const offer = here({ kind: 'v1.handover.offered', by: BY_TACTICAL, body: OFFER })
    const word = here({
      kind: 'v1.handover.answered',
      basis: [offer.id],
      body: { ...accepted, summaryHash: 'h1' },
    })
    const there = opWriter('seat-c', 5)
    const back = there({
      kind: 'v1.handover.withdrawn',
      basis: [offer.id],
      body: { handoverId: 'handover-1', reason: '改由支队指挥', officer: '张队长' },
    })
    expect(handoversOf([offer, word, back])[0]).toMatchObject({
      state: 'contested',
      standing: [{ kind: 'accepted' }, { kind: 'withdrawn', text: '改由支队指挥' }],
    })
    expect(commandHolders([offer, word, back])).toEqual([])

    const second = { ...OFFER, handoverId: 'handover-2', incoming: { name: '赵支队', unit: '宁波支队', hq: null } }
    const offer2 = there({ kind: 'v1.handover.offered', body: second })
    const word2 = there({
      kind: 'v1.handover.answered',
      basis: [offer2.id],
      body: { ...accepted, handoverId: 'handover-2', name: '赵支队', summaryHash: 'h1' },
    })
    expect(commandHolders([offer, word, offer2, word2]).map(({ name }) => name)).toEqual(['李指挥', '赵支队'])
  })
})

describe('the summary of a handover', () => {
  it('names what is live, late, asked, not ratified and not known at that moment, and nothing that has ended', () => {
    const write = opWriter('seat-a')
    const act: Omit<DiscretionActed, 'actId'> = {
      ...{ act: 'staging', at: '2026-07-14T10:31:00+08:00', officer: '李指挥', trigger: '风向转变', from: '' },
      ...{ to: '穿山服务区', reason: '下风向', teamIds: [], orderIds: [], planVersion: 1, change: null },
    }
    const made: Omit<RequestMade, 'requestId' | 'text'> = {
      ...{ from: 'tactical', kind: 'forces', wants: { capability: null, quantity: null, place: '' }, dueAt: null },
      ...{ act: null, officer: '李指挥' },
    }
    const open = write({
      kind: 'v1.discretion.acted',
      body: { ...act, actId: 'a1' },
    })
    const closed = write({ kind: 'v1.discretion.acted', body: { ...act, actId: 'a2' } })
    const ops = [
      open,
      closed,
      write({
        kind: 'v1.discretion.answered',
        basis: [closed.id],
        body: { actId: 'a2', answer: 'ratified', note: '', officer: '王值班' },
      }),
      write({ kind: 'v1.request.made', body: { ...made, requestId: 'r1', text: '增派洗消' } }),
    ]
    const facts: HandoverSource['facts'] = {
      ...{ incidentId: 'incident-1', number: 'BL-20260714-001', title: '液氨槽车泄漏', mode: 'drill' },
      receivedAt: '2026-07-14T10:20:00+08:00',
    }
    const reports = [{ kind: 'initial', to: '区政府', dueAt: '2026-07-14T10:50:00+08:00' }]
    const source: HandoverSource = {
      ...{ facts, ops, reports, levels: { event: null, response: 'III' }, phase: 'planned' },
      plan: { version: 1, unknowns: ['被困人数'] },
    }
    const summary = handoverSummary([source], '2026-07-14T10:40:00+08:00')
    expect(summary).toEqual({
      schema: 'handover-summary/1',
      madeAt: '2026-07-14T10:40:00+08:00',
      incidents: [
        {
          ...facts,
          ...{ eventLevel: null, responseLevel: 'III', phase: 'planned', planVersion: 1, commandedBy: [], orders: [] },
          requests: [{ from: 'tactical', kind: 'forces', text: '增派洗消', state: 'waiting', dueAt: null }],
          acts: [{ act: 'staging', to: '穿山服务区', officer: '李指挥', at: act.at, state: 'waiting' }],
          ...{ unknowns: ['被困人数'], reports },
        },
      ],
    })
  })
})

it('keeps a corrected consultation beside its correction, and the next is due by the one that stands', () => {
  const write = opWriter('seat-a')
  const body: ConsultationHeld = {
    ...{ consultationId: 'c1', kind: 'hazard', hq: 'tactical', at: '2026-07-14T10:40:00+08:00', corrects: null },
    ...{ participants: [{ personId: null, name: '陈工', unit: '化工院' }], judgement: '扩散向西南', dissent: '' },
    ...{ decision: '扩大警戒', decidedBy: '李指挥', nextAt: '2026-07-14T11:10:00+08:00', recorder: '李指挥' },
  }
  const first = write({ kind: 'v1.consultation.held', body })
  const second = write({
    kind: 'v1.consultation.held',
    basis: [first.id],
    body: { ...body, consultationId: 'c2', corrects: 'c1', judgement: '扩散向西', nextAt: null },
  })
  expect(nextConsultationAt(consultationsOf([first]))).toBe('2026-07-14T11:10:00+08:00')
  const both = consultationsOf([first, second])
  expect(both.map(({ judgement, correctedBy }) => [judgement, correctedBy])).toEqual([
    ['扩散向西南', ['c2']],
    ['扩散向西', []],
  ])
  expect(nextConsultationAt(both)).toBeNull()
})
