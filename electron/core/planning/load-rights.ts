import { join } from 'node:path'
import { RightsTable } from '#shared/domain/command/rights.ts'
import { damagedResource, readJson } from './load-references.ts'

/** The table of who decides what, as configured in `command/rights.json`. Throws `dataset-damaged` naming file and reason. */
export function loadRights(resourcesFolder: string): RightsTable {
  const file = join(resourcesFolder, 'command', 'rights.json')
  const result = RightsTable.safeParse(readJson(file))
  if (result.success) return result.data
  throw damagedResource(file, result.error.issues[0]?.message ?? '内容不符')
}
