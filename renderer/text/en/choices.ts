/** Closed lists of records that stand in more than one place. */
export const OWNERSHIPS = {
  own: 'own',
  donated: 'donated',
  requisitioned: 'requisitioned',
  agreement: 'by agreement',
} as const

export const WRITE_OFF_CAUSES = {
  expired: 'expired',
  damaged: 'damaged',
  lost: 'lost',
  usedUp: 'used up',
  givenOut: 'given out',
  returned: 'given back',
} as const
