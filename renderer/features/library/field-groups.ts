/** Parts of a record's form, in their order. */
export const FIELD_GROUPS = ['basic', 'place', 'contact', 'data', 'source'] as const
export type FieldGroup = (typeof FIELD_GROUPS)[number]

const GROUP_OF: Readonly<Record<string, FieldGroup>> = {
  ...columnsIn('basic', 'id lot_id name name_en kind type tier status state item item_code gb38565 team_id store_id'),
  ...columnsIn('basic', 'shelter_id zone_id plant_id person_id parent_id population_point_id date shift post code'),
  ...columnsIn('place', 'town lng lat place from to address'),
  ...columnsIn('contact', 'phone person_in_charge keeper organisation owner carrier belongs_to'),
  ...columnsIn('source', 'source is_demo note'),
}

/** The columns of a record by the part of the form they stand in; parts without a column are left out. */
export function groupColumns(columns: readonly string[]): { group: FieldGroup; columns: string[] }[] {
  return FIELD_GROUPS.map((group) => ({
    group,
    columns: inOrder(columns.filter((column) => (GROUP_OF[column] ?? 'data') === group)),
  })).filter((part) => part.columns.length > 0)
}

/** The list of capabilities is long: what is a line each comes before it. */
function inOrder(columns: readonly string[]): string[] {
  return [
    ...columns.filter((column) => column !== 'capabilities'),
    ...columns.filter((column) => column === 'capabilities'),
  ]
}

function columnsIn(group: FieldGroup, columns: string): Record<string, FieldGroup> {
  return Object.fromEntries(columns.split(' ').map((column) => [column, group]))
}
