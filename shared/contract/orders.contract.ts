import * as z from 'zod'
import { ORDER_STEPS, OrderRung, OrderStepped, OrderCorrected, IssuedOrder } from '../domain/command/order.ts'
import { OrderDraft, ProposedOrder } from '../domain/command/order-draft.ts'
import { Finding } from '../domain/reason.ts'
import { CHAIN_LINKS } from '../command/orders/order-chain.ts'
import { CONTRADICTIONS, ORDER_STATES } from '../command/orders/order-state.ts'
import { RUNG_ROLES } from '../command/orders/ring-ladder.ts'
import { command, query } from './define.ts'

const CommandId = z.uuid()
const IncidentId = z.string().min(1)
const Moment = z.string().min(1)
const Author = z.strictObject({ user: z.string(), role: z.string(), onBehalf: z.string().nullable() })
const Timer = z.strictObject({ step: z.enum(['received', 'turnedOut', 'onScene', 'done']), dueAt: z.string() })

/** A number to ring about an overdue order, in the order of ringing. */
export const LadderRung = z.strictObject({
  role: z.enum(RUNG_ROLES),
  /** Id of the team, person, organisation or post that is rung. */
  id: z.string(),
  name: z.string(),
  /** Empty = the library holds none: said, not left out. */
  phone: z.string(),
  /** Seconds after the order became overdue. */
  afterS: z.number().int().nonnegative(),
})
export type LadderRung = z.infer<typeof LadderRung>

const SaidStep = OrderStepped.omit({ orderId: true }).extend({
  opId: z.string(),
  recordedBy: Author,
  recordedAt: z.string(),
  corrections: z.array(
    OrderCorrected.omit({ orderId: true, stepOp: true }).extend({ opId: z.string(), recordedBy: Author }),
  ),
  /** The time that counts now; null = it was taken back. */
  standsAt: z.string().nullable(),
})

/** An order with everything known of it. Whether a timer ran out is told by the clock of the window. */
export const OrderRow = z.strictObject({
  order: IssuedOrder,
  opId: z.string(),
  incidentId: IncidentId,
  issuedBy: Author,
  recordedAt: z.string(),
  state: z.enum(ORDER_STATES),
  isLive: z.boolean(),
  steps: z.array(SaidStep),
  rings: z.array(OrderRung.omit({ orderId: true }).extend({ opId: z.string(), recordedBy: Author })),
  replacedBy: z.string().nullable(),
  followedBy: z.array(z.string()),
  contradictions: z.array(
    z.strictObject({
      code: z.enum(CONTRADICTIONS),
      steps: z.array(z.strictObject({ step: z.enum([...ORDER_STEPS, 'issued']), at: z.string(), saidBy: z.string() })),
    }),
  ),
  possible: z.array(z.enum(ORDER_STEPS)),
  chain: z.array(
    z.strictObject({
      link: z.enum(CHAIN_LINKS),
      at: z.string().nullable(),
      saidBy: z.string(),
      sinceCallS: z.number().int().nullable(),
      sinceLinkBeforeS: z.number().int().nullable(),
      limitS: z.number().int().nullable(),
      kept: z.boolean().nullable(),
    }),
  ),
  timers: z.array(Timer),
  /** Whom to ring when it is overdue; empty once it ended. */
  ladder: z.array(LadderRung),
})
export type OrderRow = z.infer<typeof OrderRow>

/** A live order of any incident, for the strip and the alarm. */
export const LiveOrder = z.strictObject({
  incidentId: IncidentId,
  orderId: z.string(),
  number: z.string(),
  hq: z.enum(['administrative', 'tactical']),
  receiver: z.string(),
  timers: z.array(Timer),
})
export type LiveOrder = z.infer<typeof LiveOrder>

/** An order as an officer wants it issued: a proposal, edited or not, or one written freely. */
export const OrderWish = z.strictObject({
  order: OrderDraft,
  /** Key of the proposal it was made from; null = written freely. */
  key: z.string().nullable(),
  /** Set by a person who issues it against a finding that forbids it. */
  overrule: z.strictObject({ by: z.string().trim().min(1), reason: z.string().trim().min(1) }).nullable(),
})
export type OrderWish = z.infer<typeof OrderWish>

/** How an officer changed the plan before he issued it; the validator judges the plan with these changes. */
export const PlanEdits = z.strictObject({
  /** Teams that are not to go. */
  dropped: z.array(z.string()),
  /** A team that goes in place of another. */
  swapped: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  /** A team that waits elsewhere. */
  staging: z.array(z.strictObject({ teamId: z.string(), stagingAreaId: z.string() })),
})
export type PlanEdits = z.infer<typeof PlanEdits>

/** Orders of an incident: proposed from its plan, issued, followed until they end. */
export const ordersContract = {
  /** All orders of an incident, in the order of the record. */
  list: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: z.strictObject({
      receivedAt: z.string().nullable(),
      orders: z.array(OrderRow),
      /** Words about orders that this machine does not have. */
      strays: z.array(OrderStepped.extend({ opId: z.string() })),
    }),
    topics: ['orders'],
  }),
  /** Live orders of every incident with what they wait for. */
  live: query({ input: z.strictObject({}), output: z.array(LiveOrder), topics: ['orders'] }),
  /** What the newest plan comes to as orders; null before there is a plan. */
  proposal: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: z
      .strictObject({
        version: z.number().int(),
        contentHash: z.string(),
        orders: z.array(
          ProposedOrder.extend({
            /** Orders already issued for this line, of any version, that are not withdrawn or refused. */
            issuedAs: z.array(z.strictObject({ orderId: z.string(), number: z.string(), version: z.number().int() })),
          }),
        ),
      })
      .nullable(),
    topics: ['orders', 'plans'],
  }),
  /** What the rules say of a plan with an officer's changes; `orders` are the proposals of the changed plan. */
  judge: query({
    input: z.strictObject({ incidentId: IncidentId, version: z.number().int(), edits: PlanEdits }),
    output: z.strictObject({ findings: z.array(Finding), orders: z.array(ProposedOrder) }),
    topics: ['plans', 'library'],
  }),
  /**
   * Issues orders, all or none, each with its own number. Orders of a plan need its approval by their headquarters, but
   * for those of minutes 0 to 5. @throws `forbidden`, `order-state`, `conflict` when the plan is no longer the newest.
   */
  issue: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      /** When they were given; now when it is not said. */
      at: Moment.optional(),
      edits: PlanEdits.optional(),
      orders: z.array(OrderWish).min(1).max(200),
    }),
    output: z.strictObject({ orders: z.array(z.strictObject({ orderId: z.string(), number: z.string() })) }),
    changes: ['orders', 'incidents', 'journal'],
  }),
  /** Logs one step of one or several orders as somebody said it. @throws `order-state` when it cannot follow. */
  step: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      orderIds: z.array(z.string().min(1)).min(1).max(50),
      ...OrderStepped.omit({ orderId: true, at: true }).shape,
      /** When it was; now when it is not said. */
      at: Moment.optional(),
    }),
    output: z.strictObject({ at: z.string(), stepOps: z.array(z.string()) }),
    changes: ['orders', 'incidents', 'journal'],
  }),
  /** Takes back a step that was logged wrongly, or gives its right time; the first entry stays in the record. */
  correct: command({
    input: z.strictObject({ commandId: CommandId, incidentId: IncidentId, ...OrderCorrected.shape }),
    output: z.strictObject({}),
    changes: ['orders', 'journal'],
  }),
  /** Keeps that somebody was rung about an overdue order. */
  ring: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      ...OrderRung.omit({ at: true }).shape,
      at: Moment.optional(),
    }),
    output: z.strictObject({ at: z.string() }),
    changes: ['orders', 'journal'],
  }),
} as const
