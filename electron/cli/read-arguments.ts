import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { AppError } from '#shared/kernel/app-error.ts'
import { COMMANDS } from './all-commands.ts'
import type { CommandArguments, CommandDefinition } from './command.ts'

/** Options that every command takes. */
const GENERAL = {
  pretty: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

/** What was asked for: a command with its arguments, or the help or the version. */
export type Request =
  | { readonly kind: 'help'; readonly command: CommandDefinition | null }
  | { readonly kind: 'version'; readonly pretty: boolean }
  | {
      readonly kind: 'command'
      readonly command: CommandDefinition
      readonly given: CommandArguments
      readonly pretty: boolean
    }

/** Reads the arguments of the program. Throws `bad-option` naming the option and the remedy. */
export function readArguments(argv: readonly string[]): Request {
  const name = argv.find((argument) => !argument.startsWith('-'))
  if (name === undefined) return readGeneral(argv)
  const command = COMMANDS.find((entry) => entry.name === name)
  if (command === undefined) {
    const names = COMMANDS.map((entry) => entry.name).join('、')
    throw new AppError('bad-option', `没有“${name}”命令。可用命令：${names}；用法见 --help。`, {
      path: 'command',
      value: name,
    })
  }
  const at = argv.indexOf(name)
  return readCommand(command, [...argv.slice(0, at), ...argv.slice(at + 1)])
}

function readGeneral(argv: readonly string[]): Request {
  const { values } = parse(argv, GENERAL, null)
  if (values['help'] === true) return { kind: 'help', command: null }
  if (values['version'] === true) return { kind: 'version', pretty: values['pretty'] === true }
  throw new AppError('bad-option', '缺少命令。用法见 --help。', { path: 'command', value: null })
}

function readCommand(command: CommandDefinition, argv: readonly string[]): Request {
  const own = Object.entries(command.options).map(
    ([name, { type }]) => [name, { type: type === 'text' ? 'string' : 'boolean' }] as const,
  )
  const { values, positionals } = parse(argv, { ...GENERAL, ...Object.fromEntries(own) }, command)
  const pretty = values['pretty'] === true
  if (values['help'] === true) return { kind: 'help', command }
  if (values['version'] === true) return { kind: 'version', pretty }
  const [min, max] = command.arguments
  if (positionals.length < min || positionals.length > max) {
    const value = positionals[max] ?? null
    const reason = value === null ? '缺少参数' : `多出参数“${value}”`
    throw new AppError('bad-option', `${command.name} ${reason}。用法：${command.usage}`, { path: command.name, value })
  }
  return { kind: 'command', command, pretty, given: { options: values, rest: positionals } }
}

type ParsedValues = Record<string, string | boolean | undefined>

function parse(
  argv: readonly string[],
  options: ParseArgsOptionsConfig,
  command: CommandDefinition | null,
): { values: ParsedValues; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
    const single = Object.entries(values).filter(
      (entry): entry is [string, string | boolean] => !Array.isArray(entry[1]),
    )
    return { values: Object.fromEntries(single), positionals }
  } catch (error) {
    throw optionError(error, command)
  }
}

function optionError(error: unknown, command: CommandDefinition | null): unknown {
  if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) return error
  const option = /'(-[^' ]*)/.exec(error.message)?.[1] ?? ''
  const isUnknown = error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
  const known = [...Object.keys(command?.options ?? {}), ...Object.keys(GENERAL)].map((name) => `--${name}`).join('、')
  const reason = isUnknown ? `没有选项“${option}”。可用选项：${known}` : `选项“${option}”的值缺失或多余`
  return new AppError('bad-option', `${reason}。用法：${command?.usage ?? '见 --help'}`, {
    path: option,
    value: option,
    cause: error,
  })
}
