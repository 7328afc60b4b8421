import { appContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { parseInstant } from '#shared/kernel/instant.ts'
import type { OpDraft } from '#shared/replication/op.ts'
import { answerOnce } from '../../answer-once.ts'
import { authorOf, existingIncident, type IncidentServiceParts } from '../../incident.service.ts'
import { statedTime } from '../caller-headquarters.ts'

type BoardContract = typeof appContract.board
type Logged = OutputOf<BoardContract['say']>

/** Logs one word; see the contract. */
export function sayWord(
  core: IncidentServiceParts,
  input: ParsedInputOf<BoardContract['say']>,
  caller: Caller,
): Logged {
  const { incidentId, word } = input
  const { kind, id } = word.subject
  return log(core, { channel: 'board.say', input, output: appContract.board.say.output }, () => {
    checkSaid(core, incidentId, word, 'word')
    if (kind === 'team') checkTeam(core, incidentId, id)
    const entity = `${kind}:${id}`
    return {
      kind: 'v1.status.said',
      incidentId,
      entity,
      basis: basisOf(word.corrects),
      by: authorOf(caller),
      body: word,
    }
  })
}

/** Logs one line of the list of the trapped; see the contract. */
export function sayTrapped(
  core: IncidentServiceParts,
  input: ParsedInputOf<BoardContract['sayTrapped']>,
  caller: Caller,
): Logged {
  const { incidentId, line } = input
  return log(core, { channel: 'board.sayTrapped', input, output: appContract.board.sayTrapped.output }, () => {
    checkSaid(core, incidentId, line, 'line')
    const entity = `trapped:${line.trappedId}`
    return {
      kind: 'v1.trapped.changed',
      incidentId,
      entity,
      basis: basisOf(line.corrects),
      by: authorOf(caller),
      body: line,
    }
  })
}

/** Takes a word back; see the contract. */
export function takeWordBack(
  core: IncidentServiceParts,
  input: ParsedInputOf<BoardContract['takeBack']>,
  caller: Caller,
): Logged {
  const { incidentId, word, reason } = input
  return log(core, { channel: 'board.takeBack', input, output: appContract.board.takeBack.output }, () => {
    const op = existingWord(core, incidentId, word, 'word')
    const by = authorOf(caller)
    return { kind: 'v1.status.takenBack', incidentId, entity: op.ent, basis: [word], by, body: { word, reason } }
  })
}

function log(
  core: IncidentServiceParts,
  command: Parameters<typeof answerOnce<Logged>>[1] & { readonly input: { readonly incidentId: string } },
  draft: () => OpDraft,
): Logged {
  return answerOnce(core, command, (recorder) => {
    existingIncident(core.db, command.input.incidentId)
    return { opId: recorder.append(draft()).id }
  })
}

function basisOf(corrects: string | null): string[] {
  return corrects === null ? [] : [corrects]
}

/** A stated time must be readable and not ahead of the clock: one wrong digit would outrank every true word for hours. */
function checkSaid(
  core: IncidentServiceParts,
  incidentId: string,
  said: { readonly at: string; readonly corrects: string | null },
  path: string,
): void {
  statedTime(core, said.at)
  const tolerance = core.references().parameters.board.aheadToleranceS
  const aheadS = (parseInstant(said.at)?.epochS ?? 0) - core.nowMs() / 1000
  if (aheadS > tolerance.value) {
    const words = `所报时间 ${said.at.slice(0, 16).replace('T', ' ')} 比现在晚 ${Math.round(aheadS / 60)} 分钟；请核对时间后重新记入`
    throw new AppError('bad-time', words, { path: `${path}.at`, value: said.at })
  }
  if (said.corrects !== null) existingWord(core, incidentId, said.corrects, `${path}.corrects`)
}

function existingWord(core: IncidentServiceParts, incidentId: string, opId: string, path: string): { ent: string } {
  const op = core.log.opsOf(incidentId).find(({ id }) => id === opId)
  if (op?.kind === 'v1.status.said' || op?.kind === 'v1.trapped.changed') return op
  const why = op?.kind === 'v1.order.stepped' ? '这是一条指令反馈，请在指令中更正' : '请刷新后在该行的记录中选择'
  throw new AppError('not-found', `没有可更正的状态记录“${opId}”；${why}`, { path, value: opId })
}

/** A team that nobody knows is a slip of the tongue or of the keyboard; it must not get a row of its own. */
function checkTeam(core: IncidentServiceParts, incidentId: string, teamId: string): void {
  if (core.library.current().teams.some(({ id }) => id === teamId)) return
  const ordered = core.log.opsOf(incidentId).some((op) => op.kind === 'v1.order.issued' && op.body.teamId === teamId)
  if (ordered) return
  throw new AppError('unknown-reference', `资源库中没有编号为“${teamId}”的队伍；请从列表中选择`, {
    path: 'word.subject.id',
    value: teamId,
  })
}
