import { contestedTeams, TEAM_KINDS, type ContestedTeam } from '#shared/command/contested/contested-teams.ts'
import { appContract, type AppHandlers } from '#shared/contract/app-contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { ReadDb } from '../../db/db-types.ts'
import { countOpsOfKinds, readOpsOfKinds } from '../../db/repositories/op-log.repo.ts'
import { readKnownOp } from '../../replication/known-op.ts'
import { wallTimeOf } from '../../replication/wall-time.ts'
import { answerOnce } from '../answer-once.ts'
import type { IncidentServiceParts } from '../incident.service.ts'
import { contestedFacts, contestedPlans } from './contested-records.ts'
import { keepRecord } from './keep-record.ts'
import { teamRow } from './team-row.ts'

/** What the contests service works with. */
export type ContestsServiceParts = Pick<IncidentServiceParts, 'db' | 'journal' | 'nowMs' | 'library' | 'references'>

/** What two machines decided apart: all of it in one list, and the settling of teams sent twice. */
export function createContestsService(core: ContestsServiceParts): AppHandlers['contests'] {
  const teams = contestedTeamsReader(core.db)
  return {
    list: () => ({
      teams: teams().map((team) => teamRow(core, team)),
      facts: contestedFacts(core.db),
      plans: contestedPlans(core.db),
    }),

    keep: (input, caller) => keepRecord(core, input, caller),

    settle: (input, { role }) => {
      const command = { channel: 'contests.settle', input, output: appContract.contests.settle.output }
      const { teamId, heads, stands, who, reason } = input
      return answerOnce(core, command, (recorder) => {
        const contest = openContest(teams(), teamId, heads)
        const unknown = stands.find((opId) => !contest.orders.some(({ op }) => op.id === opId))
        if (unknown !== undefined) {
          throw new AppError('bad-input', '保留的指令不在争议之列；请刷新后重试', { path: 'stands', value: unknown })
        }
        const by = { user: who, role, onBehalf: null }
        const standing = contest.orders.filter(({ op }) => stands.includes(op.id))
        const about = (standing[0] ?? contest.orders[0])?.op.inc ?? ''
        const settled = recorder.append({
          kind: 'v1.contest.settled',
          incidentId: about,
          entity: `team:${teamId}`,
          basis: contest.heads,
          by,
          body: { teamId, stands: standing.map(({ op }) => op.id), who, reason },
        })
        const overruled = contest.orders.filter(
          ({ op, withdrawnBy }) => !stands.includes(op.id) && withdrawnBy === null,
        )
        for (const { op } of overruled) {
          const note = `重复派遣裁定（${who}）：${reason}`
          const at = wallTimeOf(core.nowMs())
          recorder.append({
            kind: 'v1.order.stepped',
            incidentId: op.inc,
            entity: `order:${op.body.orderId}`,
            basis: [settled.id],
            by,
            body: { orderId: op.body.orderId, step: 'withdrawn', at, saidBy: who, via: 'console', note },
          })
        }
        const restored = standing.flatMap(({ op, withdrawnBy }) => (withdrawnBy === null ? [] : [{ op, withdrawnBy }]))
        for (const { op, withdrawnBy } of restored) {
          recorder.append({
            kind: 'v1.order.corrected',
            incidentId: op.inc,
            entity: `order:${op.body.orderId}`,
            basis: [withdrawnBy, settled.id],
            by,
            body: { orderId: op.body.orderId, stepOp: withdrawnBy, at: null, reason },
          })
        }
        return { withdrawn: overruled.length, restored: restored.length }
      })
    },
  }
}

/** Works out the contests once, and again only when an operation about teams was added. */
function contestedTeamsReader(db: ReadDb): () => readonly ContestedTeam[] {
  let kept: { readonly count: number; readonly teams: readonly ContestedTeam[] } | null = null
  return () => {
    const count = countOpsOfKinds(db, TEAM_KINDS)
    if (kept?.count !== count) {
      const ops = readOpsOfKinds(db, TEAM_KINDS).flatMap(({ op }) => readKnownOp(op) ?? [])
      kept = { count, teams: contestedTeams(ops) }
    }
    return kept.teams
  }
}

/** The contest of a team as the officer saw it. */
function openContest(teams: readonly ContestedTeam[], teamId: string, heads: readonly string[]): ContestedTeam {
  const contest = teams.find((team) => team.teamId === teamId)
  if (contest === undefined) {
    throw new AppError('not-found', `队伍“${teamId}”没有待裁定的重复派遣；可能已经裁定，请刷新`, {
      path: 'teamId',
      value: teamId,
    })
  }
  const isSame = contest.heads.length === heads.length && contest.heads.every((opId) => heads.includes(opId))
  if (isSame) return contest
  throw new AppError('conflict', '争议内容已有变化（又并入了新的指令或裁定），本次未保存；请对照最新内容后再裁定', {
    path: 'heads',
    value: contest.heads,
  })
}
