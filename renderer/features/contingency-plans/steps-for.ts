import type { LibraryVersion } from '#shared/contract/library.contract.ts'

/** What moves a version from one state to the next. */
export type PlanStep = 'submit' | 'withdraw' | 'approve' | 'file' | 'supersede'

/** Steps open to a version. A starter runs without approval: it may be approved as it is, and is not filed before that. */
export function stepsFor({ state, starter }: Pick<LibraryVersion, 'state' | 'starter'>): readonly PlanStep[] {
  switch (state) {
    case 'draft':
      return ['submit', 'supersede']
    case 'review':
      return ['approve', 'withdraw', 'supersede']
    case 'approved':
      return [starter ? 'approve' : 'file', 'supersede']
    case 'filed':
      return ['supersede']
    case 'superseded':
      return []
  }
}
