import { requireRight } from '#shared/command/headquarters/rights.ts'
import { nextWarningNumber, warningsOf, type StandingWarning } from '#shared/command/warnings/warning-board.ts'
import { appContract, type AppHandlers } from '#shared/contract/app-contract.ts'
import type { WarningContact, WarningDraft, WarningRow } from '#shared/contract/warnings.contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { textLength } from '#shared/planner/handling/cut-text.ts'
import { spokenName } from '#shared/planner/handling/move-clauses.ts'
import { seatMarkOf } from '#shared/replication/op.ts'
import { zoneName } from '#shared/text/change-words.ts'
import { wallTimeOf } from '../../replication/wall-time.ts'
import { answerOnce } from '../answer-once.ts'
import { authorOf, existingIncident, type IncidentServiceParts } from '../incident.service.ts'
import { readInForce } from '../plan-in-force.ts'
import { headquartersOf } from './caller-headquarters.ts'
import type { CommandParts } from './command-parts.ts'
import { requireMoment } from './stated-moment.ts'

/** Warnings of the people in the zone. */
export type WarningsService = AppHandlers['warnings']

/** What the warnings service works with. */
export type WarningsServiceParts = IncidentServiceParts & Pick<CommandParts, 'rights'>

/** Zones in which people are warned; the others are for the forces. */
const WARNED_ZONES: ReadonlySet<string> = new Set([
  'isolation',
  'protective',
  'fireIsolation',
  'flood',
  'collapse',
  'hot',
  'warm',
  'burnt',
])

/** Builds the warnings service. */
export function createWarningsService(core: WarningsServiceParts): WarningsService {
  const spoken = (): { spokenS: number; maxCharacters: number } => {
    const { warningSpokenS, spokenCharactersPerS } = core.references().parameters.reporting
    return {
      spokenS: warningSpokenS.value,
      maxCharacters: Math.floor(warningSpokenS.value * spokenCharactersPerS.value),
    }
  }
  const standing = (incidentId: string): StandingWarning[] => warningsOf(core.log.opsOf(incidentId))
  return {
    list: ({ incidentId }) => {
      const { summary } = existingIncident(core.db, incidentId)
      const plan = readInForce(core, { incidentId }).basis.inForce?.plan ?? null
      return {
        warnings: standing(incidentId).map(warningRow),
        draft: draftOf(plan, summary.planVersion, summary.address),
        contacts: contactsOf(core.library.current(), villagesIn(plan, standing(incidentId))),
        ...spoken(),
      }
    },

    issue: (input, caller) => {
      const command = { channel: 'warnings.issue', input, output: appContract.warnings.issue.output }
      return answerOnce(core, command, (recorder) => {
        const { commandId, incidentId, ...warning } = input
        requireRight(core.rights(), headquartersOf(caller), 'immediateWarning')
        const { summary } = existingIncident(core.db, incidentId)
        refuseTooLong(warning.text, spoken())
        const { warningHeardMin } = core.references().parameters.reporting
        const warningId = `warning-${commandId}`
        const number = nextWarningNumber(standing(incidentId), summary.number)
        const hearBy = wallTimeOf(core.nowMs() + warningHeardMin.value * 60_000)
        recorder.append({
          kind: 'v1.warning.issued',
          incidentId,
          entity: `warning:${warningId}`,
          basis: [],
          by: authorOf(caller),
          body: { ...warning, warningId, number, hq: headquartersOf(caller), hearBy },
        })
        return { warningId, number }
      })
    },

    heard: (input, caller) => {
      const command = { channel: 'warnings.heard', input, output: appContract.warnings.heard.output }
      return answerOnce(core, command, (recorder) => {
        const known = new Set(standing(input.incidentId).map(({ body }) => body.warningId))
        for (const word of input.words) {
          if (!known.has(word.warningId)) throw noWarning(word.warningId)
          requireMoment(word.at, 'words.at')
          recorder.append({
            kind: 'v1.warning.heard',
            incidentId: input.incidentId,
            entity: `warning:${word.warningId}`,
            basis: [],
            by: authorOf(caller),
            body: word,
          })
        }
        return {}
      })
    },

    lift: (input, caller) => {
      const command = { channel: 'warnings.lift', input, output: appContract.warnings.lift.output }
      requireRight(core.rights(), headquartersOf(caller), 'cordonDown')
      return answerOnce(core, command, (recorder) => {
        const { incidentId, warningId, reason } = input
        const warning = standing(incidentId).find(({ body }) => body.warningId === warningId)
        if (warning === undefined) throw noWarning(warningId)
        if (warning.lifted !== null) {
          throw new AppError('conflict', `预警 ${warning.body.number} 已解除（${warning.lifted.reason}）`, {
            path: 'warningId',
            value: warningId,
          })
        }
        recorder.append({
          kind: 'v1.warning.lifted',
          incidentId,
          entity: `warning:${warningId}`,
          basis: [warning.opId],
          by: authorOf(caller),
          body: { warningId, reason },
        })
        return {}
      })
    },
  }
}

function draftOf(plan: DispatchPlan | null, planVersion: number | null, address: string): WarningDraft {
  if (plan === null) return { area: address, villages: [], channels: [], text: '', zones: [], planVersion: null }
  const { area, villages, channels, text } = plan.handlingPlan.publicMessage
  const zones = plan.zones.filter(({ kind, closed }) => closed === undefined && WARNED_ZONES.has(kind))
  return {
    area,
    villages,
    channels,
    text,
    zones: zones.map((zone) => ({ id: zone.id, name: zoneName(zone) })),
    planVersion,
  }
}

/** Every village that is, or would be, warned. */
function villagesIn(plan: DispatchPlan | null, warnings: readonly StandingWarning[]): string[] {
  const warned = warnings.flatMap(({ targets }) =>
    targets.flatMap(({ kind, name }) => (kind === 'village' ? [name] : [])),
  )
  return [...new Set([...(plan?.handlingPlan.publicMessage.villages ?? []), ...warned])]
}

/** Whom to ring in each village: the person in charge of its first place that has a number. */
function contactsOf({ populationPoints }: Dataset, villages: readonly string[]): WarningContact[] {
  return villages.flatMap((name) => {
    const places = populationPoints.filter(
      (place) => place.extras?.['village'] === name || spokenName(place.name) === name,
    )
    const place = places.find(({ phone }) => phone !== '')
    return place === undefined ? [] : [{ name, person: place.personInCharge, phone: place.phone }]
  })
}

function warningRow({ opId, body, issuedAt, by, targets, lifted, sameNumber }: StandingWarning): WarningRow {
  return {
    ...body,
    number: sameNumber ? `${body.number}·${seatMarkOf(opId)}` : body.number,
    issuedAt,
    who: by.user,
    targets: targets.map((target) => ({ ...target })),
    lifted: lifted === null ? null : { at: lifted.at, who: lifted.by.user, reason: lifted.reason },
  }
}

function refuseTooLong(text: string, { spokenS, maxCharacters }: { spokenS: number; maxCharacters: number }): void {
  const length = textLength(text)
  if (length <= maxCharacters) return
  throw new AppError(
    'bad-input',
    `预警内容 ${length} 字，${spokenS} 秒内读不完（最多 ${maxCharacters} 字）；请删去 ${length - maxCharacters} 字`,
    {
      path: 'text',
      value: length,
    },
  )
}

function noWarning(warningId: string): AppError {
  return new AppError('not-found', `没有编号为“${warningId}”的预警；请刷新后重试`, {
    path: 'warningId',
    value: warningId,
  })
}
