import { KEPT_PARTS, type KeptPart, type KeptParts, type SentParts } from './worker-messages.ts'

/** Knows which large parts of a problem the worker already has, so that each crosses to it once. */
export interface KeptPartsLedger {
  /** The parts, and lists of the data set, that the worker does not have yet; it has them from now on. */
  changed(parts: KeptParts): SentParts
  /** The worker is gone and with it all it had. */
  forget(): void
}

/**
 * Builds the ledger. A part is known by its identity: whoever loads a data set keeps it until its content changes, and
 * two data sets of one version may differ in a trial. A changed data set shares with the one before every list that
 * did not change, so that a new telephone number does not send the roads again.
 */
export function createKeptParts(): KeptPartsLedger {
  const has = new Map<KeptPart, object>()
  const lists = new Map<string, unknown>()
  return {
    changed: (parts) => {
      const missing = KEPT_PARTS.filter((part) => has.get(part) !== parts[part])
      for (const part of missing) has.set(part, parts[part])
      const whole = Object.fromEntries(missing.map((part) => [part, parts[part]]))
      if (!missing.includes('dataset')) return whole
      const changed = Object.entries(parts.dataset).filter(([name, list]) => lists.get(name) !== list)
      for (const [name, list] of changed) lists.set(name, list)
      return { ...whole, dataset: Object.fromEntries(changed) }
    },
    forget: () => {
      has.clear()
      lists.clear()
    },
  }
}
