import { appContract, type AppContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import type { ShelterRow } from '#shared/domain/dataset/tables.ts'
import { type ShelterZoneRow, presentByShelter } from '#shared/domain/evacuee.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { applyLibraryBatch } from '../../keeping/apply-library-batch.ts'
import { answerOnce } from '../answer-once.ts'
import { stampOf } from '../batch-stamp.ts'
import { proposeKey } from '../records/propose-key.ts'
import type { RecordsParts } from '../records/record-parts.ts'
import { shelterOf } from './shelter-board.ts'

type Shelters = AppContract['shelters']

/** Changes the state of a shelter; see the contract. */
export function setShelterState(
  core: RecordsParts,
  input: ParsedInputOf<Shelters['setState']>,
  caller: Caller,
): OutputOf<Shelters['setState']> {
  const command = { channel: 'shelters.setState', input, output: appContract.shelters.setState.output }
  return answerOnce(core, command, () => {
    const shelter = shelterOf(core.library.current(), input.shelterId)
    const isOut = input.state === 'closed' || input.state === 'unusable'
    if (isOut && shelter.occupied > 0) {
      const words = `${shelter.name}里还有 ${shelter.occupied} 人，${input.state === 'closed' ? '关闭' : '停用'}前须先安排转走`
      warnUnless(input.acknowledged, words, shelter.occupied)
    }
    return changeShelter(core, shelter, { ...shelter, state: input.state }, stampOf(core, input, caller))
  })
}

/** Keeps a reported number of people; see the contract. */
export function reportPeople(
  core: RecordsParts,
  input: ParsedInputOf<Shelters['report']>,
  caller: Caller,
): OutputOf<Shelters['report']> {
  const command = { channel: 'shelters.report', input, output: appContract.shelters.report.output }
  return answerOnce(core, command, () => {
    const dataset = core.library.current()
    const shelter = shelterOf(dataset, input.shelterId)
    const present = presentByShelter(dataset.evacuees).get(shelter.id) ?? 0
    const occupied = input.occupied ?? present
    if (occupied > shelter.capacity) warnUnless(input.acknowledged, overCapacity(shelter, occupied), occupied)
    if (occupied < present) {
      const words = `名单上${shelter.name}已登记在场 ${present} 人，报数 ${occupied} 人更少；请先核对人数`
      warnUnless(input.acknowledged, words, occupied)
    }
    return changeShelter(core, shelter, { ...shelter, occupied }, stampOf(core, input, caller))
  })
}

/** Adds or changes a zone; see the contract. */
export function saveZone(
  core: RecordsParts,
  input: ParsedInputOf<Shelters['saveZone']>,
  caller: Caller,
): OutputOf<Shelters['saveZone']> {
  const command = { channel: 'shelters.saveZone', input, output: appContract.shelters.saveZone.output }
  return answerOnce(core, command, () => {
    const dataset = core.library.current()
    const shelter = shelterOf(dataset, input.shelterId)
    const own = dataset.shelterZones.filter(({ shelterId }) => shelterId === shelter.id)
    const before = input.zoneId === null ? null : (own.find(({ id }) => id === input.zoneId) ?? null)
    if (input.zoneId !== null && before === null) {
      throw new AppError('not-found', `${shelter.name}没有编号为“${input.zoneId}”的分区；请刷新`, {
        path: 'zoneId',
        value: input.zoneId,
      })
    }
    const others = own.filter(({ id }) => id !== input.zoneId)
    const total = others.reduce((sum, zone) => sum + zone.capacity, input.capacity)
    if (total > shelter.capacity) {
      const words = `各分区合计 ${total} 人，超过${shelter.name}的容量 ${shelter.capacity} 人；请核对`
      warnUnless(input.acknowledged, words, total)
    }
    const { name, capacity, areaM2, meantFor } = input
    const after: ShelterZoneRow = {
      ...(before ?? {
        ...{ id: proposeKey(core, 'shelterZones'), shelterId: shelter.id, source: '', note: '' },
        isDemo: shelter.isDemo,
      }),
      ...{ name, capacity, areaM2, meantFor },
    }
    const change = { kind: 'shelterZones', key: after.id, before, after } as const
    const stamp = stampOf(core, input, caller)
    const { batchId } = applyLibraryBatch(core.db, { ...stamp, kind: 'edit', undoes: null, changes: [change] })
    return { batchId, zoneId: after.id }
  })
}

/** Words for a shelter that would hold more people than it has places. */
export function overCapacity({ name, capacity }: Pick<ShelterRow, 'name' | 'capacity'>, people: number): string {
  return `${name}容量 ${capacity} 人，登记后为 ${people} 人，超出 ${people - capacity} 人；请改送他处，或确认超容`
}

/** @throws AppError `needs-acknowledgement` unless the operator has seen it. */
export function warnUnless(acknowledged: boolean, words: string, value: unknown): void {
  if (!acknowledged) throw new AppError('needs-acknowledgement', words, { path: 'acknowledged', value })
}

function changeShelter(
  core: RecordsParts,
  before: ShelterRow,
  after: ShelterRow,
  stamp: ReturnType<typeof stampOf>,
): { batchId: number | null } {
  const change = { kind: 'shelters', key: before.id, before, after } as const
  const { batchId } = applyLibraryBatch(core.db, { ...stamp, kind: 'edit', undoes: null, changes: [change] })
  return { batchId }
}
