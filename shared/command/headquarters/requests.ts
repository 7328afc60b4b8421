import type { RequestAnswer, RequestMade } from '../../domain/command/request.ts'
import type { Op, OpOf } from '../../replication/op.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { opsOfKind } from '../heads.ts'
import { threadsOf } from './thread.ts'

export type RequestState = 'waiting' | RequestAnswer | 'fulfilled' | 'withdrawn' | 'contested'

/** One step of a request. */
export interface RequestWord {
  readonly opId: string
  readonly kind: Exclude<RequestState, 'waiting' | 'contested'>
  readonly text: string
  readonly officer: string
  /** Wall time of the seat. */
  readonly saidAt: string
}

/** A request with all that was said about it. */
export interface HeadquartersRequest extends RequestMade {
  readonly opId: string
  readonly recordedAt: string
  readonly state: RequestState
  readonly words: readonly RequestWord[]
  readonly standing: readonly RequestWord[]
  /** What the next step has to name as its basis. */
  readonly basis: readonly string[]
  /** Orders and plan versions that carry it. */
  readonly orderIds: readonly string[]
  readonly planVersions: readonly number[]
}

/** The requests of an incident in the order of the record. */
export function requestsOf(ops: readonly Op[]): HeadquartersRequest[] {
  const followers = opsOfKind(ops, 'v1.request.answered', 'v1.request.fulfilled', 'v1.request.withdrawn')
  const orders = opsOfKind(ops, 'v1.order.issued')
  return threadsOf(opsOfKind(ops, 'v1.request.made'), followers, ({ body }) => body.requestId).map((thread) => {
    const { requestId } = thread.root.body
    const fulfilled = opsOfKind(thread.followers, 'v1.request.fulfilled').map(({ body }) => body)
    const named = orders.flatMap(({ body }) =>
      body.source.kind === 'request' && body.source.lineId === requestId ? [body.orderId] : [],
    )
    const standing = thread.heads.map(wordOf)
    return {
      ...thread.root.body,
      opId: thread.root.id,
      recordedAt: thread.root.wall,
      state: stateOf(standing),
      words: thread.followers.map(wordOf),
      standing,
      basis: thread.basis,
      orderIds: [...new Set([...fulfilled.flatMap(({ orderIds }) => orderIds), ...named])],
      planVersions: fulfilled.flatMap(({ planVersion }) => (planVersion === null ? [] : [planVersion])),
    }
  })
}

/** True while the request still asks something of somebody. */
export function isOpenRequest({ state }: Pick<HeadquartersRequest, 'state'>): boolean {
  return state !== 'refused' && state !== 'fulfilled' && state !== 'withdrawn'
}

/** Seconds past the stated time at which an open request is still not fulfilled; null when it is not late or no time was said. */
export function overdueS(request: Pick<HeadquartersRequest, 'state' | 'dueAt'>, nowS: number): number | null {
  const due = request.dueAt === null ? null : parseInstant(request.dueAt)
  return due === null || !isOpenRequest(request) || nowS <= due.epochS ? null : nowS - due.epochS
}

function stateOf(standing: readonly RequestWord[]): RequestState {
  const [first, ...others] = standing
  if (first === undefined) return 'waiting'
  return others.every(({ kind }) => kind === first.kind) ? first.kind : 'contested'
}

function wordOf(op: OpOf<'v1.request.answered' | 'v1.request.fulfilled' | 'v1.request.withdrawn'>): RequestWord {
  const said = { opId: op.id, officer: op.body.officer, saidAt: op.wall }
  switch (op.kind) {
    case 'v1.request.answered':
      return { ...said, kind: op.body.answer, text: op.body.note }
    case 'v1.request.fulfilled':
      return { ...said, kind: 'fulfilled', text: op.body.note }
    case 'v1.request.withdrawn':
      return { ...said, kind: 'withdrawn', text: op.body.reason }
  }
}
