import type { ReactNode } from 'react'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { Headquarters } from '#shared/domain/taxonomy.ts'
import { lineKey, type ChangedLines } from '../../app/changed-lines.ts'
import type { CardAsk, RowChoice, RowKind } from '../../app/view-store.ts'
import { useText, type Text } from '../../text/text.ts'
import { clockText } from '../../text/time-text.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Chip } from '../../ui/marks.tsx'
import { Panel } from '../../ui/panel.tsx'

/** One part of a plan page and the headquarters that acts on it. */
export interface Section {
  readonly id: string
  readonly owner: Headquarters | 'both'
  readonly title: string
  readonly count: number
  readonly tone?: 'plain' | 'danger' | 'warn'
  readonly side?: ReactNode
  readonly body: ReactNode
}

/** What every section is made from. */
export interface SectionInput {
  readonly incidentId: string
  readonly plan: DispatchPlan
  readonly headquarters: Headquarters
  readonly text: Text
  readonly row: RowChoice | null
  readonly choose: (row: RowChoice) => void
  readonly openCard: (ask: CardAsk) => void
  /** Lines that the tactical headquarters changed at once, by kind and id. */
  readonly changed: ChangedLines
}

/**
 * A table of plan rows; a chosen row shows its reasons. Says "none" in words when empty. Rows with an action card open it
 * by Enter, double click and the right button.
 */
export function planTable<T>(
  input: SectionInput,
  kind: RowKind,
  label: string,
  rows: readonly T[],
  idOf: (row: T) => string,
  columns: readonly Column<T>[],
  cardOf?: (row: T) => CardAsk,
): ReactNode {
  if (rows.length === 0) return <p className="panel-note">{input.text('state.empty')}</p>
  const open = cardOf === undefined ? null : (row: T) => input.openCard(cardOf(row))
  return (
    <DataTable
      label={label}
      columns={markChanged(input, kind, idOf, columns)}
      rows={rows}
      rowKey={idOf}
      chosen={input.row?.kind === kind ? input.row.id : null}
      onChoose={(chosen) => input.choose({ kind, id: idOf(chosen) })}
      testId={`table-${kind}`}
      {...(open === null ? {} : { onOpen: open, onMenu: open })}
    />
  )
}

/** The columns with the mark of a discretionary change in the first: the plan says what was planned, the mark what is. */
function markChanged<T>(
  { changed, text }: SectionInput,
  kind: RowKind,
  idOf: (row: T) => string,
  columns: readonly Column<T>[],
): readonly Column<T>[] {
  const [first, ...others] = columns
  if (changed.size === 0 || first === undefined) return columns
  const cell = (row: T): ReactNode => {
    const act = changed.get(lineKey(kind, idOf(row)))
    if (act === undefined) return first.cell(row)
    const { at, officer, to, reason } = act
    return (
      <>
        {first.cell(row)}{' '}
        <Chip
          tone="danger"
          testId="changed-line"
          title={text('together.changedTitle', { at: clockText(at), officer, to, reason })}
        >
          {`${text('together.changedMark')}：${to}`}
        </Chip>
        {kind === 'staging' ? <div className="warn">{text('together.unchecked')}</div> : null}
      </>
    )
  }
  return [{ ...first, cell }, ...others]
}

/** Sections of this headquarters first, then those of the other when all are wanted. */
export function orderSections(
  sections: readonly Section[],
  headquarters: Headquarters,
  showAll: boolean,
): { readonly shown: readonly Section[]; readonly hidden: readonly Section[] } {
  const mine = sections.filter((section) => section.owner === headquarters || section.owner === 'both')
  const others = sections.filter((section) => section.owner !== headquarters && section.owner !== 'both')
  return showAll ? { shown: [...mine, ...others], hidden: [] } : { shown: mine, hidden: others }
}

/** Draws one section. */
export function SectionPanel(props: { section: Section }): ReactNode {
  const text = useText()
  const { section } = props
  // A list of gaps that is empty is one line of good news, not a box.
  if (section.count === 0 && section.tone === 'danger') {
    return (
      <Panel title={section.title} count={0} side={text('state.empty')} testId={`section-${section.id}`}>
        {null}
      </Panel>
    )
  }
  return (
    <Panel
      title={section.title}
      count={section.count}
      tone={section.count > 0 ? (section.tone ?? 'plain') : 'plain'}
      testId={`section-${section.id}`}
      {...(section.side === undefined ? {} : { side: section.side })}
    >
      {section.body}
    </Panel>
  )
}
