import type { IssuedOrder, OrderStepped } from '#shared/domain/command/order.ts'

/** An order to a station, given at 10:22 on the day of the tests; a test changes what it is about. */
export function stationOrder(change: Partial<IssuedOrder> = {}): IssuedOrder {
  return {
    orderId: 'order-1',
    number: 'BL-20260714-001-令-001',
    hq: 'tactical',
    issuer: '李指挥',
    issuedAt: clock('10:22'),
    receiver: { kind: 'team', id: 'gov-chaiqiao', name: '柴桥消防救援站', phone: '0574-86012468' },
    text: '到329国道集结点报到待令',
    dueAt: null,
    targets: { receivedByS: 120, turnedOutByS: 180, onSceneByS: 447 },
    teamId: 'gov-chaiqiao',
    vehicleIds: [],
    authority: 'command',
    callSign: '专业12',
    channel: '战术指挥频道1',
    goods: [],
    overruled: null,
    source: { kind: 'assignment', planVersion: 1, lineId: 'assign-gov-chaiqiao' },
    replaces: null,
    follows: null,
    ...change,
  }
}

/** What a team said over the radio about its order. */
export function saidStep(step: OrderStepped['step'], at: string, change: Partial<OrderStepped> = {}): OrderStepped {
  return { orderId: 'order-1', step, at: clock(at), saidBy: '柴桥站', via: 'radio', note: '', ...change }
}

/** A clock time of the day of the tests. */
export function clock(time: string): string {
  return `2026-07-14T${time}:00+08:00`
}
