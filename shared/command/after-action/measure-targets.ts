import type { TargetNote, TargetRow } from '../../domain/after-action.ts'
import type { Quantity } from '../../domain/parameters/quantity.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { reportKindWords } from '../../text/reports/report-names.ts'
import type { Op } from '../../replication/op.ts'
import { secondsBetween } from '../orders/order-chain.ts'
import { reportBookOf } from '../reports/report-book.ts'
import { reportDuties, type ReportLimit } from '../reports/report-duties.ts'
import { warningsOf, type StandingWarning } from '../warnings/warning-board.ts'
import type { ReviewSource } from './review-source.ts'
import { callOf, countingWords, earliestOf, firstForce, latestFacts, type StatedMoment } from './stated-moments.ts'

type Told = Pick<TargetRow, 'key' | 'target'> & Partial<TargetRow>

/** Every target with what was measured: 135 and 15-minute circle, warnings, reports upward, first relief. */
export function measureTargets(source: ReviewSource): TargetRow[] {
  const { ops, parameters, nowS } = source
  const { at: call, entry } = callOf(ops)
  const { callTakingLimitS, turnOutLimitS } = parameters.command
  const taken = measure(
    { key: 'callTaking', target: 'callTaking' },
    { from: call, to: entry, nowS, ...of(callTakingLimitS) },
  )
  const early = taken.measuredS !== null && taken.measuredS < 0
  return [
    early ? { ...taken, measuredS: null, state: 'notRecorded', note: 'beforeCall' } : noted(taken, call),
    force(
      measure(
        { key: 'turnOut', target: 'turnOut' },
        { from: call, to: firstForce(ops, 'turnedOut'), nowS, ...of(turnOutLimitS) },
      ),
      call,
    ),
    firstOnScene(source, call),
    ...warningRows(ops, call, nowS),
    ...reportRows(source, call),
    reliefRow(source),
  ]
}

/** Which limit holds for the first force on the scene depends on the street (Beilun plan: 135 in built-up areas, else 15 minutes). */
function firstOnScene({ ops, parameters, town, nowS }: ReviewSource, call: string | null): TargetRow {
  const { command, assignment } = parameters
  const isBuiltUp = town === null ? null : assignment.builtUpTowns.includes(town)
  const limit = isBuiltUp === null ? null : isBuiltUp ? command.firstActionLimitS : command.suburbResponseLimitS
  const row = measure(
    { key: 'firstOnScene', target: 'firstOnScene' },
    { from: call, to: firstForce(ops, 'onScene'), nowS, ...of(limit) },
  )
  const note: TargetNote = isBuiltUp === null ? 'townUnknown' : isBuiltUp ? 'builtUp' : 'notBuiltUp'
  return call === null ? noted(row, call) : { ...row, note }
}

function warningRows(ops: readonly Op[], call: string | null, nowS: number): TargetRow[] {
  const warnings = warningsOf(ops)
  const first = earliestOf(warnings.map(({ issuedAt, by, opId }) => ({ at: issuedAt, who: by.user, opId })))
  const issued = measure(
    { key: 'warningIssued', target: 'warningIssued' },
    { from: call, to: first, nowS, ...of(null) },
  )
  return [noted(issued, call), ...warnings.map((warning) => heardRow(warning, nowS))]
}

/** A warning is heard when all it names have confirmed; the last of them decides. */
function heardRow({ body, issuedAt, opId, targets }: StandingWarning, nowS: number): TargetRow {
  const confirmed = targets.flatMap(({ word }) => (word?.heard === true ? [word] : []))
  const isAll = targets.length > 0 && confirmed.length === targets.length
  const last = confirmed.reduce<(typeof confirmed)[number] | null>(
    (latest, word) => ((secondsBetween(latest?.at ?? null, word.at) ?? 1) > 0 ? word : latest),
    null,
  )
  const row = measure(
    { key: `warningHeard:${body.warningId}`, target: 'warningHeard', name: body.number },
    {
      ...{ from: issuedAt, nowS, evidence: null, source: '预警要求的确认时间' },
      to: isAll && last !== null ? { at: last.at, who: last.saidBy, opId } : null,
      limitS: secondsBetween(issuedAt, body.hearBy),
    },
  )
  const missed = targets.some(({ word }) => word?.heard === false)
  return { ...row, heard: { done: confirmed.length, of: targets.length }, note: missed ? 'notReached' : null }
}

function reportRows({ ops, reportLimits, nowS }: ReviewSource, call: string | null): TargetRow[] {
  const book = reportBookOf(ops)
  const sendings = book.reports.flatMap((report) => report.sendings)
  return reportDuties(book, reportLimits).map(({ limit, met, lateS }) => {
    const sending = met === null ? undefined : sendings.find(({ body }) => body === met.sent)
    const to = sending === undefined ? null : { at: sending.body.at, who: sending.by.user, opId: sending.opId }
    const row = measure(
      { key: `report:${limit.duty}`, target: 'report', name: nameOf(limit) },
      {
        ...{ from: call, to, nowS, limitS: secondsBetween(call, limit.dueAt) },
        ...{ source: limit.basis, evidence: limit.evidence },
      },
    )
    // Its limit stands also where the call has no stated time: then it counts from the entry.
    const isAhead = nowS < (parseInstant(limit.dueAt)?.epochS ?? 0)
    const open: TargetRow['state'] = isAhead ? 'notDue' : 'notRecorded'
    const state = lateS === null ? open : lateS > 0 ? 'late' : 'met'
    return noted({ ...row, state, note: limit.way === null ? 'othersDuty' : null }, limit.way === null ? '' : call)
  })
}

/** A report that comes again or last says which it is; the first ones are named by whom they go to. */
function nameOf({ kind, duty, to }: ReportLimit): string {
  return kind === 'initial' ? to : `${reportKindWords({ kind, ordinal: Number(duty.split(':')[1] ?? 0) })} ${to}`
}

/**
 * Relief runs from the first people at a shelter or moved, or the first street that was cut off, to the first receipt of
 * goods by name. Beilun plan: within 10 hours.
 */
function reliefRow({ ops, parameters, nowS }: ReviewSource): TargetRow {
  const words = countingWords(ops)
  const facts = latestFacts(ops)
  const start = earliestOf([
    ...words
      .filter(({ body: { subject, status, figures } }) =>
        subject.kind === 'shelter' ? (figures.peopleIn ?? 0) > 0 : subject.kind === 'people' && status === 'moved',
      )
      .map(({ id, body }) => ({ at: body.at, who: body.saidBy, opId: id })),
    ...(facts?.incident.cutOffTowns ?? []).flatMap(({ town, since }) =>
      typeof since === 'string' ? [{ at: since, who: town, opId: facts?.opId ?? '' }] : [],
    ),
  ])
  const end = earliestOf(
    words
      .filter(({ body: { subject, status } }) => subject.kind === 'transfer' && status === 'received')
      .map(({ id, body }) => ({ at: body.at, who: body.saidBy, opId: id })),
  )
  const row = measure(
    { key: 'firstRelief', target: 'firstRelief' },
    { from: start?.at ?? null, to: end, nowS, ...of(parameters.supplies.reliefClockS) },
  )
  return start === null ? { ...row, note: 'noReliefStart' } : row
}

function of(limit: Quantity | null): Pick<TargetRow, 'limitS' | 'source' | 'evidence'> {
  return limit === null
    ? { limitS: null, source: '', evidence: null }
    : { limitS: limit.value, source: limit.source, evidence: limit.evidence }
}

interface Measured extends Pick<TargetRow, 'limitS' | 'source' | 'evidence' | 'from'> {
  readonly to: StatedMoment | null
  readonly nowS: number
}

function measure(told: Told, { from, to, limitS, source, evidence, nowS }: Measured): TargetRow {
  const measuredS = secondsBetween(from, to?.at ?? null)
  return {
    ...{ name: '', note: null, heard: null, ...told },
    ...{ limitS, source, evidence, from, to: to?.at ?? null, who: to?.who ?? '', opId: to?.opId ?? null, measuredS },
    state: stateOf(measuredS, limitS, isOpen(from, limitS, nowS) && to === null),
  }
}

function stateOf(measuredS: number | null, limitS: number | null, notDue: boolean): TargetRow['state'] {
  if (measuredS === null) return notDue ? 'notDue' : 'notRecorded'
  if (limitS === null) return 'noLimit'
  return measuredS <= limitS ? 'met' : 'late'
}

/** True while the limit lies ahead. */
function isOpen(from: string | null, limitS: number | null, nowS: number): boolean {
  const start = from === null ? null : parseInstant(from)
  return start !== null && limitS !== null && nowS < start.epochS + limitS
}

function noted(row: TargetRow, call: string | null): TargetRow {
  return call === null ? { ...row, note: 'callNotStated' } : row
}

function force(row: TargetRow, call: string | null): TargetRow {
  return row.measuredS !== null && row.measuredS < 0 ? { ...row, note: 'alreadyOut' } : noted(row, call)
}
