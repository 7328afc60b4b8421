import { COMMANDS } from './all-commands.ts'
import type { CommandDefinition } from './command.ts'

/** Help for people: all commands, or one with its options. */
export function helpText(command: CommandDefinition | null): string {
  return command === null
    ? overview()
    : [`用法：${command.usage}`, `  ${command.help}`, '', ...optionLines(command)].join('\n') + '\n'
}

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length)) + 2
  return [
    '应急指挥台命令行：npm run -s console -- <命令> [选项]',
    '',
    ...COMMANDS.map(({ name, help }) => `  ${name.padEnd(width)}${help}`),
    '',
    '各命令的选项：<命令> --help；通用选项：--pretty（便于阅读）、--version、--help',
    '结果是标准输出上的一个 JSON；出错时标准错误的最后一行是 {"code","message","path","value"}。',
    '退出码：0 完成 · 2 输入有误 · 3 方案有禁止项 · 4 无法进行 · 70 程序错误',
    '',
  ].join('\n')
}

function optionLines(command: CommandDefinition): string[] {
  const options = Object.entries(command.options).map(([name, { value, help }]) => {
    const left = value === undefined ? `--${name}` : `--${name} <${value}>`
    return `  ${left.padEnd(34)} ${help}`
  })
  return [...options, `  ${'--pretty'.padEnd(34)} 便于阅读的缩进格式`]
}
