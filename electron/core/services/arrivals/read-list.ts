import type { ListLine } from '#shared/contract/arrivals.contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { EvacueeRow } from '#shared/domain/evacuee.ts'

/** A line of a list with the person it changes and what they become; `after` null = refused or the same. */
export interface ReadLine {
  readonly shown: ListLine
  readonly before: EvacueeRow | null
  readonly after: Omit<EvacueeRow, 'id'> | null
}

const FIELDS = ['code', 'name', 'point', 'phone', 'specialNeeds'] as const
type Field = (typeof FIELDS)[number]
type Cells = Readonly<Record<Field, string>>

/** Words that head a column of such lists. */
const HEADINGS: readonly (readonly [Field, RegExp])[] = [
  ['code', /码|编号|^code$/i],
  ['name', /姓名|^name$/i],
  ['phone', /电话|手机|联系方式|^phone$/i],
  ['specialNeeds', /特殊|需要|照护|special/i],
  ['point', /人口点|点位|村|社区|来源|地址|point/i],
]

/**
 * Reads a list as it was pasted or scanned: one person a line, cells apart by tab, comma or semicolon; code, name,
 * point, phone, special needs in this order unless a first line names them otherwise. A code alone on a line is refused:
 * a person has a name. Somebody known by code (or without one, by name and point) keeps their arrival.
 */
export function readList(text: string, dataset: Pick<Dataset, 'evacuees' | 'populationPoints'>): ReadLine[] {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, cells: line.split(/[\t,，;；]/).map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const headed = headingsOf(rows[0]?.cells ?? [])
  const order = headed ?? FIELDS
  const pointOf = pointFinder(dataset.populationPoints)
  const known = new Map(dataset.evacuees.filter(({ code }) => code !== '').map((row) => [row.code, row]))
  const unnumbered = new Map(
    dataset.evacuees.filter(({ code }) => code === '').map((row) => [`${row.name}|${row.populationPointId}`, row]),
  )
  const seen = new Map<string, number>()
  return (headed === null ? rows : rows.slice(1)).map(({ line, cells }) => {
    const read = cellsInOrder(cells, order)
    const point = pointOf(read.point)
    const problem = faultOf(read, point, seen)
    const key = read.code === '' ? `${read.name}|${point?.id ?? ''}` : read.code
    if (problem !== null)
      return { shown: { line, ...read, verdict: 'refused', remark: problem }, before: null, after: null }
    seen.set(key, line)
    const before = (read.code === '' ? unnumbered.get(key) : known.get(read.code)) ?? null
    const after = personAfter(before, read, point)
    const shown = { line, ...read, point: point?.name ?? read.point, remark: '' }
    if (before === null) return { shown: { ...shown, verdict: 'new' }, before, after }
    const isSame = FIELDS_KEPT.every((field) => before[field] === after[field])
    return { shown: { ...shown, verdict: isSame ? 'same' : 'changed' }, before, after: isSame ? null : after }
  })
}

const FIELDS_KEPT = ['code', 'name', 'populationPointId', 'phone', 'specialNeeds'] as const

function personAfter(before: EvacueeRow | null, read: Cells, point: Point | null): Omit<EvacueeRow, 'id'> {
  const { code, name, phone, specialNeeds } = read
  const nothing = { shelterId: '', zoneId: '', arrivedAt: '', leftAt: '', leftTo: '', source: '', isDemo: 0, note: '' }
  const kept = before ?? { ...nothing, populationPointId: '', phone: '', specialNeeds: '' }
  return {
    ...kept,
    ...{ code, name, populationPointId: point?.id ?? kept.populationPointId },
    // What a list leaves out is not known to be gone.
    ...{
      phone: phone === '' ? kept.phone : phone,
      specialNeeds: specialNeeds === '' ? kept.specialNeeds : specialNeeds,
    },
  }
}

function faultOf(read: Cells, point: Point | null, seen: ReadonlyMap<string, number>): string | null {
  if (read.name === '') return '没有姓名；请补上，或到场时登记'
  const earlier = seen.get(read.code === '' ? `${read.name}|${point?.id ?? ''}` : read.code)
  if (earlier !== undefined) return `与第 ${earlier} 行重复；请只保留一行`
  if (read.point !== '' && point === null) return `人口点“${read.point}”不在库中或不止一个；请写全名或编号`
  return null
}

function headingsOf(cells: readonly string[]): readonly (Field | null)[] | null {
  const fields = cells.map((cell) => HEADINGS.find(([, pattern]) => pattern.test(cell))?.[0] ?? null)
  return fields.includes('name') && cells.every((cell) => !/\d/.test(cell)) ? fields : null
}

function cellsInOrder(cells: readonly string[], order: readonly (Field | null)[]): Cells {
  const cellOf = (field: Field): string => {
    const place = order.indexOf(field)
    return place < 0 ? '' : (cells[place] ?? '')
  }
  const [code, name, point] = [cellOf('code'), cellOf('name'), cellOf('point')]
  return { code, name, point, phone: cellOf('phone'), specialNeeds: cellOf('specialNeeds') }
}

type Point = Dataset['populationPoints'][number]

/** A point by id or name; by a part of its name when only one has it. */
function pointFinder(points: readonly Point[]): (text: string) => Point | null {
  const exact = new Map(points.flatMap((point) => [[point.name, point] as const, [point.id, point] as const]))
  const found = new Map<string, Point | null>()
  return (text) => {
    if (text === '') return null
    const known = found.get(text)
    if (known !== undefined) return known
    const holding = exact.has(text) ? [] : points.filter(({ name }) => name.includes(text))
    const point = exact.get(text) ?? (holding.length === 1 ? (holding[0] ?? null) : null)
    found.set(text, point)
    return point
  }
}
