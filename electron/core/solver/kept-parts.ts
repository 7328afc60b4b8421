import { KEPT_PARTS, type KeptPart, type KeptParts } from './worker-messages.ts'

/** Knows which large parts of a problem the worker already has, so that each crosses to it once. */
export interface KeptPartsLedger {
  /** The parts the worker does not have yet; it has them from now on. */
  changed(parts: KeptParts): Partial<KeptParts>
  /** The worker is gone and with it all it had. */
  forget(): void
}

/**
 * Builds the ledger. A part is known by its identity: whoever loads a data set keeps it until its content changes, and
 * two data sets of one version may differ in a trial.
 */
export function createKeptParts(): KeptPartsLedger {
  const has = new Map<KeptPart, object>()
  return {
    changed: (parts) => {
      const missing = KEPT_PARTS.filter((part) => has.get(part) !== parts[part])
      for (const part of missing) has.set(part, parts[part])
      return Object.fromEntries(missing.map((part) => [part, parts[part]]))
    },
    forget: () => has.clear(),
  }
}
