/**
 * Stable codes of every expected failure. Programs switch on the code; people read the message.
 * The process exit code of the command line follows from the code (see `exitCodeOf`).
 */
export const ERROR_CODES = [
  'bad-json',
  'bad-option',
  'bad-input',
  'unknown-type',
  'unknown-un-number',
  'unknown-reference',
  'bad-time',
  'place-out-of-area',
  'coordinates-swapped',
  'coordinates-shifted',
  'negative-count',
  'file-missing',
  'file-unreadable',
  'file-broken',
  'file-too-large',
  'dataset-missing',
  'dataset-damaged',
  'database-missing',
  'database-damaged',
  'database-newer',
  'database-busy',
  'target-not-writable',
  'disk-full',
  'verify-failed',
  'rows-refused',
  'not-found',
  'conflict',
  'forbidden',
  'needs-acknowledgement',
  'already-arrived',
  'paper-overflow',
  'printer-failed',
  'unknown-channel',
  'cancelled',
  'plan-invalid',
  'plan-formula-invalid',
  'plan-stale',
  'plan-state',
  'plan-not-ready',
  'stock-state',
  'bundle-gap',
  'bundle-newer',
  'bundle-untrusted',
  'order-state',
  'internal',
] as const

/** One code of the closed list `ERROR_CODES`. */
export type ErrorCode = (typeof ERROR_CODES)[number]

/** What travels over a process boundary and to stderr: contract "{code, message, path, value}". */
export interface ErrorReport {
  readonly code: ErrorCode
  readonly message: string
  /** Dotted path of the offending field, file or option; empty when the whole input is meant. */
  readonly path: string
  readonly value: unknown
}

/**
 * An expected failure. `message` is for the operator, in Chinese, and names the field, the value and the remedy;
 * a bug is any other kind of error and is reported as `internal`.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly path: string
  readonly value: unknown

  constructor(code: ErrorCode, message: string, where: { path?: string; value?: unknown; cause?: unknown } = {}) {
    super(message, where.cause === undefined ? undefined : { cause: where.cause })
    this.name = 'AppError'
    this.code = code
    this.path = where.path ?? ''
    this.value = where.value ?? null
  }

  /** The serialisable form of this error. */
  toReport(): ErrorReport {
    return { code: this.code, message: this.message, path: this.path, value: this.value }
  }
}

const CANNOT: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'dataset-missing',
  'dataset-damaged',
  'database-missing',
  'database-damaged',
  'database-newer',
  'database-busy',
  'target-not-writable',
  'disk-full',
  'verify-failed',
  'bundle-untrusted',
])

/** Exit code of the command line for an error code: 2 bad input, 4 cannot, 70 a bug (contract.md section 1). */
export function exitCodeOf(code: ErrorCode): 2 | 4 | 70 {
  if (code === 'internal' || code === 'unknown-channel') return 70
  return CANNOT.has(code) ? 4 : 2
}
