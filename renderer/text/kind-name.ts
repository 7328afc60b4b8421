import type { Text } from './text.ts'
import { zhCN } from './zh-CN.ts'

/** Name of a kind of place or record; a kind the console has no word for is shown as it is written. */
export function kindName(kind: string, text: Text): string {
  return isKnown(kind) ? text(`kind.${kind}`) : kind
}

function isKnown(kind: string): kind is keyof typeof zhCN.kind {
  return Object.hasOwn(zhCN.kind, kind)
}
