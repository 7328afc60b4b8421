import type { SearchKind } from '#shared/contract/search.contract.ts'
import type { Text } from '../../text/text.ts'

/** What a kind of record is called in a list. */
export function kindLabel(kind: SearchKind, text: Text): string {
  switch (kind) {
    case 'incident':
    case 'substance':
    case 'plan':
    case 'card':
    case 'roads':
    case 'areas':
    case 'riskAreas':
      return text(`finder.kind.${kind}`)
    default:
      return text(`library.table.${kind}`)
  }
}
