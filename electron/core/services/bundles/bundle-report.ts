import type { BundleReport, MergingSeat, RefusedEntry } from '#shared/contract/bundles.contract.ts'
import { groupBy } from '#shared/kernel/order.ts'
import { seatMarkOf } from '#shared/replication/op.ts'
import type { ReadDb } from '../../db/db-types.ts'
import { findIncident } from '../../db/repositories/incident.repo.ts'
import type { RefusalReason, RefusedOp } from '../../db/repositories/quarantine.repo.ts'
import type { Bundle } from '../../replication/bundle/bundle-shape.ts'
import { fingerprintOf } from '../../replication/op-proof.ts'
import { libraryVersionOf, type Merged } from './hand-over.ts'

/** What taking a bundle did, in the operator's terms; asked inside the transaction that took it. */
export function reportOf(db: ReadDb, { header, ops }: Bundle, merged: Merged): BundleReport {
  const names = new Map(header.seats.map(({ seat, name }) => [seat, name]))
  const keys = new Map(header.seats.map(({ seat, publicKey }) => [seat, publicKey]))
  const person = (seat: string): MergingSeat => seatOf(seat, keys.get(seat) ?? '', names.get(seat) ?? '')
  const byIncident = groupBy(merged.taken, ({ op }) => op.inc)
  const { isKnown } = merged
  return {
    from: person(header.from),
    madeAt: header.madeAt,
    isKnown,
    newOps: merged.taken.length,
    knownOps: merged.known,
    incidents: [...byIncident].flatMap(([incidentId, own]) => {
      const summary = incidentId === '' ? undefined : findIncident(db, incidentId)?.summary
      if (summary === undefined) return []
      const { number, title, mode } = summary
      const isNew = own.some(({ op }) => op.kind === 'v1.incident.opened')
      return [{ incidentId, number, title, mode, isNew, ops: own.length }]
    }),
    otherOps: byIncident.get('')?.length ?? 0,
    refused: merged.refused.map(refusedEntry),
    unknownSeats: merged.newSeats.map(({ seat }) => ({
      ...person(seat),
      ops: ops.filter(({ op }) => op.seat === seat).length,
    })),
    libraryDiffers: header.library !== libraryVersionOf(db),
  }
}

/** A machine by its key. */
export function seatOf(seat: string, publicKey: string, name: string): MergingSeat {
  return { seat, mark: seatMarkOf(seat), name, fingerprint: fingerprintOf(publicKey) }
}

function refusedEntry({ op, hash, reason, detail, ownHash }: RefusedOp): RefusedEntry {
  const text = `席位 ${op.seat} 第 ${op.seq} 条：${REASONS[reason]}（${detail.split('\n')[0] ?? ''}）`
  return { seat: op.seat, seq: op.seq, reason, text, hash, ownHash }
}

const REASONS: Readonly<Record<RefusalReason, string>> = {
  split: '同一条号有两种内容，该席位已冻结',
  'seat-frozen': '该席位已冻结，未接收',
  hash: '内容被改动，未接收',
  signature: '签名不符，未接收',
  causes: '前后因果不符，未接收',
  clock: '时序不符，未接收',
  body: '本版本读不懂，未接收',
  'after-refused': '前面有未接收的记录，暂不接收',
}
