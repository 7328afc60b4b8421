import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createVouchedFiles } from '#electron/core/imports/vouched-files.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import type { FieldNote } from '#shared/domain/command/note.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

const folder = temporaryFolder()
const files = createVouchedFiles()
let console: Console
let count = 0
let incidentId = ''

beforeEach(async () => {
  count += 1
  mkdirSync(join(folder.path, String(count)))
  console = startConsole(join(folder.path, String(count), 'console.db'), {
    planDispatch: stubPlan,
    vouchedFiles: files,
  })
  const opened = { commandId: commandId(1), incident: ammoniaTanker() }
  incidentId = valueOf(await console.administrative.client.incident.open(opened)).incidentId
  return () => {
    console.stop()
    expect(console.bugs).toEqual([])
  }
})
afterAll(folder.remove)

describe('a warning of the people in the zone', () => {
  const warning = {
    ...{ area: '霞浦街道', villages: ['上傅村'], channels: ['应急广播'], text: '氨气泄漏，请留在屋内，关严门窗。' },
    ...{ zoneIds: [], planVersion: null },
  }

  it('goes out at once from the tactical headquarters, and is followed until each has heard it', async () => {
    const { client } = console.tactical
    const issued = valueOf(await client.warnings.issue({ ...warning, commandId: commandId(2), incidentId }))
    expect(issued.number).toBe('BL-20260714-001-警01')
    const word = { warningId: issued.warningId, saidBy: '傅书记', at: '2026-07-14T10:23:00+08:00', note: '' }
    const words = [{ ...word, kind: 'village' as const, name: '上傅村', heard: true }]
    valueOf(await client.warnings.heard({ commandId: commandId(3), incidentId, words }))
    const [row] = valueOf(await console.administrative.client.warnings.list({ incidentId })).warnings
    expect(row?.hearBy).toBe('2026-07-14T10:25:00+08:00')
    expect(row?.targets.map(({ name, word: said }) => [name, said?.saidBy ?? null])).toEqual([
      ['上傅村', '傅书记'],
      ['应急广播', null],
    ])
    const lift = { commandId: commandId(4), incidentId, warningId: issued.warningId, reason: '泄漏已止住，读数为零' }
    expect(await client.warnings.lift(lift)).toMatchObject({ error: { code: 'forbidden' } })
    valueOf(await console.administrative.client.warnings.lift(lift))
    const draft = { incidentId, kind: 'initial', corrects: null } as const
    const { lines } = valueOf(await client.reports.draft(draft))
    expect(lines.find(({ field }) => field === 'measures')?.text).toBe(
      '10:20 向霞浦街道发出人员预警（应急广播），应确认2处、已确认收到1处',
    )
  })

  it('must be read out in 30 seconds: 121 characters are one too many', async () => {
    const long = { ...warning, text: '关'.repeat(121), commandId: commandId(2), incidentId }
    expect(await console.tactical.client.warnings.issue(long)).toMatchObject({
      error: { code: 'bad-input', path: 'text', value: 121 },
    })
  })
})

describe('news', () => {
  it('rests on signed reports, is approved by the administrative headquarters, and only then goes out', async () => {
    const { client } = console.administrative
    const proposal = { incidentId, title: '情况通报', text: '事故造成3人受伤。', factKeys: ['casualties.injured'] }
    expect(await client.news.propose({ ...proposal, commandId: commandId(2) })).toMatchObject({
      error: { code: 'bad-input', path: 'factKeys' },
    })
    const draft = valueOf(await client.reports.draft({ incidentId, kind: 'initial', corrects: null }))
    const report = {
      ...{ commandId: commandId(3), incidentId, kind: 'initial' as const, corrects: null, to: draft.to, signer: '王' },
      elements: draft.lines.map(({ key, field, text, source, asOf, state }) => ({
        key,
        field,
        text,
        source,
        asOf,
        state,
      })),
      ...{ heads: [], incidentRevision: 1, planVersion: null },
    }
    valueOf(await client.reports.issue(report))
    const wrong = { ...proposal, text: '事故造成4人受伤。', commandId: commandId(4) }
    expect(await client.news.propose(wrong)).toMatchObject({ error: { code: 'bad-input', path: 'text', value: ['4'] } })

    const { newsId } = valueOf(await console.tactical.client.news.propose({ ...proposal, commandId: commandId(5) }))
    const release = {
      commandId: commandId(6),
      incidentId,
      newsId,
      channels: ['政务微博'],
      at: '2026-07-14T11:00:00+08:00',
    }
    expect(await client.news.release(release)).toMatchObject({ error: { code: 'conflict', value: 'proposed' } })
    const approve = {
      commandId: commandId(7),
      incidentId,
      newsId,
      decision: 'approved' as const,
      reason: '',
      settles: [],
    }
    expect(await console.tactical.client.news.decide(approve)).toMatchObject({ error: { code: 'forbidden' } })
    valueOf(await client.news.decide(approve))
    valueOf(await client.news.release({ ...release, commandId: commandId(8) }))
    const [row] = valueOf(await client.news.list({ incidentId })).news
    expect([row?.state, row?.released?.channels, row?.outdated]).toEqual(['released', ['政务微博'], []])
  })
})

describe('a note from the scene', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const note: Omit<FieldNote, 'noteId'> = {
    ...{ text: '阀门已关小，白雾变淡', place: '泄漏点西侧', position: { lng: 121.885, lat: 29.88 } },
    ...{ takenAt: '2026-07-14T10:18:00+08:00', author: '赵侦检', attachments: [], pinnedTo: [], corrects: null },
  }

  it('keeps its pictures by hash, and offers itself to the next report', async () => {
    const path = (name: string): string => join(folder.path, String(count), name)
    writeFileSync(path('现场.png'), PNG)
    writeFileSync(path('录像.mp4'), Buffer.from('\0\0\0\x18ftypmp42', 'latin1'))
    writeFileSync(path('说明.png'), '不是图片')
    files.vouch('t1', [path('现场.png'), path('录像.mp4'), path('说明.png'), path('没有.png')])
    const { client } = console.tactical
    const { pictures, refused } = valueOf(await client.notes.readPictures({ ticket: 't1' }))
    expect(refused.map(({ message }) => message)).toEqual([
      '录像.mp4 是视频，不能添加；请在播放器中截图，把截图添加进来',
      '说明.png 不是 JPEG、PNG 或 WebP 图片；请转换格式后再添加',
      '没有.png 读不出来；请检查文件是否还在、是否被占用，然后重新选择',
    ])
    const [picture] = pictures
    if (picture === undefined) throw new Error('the picture was not read')
    const { base64, ...told } = picture
    expect(base64).toBe(PNG.toString('base64'))

    const attachments = [{ ...told, width: 1, height: 1 }]
    const added = valueOf(
      await client.notes.add({ commandId: commandId(2), incidentId, note: { ...note, attachments } }),
    )
    const stored = valueOf(await console.administrative.client.notes.picture({ hash: picture.hash }))
    expect(stored).toEqual({ mime: 'image/png', base64 })
    const draft = valueOf(await client.reports.draft({ incidentId, kind: 'initial', corrects: null }))
    expect(draft.offers).toMatchObject([
      { key: `course.${added.noteId}`, text: '泄漏点西侧：阀门已关小，白雾变淡（附照片1张）', source: '赵侦检' },
    ])
    expect(valueOf(await client.system.verify({}))).toEqual({ ok: true, problems: [] })
    const [entry] = valueOf(await client.system.journal({ incidentId }))
    expect(entry?.text).toBe('现场记录（赵侦检，泄漏点西侧）：阀门已关小，白雾变淡，照片1张')
  })

  it('is not edited but corrected by another, and needs words or a picture that is still at hand', async () => {
    const { client } = console.tactical
    const { noteId } = valueOf(await client.notes.add({ commandId: commandId(2), incidentId, note }))
    const right = { ...note, text: '阀门未关，白雾变淡', corrects: noteId }
    valueOf(await client.notes.add({ commandId: commandId(3), incidentId, note: right }))
    const rows = valueOf(await client.notes.list({ incidentId }))
    expect(rows.map(({ text, correctedBy }) => [text, correctedBy.length])).toEqual([
      ['阀门已关小，白雾变淡', 1],
      ['阀门未关，白雾变淡', 0],
    ])
    const empty = { ...note, text: ' ' }
    expect(await client.notes.add({ commandId: commandId(4), incidentId, note: empty })).toMatchObject({
      error: { code: 'bad-input', path: 'note.text' },
    })
    const gone = { hash: 'a'.repeat(64), name: 'x.png', mime: 'image/png' as const, size: 3, width: 1, height: 1 }
    const lost = { ...note, attachments: [gone] }
    expect(await client.notes.add({ commandId: commandId(5), incidentId, note: lost })).toMatchObject({
      error: { code: 'not-found', path: 'note.attachments' },
    })
  })
})
