import { stringify } from 'yaml'
import type { PlanEdit } from '../../app/plan-desk.ts'

/** The text of a plan under edit as it stands: as written, or made from the form when the form was changed. */
export function textOfEdit(edit: Pick<PlanEdit, 'mode' | 'text' | 'value' | 'formChanged'>): string {
  if (edit.mode === 'text' || !edit.formChanged) return edit.text
  return stringify(edit.value, { lineWidth: 0, aliasDuplicateObjects: false })
}
