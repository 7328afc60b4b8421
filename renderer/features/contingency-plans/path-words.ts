import type { Text } from '../../text/text.ts'
import { zhCN } from '../../text/zh-CN.ts'

/** A dotted path of a plan in words: `chapters.0.phases.1.actions.3` = 处置章节 1 › 阶段 2 › 行动 4. */
export function pathWords(path: string, text: Text): string {
  if (path === '') return text('contingencyPart.head')
  const words: string[] = []
  for (const key of path.split('.')) {
    const last = words.length - 1
    if (/^\d+$/.test(key)) words[last] = `${words[last] ?? ''} ${Number(key) + 1}`.trim()
    else words.push(keyWords(key, text))
  }
  return words.join(' › ')
}

function keyWords(key: string, text: Text): string {
  if (isPart(key)) return text(`contingencyPart.${key}`)
  return isField(key) ? text(`contingencyField.${key}`) : key
}

function isPart(key: string): key is keyof typeof zhCN.contingencyPart {
  return Object.hasOwn(zhCN.contingencyPart, key)
}

function isField(key: string): key is keyof typeof zhCN.contingencyField {
  return Object.hasOwn(zhCN.contingencyField, key)
}
