import type { OrderTargets } from '../../domain/command/order.ts'
import type { ProposedOrder } from '../../domain/command/order-draft.ts'
import type { CommandParameters } from '../../domain/parameters/command.ts'
import type { Assignment } from '../../domain/plan/force-plan.ts'
import { groupBy } from '../../kernel/order.ts'
import { VEHICLE_NAMES } from '../../text/name-of-need.ts'
import { teamOrderText } from '../../text/orders/order-texts.ts'
import { phoneNotes } from './due-time.ts'
import { headlineOf, placeOf, type ProposalSource } from './proposal-source.ts'

/** The orders of minutes 0 to 5, in the words of the plan. */
export function proposeFirstOrders({ plan, version, limits }: ProposalSource): ProposedOrder[] {
  return plan.firstOrders.map((order, index) => {
    const teamId = order.teamId ?? null
    const line = plan.forcePlan.assignments.find((candidate) => candidate.teamId === teamId)
    const radio = plan.movementPlan.movements.find((movement) => movement.teamId === teamId)
    return {
      key: `firstOrder:${order.id}`,
      order: {
        hq: order.hq,
        receiver: {
          kind: teamId !== null ? 'team' : order.post === undefined ? 'organisation' : 'post',
          id: teamId ?? order.post ?? '',
          name: order.call,
          phone: order.phone,
        },
        text: order.words,
        dueAt: null,
        targets: teamId === null ? receiptOnly(limits) : teamTargets(limits, line?.etaS ?? null),
        teamId,
        vehicleIds: line?.vehicles.map(({ id }) => id) ?? [],
        authority: order.authority ?? null,
        callSign: radio?.callSign ?? '',
        channel: radio?.channel ?? '',
        goods: [],
        source: { kind: 'firstOrder', planVersion: version, lineId: order.id },
        replaces: null,
        follows: null,
      },
      beforeApproval: true,
      places: [`firstOrders.${index}`],
      notes: phoneNotes(order.phone),
    }
  })
}

/** One order for each team of the plan. */
export function proposeTeamOrders({ plan, version, limits }: ProposalSource): ProposedOrder[] {
  return plan.forcePlan.assignments.map((line, index) => {
    const movement = plan.movementPlan.movements.find(({ teamId }) => teamId === line.teamId)
    const staging = plan.movementPlan.stagingAreas.find(({ id }) => id === line.stagingAreaId)
    const stagingPlace = plan.movementPlan.stagingAreas.findIndex(({ id }) => id === line.stagingAreaId)
    const movementPlace = plan.movementPlan.movements.findIndex(({ teamId }) => teamId === line.teamId)
    const first = plan.firstOrders.find(({ teamId }) => teamId === line.teamId)
    return {
      key: `assignment:${line.id}`,
      order: {
        hq: asksOutside(line) ? 'administrative' : line.hq,
        receiver: { kind: 'team', id: line.teamId, name: line.teamName, phone: line.phone },
        text: teamOrderText({
          authority: line.authority,
          incident: headlineOf(plan),
          address: placeOf(plan),
          staging: staging?.name ?? null,
          role: line.role,
          vehicles: vehicleWords(line),
          personnel: line.personnel,
          roads: (movement?.roads ?? []).map(({ name }) => name).filter((name) => name !== ''),
          distanceM: movement === undefined ? null : line.distanceM,
          arriveAt: line.arriveAt,
          callSign: movement?.callSign ?? '',
          channel: movement?.channel ?? '',
        }),
        dueAt: null,
        targets: teamTargets(limits, line.etaS),
        teamId: line.teamId,
        vehicleIds: line.vehicles.map(({ id }) => id),
        authority: line.authority,
        callSign: movement?.callSign ?? '',
        channel: movement?.channel ?? '',
        goods: [],
        source: { kind: 'assignment', planVersion: version, lineId: line.id },
        replaces: null,
        follows: null,
      },
      beforeApproval: false,
      places: [
        `forcePlan.assignments.${index}`,
        ...(movementPlace < 0 ? [] : [`movementPlan.movements.${movementPlace}`]),
        ...(stagingPlace < 0 ? [] : [`movementPlan.stagingAreas.${stagingPlace}`]),
      ],
      notes: [
        ...phoneNotes(line.phone),
        ...(first === undefined ? [] : [`首批指令已先叫${line.teamName}，本令补充任务`]),
      ],
    }
  })
}

/** Forces of others are asked for by the administrative headquarters. */
function asksOutside({ authority }: Assignment): boolean {
  return authority === 'request'
}

function vehicleWords({ vehicles }: Assignment): string[] {
  return [...groupBy(vehicles, ({ kind }) => kind).values()].flatMap((same) =>
    same[0] === undefined ? [] : [`${VEHICLE_NAMES[same[0].kind]}${same.length}辆`],
  )
}

/** Receipt, turn-out by the 135 circle, and arrival by the plan with its tolerance; an arrival nobody reckoned has no limit. */
export function teamTargets(limits: CommandParameters, etaS: number | null): OrderTargets {
  const { receiptLimitS, turnOutLimitS, arrivalToleranceS, arrivalToleranceShare } = limits
  return {
    receivedByS: receiptLimitS.value,
    turnedOutByS: turnOutLimitS.value,
    onSceneByS:
      etaS === null ? null : etaS + Math.max(arrivalToleranceS.value, Math.ceil(etaS * arrivalToleranceShare.value)),
  }
}

/** Targets of whoever stays where he is: the receipt. */
export function receiptOnly({ receiptLimitS }: CommandParameters): OrderTargets {
  return { receivedByS: receiptLimitS.value, turnedOutByS: null, onSceneByS: null }
}
