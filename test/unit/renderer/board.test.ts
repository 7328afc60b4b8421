import { describe, expect, it } from 'vitest'
import { boardOf } from '#shared/command/board/board-of.ts'
import type { TeamRow } from '#shared/domain/command/board.ts'
import { parseInstant } from '#shared/kernel/instant.ts'
import { boardLibrary, saidOf } from '#test/builders/board-builders.ts'
import { opWriter } from '#test/builders/op-builders.ts'
import { clock } from '#test/builders/order-builders.ts'
import { parseSaidTime } from '../../../renderer/features/board/said-time.ts'
import { arrangeTeams, countBoard } from '../../../renderer/features/board/team-order.ts'

/** 2026-07-14 10:40 in China. */
const NOW_S = parseInstant(clock('10:40'))?.epochS ?? 0

describe('the time that was said', () => {
  it('is now when nothing is written, minutes ago with a minus, and a clock time with or without a colon', () => {
    expect(parseSaidTime('', NOW_S)).toBe(clock('10:40'))
    expect(parseSaidTime('-5', NOW_S)).toBe(clock('10:35'))
    expect(parseSaidTime('1024', NOW_S)).toBe(clock('10:24'))
    expect(parseSaidTime('9：05', NOW_S)).toBe(clock('09:05'))
    expect(parseSaidTime('2561', NOW_S)).toBeNull()
    expect(parseSaidTime('刚才', NOW_S)).toBeNull()
  })

  it('belongs to the day before when it would lie ahead, but never a date that was written', () => {
    expect(parseSaidTime('2350', NOW_S)).toBe('2026-07-13T23:50:00+08:00')
    expect(parseSaidTime('1044', NOW_S)).toBe(clock('10:44'))
    expect(parseSaidTime('2026-07-14 23:50', NOW_S)).toBe(clock('23:50'))
  })
})

describe('the order of the teams', () => {
  const write = opWriter()
  const said = (id: string, status: 'working' | 'distress' | 'enRoute', time: string): ReturnType<typeof write> =>
    write({ kind: 'v1.status.said', body: saidOf('team', id, status, time) })
  const board = boardOf({
    incidentId: 'incident-1',
    ops: [
      said('fresh', 'working', '10:39'),
      said('old', 'working', '10:10'),
      said('moving', 'enRoute', '10:38'),
      said('calling', 'distress', '10:39'),
    ],
    plan: null,
    library: boardLibrary(),
    nowS: NOW_S,
    elsewhere: new Map(),
  })
  const ids = (rows: readonly TeamRow[]): string[] => rows.map(({ id }) => id)
  const usual = { find: '', onlyMarked: false, sort: 'usual' } as const

  it('puts a call for help first, then what is stale, group by group', () => {
    expect(ids(arrangeTeams(board.teams, usual))).toEqual(['calling', 'old', 'fresh', 'moving'])
    expect(ids(arrangeTeams(board.teams, { ...usual, sort: 'age' }))).toEqual(['old', 'calling', 'fresh', 'moving'])
  })

  it('keeps only what matches or needs a look, and counts all of it', () => {
    expect(ids(arrangeTeams(board.teams, { ...usual, find: 'MOV' }))).toEqual(['moving'])
    expect(ids(arrangeTeams(board.teams, { ...usual, onlyMarked: true }))).toEqual(['calling', 'old'])
    expect(countBoard(board)).toEqual({
      ...{ onScene: 3, onTheWay: 1, waiting: 0, notOut: 0, released: 0 },
      ...{ stale: 1, urgent: 1 },
    })
  })
})
