/** Statuses of a stock lot's life (在库→预留→出库→在途→签收→在用→回收→待检→报废→核销). */
export const LOT_STATUSES = ['在库', '预留', '出库', '在途', '签收', '在用', '回收', '待检', '报废', '核销'] as const

/** Whose a lot is: our own, given, requisitioned (to be given back), or held by a supplier under agreement. */
export const LOT_OWNERSHIPS = ['own', 'donated', 'requisitioned', 'agreement'] as const

/** Why a lot left the books: past its date, damaged, lost, used up, given to people, or given back to its owner. */
export const WRITE_OFF_CAUSES = ['expired', 'damaged', 'lost', 'usedUp', 'givenOut', 'returned'] as const

/** State of a shelter: not in use, being made ready, taking people in, full, or not to be used (damaged, flooded). */
export const SHELTER_STATES = ['closed', 'preparing', 'open', 'full', 'unusable'] as const

/** State of a piece of kit. */
export const KIT_STATUSES = ['可用', '待检', '停用'] as const

export const POPULATION_HAZARDS = ['geo_hazard', 'flash_flood', 'unspecified'] as const
export const POPULATION_LISTS = ['transfer', 'resident', 'visitor'] as const
