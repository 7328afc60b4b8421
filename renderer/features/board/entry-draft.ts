import { SAID_BY_WAYS } from '#shared/domain/command/order.ts'
import type {
  SaidFigures,
  SaidGoods,
  Status,
  StatusSaid,
  SubjectKind,
  TrappedState,
} from '#shared/domain/command/status.ts'
import type { TransferRow } from '#shared/domain/command/board.ts'
import type { AnyRow, ChosenRow } from './chosen-row.ts'
import { parseSaidTime } from './said-time.ts'

/** Ways a word comes in, the commonest first. */
export const WAYS = SAID_BY_WAYS
type Way = (typeof WAYS)[number]

/** Figures a kind of row is asked for. */
const FIGURES: Readonly<Record<SubjectKind, readonly (keyof SaidFigures)[]>> = {
  team: ['crew', 'airMin'],
  vehicle: [],
  transfer: [],
  shelter: ['peopleIn', 'peopleOut'],
  people: ['peopleIn', 'remaining'],
  hospital: ['peopleIn', 'remaining'],
  road: [],
}

/** An entry as it is typed. */
export interface EntryDraft {
  readonly status: Status | TrappedState
  readonly at: string
  readonly by: string
  readonly via: Way
  readonly place: string
  readonly note: string
  readonly figures: Readonly<Partial<Record<keyof SaidFigures, string>>>
  /** Quantities by item code. */
  readonly goods: Readonly<Record<string, string>>
  /** Of the list of the trapped. */
  readonly floor: string
  readonly room: string
  readonly people: string
  readonly condition: string
  readonly doneBy: string
  readonly hospitalId: string
}

/** What an entry lacks. */
export type EntryFault = 'badTime' | 'badNumber' | 'noBy'

/** The figures asked for with a state of a kind. */
export function figuresAsked(kind: ChosenRow['kind']): readonly (keyof SaidFigures)[] {
  return kind === 'trapped' ? [] : FIGURES[kind]
}

/** An entry with what is known filled in: said by the team itself over its radio, by others over the phone. */
export function firstDraft(kind: ChosenRow['kind'], row: AnyRow | null, status: EntryDraft['status']): EntryDraft {
  const isTeam = kind === 'team' || kind === 'trapped'
  const trapped = row !== null && 'condition' in row ? row : null
  return {
    status,
    at: '',
    by: row === null ? '' : saidByOf(row),
    via: isTeam ? 'radio' : 'phone',
    place: '',
    note: '',
    figures: {},
    goods: row !== null && 'goods' in row ? plannedGoods(row) : {},
    floor: trapped?.floor ?? '',
    room: trapped?.room ?? '',
    people: trapped?.people === null || trapped === null ? '' : String(trapped.people),
    condition: trapped?.condition ?? '',
    doneBy: trapped?.by ?? '',
    hospitalId: trapped?.hospitalId ?? '',
  }
}

function saidByOf(row: AnyRow): string {
  if ('callSign' in row) return row.callSign === '' ? row.name : row.callSign
  if ('personInCharge' in row) return row.personInCharge
  return row.heard?.via === 'facts' ? '' : (row.heard?.saidBy ?? '')
}

function plannedGoods({ goods }: TransferRow): Record<string, string> {
  return Object.fromEntries(goods.map(({ itemCode, planned, sent }) => [itemCode, String(sent ?? planned)]))
}

/** A whole number, null for nothing, undefined for what is no number. */
function wholeOf(entry: string | undefined): number | null | undefined {
  const written = (entry ?? '').trim()
  if (written === '') return null
  return /^\d{1,7}$/.test(written) ? Number(written) : undefined
}

type Made<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: EntryFault }
/** When, by whom and how something was said. */
export type SaidWord = Pick<StatusSaid, 'at' | 'saidBy' | 'via' | 'note' | 'corrects'>

/** When, by whom and how, or what is missing. */
export function saidOf(draft: EntryDraft, nowS: number): Made<SaidWord> {
  const at = parseSaidTime(draft.at, nowS)
  if (at === null) return { ok: false, fault: 'badTime' }
  const saidBy = draft.by.trim()
  if (saidBy === '') return { ok: false, fault: 'noBy' }
  return { ok: true, value: { at, saidBy, via: draft.via, note: draft.note.trim(), corrects: null } }
}

/** The figures of a draft, or what is no number. */
export function figuresOf(draft: EntryDraft): Made<SaidFigures> {
  const figures = {
    peopleIn: wholeOf(draft.figures.peopleIn),
    peopleOut: wholeOf(draft.figures.peopleOut),
    crew: wholeOf(draft.figures.crew),
    airMin: wholeOf(draft.figures.airMin),
    remaining: wholeOf(draft.figures.remaining),
  }
  const { peopleIn, peopleOut, crew, airMin, remaining } = figures
  if (peopleIn === undefined || peopleOut === undefined || crew === undefined) return { ok: false, fault: 'badNumber' }
  if (airMin === undefined || remaining === undefined) return { ok: false, fault: 'badNumber' }
  return { ok: true, value: { peopleIn, peopleOut, crew, airMin, remaining } }
}

/** People of a line of the trapped, or what is no number. */
export function peopleOf(draft: EntryDraft): Made<number | null> {
  const people = wholeOf(draft.people)
  return people === undefined ? { ok: false, fault: 'badNumber' } : { ok: true, value: people }
}

/** States that speak of goods: only then quantities are sent. */
const WITH_GOODS: ReadonlySet<string> = new Set(['loading', 'onTheWay', 'delivered', 'received', 'short'])

/** True when quantities are asked for with this state. */
export function asksGoods(draft: Pick<EntryDraft, 'status'>): boolean {
  return WITH_GOODS.has(draft.status)
}

/** The goods of a draft, or what is no number. */
export function goodsOf(draft: EntryDraft, { goods }: TransferRow): Made<SaidGoods[]> {
  if (!asksGoods(draft)) return { ok: true, value: [] }
  const lines = goods.map(({ itemCode, item, unit }) => ({
    itemCode,
    item,
    unit,
    quantity: wholeOf(draft.goods[itemCode]),
  }))
  const said = lines.flatMap(({ quantity, ...line }) =>
    quantity === undefined || quantity === null ? [] : [{ ...line, quantity }],
  )
  return lines.some(({ quantity }) => quantity === undefined)
    ? { ok: false, fault: 'badNumber' }
    : { ok: true, value: said }
}
