import type { AppContract } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import type { ShelterLine } from '#shared/contract/shelters.contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { ShelterRow } from '#shared/domain/dataset/tables.ts'
import { evacueeStatus, occupancyBasis, presentByShelter } from '#shared/domain/evacuee.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { groupBy, sortedBy } from '#shared/kernel/order.ts'
import { newestChangeOfMember, type MemberChange } from '../../db/repositories/library-members.repo.ts'
import type { ReadDb } from '../../db/db-types.ts'
import type { RecordsParts } from '../records/record-parts.ts'
import { evacueeLines } from './evacuee-line.ts'

type OpenedShelter = OutputOf<AppContract['shelters']['open']>

/** A lot that can be handed out. */
const AT_HAND = '在库'

/** Every shelter on one board; see the contract. */
export function shelterBoard(core: Pick<RecordsParts, 'db' | 'library'>): ShelterLine[] {
  const dataset = core.library.current()
  const lines = dataset.shelters.map(lineWriter(core.db, dataset))
  return sortedBy(lines, ({ occupied, town, name, shelterId }) => [occupied > 0 ? 0 : 1, town, name, shelterId])
}

/** One shelter; see the contract. */
export function openShelter(core: Pick<RecordsParts, 'db' | 'library'>, shelterId: string): OpenedShelter {
  const dataset = core.library.current()
  const shelter = shelterOf(dataset, shelterId)
  const own = dataset.evacuees.filter((row) => row.shelterId === shelterId)
  const present = own.filter((row) => evacueeStatus(row) === 'present')
  const zones = sortedBy(
    dataset.shelterZones.filter((zone) => zone.shelterId === shelterId),
    ({ name, id }) => [name, id],
  )
  const order = ['present', 'expected', 'left']
  return {
    line: lineWriter(core.db, dataset)(shelter),
    zones: zones.map(({ id, name, capacity, areaM2, meantFor }) => ({
      ...{ zoneId: id, name, capacity, areaM2, meantFor: [...meantFor] },
      present: present.filter(({ zoneId }) => zoneId === id).length,
    })),
    goods: goodsOf(dataset, shelter),
    people: sortedBy(own.map(evacueeLines(dataset)), ({ status, arrivedAt, name, evacueeId }) => [
      ...[order.indexOf(status), arrivedAt, name, evacueeId],
    ]),
  }
}

/** A shelter of the data set. @throws AppError `not-found`. */
export function shelterOf({ shelters }: Pick<Dataset, 'shelters'>, shelterId: string): ShelterRow {
  const shelter = shelters.find(({ id }) => id === shelterId)
  if (shelter !== undefined) return shelter
  throw new AppError('not-found', `没有编号为“${shelterId}”的避灾安置场所；请刷新后重新选择`, {
    path: 'shelterId',
    value: shelterId,
  })
}

function lineWriter(db: ReadDb, dataset: Dataset): (shelter: ShelterRow) => ShelterLine {
  const present = presentByShelter(dataset.evacuees)
  const expected = groupBy(
    dataset.evacuees.filter((row) => evacueeStatus(row) === 'expected'),
    ({ shelterId }) => shelterId,
  )
  const zones = groupBy(dataset.shelterZones, ({ shelterId }) => shelterId)
  const lots = groupBy(
    dataset.stock.filter(({ status }) => status === AT_HAND),
    ({ storeId }) => storeId,
  )
  const stores = { own: groupBy(dataset.stores, ({ shelterId }) => shelterId), street: streetStores(dataset) }
  const lotsIn = (ids: readonly { readonly id: string }[]): number =>
    ids.reduce((sum, { id }) => sum + (lots.get(id)?.length ?? 0), 0)
  const states = newestChangeOfMember(db, 'shelters', 'state')
  const counts = newestChangeOfMember(db, 'shelters', 'occupied')
  return (shelter) => {
    const { id, name, tier, town, state, capacity, occupied, personInCharge, phone } = shelter
    const own = zones.get(id) ?? []
    const inside = present.get(id) ?? 0
    return {
      ...{ shelterId: id, name, tier, town, state, capacity, occupied, personInCharge, phone },
      ...{ stateSaid: said(states.get(id)), occupiedSaid: said(counts.get(id)) },
      ...{ basis: occupancyBasis(shelter, inside), present: inside, expected: expected.get(id)?.length ?? 0 },
      ...{ free: capacity - occupied, zones: own.length },
      zonesCapacity: own.reduce((sum, zone) => sum + zone.capacity, 0),
      ...{ ownLots: lotsIn(stores.own.get(id) ?? []), streetLots: lotsIn(stores.street.get(town) ?? []) },
      ...{ standardised: shelter.standardised === 1, video: shelter.video === 1, isDemo: shelter.isDemo === 1 },
    }
  }
}

function said(change: MemberChange | undefined): ShelterLine['stateSaid'] {
  return change === undefined ? null : { at: change.recordedAt, who: change.who, reason: change.reason }
}

/** Stores of each street that are not a shelter's own. */
function streetStores({ stores }: Pick<Dataset, 'stores'>): Map<string, Dataset['stores']> {
  return groupBy(
    stores.filter(({ shelterId, tier, town }) => shelterId === '' && tier === 'street' && town !== ''),
    ({ town }) => town,
  )
}

function goodsOf(dataset: Dataset, shelter: ShelterRow): OpenedShelter['goods'] {
  const own = dataset.stores.filter(({ shelterId }) => shelterId === shelter.id)
  const street = streetStores(dataset).get(shelter.town) ?? []
  const goods = [
    ...own.map((store) => ({ store, from: 'own' as const })),
    ...street.map((store) => ({ store, from: 'street' as const })),
  ]
  return goods.flatMap(({ store, from }) => {
    const lots = dataset.stock.filter(({ storeId, status }) => storeId === store.id && status === AT_HAND)
    const items = [...groupBy(lots, ({ item, unit }) => `${item}|${unit}`).values()].flatMap((group) => {
      const [first] = group
      if (first === undefined) return []
      const days = group
        .map(({ expiresOn }) => expiresOn)
        .filter((day) => day !== '')
        .sort()
      const quantity = group.reduce((sum, lot) => sum + lot.quantity, 0)
      const { item, unit } = first
      const { keeper, phone } = store
      return [{ from, store: store.name, keeper, phone, item, quantity, unit, expiresOn: days[0] ?? '' }]
    })
    return sortedBy(items, ({ item, unit }) => [item, unit])
  })
}
