import { appContract, type AppContract, type AppHandlers, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import type { LentTeam } from '#shared/contract/lending.contract.ts'
import type { TeamRow } from '#shared/domain/dataset/tables.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { formatInstant } from '#shared/kernel/instant.ts'
import { sortedBy } from '#shared/kernel/order.ts'
import { daysBetween } from '#shared/planner/readiness/readiness-finding.ts'
import { newestChangeOfMember } from '../../db/repositories/library-members.repo.ts'
import { applyLibraryBatch } from '../../keeping/apply-library-batch.ts'
import { answerOnce } from '../answer-once.ts'
import { stampOf } from '../batch-stamp.ts'
import type { RecordsParts } from '../records/record-parts.ts'

type Lending = AppContract['lending']
type Changed = OutputOf<Lending['lend']>

/** China Standard Time: a day begins at the same moment in every window. */
const OFFSET_MIN = 480

/** Builds the service of lending. */
export function createLendingService(core: RecordsParts): AppHandlers['lending'] {
  return {
    list: () => lentTeams(core),
    lend: (input, caller) => lend(core, input, caller),
    takeBack: (input, caller) => takeBack(core, input, caller),
  }
}

function lentTeams(core: RecordsParts): LentTeam[] {
  const today = todayOf(core)
  const said = newestChangeOfMember(core.db, 'teams', 'away_until')
  const lent = core.library.current().teams.flatMap((team): LentTeam[] => {
    if (team.awayUntil === '') return []
    const { id, name, type, tier, town, phone, awayUntil, awayWhere } = team
    const change = said.get(id)
    return [
      {
        ...{ teamId: id, name, type, tier, town, phone, until: awayUntil, where: awayWhere },
        daysLeft: daysBetween(today, awayUntil) ?? 0,
        said: change === undefined ? null : { at: change.recordedAt, who: change.who, reason: change.reason },
        isDemo: team.isDemo === 1,
      },
    ]
  })
  return sortedBy(lent, ({ until, name, teamId }) => [until, name, teamId])
}

function lend(core: RecordsParts, input: ParsedInputOf<Lending['lend']>, caller: Caller): Changed {
  const command = { channel: 'lending.lend', input, output: appContract.lending.lend.output }
  return answerOnce(core, command, () => {
    const team = teamOf(core, input.teamId)
    const today = todayOf(core)
    if (input.until < today) {
      throw new AppError('bad-input', `归队日期 ${input.until} 已过（今天 ${today}）；请填今天或以后的日期`, {
        path: 'until',
        value: input.until,
      })
    }
    if (team.awayUntil !== '') {
      const words = `${team.name}已外借至 ${team.awayUntil}（${team.awayWhere}）；请先登记归队，再外借`
      throw new AppError('conflict', words, { path: 'teamId', value: team.id })
    }
    return change(core, team, { ...team, awayUntil: input.until, awayWhere: input.where }, stampOf(core, input, caller))
  })
}

function takeBack(core: RecordsParts, input: ParsedInputOf<Lending['takeBack']>, caller: Caller): Changed {
  const command = { channel: 'lending.takeBack', input, output: appContract.lending.takeBack.output }
  return answerOnce(core, command, () => {
    const team = teamOf(core, input.teamId)
    if (team.awayUntil === '') {
      throw new AppError('conflict', `${team.name}没有外借，无需登记归队；请刷新`, { path: 'teamId', value: team.id })
    }
    return change(core, team, { ...team, awayUntil: '', awayWhere: '' }, stampOf(core, input, caller))
  })
}

function change(core: RecordsParts, before: TeamRow, after: TeamRow, stamp: ReturnType<typeof stampOf>): Changed {
  const changes = [{ kind: 'teams', key: before.id, before, after } as const]
  const { batchId } = applyLibraryBatch(core.db, { ...stamp, kind: 'edit', undoes: null, changes })
  return { batchId }
}

function teamOf(core: RecordsParts, teamId: string): TeamRow {
  const team = core.library.current().teams.find(({ id }) => id === teamId)
  if (team !== undefined) return team
  throw new AppError('not-found', `没有编号为“${teamId}”的队伍；请重新选择`, { path: 'teamId', value: teamId })
}

function todayOf({ nowMs }: Pick<RecordsParts, 'nowMs'>): string {
  return formatInstant(Math.floor(nowMs() / 1000), OFFSET_MIN).slice(0, 10)
}
