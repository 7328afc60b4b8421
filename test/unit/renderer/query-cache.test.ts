import { describe, expect, it } from 'vitest'
import { appContract } from '#shared/contract/app-contract.ts'
import type { Answer } from '#shared/contract/define.ts'
import { readAnswer, readBridge } from '../../../renderer/app/bridge.ts'
import { createQueryCache } from '../../../renderer/app/query-cache.ts'

const { list } = appContract.incident
const { dataset } = appContract.reference

function counted(): { calls: string[]; transport: (channel: string) => Promise<Answer<unknown>> } {
  const calls: string[] = []
  return {
    calls,
    transport: (channel) => {
      calls.push(channel)
      return Promise.resolve({ ok: true, value: calls.length })
    },
  }
}

/** Lets the answers that are already there arrive. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
}

describe('the query cache', () => {
  it('asks once for the same query and gives the value to every reader', async () => {
    const { calls, transport } = counted()
    const cache = createQueryCache(transport)
    expect(cache.read(list, {}).status).toBe('loading')
    cache.read(list, {})
    await settle()
    expect(calls).toEqual(['incident.list'])
    expect(cache.read(list, {})).toMatchObject({ status: 'ready', value: 1 })
    expect(cache.linkAlive()).toBe(true)
  })

  it('asks again only for queries whose topic changed', async () => {
    const { calls, transport } = counted()
    const cache = createQueryCache(transport)
    cache.listen(list, {}, () => undefined)
    cache.listen(dataset, {}, () => undefined)
    await settle()
    cache.apply({ topics: ['incidents'], revision: 1 })
    await settle()
    expect(calls).toEqual(['incident.list', 'reference.dataset', 'incident.list'])
  })

  it('asks for everything again after a missed revision', async () => {
    const { calls, transport } = counted()
    const cache = createQueryCache(transport)
    cache.listen(list, {}, () => undefined)
    cache.listen(dataset, {}, () => undefined)
    await settle()
    cache.apply({ topics: ['system'], revision: 1 })
    cache.apply({ topics: ['system'], revision: 5 })
    await settle()
    expect(calls.slice(2)).toEqual(['incident.list', 'reference.dataset'])
  })

  it('keeps the last value beside the error when a refresh fails', async () => {
    let fail = false
    const cache = createQueryCache(() =>
      fail ? Promise.reject(new Error('no core')) : Promise.resolve({ ok: true, value: 7 }),
    )
    cache.listen(list, {}, () => undefined)
    await settle()
    fail = true
    cache.refresh(list, {})
    await settle()
    expect(cache.read(list, {})).toMatchObject({ status: 'error', value: 7, error: { message: 'no core' } })
    expect(cache.linkAlive()).toBe(false)
  })
})

describe('the bridge', () => {
  it('is not there in a page that the console did not open', () => {
    expect(readBridge({})).toBeNull()
    expect(readBridge({ commandConsole: { headquarters: 'nobody', invoke: () => 1, subscribe: () => 1 } })).toBeNull()
  })

  it('takes anything but an answer for an internal error', () => {
    expect(readAnswer('hello')).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(readAnswer({ ok: true, value: 3 })).toEqual({ ok: true, value: 3 })
  })
})
