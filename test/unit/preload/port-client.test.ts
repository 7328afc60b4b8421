import { describe, expect, it, vi } from 'vitest'
import { createPortClient, type PortLike } from '../../../electron/preload/port-client.ts'

const ALL_CHANGED = { topics: ['system'], revision: 0 }

function aPort() {
  const sent: unknown[] = []
  const port: PortLike = { postMessage: (message: unknown) => void sent.push(message), onmessage: null }
  const answer = (data: unknown): void => {
    port.onmessage?.call(new MessageChannel().port1, new MessageEvent('message', { data }))
  }
  return { port, sent, answer }
}

describe('the preload port client', () => {
  it('refuses a channel outside the allow-list without sending anything', async () => {
    const { port, sent } = aPort()
    const client = createPortClient(new Set(['system.info']), ALL_CHANGED)
    client.attach(port)
    expect(await client.invoke('fs.readFile', {})).toMatchObject({ ok: false, error: { code: 'unknown-channel' } })
    expect(sent).toEqual([])
  })

  it('keeps calls made before the port arrives and sends them in order', () => {
    const { port, sent } = aPort()
    const client = createPortClient(new Set(['system.info', 'incident.list']), ALL_CHANGED)
    void client.invoke('system.info', 1)
    void client.invoke('incident.list', 2)
    client.attach(port)
    expect(sent).toEqual([
      { id: 1, channel: 'system.info', input: 1 },
      { id: 2, channel: 'incident.list', input: 2 },
    ])
  })

  it('gives each answer to the call it belongs to', async () => {
    const { port, answer } = aPort()
    const client = createPortClient(new Set(['system.info']), ALL_CHANGED)
    client.attach(port)
    const first = client.invoke('system.info', {})
    const second = client.invoke('system.info', {})
    answer({ kind: 'answer', id: 2, answer: 'second' })
    answer({ kind: 'answer', id: 1, answer: 'first' })
    expect([await first, await second]).toEqual(['first', 'second'])
  })

  it('tells subscribers of changes until they leave', () => {
    const { port, answer } = aPort()
    const client = createPortClient(new Set(), ALL_CHANGED)
    client.attach(port)
    const heard = vi.fn()
    const leave = client.subscribe(heard)
    answer({ kind: 'changed', event: { topics: ['plans'], revision: 1 } })
    leave()
    answer({ kind: 'changed', event: { topics: ['plans'], revision: 2 } })
    expect(heard).toHaveBeenCalledTimes(1)
    expect(heard).toHaveBeenCalledWith({ topics: ['plans'], revision: 1 })
  })

  it('rejects calls under way when the core is lost, and sends later ones to the next core', async () => {
    const client = createPortClient(new Set(['system.info']), ALL_CHANGED)
    client.attach(aPort().port)
    const underWay = client.invoke('system.info', 1)
    client.lose()
    await expect(underWay).rejects.toThrow('核心进程意外停止')
    const later = client.invoke('system.info', 2)
    const next = aPort()
    client.attach(next.port)
    expect(next.sent).toEqual([{ id: 2, channel: 'system.info', input: 2 }])
    next.answer({ kind: 'answer', id: 2, answer: 'there again' })
    expect(await later).toBe('there again')
  })

  it('tells subscribers to fetch everything when a later core takes over, and not at the first', () => {
    const client = createPortClient(new Set(), ALL_CHANGED)
    const heard = vi.fn()
    client.subscribe(heard)
    client.attach(aPort().port)
    expect(heard).not.toHaveBeenCalled()
    client.lose()
    client.attach(aPort().port)
    expect(heard).toHaveBeenCalledExactlyOnceWith(ALL_CHANGED)
  })
})
