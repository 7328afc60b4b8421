import { describe, expect, it } from 'vitest'
import { LOT_OWNERSHIPS, LOT_STATUSES } from '#shared/domain/dataset/row-choices.ts'
import { LOT_STEP_RULES, LOT_STEPS, stepsOf } from '#shared/domain/stock/lot-steps.ts'
import { takeLotStep, type LotStepPlace, type LotStepWish } from '#shared/domain/stock/take-lot-step.ts'
import { aLot } from '#test/builders/care-builders.ts'

const PLACE: LotStepPlace = { role: 'administrative', today: '2026-07-14', isTaken: () => false }
const WISH: Omit<LotStepWish, 'step'> = {
  ...{ quantity: null, who: '王库管', holder: '霞浦避灾点', document: '北应急〔2026〕12号', signedBy: '李站长' },
  ...{ storeId: 's1', cause: 'expired', checkedBy: '赵副局长' },
}
const lot = aLot({ lotId: 'water-1', storeId: 's1', quantity: 1200 })

function step(
  name: LotStepWish['step'],
  given: Partial<LotStepWish> = {},
  from = lot,
  place = PLACE,
): ReturnType<typeof takeLotStep> {
  return takeLotStep(from, { ...WISH, ...given, step: name }, place)
}

describe('a step in the life of a lot', () => {
  it('taken with a part makes a new lot with the same dates and leaves the rest', () => {
    const { moved, rest } = step('issue', { quantity: 240 }, lot, { ...PLACE, isTaken: (id) => id === 'water-1-1' })
    expect(moved).toEqual({
      ...lot,
      ...{ lotId: 'water-1-2', splitFrom: 'water-1', quantity: 240, status: '出库' },
      ...{ holder: '霞浦避灾点', stepDocument: '北应急〔2026〕12号' },
    })
    expect(rest).toEqual({ ...lot, quantity: 960 })
  })

  it('is refused with the legal ones named when the lot does not stand where it begins', () => {
    const away = { ...lot, status: '在途' as const }
    expect(() => step('scrap', {}, away)).toThrow(
      '现为“在途”，不能报废（须先处于在库、待检）；现在可以：签收、回收、核销',
    )
  })

  it.each([
    ['issue', { document: '' }, '出库须填写凭证号，现在是空的'],
    ['receive', { signedBy: '' }, '签收须填写签收人'],
    ['reserve', { quantity: 1201 }, '数量 1201 不对：批次 water-1 共 1200 升'],
    ['reserve', { quantity: 0 }, '数量 0 不对'],
    ['reserve', { quantity: 0.0005 }, '小数超过三位'],
  ] as const)('%s without what it needs names the field (%o)', (name, given, message) => {
    const from = name === 'receive' ? { ...lot, status: '在途' as const } : lot
    expect(() => step(name, given, from)).toThrow(message)
  })

  it('that belongs to the keeper of the stores is refused from the tactical window; signing is not', () => {
    const tactical = { ...PLACE, role: 'tactical' }
    expect(() => step('issue', {}, lot, tactical)).toThrow('由行政指挥部的物资管理员办理')
    const away = { ...lot, status: '在途' as const }
    expect(step('receive', {}, away, tactical).moved).toMatchObject({ status: '签收', signedBy: '李站长' })
  })

  it('back to store sets the day of checking, and is refused for what has expired', () => {
    const checked = { ...lot, status: '待检' as const }
    expect(step('backToStore', {}, checked).moved).toMatchObject({ status: '在库', checkedOn: '2026-07-14' })
    expect(() => step('backToStore', {}, { ...checked, expiresOn: '2026-07-13' })).toThrow('已于 2026-07-13 过期')
  })
})

describe('a write-off', () => {
  it('of expired goods comes after scrapping, with two different names and a document', () => {
    expect(() => step('writeOff')).toThrow('过期、损坏的须先报废；此状态可用的原因：丢失')
    const { moved } = step('scrap')
    expect(() => step('writeOff', { checkedBy: '王库管' }, moved)).toThrow('不能都是“王库管”')
    expect(() => step('writeOff', { document: '' }, moved)).toThrow('核销须填写凭证号')
    expect(step('writeOff', {}, moved).moved).toMatchObject({
      ...{ status: '核销', writeOffCause: 'expired', handledBy: '王库管', checkedBy: '赵副局长' },
    })
  })

  it('is not how requisitioned goods go back: they are given back with receiver and document, others cannot be', () => {
    const borrowed = { ...lot, ownership: 'requisitioned' as const, belongsTo: '振华超市', returnBy: '2026-08-01' }
    expect(step('giveBack', { holder: '振华超市' }, borrowed).moved).toMatchObject({
      ...{
        status: '核销',
        writeOffCause: 'returned',
        holder: '振华超市',
        signedBy: '李站长',
        ownership: 'requisitioned',
      },
    })
    expect(() => step('giveBack')).toThrow('是自有物资，归还只用于征用、协议储备')
  })
})

it('every state but the last has a way on, and the last has none', () => {
  for (const status of LOT_STATUSES) {
    for (const ownership of LOT_OWNERSHIPS) expect(stepsOf(status, ownership).length > 0).toBe(status !== '核销')
  }
  expect(new Set(LOT_STEPS.map((name) => LOT_STEP_RULES[name].to))).toEqual(new Set(LOT_STATUSES))
})
