import { OP_BODIES, type OpKind } from '#shared/domain/command/op-bodies.ts'
import type { Op, OpEnvelope } from '#shared/replication/op.ts'

/**
 * The operation with its body read, or null for a kind this version does not know (it is kept, not applied).
 *
 * @throws ZodError when a known kind has another body.
 */
export function readKnownOp(op: OpEnvelope): Op | null {
  if (!isOpKind(op.kind)) return null
  const read = { ...op, body: OP_BODIES[op.kind].parse(op.body) }
  return hasReadBody(read) ? read : null
}

function isOpKind(kind: string): kind is OpKind {
  return Object.hasOwn(OP_BODIES, kind)
}

/** The body was parsed by the schema of this very kind; the compiler cannot follow a kind that is only known here. */
function hasReadBody(op: OpEnvelope): op is Op {
  return isOpKind(op.kind)
}
