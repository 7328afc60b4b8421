import { describe, expect, it, vi } from 'vitest'
import { serveShell } from '#electron/main/serve-shell.ts'
import type { ShellHandlers } from '#shared/contract/shell.contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'

type Handler = (event: { senderFrame: { url: string } | null }, input: unknown) => unknown

const CONSOLE = { senderFrame: { url: 'app://console/windows/tactical/index.html' } }

/** The shell with handlers that print nothing; `handle` keeps what was registered by channel. */
function harness(savePdf: ShellHandlers['paper']['savePdf']) {
  const registered = new Map<string, Handler>()
  const logBug = vi.fn()
  serveShell(
    { handle: (channel, handler) => void registered.set(channel, handler as unknown as Handler) },
    {
      paper: { savePdf, print: savePdf, copyText: () => ({ copied: true }) },
      file: {
        saveText: () => ({ outcome: 'cancelled', path: '' }),
        chooseTarget: () => ({ outcome: 'cancelled', ticket: '' }),
        saveBytes: () => ({ outcome: 'cancelled', path: '' }),
        chooseFiles: () => ({ outcome: 'cancelled', ticket: '', names: [] }),
      },
    },
    logBug,
  )
  const call = (channel: string, event: Parameters<Handler>[0], input: unknown): unknown =>
    registered.get(channel)?.(event, input)
  return { registered, call, logBug }
}

const sheet = { title: '卡', above: '', blocks: [], number: 'x', source: '' }
const document = {
  schema: 'paper-document/1',
  title: '卡',
  fileName: '卡',
  paper: 'A5',
  watermark: null,
  sheets: [sheet],
} as const
const done = { outcome: 'done', path: '/a.pdf', pages: 1 } as const

describe('the shell', () => {
  it('answers paper, clipboard and files to pages of the console and to nobody else', async () => {
    const savePdf = vi.fn(() => done)
    const { registered, call } = harness(savePdf)
    expect([...registered.keys()].sort()).toEqual([
      'file.chooseFiles',
      'file.chooseTarget',
      'file.saveBytes',
      'file.saveText',
      'paper.copyText',
      'paper.print',
      'paper.savePdf',
    ])
    expect(await call('paper.savePdf', CONSOLE, { document })).toEqual({ ok: true, value: done })
    for (const senderFrame of [{ url: 'https://example.org/windows/tactical/index.html' }, null]) {
      expect(() => call('paper.savePdf', { senderFrame }, { document })).toThrow('pages of the console only')
    }
    expect(savePdf).toHaveBeenCalledTimes(1)
  })

  it('refuses what is no document before anything is set on a page', async () => {
    const savePdf = vi.fn(() => done)
    const { call } = harness(savePdf)
    const answer = await call('paper.savePdf', CONSOLE, { document: { ...document, paper: 'A6' } })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input', path: 'document.paper' } })
    expect(savePdf).not.toHaveBeenCalled()
  })

  it('says why a document was not printed, and logs only bugs', async () => {
    const refuse = (): never => {
      throw new AppError('paper-overflow', '“卡”排不进一页纸', { path: 'document' })
    }
    const { call, logBug } = harness(refuse)
    expect(await call('paper.print', CONSOLE, { document })).toMatchObject({ error: { code: 'paper-overflow' } })
    expect(logBug).not.toHaveBeenCalled()
  })
})
