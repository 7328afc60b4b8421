import type { MergingSeat } from '#shared/contract/bundles.contract.ts'
import type { Text } from '../../text/text.ts'

/** A machine as people call it: its name with the four signs that tell it from any other. */
export function machineName({ name, mark }: Pick<MergingSeat, 'name' | 'mark'>, text: Text): string {
  return `${name === '' ? text('merging.unnamed') : name} ${mark}`
}
