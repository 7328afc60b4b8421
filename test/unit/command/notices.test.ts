import { describe, expect, it } from 'vitest'
import { figuresNotIn, newsOf } from '#shared/command/news/news-desk.ts'
import { warningsOf } from '#shared/command/warnings/warning-board.ts'
import type { ReportElement } from '#shared/domain/command/report.ts'
import type { IssuedWarning, WarningHeard } from '#shared/domain/command/warning.ts'
import { opWriter } from '#test/builders/op-builders.ts'

const warning: IssuedWarning = {
  ...{ warningId: 'w1', number: 'BL-1-警01', hq: 'tactical', area: '霞浦街道', villages: ['上傅村', '霞南村'] },
  ...{ channels: ['应急广播'], text: '请关窗', zoneIds: [], planVersion: null, hearBy: '2026-07-14T10:27:00+08:00' },
}

const word = (change: Partial<WarningHeard> = {}): WarningHeard => ({
  ...{ warningId: 'w1', kind: 'village', name: '上傅村', heard: true, saidBy: '傅书记' },
  ...{ at: '2026-07-14T10:24:00+08:00', note: '', ...change },
})

const fact: ReportElement = {
  ...{ key: 'casualties.deaths', field: 'casualties', text: '死亡：2人', source: '120', state: 'known' },
  asOf: '2026-07-14T10:40:00+08:00',
}

describe('a warning', () => {
  it('lists every village and channel with the last word of each, also of one nobody had named', () => {
    const write = opWriter()
    const ops = [
      write({ kind: 'v1.warning.issued', body: warning }),
      write({ kind: 'v1.warning.heard', body: word({ heard: false, saidBy: '值班员' }) }),
      write({ kind: 'v1.warning.heard', body: word() }),
      write({ kind: 'v1.warning.heard', body: word({ name: '另一村' }) }),
    ]
    const [only] = warningsOf(ops)
    expect(only?.targets.map(({ name, word: said }) => [name, said?.heard ?? null])).toEqual([
      ['上傅村', true],
      ['霞南村', null],
      ['应急广播', null],
      ['另一村', true],
    ])
  })

  it('takes a village as not reached when two seats that did not know of each other say both', () => {
    const issued = opWriter()({ kind: 'v1.warning.issued', body: warning })
    const missed = opWriter('seat-b', 5)({ kind: 'v1.warning.heard', body: word({ heard: false }) })
    const heard = opWriter('seat-c', 6)({ kind: 'v1.warning.heard', body: word() })
    expect(warningsOf([issued, missed, heard])[0]?.targets[0]?.word?.heard).toBe(false)
    const knowing = { ...heard, seen: { 'seat-b': 1 } }
    expect(warningsOf([issued, missed, knowing])[0]?.targets[0]?.word?.heard).toBe(true)
  })
})

describe('news', () => {
  it('is contested while two people decided differently apart, until one decision names both', () => {
    const proposed = opWriter()({
      kind: 'v1.news.proposed',
      body: { newsId: 'n1', title: '通报', text: '死亡2人', facts: [fact] },
    })
    const decide = (
      decision: 'approved' | 'rejected',
    ): { newsId: string; decision: typeof decision; reason: string } => ({
      ...{ newsId: 'n1', decision, reason: '' },
    })
    const yes = opWriter('seat-b', 5)({ kind: 'v1.news.decided', body: decide('approved') })
    const no = opWriter('seat-c', 6)({ kind: 'v1.news.decided', body: decide('rejected') })
    expect(newsOf([proposed])[0]?.state).toBe('proposed')
    expect(newsOf([proposed, yes])[0]?.state).toBe('approved')
    expect(newsOf([proposed, yes, no])[0]?.state).toBe('contested')
    const settled = opWriter('seat-d', 9)({ kind: 'v1.news.decided', basis: [yes.id, no.id], body: decide('rejected') })
    expect(newsOf([proposed, yes, no, settled])[0]?.state).toBe('rejected')
  })

  it('has no figure that its facts do not have', () => {
    expect(figuresNotIn('截至7月14日10时40分，死亡2人', [fact])).toEqual([])
    expect(figuresNotIn('死亡3人，2人受伤，转移120.5人', [fact])).toEqual(['3', '120.5'])
  })
})
