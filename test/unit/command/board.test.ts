import { describe, expect, it } from 'vitest'
import { boardOf } from '#shared/command/board/board-of.ts'
import type { TeamRow } from '#shared/domain/command/board.ts'
import type { OrderStepped } from '#shared/domain/command/order.ts'
import type { StatusSaid } from '#shared/domain/command/status.ts'
import { parseInstant } from '#shared/kernel/instant.ts'
import type { Op } from '#shared/replication/op.ts'
import { boardLibrary, saidOf } from '#test/builders/board-builders.ts'
import { opWriter } from '#test/builders/op-builders.ts'
import { clock, stationOrder } from '#test/builders/order-builders.ts'

/** Seconds since 1970 of a time on the day of the drill. */
function at(time: string): number {
  return parseInstant(clock(time))?.epochS ?? 0
}

function board(ops: readonly Op[], time: string): ReturnType<typeof boardOf> {
  const library = boardLibrary()
  return boardOf({ incidentId: 'incident-1', ops, plan: null, library, nowS: at(time), elsewhere: new Map() })
}

function team(ops: readonly Op[], time: string, id = 'gov'): TeamRow {
  const row = board(ops, time).teams.find((one) => one.id === id)
  if (row === undefined) throw new Error(`no row of team ${id}`)
  return row
}

const write = opWriter()

function order(orderId: string, issuedAt: string): ReturnType<typeof stationOrder> {
  const receiver = { kind: 'team', id: 'gov', name: '柴桥消防救援站', phone: '' } as const
  return stationOrder({ orderId, number: `令-${orderId}`, issuedAt: clock(issuedAt), teamId: 'gov', receiver })
}

const issued = write({
  kind: 'v1.order.issued',
  body: order('o1', '10:21'),
})

function step(orderStep: OrderStepped['step'], time: string, over: Partial<OrderStepped> = {}): Op {
  const body = {
    orderId: 'o1',
    step: orderStep,
    at: clock(time),
    saidBy: '柴桥站',
    via: 'radio',
    note: '',
  } as const
  return write({ kind: 'v1.order.stepped', body: { ...body, ...over } })
}

function said(status: StatusSaid['status'], time: string, over: Partial<StatusSaid> = {}): Op {
  return write({ kind: 'v1.status.said', body: saidOf('team', 'gov', status, time, over) })
}

describe('the row of a team', () => {
  it('moves with the steps of its order and shows both when a word says more', () => {
    const ops = [issued, step('turnedOut', '10:23')]
    expect(team(ops, '10:25')).toMatchObject({ state: 'enRoute', group: 'onTheWay', against: [], ageS: 120 })
    const arrived = team([...ops, said('onScene', '10:31')], '10:32')
    expect(arrived).toMatchObject({ state: 'onScene', group: 'onScene', outForS: 540 })
    expect(arrived.orders).toEqual([{ orderId: 'o1', number: '令-o1', step: 'turnedOut', isLive: true }])
    expect(arrived.against).toMatchObject([{ code: 'orderBehind', state: 'enRoute', orderNumber: '令-o1' }])
  })

  it('keeps the later stated time when an older word is logged late, and the first word of a repeated state', () => {
    const ops = [issued, step('onScene', '10:31'), said('onScene', '10:36'), step('turnedOut', '10:23')]
    const row = team(ops, '10:40')
    expect(row).toMatchObject({ state: 'onScene', turnedOutAt: '2026-07-14T10:23:00+08:00' })
    expect(row.since?.at).toBe('2026-07-14T10:31:00+08:00')
    expect(row.heard?.at).toBe('2026-07-14T10:36:00+08:00')
    expect(row.ageS).toBe(240)
  })

  it('believes the field before the desk and shows what the desk wrote', () => {
    const row = team([issued, said('working', '10:40'), said('released', '10:50', { via: 'console' })], '10:51')
    expect(row.state).toBe('working')
    expect(row.against).toMatchObject([{ code: 'deskSays', state: 'released' }])
  })

  it('says that a team was taken back and nobody has said that it turned round', () => {
    const row = team([issued, step('turnedOut', '10:23'), step('withdrawn', '10:25', { via: 'console' })], '10:26')
    expect(row).toMatchObject({ state: 'enRoute', against: [{ code: 'recalledButOut' }] })
  })

  it('goes stale by the limit of its state and not one second earlier', () => {
    const ops = [issued, said('working', '10:40')]
    expect(team(ops, '10:55')).toMatchObject({ ageS: 900, staleAfterS: 900, isStale: false })
    expect(team(ops, '10:56').isStale).toBe(true)
    expect(team([...ops, step('progress', '10:55', { note: '正在堵漏' })], '10:56')).toMatchObject({
      state: 'working',
      isStale: false,
      note: '正在堵漏',
    })
    expect(team([...ops, said('released', '10:57')], '23:00')).toMatchObject({ isStale: false, staleAfterS: null })
  })

  it('does not count a word that was put right for another team, in whichever order the two arrived', () => {
    const wrong = said('onScene', '10:30')
    const right = write({
      kind: 'v1.status.said',
      body: saidOf('team', 'pro', 'onScene', '10:30', { corrects: wrong.id }),
    })
    for (const ops of [
      [issued, wrong, right],
      [issued, right, wrong],
    ]) {
      expect(team(ops, '10:31').state).toBe('ordered')
      expect(team(ops, '10:31', 'pro').state).toBe('onScene')
    }
    const taken = write({ kind: 'v1.status.takenBack', body: { word: right.id, reason: '听错' } })
    expect(board([issued, wrong, right, taken], '10:32').teams.map(({ id }) => id)).toEqual(['gov'])
  })

  it('lets only a new order bring back a team that was released', () => {
    const ops = [issued, step('onScene', '10:31'), step('released', '11:30')]
    expect(team(ops, '11:40').group).toBe('released')
    const again = write({
      kind: 'v1.order.issued',
      body: order('o2', '11:45'),
    })
    expect(team([...ops, again], '11:46')).toMatchObject({ state: 'ordered', turnedOutAt: null })
    const out = step('turnedOut', '11:48', { orderId: 'o2' })
    expect(team([...ops, again, out], '11:50')).toMatchObject({ state: 'enRoute', outForS: 120, against: [] })
  })

  it('draws nothing where somebody said a place that the map does not know', () => {
    const at = { lng: 121.89, lat: 29.88 }
    const ops = [issued, said('onScene', '10:31', { place: { text: '集结点', placeId: null, position: at } })]
    expect(team(ops, '10:32').position).toEqual({ kind: 'said', ...at })
    const moved = said('working', '10:40', { place: { text: '互通入口', placeId: null, position: null } })
    expect(team([...ops, moved], '10:41')).toMatchObject({ place: '互通入口', position: null })
    expect(team([...ops, moved, said('released', '10:50')], '10:51').position).toEqual({
      ...{ kind: 'base', lng: 121.9, lat: 29.87 },
    })
  })

  it('counts down the air that was said and marks it when it is low', () => {
    const figures = { peopleIn: null, peopleOut: null, crew: 3, airMin: 25, remaining: null }
    const ops = [issued, said('working', '10:40', { figures })]
    expect(team(ops, '10:54')).toMatchObject({ crew: 3, airLeftMin: 11, isAirLow: false })
    expect(team(ops, '10:55')).toMatchObject({ airLeftMin: 10, isAirLow: true })
  })
})

describe('shelters, goods and the trapped', () => {
  it('takes running totals, so that a lost word loses no one', () => {
    const word = (time: string, peopleIn: number, peopleOut: number | null): Op =>
      write({
        kind: 'v1.status.said',
        body: saidOf('shelter', 'school', 'open', time, {
          figures: { peopleIn, peopleOut, crew: null, airMin: null, remaining: null },
        }),
      })
    const [row] = board([word('11:00', 182, 4), word('10:50', 90, null)], '11:10').shelters
    expect(row).toMatchObject({ capacity: 300, before: 20, peopleIn: 182, peopleOut: 4, free: 102 })
  })

  it('follows a trapped person from floor to hospital and points out two different numbers', () => {
    const base = {
      trappedId: 't1',
      floor: '16',
      room: '1602',
      condition: '清醒',
      by: '',
      hospitalId: null,
      hospitalName: '',
    }
    const word = (time: string, state: 'reported' | 'found' | 'broughtOut', people: number): Op =>
      write({
        kind: 'v1.trapped.changed',
        body: {
          ...base,
          people,
          state,
          at: clock(time),
          saidBy: '攻坚组',
          via: 'radio',
          note: '',
          corrects: null,
        },
      })
    const made = board(
      [word('10:30', 'reported', 2), word('10:50', 'broughtOut', 3), word('10:40', 'found', 2)],
      '10:51',
    )
    expect(made.trapped).toMatchObject([
      { id: 't1', state: 'broughtOut', people: 3, against: [{ code: 'figuresDiffer' }] },
    ])
    expect(made.trappedSums).toMatchObject({ listed: 3, inside: 0, broughtOut: 3, reportedMin: null })
  })
})
