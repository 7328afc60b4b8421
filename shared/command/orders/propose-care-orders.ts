import type { OrderedGoods } from '../../domain/command/order.ts'
import type { ProposedOrder } from '../../domain/command/order-draft.ts'
import type { SupplyTransfer } from '../../domain/plan/force-plan.ts'
import { formatInstant, parseInstant } from '../../kernel/instant.ts'
import { groupBy } from '../../kernel/order.ts'
import { evacuationOrderText, supplyOrderText } from '../../text/orders/order-texts.ts'
import { dueTimeOf, phoneNotes } from './due-time.ts'
import type { ProposalSource } from './proposal-source.ts'
import { receiptOnly } from './propose-team-orders.ts'

const NOTHING_SENT = { teamId: null, vehicleIds: [], authority: null, callSign: '', channel: '' }
const STANDS_ALONE = { replaces: null, follows: null }

/** One order a store: every lot it hands out, by destination, with the lorry. */
export function proposeSupplyOrders(source: ProposalSource): ProposedOrder[] {
  const { plan, version, limits } = source
  const { allocations, transfers = [] } = plan.forcePlan.supplies
  const placed = allocations.map((line, index) => ({ line, place: `forcePlan.supplies.allocations.${index}` }))
  return [...groupBy(placed, ({ line }) => line.storeId)].flatMap(([storeId, rows]): ProposedOrder[] => {
    const [head] = rows
    if (head === undefined) return []
    const runs = [...groupBy(rows, ({ line }) => line.transferId ?? line.toId)].map(([runId, some]) => {
      const transfer = transfers.find(({ id }) => id === runId) ?? null
      const due = transfer === null ? null : dueTimeOf(source, wantedAt(source, transfer))
      return { transfer, due, goods: some.map(({ line }) => line) }
    })
    const dueTimes = runs.flatMap(({ due }) => (due?.dueAt ? [due.dueAt] : []))
    const carrierLess = runs.filter(({ transfer }) => transfer?.carrierId === null)
    return [
      {
        key: `supply:${storeId}`,
        order: {
          ...NOTHING_SENT,
          ...STANDS_ALONE,
          hq: 'administrative',
          receiver: {
            kind: 'store',
            id: storeId,
            name: head.line.keeper === '' ? head.line.storeName : `${head.line.storeName} ${head.line.keeper}`,
            phone: head.line.phone,
          },
          text: supplyOrderText(
            runs.map(({ transfer, due, goods }) => ({
              toName: transfer?.toName ?? nameOfPlace(source, goods[0]?.toId ?? ''),
              goods: goods.map(({ item, quantity, unit }) => `${item}${quantity}${unit}`),
              carrier: carrierWords(transfer),
              carrierPhone: transfer?.phone ?? '',
              dueAt: due?.dueAt ?? null,
            })),
          ),
          dueAt: dueTimes.sort().at(-1) ?? null,
          targets: receiptOnly(limits),
          goods: rows.map(({ line }): OrderedGoods => {
            const { lotId, item, quantity, unit } = line
            return { lotId, storeId, item, quantity, unit }
          }),
          source: { kind: 'supply', planVersion: version, lineId: storeId },
        },
        beforeApproval: false,
        places: rows.map(({ place }) => place),
        notes: [
          ...new Set(runs.flatMap(({ due }) => due?.notes ?? [])),
          ...phoneNotes(head.line.phone),
          ...(carrierLess.length === 0 ? [] : ['运力名录里没有能承运的车，须另行请求']),
        ],
      },
    ]
  })
}

/** One order a street: its people, where they go and who leads them. */
export function proposeEvacuationOrders(source: ProposalSource): ProposedOrder[] {
  const { plan, version, limits, townOf } = source
  const placed = plan.handlingPlan.evacuation.assignments.map((line, index) => ({
    line,
    place: `handlingPlan.evacuation.assignments.${index}`,
  }))
  return [...groupBy(placed, ({ line }) => townOf(line.fromId))].map(([town, rows]): ProposedOrder => {
    const posts = plan.headquarters.administrative.posts
    const street = town === '' ? undefined : posts.find(({ post }) => post === `STREET_DUTY:${town}`)
    const head = rows[0]?.line
    const phone = street?.phone ?? head?.phone ?? ''
    const due = dueTimeOf(
      source,
      rows
        .map(({ line }) => line.doneBy)
        .sort()
        .at(-1) ?? '',
    )
    return {
      key: `evacuation:${town}`,
      order: {
        ...NOTHING_SENT,
        ...STANDS_ALONE,
        hq: 'administrative',
        receiver: {
          kind: street === undefined ? 'person' : 'post',
          id: street?.post ?? '',
          name: street === undefined ? head?.personInCharge || town || '属地街道' : `${street.title}${street.name}`,
          phone,
        },
        text: evacuationOrderText(
          rows.map(({ line }) => ({
            name: line.fromName,
            people: line.people,
            mode: line.mode,
            shelter: line.shelterName,
            means: line.means,
            specialNeeds: line.specialNeeds,
            startBy: line.startBy,
            doneBy: line.doneBy,
            incharge: line.personInCharge === '' ? '' : `${line.personInCharge}${line.phone}`,
          })),
        ),
        dueAt: due.dueAt,
        targets: receiptOnly(limits),
        goods: [],
        source: { kind: 'evacuation', planVersion: version, lineId: town },
      },
      beforeApproval: false,
      places: rows.map(({ place }) => place),
      notes: [
        ...due.notes,
        ...phoneNotes(phone),
        ...(street === undefined ? ['未找到该街道值班员，收令人取首个点位责任人，请核对'] : []),
      ],
    }
  })
}

function wantedAt({ plan }: ProposalSource, { byS }: SupplyTransfer): string {
  const made = parseInstant(plan.incident.plannedAt)
  return made === null ? '' : formatInstant(made.epochS + byS, made.offsetMin)
}

function carrierWords(transfer: SupplyTransfer | null): string {
  return transfer === null || transfer.carrierId === null ? '' : `${transfer.carrierName}${transfer.trips}车次`
}

function nameOfPlace({ plan }: ProposalSource, id: string): string {
  return (
    plan.movementPlan.stagingAreas.find((area) => area.id === id)?.name ??
    plan.handlingPlan.evacuation.assignments.find(({ shelterId }) => shelterId === id)?.shelterName ??
    id
  )
}
