import type * as z from 'zod'
import { AppError } from '#shared/kernel/app-error.ts'
import { definitionOf, type Answer, type Contract, type Handlers, type Topic } from '#shared/contract/define.ts'

/** Called after a command was carried out, with the topics it changed. */
export type Publish = (topics: readonly Topic[]) => void

/** Where unexpected errors go; they are bugs and are never shown raw to an operator. */
export type LogBug = (channel: string, error: unknown) => void

/** Waited for before each command; a query never waits. */
export type Admit = (channel: string) => Promise<void>

/** The operator's error behind a failure of the store; any other error is given back as it is. */
export type Explain = (error: unknown) => unknown

/** Answers one call. Never throws. */
export type Route<Caller> = (channel: string, input: unknown, caller: Caller) => Promise<Answer<unknown>>

/**
 * The transport-free router: known channel → strict input → handler → parsed output → envelope. Windows, the command
 * line and the tests all come through here.
 */
export function createRouter<const C extends Contract, Caller>(
  contract: C,
  handlers: Handlers<C, Caller>,
  options: { publish: Publish; logBug: LogBug; admit?: Admit; explain?: Explain },
): Route<Caller> {
  return async (channel, input, caller) => {
    const definition = definitionOf(contract, channel)
    const handler = definition ? handlerOf(handlers, channel) : null
    if (!definition || !handler) {
      return failure(new AppError('unknown-channel', `没有名为“${channel}”的接口`, { path: 'channel', value: channel }))
    }
    try {
      const parsed = definition.input.safeParse(input)
      if (!parsed.success) return failure(inputError(parsed.error))
      if (definition.kind === 'command') await options.admit?.(channel)
      const output = definition.output.parse(await handler(parsed.data, caller))
      if (definition.kind === 'command') options.publish(definition.changes)
      return { ok: true, value: output }
    } catch (thrown) {
      const error = options.explain?.(thrown) ?? thrown
      if (error instanceof AppError) return failure(error)
      options.logBug(channel, error)
      return failure(
        new AppError('internal', '程序内部错误，已记入日志；数据未受影响，请重试或重启', { path: channel }),
      )
    }
  }
}

type AnyHandler = (input: unknown, caller: unknown) => unknown

function handlerOf(handlers: object, channel: string): AnyHandler | null {
  const [area = '', name = ''] = channel.split('.')
  const members: unknown = Reflect.get(handlers, area)
  const member: unknown = typeof members === 'object' && members !== null ? Reflect.get(members, name) : null
  // The contract's mapped type has tied this member to its definition; only the key is dynamic here.
  return typeof member === 'function' ? (member as AnyHandler) : null
}

function inputError(error: z.ZodError): AppError {
  const issue = error.issues[0]
  const path = issue ? issue.path.map(String).join('.') : ''
  return new AppError(
    'bad-input',
    `输入有误：${path === '' ? '整体' : `字段“${path}”`} ${issue?.message ?? ''}，请更正后重试`,
    { path },
  )
}

function failure(error: AppError): Answer<never> {
  return { ok: false, error: error.toReport() }
}
