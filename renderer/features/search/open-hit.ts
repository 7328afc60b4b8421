import type { SearchHit } from '#shared/contract/search.contract.ts'
import { TABLE_NAMES } from '#shared/domain/dataset/tables.ts'
import { openCard, openHandbook, openIncident, openMapAt, openPlan } from '../../app/view-actions.ts'
import { openRecord } from '../../app/record-desk.ts'
import type { ViewStore } from '../../app/view-store.ts'

/** What is opened: a found record, or a line of a nearest list. */
export type Target = Pick<SearchHit, 'kind' | 'key' | 'position'> & { readonly name: string }

/** Opens what was found where it is worked with: an incident, a card, a plan, the handbook, the library, or the map. */
export function openTarget(view: ViewStore, target: Target): void {
  const { kind, key, position } = target
  switch (kind) {
    case 'incident':
      openIncident(view, key)
      return
    case 'substance':
      openHandbook(view, key)
      return
    case 'card':
      openCard(view, { kind: 'card', id: key })
      return
    case 'plan':
      openPlan(view, key)
      return
    default: {
      const table = TABLE_NAMES.find((name) => name === kind)
      const isOnMap = kind === 'places' || table === undefined
      if (isOnMap && position !== null) openMapAt(view, { ...position, name: target.name })
      else if (table !== undefined) openRecord(view, table, key)
    }
  }
}
