import type { EvidenceMark, Headquarters } from '#shared/domain/taxonomy.ts'
import type { Text } from '../../text/text.ts'
import type { Column } from '../../ui/data-table.tsx'
import { BasisWords, HeadquartersWords } from './plan-marks.tsx'

/** Columns that several tables of a plan share. */

/** Whose part a row is. */
export function headquartersColumn(text: Text, width: string): Column<{ readonly hq: Headquarters }> {
  return { key: 'hq', title: text('contingencyField.hq'), width, cell: (row) => <HeadquartersWords {...row} /> }
}

/** What a row rests on. */
export function basisColumn(
  text: Text,
  width: string,
): Column<{ readonly basis: { readonly source: string; readonly evidence: EvidenceMark } }> {
  return { key: 'basis', title: text('contingencyField.basis'), width, cell: (row) => <BasisWords {...row.basis} /> }
}

/** Within how many minutes. */
export function dueColumn(text: Text): Column<{ readonly dueMin: number }> {
  return {
    key: 'due',
    title: text('plan.due'),
    width: '76px',
    cell: (row) => <span className="strong">{text('contingency.view.minutes', { minutes: row.dueMin })}</span>,
  }
}
