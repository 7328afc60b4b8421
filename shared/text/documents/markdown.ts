import type { PaperBlock } from '../../domain/paper-document.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'

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

/** The same of a plan's line; with its day where that is not the day the plan was made on, so that 10:20 is never taken for today's. */
export function clockIn({ incident }: DispatchPlan, iso: string): string {
  if (iso.slice(0, 10) === incident.plannedAt.slice(0, 10)) return clockOf(iso)
  return `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日 ${clockOf(iso)}`
}

/** Minutes, rounded up, for people. */
export function minutesOf(seconds: number): string {
  return `${Math.ceil(seconds / 60)} 分钟`
}

/** Day and minute of an ISO time, as written in its own offset. */
export function momentOf(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ')
}
