import { ChangedEvent } from '#shared/contract/app-contract.ts'
import { PlanProgress } from '#shared/contract/plan-progress.ts'
import type { Answer } from '#shared/contract/define.ts'
import type { Transport } from '#shared/contract/client.ts'
import * as z from 'zod'
import { HEADQUARTERS, type Headquarters } from '#shared/domain/taxonomy.ts'
import { ERROR_CODES, type ErrorReport } from '#shared/kernel/app-error.ts'

/** What the preload script gives a page: calls by channel, the events after a commit, and how far plans are. */
export interface Bridge {
  readonly headquarters: Headquarters
  readonly transport: Transport
  readonly subscribe: (listener: (event: ChangedEvent) => void) => () => void
  readonly watchPlans: (listener: (progress: PlanProgress) => void) => () => void
  /** A ticket for files dropped on the page; the page never learns where they lie. */
  readonly handFiles: (files: readonly File[]) => Promise<GivenFiles>
}

/** Files the shell vouched for. */
const GivenFiles = z.object({ ticket: z.string(), names: z.array(z.string()) })
export type GivenFiles = z.infer<typeof GivenFiles>

/** Reads `window.commandConsole`, checking every part; null when the page was not opened by the console. */
export function readBridge(scope: object): Bridge | null {
  const raw = memberOf(scope, 'commandConsole')
  const headquarters = HEADQUARTERS.find((name) => name === memberOf(raw, 'headquarters'))
  const invoke = memberOf(raw, 'invoke')
  const subscribe = memberOf(raw, 'subscribe')
  const watchPlans = memberOf(raw, 'watchPlans')
  const handFiles = memberOf(raw, 'handFiles')
  if (headquarters === undefined || !isFunction(invoke) || !isFunction(subscribe) || !isFunction(watchPlans))
    return null
  return {
    headquarters,
    transport: async (channel, input) => readAnswer(await invoke(channel, input)),
    subscribe: (listener) => {
      const stop = subscribe((message: unknown) => {
        const event = ChangedEvent.safeParse(message)
        if (event.success) listener(event.data)
      })
      return () => {
        if (isFunction(stop)) stop()
      }
    },
    handFiles: async (files) => {
      if (!isFunction(handFiles)) throw new Error('this page has no shell to hand files to')
      return GivenFiles.parse(await handFiles([...files]))
    },
    watchPlans: (listener) => {
      const stop = watchPlans((message: unknown) => {
        const progress = PlanProgress.safeParse(message)
        if (progress.success) listener(progress.data)
      })
      return () => {
        if (isFunction(stop)) stop()
      }
    },
  }
}

/** Checks the envelope of an answer; anything else is reported as an internal error of the channel. */
export function readAnswer(raw: unknown): Answer<unknown> {
  if (memberOf(raw, 'ok') === true) return { ok: true, value: memberOf(raw, 'value') }
  return { ok: false, error: readError(memberOf(raw, 'error')) }
}

function readError(raw: unknown): ErrorReport {
  const code = ERROR_CODES.find((known) => known === memberOf(raw, 'code'))
  const message = memberOf(raw, 'message')
  const path = memberOf(raw, 'path')
  return {
    code: code ?? 'internal',
    message: typeof message === 'string' ? message : JSON.stringify(raw ?? null),
    path: typeof path === 'string' ? path : '',
    value: memberOf(raw, 'value') ?? null,
  }
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  const found: unknown = Reflect.get(value, key)
  return found
}

function isFunction(value: unknown): value is (...parameters: unknown[]) => unknown {
  return typeof value === 'function'
}
