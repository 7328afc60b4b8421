import type { LOT_STATUSES, LOT_OWNERSHIPS, WRITE_OFF_CAUSES } from '../dataset/row-choices.ts'

export type LotStatus = (typeof LOT_STATUSES)[number]
export type LotOwnership = (typeof LOT_OWNERSHIPS)[number]
export type WriteOffCause = (typeof WRITE_OFF_CAUSES)[number]

/** The steps of a lot's life, in the order an operator meets them. */
export const LOT_STEPS = [
  'reserve',
  'release',
  'issue',
  'dispatch',
  'receive',
  'putInUse',
  'takeBack',
  'inspect',
  'backToStore',
  'scrap',
  'writeOff',
  'giveBack',
] as const
export type LotStep = (typeof LOT_STEPS)[number]

/** What a step asks for besides who and why. */
export const LOT_STEP_FIELDS = ['holder', 'document', 'signedBy', 'storeId', 'cause', 'checkedBy'] as const
export type LotStepField = (typeof LOT_STEP_FIELDS)[number]

/** Whose window may take a step: the one that keeps the stores, or both. */
export type LotStepSeat = 'administrative' | 'both'

/** One step: where it begins and ends, whose it is and what it needs. */
export interface LotStepRule {
  readonly from: readonly LotStatus[]
  readonly to: LotStatus
  readonly by: LotStepSeat
  readonly needs: readonly LotStepField[]
  /** Only lots of these; absent = every lot. */
  readonly ownerships?: readonly LotOwnership[]
}

/**
 * Every legal step of a lot (design rule of the supply chapter: 在库→预留→出库→在途→签收→在用→回收→待检→在库／报废→核销). A step may
 * be taken with a part of a lot. Goods kept for a purpose may go straight out; goods signed for at the gate skip 在途.
 */
export const LOT_STEP_RULES: Readonly<Record<LotStep, LotStepRule>> = {
  reserve: { from: ['在库'], to: '预留', by: 'administrative', needs: ['holder'] },
  release: { from: ['预留'], to: '在库', by: 'administrative', needs: [] },
  issue: { from: ['在库', '预留'], to: '出库', by: 'administrative', needs: ['holder', 'document'] },
  dispatch: { from: ['出库'], to: '在途', by: 'administrative', needs: [] },
  receive: { from: ['出库', '在途'], to: '签收', by: 'both', needs: ['signedBy'] },
  putInUse: { from: ['签收'], to: '在用', by: 'both', needs: [] },
  takeBack: { from: ['出库', '在途', '签收', '在用'], to: '回收', by: 'both', needs: ['storeId'] },
  inspect: { from: ['在库', '回收'], to: '待检', by: 'administrative', needs: [] },
  backToStore: { from: ['待检'], to: '在库', by: 'administrative', needs: ['checkedBy'] },
  scrap: { from: ['在库', '待检'], to: '报废', by: 'administrative', needs: [] },
  writeOff: {
    from: ['在库', '预留', '出库', '在途', '签收', '在用', '回收', '待检', '报废'],
    to: '核销',
    by: 'administrative',
    needs: ['cause', 'document', 'checkedBy'],
  },
  giveBack: {
    from: ['在库', '回收', '待检'],
    to: '核销',
    by: 'administrative',
    needs: ['holder', 'signedBy', 'document'],
    ownerships: ['requisitioned', 'agreement'],
  },
}

/** States in which a cause of write-off can be told: what is expired or damaged is scrapped first. */
export const WRITE_OFF_FROM: Readonly<Record<Exclude<WriteOffCause, 'returned'>, readonly LotStatus[]>> = {
  expired: ['报废'],
  damaged: ['报废'],
  lost: LOT_STEP_RULES.writeOff.from,
  usedUp: ['在用'],
  givenOut: ['签收', '在用'],
}

/** Steps that a lot may take as it stands, whoever asks. */
export function stepsOf(status: LotStatus, ownership: LotOwnership | ''): LotStep[] {
  return LOT_STEPS.filter((step) => {
    const { from, ownerships } = LOT_STEP_RULES[step]
    return from.includes(status) && (ownerships === undefined || ownerships.some((one) => one === ownership))
  })
}

/** Causes that a lot may be written off for as it stands. */
export function causesOf(status: LotStatus): Exclude<WriteOffCause, 'returned'>[] {
  return (['expired', 'damaged', 'lost', 'usedUp', 'givenOut'] as const).filter((cause) =>
    WRITE_OFF_FROM[cause].includes(status),
  )
}

/** States in which a lot lies in its store and can be counted there. */
export const COUNTED_STATUSES: readonly LotStatus[] = ['在库', '预留', '回收', '待检', '报废']

/** The state in which a lot can be drawn on, and the one in which it has left the books. */
export const IN_STORE: LotStatus = '在库'
export const WRITTEN_OFF: LotStatus = '核销'
