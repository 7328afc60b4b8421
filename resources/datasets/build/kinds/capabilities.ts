import { CAPABILITIES } from '#shared/domain/taxonomy.ts'

/** Reads `HAZ_PLUG:2;FOAM:1` into a map; an unknown code or a quantity below 1 is an error. */
export function parseCapabilities(text: string): Map<string, number> {
  const result = new Map<string, number>()
  for (const entry of text.split(';').filter((part) => part !== '')) {
    const [code = '', quantity = ''] = entry.split(':')
    const count = Number(quantity)
    if (!CAPABILITIES.some((known) => known === code) || !Number.isInteger(count) || count < 1) {
      throw new Error(`能力代码“${entry}”无效`)
    }
    result.set(code, (result.get(code) ?? 0) + count)
  }
  return result
}

/** Adds several capability lists and writes the total in the order of the closed list. */
export function addCapabilities(texts: readonly string[]): string {
  const total = new Map<string, number>()
  for (const text of texts) {
    for (const [code, count] of parseCapabilities(text)) total.set(code, (total.get(code) ?? 0) + count)
  }
  return CAPABILITIES.flatMap((code) => (total.has(code) ? [`${code}:${total.get(code) ?? 0}`] : [])).join(';')
}
