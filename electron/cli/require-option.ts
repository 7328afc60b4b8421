import { AppError } from '#shared/kernel/app-error.ts'
import type { CommandArguments } from './command.ts'

/** The value of an option that must be given. Throws `bad-option`. */
export function requireOption(given: CommandArguments, name: string): string {
  const value = given.options[name]
  if (typeof value === 'string' && value !== '') return value
  throw new AppError('bad-option', `缺少选项 --${name}。请补上，如 --${name} <值>；用法见 --help。`, {
    path: `--${name}`,
    value: null,
  })
}
