import type { PaperBlock } from '../../domain/paper-document.ts'

/** A Markdown table; cells are escaped so that a name with a bar cannot break a row. */
export function markdownTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return '（无）\n'
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => String(cell).replace(/\|/g, '\\|').replace(/\n/g, ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n') + '\n'
}

/** Blocks of a plan as Markdown; what only paper has (drawings, boxes to sign in) is left to paper. */
export function markdownOf(blocks: readonly PaperBlock[]): string {
  return blocks.map(blockMarkdown).join('\n')
}

function blockMarkdown(block: PaperBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${block.minor === true ? '###' : '##'} ${block.text}`
    case 'text':
      return `${block.text}\n`
    case 'list':
    case 'bans':
      return `${block.lines.map((line) => `- ${line}`).join('\n')}\n`
    case 'steps':
      return `${block.steps.map(({ text, within }, index) => `${index + 1}. ${text}${within === null ? '' : `（${within}）`}`).join('\n')}\n`
    case 'facts':
      return `${block.rows.map(({ name, value }) => `- ${name}：${value ?? '　'}`).join('\n')}\n`
    case 'table':
      return markdownTable(block.head, block.rows)
    case 'closing':
      return `${block.lines.join('  \n')}\n`
    case 'sketch':
    case 'signatures':
      return ''
  }
}

/** Hour and minute of an ISO time, as written in its own offset. */
export function clockOf(iso: string): string {
  return iso.slice(11, 16)
}

/** Minutes, rounded up, for people. */
export function minutesOf(seconds: number): string {
  return `${Math.ceil(seconds / 60)} 分钟`
}
