import type { OrderReceiver } from '../../domain/command/order.ts'
import type { ProposedOrder } from '../../domain/command/order-draft.ts'
import type { Action } from '../../domain/plan/handling-plan.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { actionsOrderText, expertOrderText } from '../../text/orders/order-texts.ts'
import { dueTimeOf, phoneNotes } from './due-time.ts'
import { headlineOf, type ProposalSource } from './proposal-source.ts'
import { receiptOnly } from './propose-team-orders.ts'

const NOTHING_SENT = {
  teamId: null,
  vehicleIds: [],
  authority: null,
  callSign: '',
  channel: '',
  goods: [],
  replaces: null,
  follows: null,
}

/** One order a person and phase: what he does in it, each task with its time; due with the last of them. */
export function proposeActionOrders(source: ProposalSource): ProposedOrder[] {
  const { plan, version, limits } = source
  return plan.handlingPlan.phases.flatMap((phase, phaseIndex) => {
    const placed = phase.actions.map((action, index) => ({
      action,
      place: `handlingPlan.phases.${phaseIndex}.actions.${index}`,
    }))
    const groups = groupBy(
      placed,
      ({ action }) => `${action.hq} ${action.assignee.personId || `group:${action.group}`}`,
    )
    return [...groups].flatMap(([, some]): ProposedOrder[] => {
      const tasks = sortedBy(some, ({ action }) => [action.dueAt, action.id])
      const [first] = tasks
      const last = tasks.at(-1)
      if (first === undefined || last === undefined) return []
      const { hq, assignee } = first.action
      const due = dueTimeOf(source, last.action.dueAt)
      const times = tasks.map(({ action }) => ({ action, due: dueTimeOf(source, action.dueAt) }))
      return [
        {
          key: `action:${phase.id}:${hq}:${assignee.personId || first.action.group}`,
          order: {
            ...NOTHING_SENT,
            hq,
            receiver: receiverOf(first.action, groupNameOf(source, first.action)),
            text: actionsOrderText(
              phase.title,
              times.map(({ action, due: own }) => ({ text: action.text, dueAt: own.dueAt ?? action.dueAt })),
            ),
            dueAt: due.dueAt,
            targets: receiptOnly(limits),
            source: { kind: 'action', planVersion: version, lineId: tasks.map(({ action }) => action.id).join(' ') },
          },
          beforeApproval: false,
          places: tasks.map(({ place }) => place),
          notes: [...due.notes, ...(assignee.name === '' ? ['没有明确责任人，请指定'] : phoneNotes(assignee.phone))],
        },
      ]
    })
  })
}

/** Experts that the plan calls. */
export function proposeExpertOrders({ plan, version, limits }: ProposalSource): ProposedOrder[] {
  return plan.forcePlan.experts.map((expert, index) => ({
    key: `expert:${expert.personId}`,
    order: {
      ...NOTHING_SENT,
      hq: 'administrative',
      receiver: { kind: 'person', id: expert.personId, name: expert.name, phone: expert.phone },
      text: expertOrderText(headlineOf(plan), expert.specialty),
      dueAt: null,
      targets: receiptOnly(limits),
      source: { kind: 'assignment', planVersion: version, lineId: expert.personId },
    },
    beforeApproval: false,
    places: [`forcePlan.experts.${index}`],
    notes: phoneNotes(expert.phone),
  }))
}

function receiverOf(action: Action, groupName: string): OrderReceiver {
  const { personId, name, phone } = action.assignee
  return name === ''
    ? { kind: 'post', id: action.group, name: groupName, phone }
    : { kind: 'person', id: personId, name: `${groupName}${name}`, phone }
}

function groupNameOf({ plan }: ProposalSource, { hq, group }: Action): string {
  const named = plan.headquarters[hq].workGroups.find(({ code }) => code === group)
  return named?.name.replace(/[(（][^()（）]*[)）]$/, '') ?? ''
}
