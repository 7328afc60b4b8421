import { describe, expect, it } from 'vitest'
import type { FirstOrder } from '#shared/domain/plan/dispatch-plan.ts'
import { cardOfFirstOrder } from '../../../renderer/features/plan/card-of-line.ts'
import { NO_WISH, wishOf } from '../../../renderer/features/cards/card-wish.ts'

function anOrder(change: Partial<FirstOrder>): FirstOrder {
  return {
    id: 'FO_X',
    call: '某单位',
    phone: '0574-1',
    words: '',
    why: '',
    hq: 'administrative',
    dueAt: '2026-07-14T10:21:00+08:00',
    ...change,
  }
}

describe('the card of a first order', () => {
  it('is that of the post that is rung', () => {
    const ask = cardOfFirstOrder(anOrder({ post: 'STREET_DUTY:霞浦街道', teamId: 't' }))
    expect(ask).toMatchObject({ post: 'STREET_DUTY:霞浦街道', hq: 'administrative', instead: null })
  })

  it("is the first-due officer's for a team and the caller's for an office, and says so", () => {
    expect(cardOfFirstOrder(anOrder({ teamId: 't' }))).toMatchObject({ post: 'FIRST_DUE', instead: 'firstDue' })
    expect(cardOfFirstOrder(anOrder({}))).toMatchObject({ post: 'DUTY_OFFICER', instead: 'caller' })
  })
})

describe('the wish of the card search', () => {
  it('is for every card when nothing is chosen, and never for a kind that does not exist', () => {
    const any = { text: '', kind: null, post: null, trade: null, type: null, level: null }
    expect(wishOf(NO_WISH)).toEqual(any)
    expect(wishOf({ ...NO_WISH, kind: 'nonsense', trade: 'port', level: 'II' })).toEqual({
      ...any,
      trade: 'port',
      level: 'II',
    })
  })
})
