import type { EnteredConditions } from '#shared/contract/hazmat.contract.ts'
import { CONTAINERS, type Container } from '#shared/domain/incident.ts'
import type { TextKey } from '../../text/text.ts'
import { parseFormTime, parseNumber, parseWindFrom } from '../../text/parse-entry.ts'

/** What stands in the fields above a card, as typed; empty = take what is known. */
export interface ConditionDraft {
  readonly at: string
  readonly windFrom: string
  readonly windSpeedMs: string
  readonly container: Container | ''
  readonly spill: 'small' | 'large' | ''
}

export const NO_CONDITIONS: ConditionDraft = { at: '', windFrom: '', windSpeedMs: '', container: '', spill: '' }

/** The conditions a draft enters, and the words for a field that cannot be read; such a field enters nothing. */
export function enteredOf(
  draft: ConditionDraft,
  nowS: number,
): { readonly entered: EnteredConditions; readonly fault: TextKey | null } {
  const at = parseFormTime(draft.at, nowS)
  const from = parseWindFrom(draft.windFrom)
  const speed = parseNumber(draft.windSpeedMs)
  const speedFits = speed.ok && (speed.value === null || (speed.value >= 0 && speed.value <= 120))
  const fault: TextKey | null = !at.ok
    ? 'handbook.badTime'
    : !from.ok
      ? 'handbook.badWind'
      : speedFits
        ? null
        : 'handbook.badSpeed'
  const container = CONTAINERS.find((known) => known === draft.container)
  return {
    fault,
    entered: {
      ...(at.ok && at.value !== null ? { at: at.value } : {}),
      ...(from.ok && from.value !== null ? { windFromDeg: from.value } : {}),
      ...(speed.ok && speedFits && speed.value !== null ? { windSpeedMs: speed.value } : {}),
      ...(container === undefined ? {} : { container }),
      ...(draft.spill === '' ? {} : { spill: draft.spill }),
    },
  }
}
