import { describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { createRouter } from '#electron/core/router/router.ts'
import { createClient } from '#shared/contract/client.ts'
import { channelsOf, command, query } from '#shared/contract/define.ts'
import { AppError } from '#shared/kernel/app-error.ts'

const contract = {
  note: {
    add: command({ input: z.strictObject({ text: z.string().min(1) }), output: z.number(), changes: ['journal'] }),
    all: query({ input: z.strictObject({}), output: z.array(z.string()), topics: ['journal'] }),
  },
} as const

function aRouter() {
  const notes: string[] = []
  const publish = vi.fn()
  const logBug = vi.fn()
  const route = createRouter(
    contract,
    {
      note: {
        add: ({ text }, caller: { name: string }) => {
          if (text === 'refuse')
            throw new AppError('conflict', '已被他人修改，请刷新后重试', { path: 'text', value: text })
          if (text === 'bug') throw new TypeError('undefined is not a function')
          return notes.push(`${caller.name}: ${text}`)
        },
        all: () => notes,
      },
    },
    { publish, logBug },
  )
  return { route, publish, logBug }
}

const caller = { name: 'duty' }

describe('the router', () => {
  it('answers a known channel and publishes what a command changed', async () => {
    const { route, publish } = aRouter()
    expect(await route('note.add', { text: 'hello' }, caller)).toEqual({ ok: true, value: 1 })
    expect(publish).toHaveBeenCalledWith(['journal'])
    expect(await route('note.all', {}, caller)).toEqual({ ok: true, value: ['duty: hello'] })
    expect(publish).toHaveBeenCalledTimes(1)
  })

  it.each(['note.remove', 'note', '', 'constructor.name', '__proto__.toString', 'note.add.x', 'note.toString'])(
    'refuses the unknown channel "%s"',
    async (channel) => {
      const { route } = aRouter()
      expect(await route(channel, {}, caller)).toMatchObject({ ok: false, error: { code: 'unknown-channel' } })
    },
  )

  it('refuses input that breaks the contract, naming the field, and does not publish', async () => {
    const { route, publish } = aRouter()
    expect(await route('note.add', { text: '' }, caller)).toMatchObject({
      ok: false,
      error: { code: 'bad-input', path: 'text' },
    })
    expect(await route('note.add', { text: 'a', extra: 1 }, caller)).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    })
    expect(publish).not.toHaveBeenCalled()
  })

  it('passes an expected failure on as it is', async () => {
    const { route, logBug } = aRouter()
    expect(await route('note.add', { text: 'refuse' }, caller)).toEqual({
      ok: false,
      error: { code: 'conflict', message: '已被他人修改，请刷新后重试', path: 'text', value: 'refuse' },
    })
    expect(logBug).not.toHaveBeenCalled()
  })

  it('hides a bug from the caller and logs it', async () => {
    const { route, logBug } = aRouter()
    const answer = await route('note.add', { text: 'bug' }, caller)
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(answer)).not.toContain('undefined is not')
    expect(logBug).toHaveBeenCalledTimes(1)
  })

  it('gives a client whose members are exactly the channels', async () => {
    const { route } = aRouter()
    const client = createClient(contract, (channel, input) => route(channel, input, caller))
    expect(Object.keys(client.note)).toEqual(channelsOf(contract).map((channel) => channel.replace('note.', '')))
    expect(await client.note.add({ text: 'typed' })).toEqual({ ok: true, value: 1 })
  })
})
