import type { ReactNode } from 'react'
import { Eta, Phone, StagingPlace } from './cells.tsx'
import { FormulaCell } from './formula-cell.tsx'
import { supplyRunSection } from './supply-run-section.tsx'
import { planTable, type Section, type SectionInput } from './section.tsx'

/** Supplies: gaps, allocations from lots, the lorries that carry them, and what they answer. */
export function supplySections(input: SectionInput): Section[] {
  const { plan, text } = input
  const { supplies } = plan.forcePlan
  const places = new Map(supplies.demand.map((row) => [row.toId, row.toName]))
  const staged = new Set(plan.movementPlan.stagingAreas.map((area) => area.id))
  const place = (id: string): ReactNode =>
    staged.has(id) ? <StagingPlace plan={plan} id={id} text={text} changed={input.changed} /> : (places.get(id) ?? id)
  const gapTitle = text('plan.section.supplyShortfalls')
  const gap: Section = {
    id: 'supply-shortfalls',
    owner: 'administrative',
    title: gapTitle,
    count: supplies.shortfalls.length,
    tone: 'danger',
    body: planTable(input, 'supplyShortfall', gapTitle, supplies.shortfalls, (row) => `${row.itemCode} ${row.toId}`, [
      {
        key: 'item',
        title: text('plan.item'),
        width: '24%',
        cell: (row) => <span className="strong">{row.item}</span>,
      },
      {
        key: 'missing',
        title: text('plan.missing'),
        width: '90px',
        end: true,
        cell: (row) => <span className="danger strong">{`${row.missing} ${row.unit}`}</span>,
      },
      {
        key: 'to',
        title: text('plan.to'),
        width: '20%',
        cell: (row) => (
          <>
            {place(row.toId)}
            {row.toIds === undefined ? null : text('plan.andPlaces', { count: row.toIds.length })}
          </>
        ),
      },
      {
        key: 'remedy',
        title: text('plan.remedy'),
        cell: (row) => row.remedies[0]?.text ?? row.reasons[0]?.text ?? '—',
      },
    ]),
  }
  const allocationTitle = text('plan.section.supplies')
  const allocations: Section = {
    id: 'supplies',
    owner: 'administrative',
    title: allocationTitle,
    count: supplies.allocations.length,
    body: planTable(input, 'supply', allocationTitle, supplies.allocations, (row) => `${row.lotId} ${row.toId}`, [
      {
        key: 'item',
        title: text('plan.item'),
        width: '19%',
        cell: (row) => <span className="strong">{row.item}</span>,
      },
      {
        key: 'quantity',
        title: text('plan.quantity'),
        width: '76px',
        end: true,
        cell: (row) => <span className="strong">{`${row.quantity} ${row.unit}`}</span>,
      },
      {
        key: 'store',
        title: text('plan.store'),
        width: '24%',
        cell: (row) => row.storeName,
      },
      { key: 'expires', title: text('plan.expires'), width: '84px', cell: (row) => row.expiresOn ?? '—' },
      {
        key: 'eta',
        title: text('plan.eta'),
        width: '46px',
        end: true,
        cell: (row) => <Eta seconds={row.etaS} text={text} />,
      },
      { key: 'to', title: text('plan.to'), cell: (row) => place(row.toId) },
      {
        key: 'keeper',
        title: text('plan.keeper'),
        width: '112px',
        cell: (row) => (
          <>
            {row.keeper}
            <br />
            <Phone number={row.phone} />
          </>
        ),
      },
    ]),
  }
  const demandTitle = text('plan.section.supplyDemand')
  const demand: Section = {
    id: 'supply-demand',
    owner: 'administrative',
    title: demandTitle,
    count: supplies.demand.length,
    body: planTable(input, 'supplyDemand', demandTitle, supplies.demand, (row) => row.id, [
      {
        key: 'item',
        title: text('plan.item'),
        width: '22%',
        cell: (row) => <span className="strong">{row.item}</span>,
      },
      {
        key: 'quantity',
        title: text('plan.quantity'),
        width: '90px',
        end: true,
        cell: (row) => `${row.quantity} ${row.unit}`,
      },
      { key: 'to', title: text('plan.to'), width: '22%', cell: (row) => row.toName },
      {
        key: 'by',
        title: text('plan.by'),
        width: '56px',
        end: true,
        cell: (row) => <Eta seconds={row.bySAfterStart} text={text} />,
      },
      {
        key: 'formula',
        title: text('why.formula'),
        cell: (row) => <FormulaCell formula={row.formula} text={text} />,
      },
    ]),
  }
  return [gap, allocations, supplyRunSection(input), demand]
}
