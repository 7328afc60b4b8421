import { describe, expect, it } from 'vitest'
import type { KeptLot, LotView } from '#shared/contract/stock.contract.ts'
import { entriesOf, linesOf, progressOf, stateOf, type Sheet } from '../../../renderer/features/stock/count-entry.ts'
import { keeperText } from '../../../renderer/features/stock/keeper-text.ts'
import { faultsIn, firstForm } from '../../../renderer/features/stock/step-fields.ts'

const LOT: LotView = {
  ...{
    lotId: 'a',
    storeId: 's1',
    storeName: '霞浦库',
    itemCode: 'LIFE_WATER_L',
    item: '饮用水',
    quantity: 240,
    unit: '升',
  },
  ...{
    madeOn: '',
    expiresOn: '2026-07-20',
    checkedOn: '',
    status: '在库',
    ownership: 'requisitioned',
    belongsTo: '振华超市',
  },
  ...{ document: '', returnBy: '2026-07-01', splitFrom: '', holder: '', signedBy: '', stepDocument: '' },
  ...{ writeOffCause: null, handledBy: '', checkedBy: '', isDemo: true, basis: 'q240' },
  ...{ due: { when: 'urgent', days: 6 }, returnDue: { when: 'passed', days: -13 } },
  ...{ steps: ['issue', 'giveBack'], causes: ['lost'] },
}
const SHEET: Sheet = {
  store: {
    ...{ storeId: 's1', name: '霞浦库', tier: 'street', town: '霞浦街道', keeper: '周库管', phone: '139' },
    ...{ lots: 2, expired: 0, urgent: 1, soon: 0, returns: 1, overdue: 1, checkedSince: '', draftSavedAt: null },
  },
  ...{ countedBy: '', checkedBy: '', savedAt: null, revision: 1, gone: [] },
  lines: [
    { lot: LOT, counted: 239.5, reason: '破损', basis: 'q240' },
    { lot: { ...LOT, lotId: 'b' }, counted: 240, reason: '', basis: 'q241' },
    { lot: { ...LOT, lotId: 'c' }, counted: null, reason: '', basis: null },
  ],
}

describe('a sheet on screen', () => {
  it('tells what is short, what changed in the books and what is open, and sends what was looked at', () => {
    const entries = entriesOf(SHEET)
    expect(SHEET.lines.map(({ lot }) => stateOf(lot, entries.get(lot.lotId)))).toEqual([
      { kind: 'less', difference: -0.5 },
      { kind: 'changed' },
      { kind: 'open' },
    ])
    expect(progressOf(SHEET, entries)).toEqual({ done: 1, total: 3, differences: 1, changed: 1 })
    expect(linesOf(SHEET, entries, false).map(({ lotId, basis }) => [lotId, basis])).toEqual([
      ['a', 'q240'],
      ['b', 'q241'],
    ])
    expect(linesOf(SHEET, entries, true).at(-1)).toEqual({ lotId: 'c', basis: 'q240', counted: null, reason: '' })
  })

  it.each(['-1', '1.2345', 'abc', '1e3'])('takes “%s” for no count', (counted) => {
    expect(stateOf(LOT, { counted, reason: '', basis: 'q240' })).toEqual({ kind: 'bad' })
  })
})

it('the text for keepers names store, keeper, day and what to do, and says that data are a demonstration', () => {
  const words = (key: string, values?: Readonly<Record<string, string | number>>): string =>
    [key.replace('stock.', ''), ...Object.values(values ?? {})].join(' ')
  const kept: KeptLot = { lot: LOT, keeper: '周库管', phone: '139', town: '霞浦街道', neededIn: ['白峰街道'] }
  expect(keeperText('expiring', { day: '2026-07-14', lots: [kept] }, words).split('\n')).toEqual([
    'copyText.expiring 2026-07-14',
    'demo',
    'copyText.keeper 霞浦库 周库管 139',
    'copyText.lot 饮用水 240 升 a 2026-07-20 due.urgent 6 neededIn 白峰街道；advice.urgent',
  ])
  expect(keeperText('returns', { day: '2026-07-14', lots: [kept] }, words)).toContain(
    '2026-07-01 returnDue.passed 13 振华超市',
  )
})

describe('the form of a step', () => {
  it('begins with the whole lot, and going back with its owner; what is missing is named', () => {
    const form = firstForm(LOT, 'giveBack', '周库管')
    expect(form).toMatchObject({ quantity: '240', holder: '振华超市', who: '周库管' })
    expect([...faultsIn(form, 'giveBack', LOT).keys()]).toEqual(['reason', 'signedBy', 'document'])
    const typed = { ...form, reason: '到期', signedBy: '王店长', document: '1', quantity: '241' }
    expect([...faultsIn(typed, 'giveBack', LOT)]).toEqual([['quantity', 'quantity']])
    expect(faultsIn({ ...typed, quantity: '0.5' }, 'giveBack', LOT).size).toBe(0)
  })
})
