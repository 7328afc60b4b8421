import { expect, it } from 'vitest'
import { figureHistoryOf } from '#shared/command/figures/figure-history.ts'
import type { Incident } from '#shared/domain/incident.ts'
import { BY_TACTICAL, opWriter } from '#test/builders/op-builders.ts'
import { ammoniaTanker } from '../../integration/sample-incident.ts'

const body = (revision: number, facts: Incident['facts']) => ({
  ...{ revision, receivedAt: '2026-07-14T10:20:00+08:00' },
  incident: ammoniaTanker({ facts }),
})

it('tells of each figure who said what as of when; what was left alone adds nothing, what became unknown is said', () => {
  const write = opWriter()
  const opened = { ...body(1, { trapped: 1, deaths: null }), number: 'BL-1' }
  const ops = [
    write({ kind: 'v1.incident.opened', body: { number: opened.number, incident: opened.incident, receivedAt: '' } }),
    write({
      kind: 'v1.incident.amended',
      body: body(2, { trapped: { min: 3, source: '现场', asOf: '2026-07-14T10:25:00+08:00' }, deaths: null }),
      by: BY_TACTICAL,
    }),
    write({
      kind: 'v1.incident.amended',
      body: body(3, { trapped: { min: 3, source: '现场', asOf: '2026-07-14T10:25:00+08:00' } }),
    }),
    write({ kind: 'v1.incident.amended', body: body(4, { deaths: 1 }) }),
  ]
  const history = figureHistoryOf(ops)
  expect(
    history.get('trapped')?.map(({ revision, value, source, asOf, who }) => [revision, value, source, asOf, who]),
  ).toEqual([
    [1, 1, null, null, '王值班'],
    [2, { min: 3, source: '现场', asOf: '2026-07-14T10:25:00+08:00' }, '现场', '2026-07-14T10:25:00+08:00', '李指挥'],
    [4, null, null, null, '王值班'],
  ])
  expect(history.get('deaths')?.map(({ revision, value }) => [revision, value])).toEqual([[4, 1]])
})
