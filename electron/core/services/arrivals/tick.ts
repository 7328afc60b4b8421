import { appContract, type AppContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { recordOfText } from '#shared/domain/dataset/record-text.ts'
import type { ShelterRow } from '#shared/domain/dataset/tables.ts'
import { type EvacueeRow, UNLISTED_SOURCE, evacueeStatus, presentByShelter } from '#shared/domain/evacuee.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { formatInstant } from '#shared/kernel/instant.ts'
import { findBatch, findNewestChange, readChanges } from '../../db/repositories/library-history.repo.ts'
import { answerOnce } from '../answer-once.ts'
import { stampOf } from '../batch-stamp.ts'
import { proposeKey } from '../records/propose-key.ts'
import type { RecordsParts } from '../records/record-parts.ts'
import { overCapacity, warnUnless } from '../shelters/change-shelter.ts'
import { evacueeLines } from '../shelters/evacuee-line.ts'
import { shelterOf } from '../shelters/shelter-board.ts'
import { evacueeOf, writeEvacuees } from './write-evacuees.ts'

type Arrivals = AppContract['arrivals']
type Ticked = OutputOf<Arrivals['tick']>

/** China Standard Time, as all times of the library are written. */
const OFFSET_MIN = 480

/** Marks somebody as arrived; see the contract. */
export function tick(core: RecordsParts, input: ParsedInputOf<Arrivals['tick']>, caller: Caller): Ticked {
  const command = { channel: 'arrivals.tick', input, output: appContract.arrivals.tick.output }
  return answerOnce(core, command, () => {
    const dataset = core.library.current()
    const before = evacueeOf(dataset, input.evacueeId)
    const shelter = shelterOf(dataset, input.shelterId)
    const isMove = refuseArrived(dataset, before, input)
    const isHere = evacueeStatus(before) === 'present' && !isMove
    warnOfShelter(dataset, shelter, { ...input, arriving: isHere ? 0 : 1 })
    const came = { ...before, ...arrival(core, input), leftAt: '', leftTo: '' }
    const after = isHere ? { ...came, arrivedAt: before.arrivedAt } : came
    const reason = isMove
      ? `转到${shelter.name}：${input.moveReason}`
      : `${isHere ? '换分区' : '到场登记'}：${before.name}`
    const stamp = stampOf(core, { who: input.who, reason }, caller)
    const { batchId } = writeEvacuees(core, [{ before, after }], stamp)
    return ticked(core, after, batchId)
  })
}

/** Adds somebody who is on no list; see the contract. */
export function addArrival(core: RecordsParts, input: ParsedInputOf<Arrivals['add']>, caller: Caller): Ticked {
  const command = { channel: 'arrivals.add', input, output: appContract.arrivals.add.output }
  return answerOnce(core, command, () => {
    const dataset = core.library.current()
    const shelter = shelterOf(dataset, input.shelterId)
    const { code, name, phone, fromWhere, specialNeeds } = input
    const listed = code === '' ? undefined : dataset.evacuees.find((row) => row.code === code)
    if (listed !== undefined) {
      throw new AppError('conflict', `安全码“${code}”已在名单上（${listed.name}）；请直接登记此人`, {
        path: 'code',
        value: listed.id,
      })
    }
    warnOfShelter(dataset, shelter, { ...input, arriving: 1 })
    const after: EvacueeRow = {
      ...{ id: proposeKey(core, 'evacuees'), code, name, phone, specialNeeds, populationPointId: '' },
      ...{ ...arrival(core, input), leftAt: '', leftTo: '', source: UNLISTED_SOURCE, isDemo: 0 },
      note: `来自 ${fromWhere}`,
    }
    const stamp = stampOf(core, { who: input.who, reason: `未在名单，到场登记：${name}` }, caller)
    const { batchId } = writeEvacuees(core, [{ before: null, after }], stamp)
    return ticked(core, after, batchId)
  })
}

/** Marks somebody as gone; see the contract. */
export function leave(core: RecordsParts, input: ParsedInputOf<Arrivals['leave']>, caller: Caller): Ticked {
  const command = { channel: 'arrivals.leave', input, output: appContract.arrivals.leave.output }
  return answerOnce(core, command, () => {
    const before = evacueeOf(core.library.current(), input.evacueeId)
    if (evacueeStatus(before) !== 'present') {
      throw new AppError('conflict', `${before.name}现在不在任何避灾点，无需登记离开；请核对`, {
        path: 'evacueeId',
        value: before.id,
      })
    }
    const after = { ...before, leftAt: nowText(core), leftTo: input.leftTo }
    const stamp = stampOf(core, { who: input.who, reason: `离开：${before.name}，去向 ${input.leftTo}` }, caller)
    const { batchId } = writeEvacuees(core, [{ before, after }], stamp)
    return ticked(core, after, batchId)
  })
}

/** Takes a tick back; see the contract. */
export function takeBack(
  core: RecordsParts,
  input: ParsedInputOf<Arrivals['takeBack']>,
  caller: Caller,
): OutputOf<Arrivals['takeBack']> {
  const command = { channel: 'arrivals.takeBack', input, output: appContract.arrivals.takeBack.output }
  return answerOnce(core, command, () => {
    const { batchId } = input
    const [change, ...more] = [...readChanges(core.db, batchId)].filter(({ kind }) => kind === 'evacuees')
    if (change === undefined || more.length > 0 || findBatch(core.db, batchId)?.kind !== 'edit') {
      throw new AppError('not-found', `编号 ${batchId} 的改动不是一次到场登记；请在改动记录中撤销`, {
        path: 'batchId',
        value: batchId,
      })
    }
    const [was, is] = [personOf(change.before), personOf(change.after)]
    const name = (is ?? was)?.name ?? ''
    if (findNewestChange(core.db, 'evacuees', change.key)?.batchId !== batchId) {
      throw new AppError('conflict', `${name}在此后又有改动，不能撤销这一次；请核对此人现在的登记`, {
        path: 'batchId',
        value: batchId,
      })
    }
    const stamp = stampOf(core, { who: input.who, reason: `撤销登记：${name}` }, caller)
    const undo = { kind: 'undo', undoes: batchId } as const
    return { batchId: writeEvacuees(core, [{ before: is, after: was }], stamp, undo).batchId, name }
  })
}

/** Whether it is a move. @throws AppError `already-arrived` when they are here, or elsewhere and no reason is given. */
function refuseArrived(
  dataset: Dataset,
  person: EvacueeRow,
  { shelterId, zoneId, moveReason }: ParsedInputOf<Arrivals['tick']>,
): boolean {
  if (evacueeStatus(person) !== 'present') return false
  const at = dataset.shelters.find(({ id }) => id === person.shelterId)?.name ?? person.shelterId
  const time = person.arrivedAt.slice(11, 16)
  if (person.shelterId === shelterId && (zoneId ?? '') === person.zoneId) {
    throw new AppError('already-arrived', `${person.name}已于 ${time} 在本点登记到场；无需再登记`, {
      path: 'evacueeId',
      value: { shelterId: person.shelterId, arrivedAt: person.arrivedAt },
    })
  }
  if (person.shelterId !== shelterId && moveReason === '') {
    throw new AppError('already-arrived', `${person.name}已于 ${time} 在“${at}”登记到场；确需转来请写明原因`, {
      path: 'moveReason',
      value: { shelterId: person.shelterId, arrivedAt: person.arrivedAt },
    })
  }
  return person.shelterId !== shelterId
}

const OUT_WORDS = { closed: '关闭', unusable: '不可用', full: '已满' } as const

function warnOfShelter(
  dataset: Dataset,
  shelter: ShelterRow,
  { zoneId, acknowledged, arriving }: { zoneId: string | null; acknowledged: boolean; arriving: 0 | 1 },
): void {
  const { state } = shelter
  const zone = zoneId === null ? null : (dataset.shelterZones.find(({ id }) => id === zoneId) ?? null)
  if (zoneId !== null && zone?.shelterId !== shelter.id) {
    throw new AppError('unknown-reference', `${shelter.name}没有编号为“${zoneId}”的分区；请重新选择分区`, {
      path: 'zoneId',
      value: zoneId,
    })
  }
  const present = dataset.evacuees.filter((row) => row.shelterId === shelter.id && evacueeStatus(row) === 'present')
  const inZone = zone === null ? 0 : present.filter((row) => row.zoneId === zone.id).length
  const people = Math.max(shelter.occupied, present.length) + arriving
  if (arriving > 0 && people > shelter.capacity) warnUnless(acknowledged, overCapacity(shelter, people), people)
  if (zone !== null && inZone >= zone.capacity) {
    const words = `分区“${zone.name}”容量 ${zone.capacity} 人，登记后为 ${inZone + 1} 人；请换一个分区，或确认超容`
    warnUnless(acknowledged, words, inZone + 1)
  }
  if (arriving === 0) return
  if (state === 'closed' || state === 'unusable' || state === 'full') {
    warnUnless(acknowledged, `${shelter.name}的状态是“${OUT_WORDS[state]}”；请先核对能否收人，或确认仍然登记`, state)
  }
}

function arrival(
  core: RecordsParts,
  { shelterId, zoneId }: { readonly shelterId: string; readonly zoneId: string | null },
): Pick<EvacueeRow, 'shelterId' | 'zoneId' | 'arrivedAt'> {
  return { shelterId, zoneId: zoneId ?? '', arrivedAt: nowText(core) }
}

function nowText({ nowMs }: Pick<RecordsParts, 'nowMs'>): string {
  return formatInstant(Math.floor(nowMs() / 1000), OFFSET_MIN)
}

function ticked(core: RecordsParts, person: EvacueeRow, batchId: number | null): Ticked {
  const dataset = core.library.current()
  const { id, capacity } = shelterOf(dataset, person.shelterId)
  const present = presentByShelter(dataset.evacuees).get(id) ?? 0
  return { batchId, person: evacueeLines(dataset)(person), shelter: { shelterId: id, present, capacity } }
}

function personOf(text: string | null): EvacueeRow | null {
  const value = text === null ? null : recordOfText('evacuees', text)
  return value !== null && isEvacuee(value) ? value : null
}

function isEvacuee(value: object): value is EvacueeRow {
  return 'arrivedAt' in value && 'populationPointId' in value
}
