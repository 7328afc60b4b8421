import { join } from 'node:path'
import { loadParameters } from '#electron/core/planning/load-references.ts'
import type { BoardLibrary } from '#shared/command/board/board-input.ts'
import type { StatusSaid, SubjectKind } from '#shared/domain/command/status.ts'
import { clock } from './order-builders.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'

const parameters = loadParameters(join(RESOURCES))

/** A library with one team and one shelter, and the shipped limits. */
export function boardLibrary(): BoardLibrary {
  return {
    teams: new Map([['gov', { name: '柴桥消防救援站', phone: '0574-86012468', lng: 121.9, lat: 29.87 }]]),
    vehicles: new Map([['gov-v1', { name: '水罐1', teamId: 'gov' }]]),
    shelters: new Map([['school', { name: '霞浦学校', phone: '', capacity: 300, occupied: 20 }]]),
    hospitals: new Map(),
    townOf: new Map(),
    limits: parameters.board,
    crewReliefS: parameters.assignment.crewReliefS,
  }
}

/** What was said of a thing at a time of day, by radio. */
export function saidOf(
  kind: SubjectKind,
  id: string,
  status: StatusSaid['status'],
  time: string,
  over: Partial<StatusSaid> = {},
): StatusSaid {
  return {
    subject: { kind, id, name: id },
    status,
    place: null,
    figures: { peopleIn: null, peopleOut: null, crew: null, airMin: null, remaining: null },
    goods: [],
    at: clock(time),
    saidBy: '现场',
    via: 'radio',
    note: '',
    corrects: null,
    ...over,
  }
}
