import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { discretionOf, waitsFor } from '#shared/command/headquarters/discretion.ts'
import { overdueS, requestsOf } from '#shared/command/headquarters/requests.ts'
import { mayDecide, requireRight } from '#shared/command/headquarters/rights.ts'
import { RightsTable } from '#shared/domain/command/rights.ts'
import type { RequestMade } from '#shared/domain/command/request.ts'
import { parseInstant } from '#shared/kernel/instant.ts'
import { BY_TACTICAL, opWriter } from '#test/builders/op-builders.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'

const RIGHTS = RightsTable.parse(JSON.parse(readFileSync(join(RESOURCES, 'command', 'rights.json'), 'utf8')))

const MOVED_STAGING = {
  actId: 'act-1',
  act: 'staging',
  at: '2026-07-14T10:31:00+08:00',
  officer: '李指挥',
  trigger: '风向转为东北',
  from: '柴桥收费站',
  to: '穿山服务区',
  reason: '原集结点已在下风向',
  teamIds: ['team-chaiqiao'],
  orderIds: [],
  planVersion: 2,
  change: { lineKind: 'staging', lineId: 'staging-1', before: '柴桥收费站', after: '穿山服务区' },
} as const

const actOp = (tactical: ReturnType<typeof opWriter>): ReturnType<typeof tactical> =>
  tactical({
    kind: 'v1.discretion.acted',
    by: BY_TACTICAL,
    body: { ...MOVED_STAGING, teamIds: [...MOVED_STAGING.teamIds], orderIds: [] },
  })

const ASKED: RequestMade = {
  requestId: 'request-1',
  from: 'tactical',
  kind: 'forces',
  text: '请增派洗消力量',
  wants: { capability: 'HAZ_DECON', quantity: 2, place: '穿山服务区' },
  dueAt: '2026-07-14T11:00:00+08:00',
  act: 'outsideForces',
  officer: '李指挥',
}

describe('the table of rights', () => {
  it('lets the tactical side act at once on the scene and leaves forces from outside to the administrative side', () => {
    expect([mayDecide(RIGHTS, 'tactical', 'staging'), mayDecide(RIGHTS, 'administrative', 'staging')]).toEqual([
      true,
      false,
    ])
    expect(mayDecide(RIGHTS, 'tactical', 'cordonUp')).toBe(true)
    expect(mayDecide(RIGHTS, 'tactical', 'cordonDown')).toBe(false)
    expect(RIGHTS.filter(({ atOnce }) => atOnce)).toHaveLength(11)
    expect(() => requireRight(RIGHTS, 'administrative', 'responseLevel')).not.toThrow()
    expect(() => requireRight(RIGHTS, 'tactical', 'outsideForces')).toThrow(
      '“调用跨区力量、军队和须协商的队伍”由行政指挥部决定，本次未执行；可在“协同”室转为请求送交行政指挥部',
    )
  })

  it('is refused when an act is missing, stands twice, or is done at once by nobody at the scene', () => {
    const [first, ...rest] = RIGHTS
    expect(RightsTable.safeParse(rest).success).toBe(false)
    expect(RightsTable.safeParse([first, first, ...rest]).success).toBe(false)
    const wrong = RIGHTS.map((row) => (row.act === 'staging' ? { ...row, decides: ['administrative'] } : row))
    expect(RightsTable.safeParse(wrong).success).toBe(false)
  })
})

describe('a discretionary act', () => {
  const tactical = opWriter('seat-b')
  const act = actOp(tactical)
  const administrative = opWriter('seat-a', 5)
  const answer = (answered: 'ratified' | 'objected', note: string, basis: readonly string[], write = administrative) =>
    write({
      kind: 'v1.discretion.answered',
      basis,
      body: { actId: 'act-1', answer: answered, note, officer: '王值班' },
    })

  it('waits for the administrative side, is asked back by an objection, explained, then ratified, and never changes', () => {
    const objected = answer('objected', '新集结点是否经过隧道', [act.id])
    const explained = tactical({
      kind: 'v1.discretion.explained',
      by: BY_TACTICAL,
      basis: [objected.id],
      body: { actId: 'act-1', text: '不经隧道，走老路', officer: '李指挥' },
    })
    const ratified = answer('ratified', '', [explained.id])
    const states = [[act], [act, objected], [act, objected, explained], [act, objected, explained, ratified]].map(
      (ops) => discretionOf(ops)[0],
    )
    expect(states.map((own) => own?.state)).toEqual(['waiting', 'objected', 'explained', 'ratified'])
    expect(states.map((own) => own && waitsFor(own))).toEqual(['administrative', 'tactical', 'administrative', null])
    expect(states[3]).toMatchObject({
      ...MOVED_STAGING,
      words: [{ kind: 'objected' }, { kind: 'explained' }, { kind: 'ratified' }],
    })
  })

  it('answered apart on two machines is contested with both answers, in any order of arrival, until one names both', () => {
    const here = answer('ratified', '', [act.id])
    const there = answer('objected', '路线不明', [act.id], opWriter('seat-c', 6))
    for (const ops of [
      [act, here, there],
      [there, here, act],
    ]) {
      const [contested] = discretionOf(ops)
      expect(contested?.state).toBe('contested')
      expect(new Set(contested?.standing.map(({ kind }) => kind))).toEqual(new Set(['ratified', 'objected']))
      expect(contested && waitsFor(contested)).toBe('administrative')
    }
    const settled = answer('ratified', '已电话核实路线', [here.id, there.id])
    expect(discretionOf([act, here, there, settled])[0]).toMatchObject({ state: 'ratified', words: [{}, {}, {}] })
    const alike = answer('ratified', '同意', [act.id], opWriter('seat-d', 7))
    expect(discretionOf([act, here, alike])[0]?.state).toBe('ratified')
    expect(discretionOf([here])).toEqual([])
  })
})

describe('a request', () => {
  const tactical = opWriter('seat-b')
  const made = tactical({ kind: 'v1.request.made', by: BY_TACTICAL, body: ASKED })
  const write = opWriter('seat-a', 5)
  const accepted = write({
    kind: 'v1.request.answered',
    basis: [made.id],
    body: { requestId: 'request-1', answer: 'accepted', note: '', officer: '王值班' },
  })

  it('is overdue from its stated second until it is carried out, also while it is only accepted', () => {
    const dueS = parseInstant('2026-07-14T11:00:00+08:00')?.epochS ?? 0
    const [waiting] = requestsOf([made])
    const [agreed] = requestsOf([made, accepted])
    expect([waiting?.state, agreed?.state]).toEqual(['waiting', 'accepted'])
    expect(agreed && [overdueS(agreed, dueS), overdueS(agreed, dueS + 90)]).toEqual([null, 90])
    const done = write({
      kind: 'v1.request.fulfilled',
      basis: [accepted.id],
      body: { requestId: 'request-1', orderIds: ['order-7'], planVersion: 3, note: '', officer: '王值班' },
    })
    const [fulfilled] = requestsOf([made, accepted, done])
    expect(fulfilled).toMatchObject({ state: 'fulfilled', orderIds: ['order-7'], planVersions: [3] })
    expect(fulfilled && overdueS(fulfilled, dueS + 90)).toBeNull()
  })

  it('withdrawn on one machine and accepted on the other is contested', () => {
    const withdrawn = tactical({
      kind: 'v1.request.withdrawn',
      by: BY_TACTICAL,
      basis: [made.id],
      body: { requestId: 'request-1', reason: '火已压住', officer: '李指挥' },
    })
    expect(requestsOf([made, accepted, withdrawn])[0]).toMatchObject({
      state: 'contested',
      standing: [{ kind: 'accepted' }, { kind: 'withdrawn', text: '火已压住' }],
      basis: [accepted.id, withdrawn.id],
    })
  })
})
