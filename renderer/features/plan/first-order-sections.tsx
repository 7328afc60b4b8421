import { HEADQUARTERS } from '#shared/domain/taxonomy.ts'
import { CardButton } from '../../app/card-button.tsx'
import { clockText } from '../../text/time-text.ts'
import { AuthorityChip } from './cells.tsx'
import { cardOfFirstOrder } from './card-of-line.ts'
import { planTable, type Section, type SectionInput } from './section.tsx'

/** 首批指令: whom to ring in minutes 0 to 5, with the words to say. */
export function firstOrderSections(input: SectionInput): Section[] {
  const { plan, text } = input
  return HEADQUARTERS.map((headquarters) => {
    const rows = plan.firstOrders.filter((order) => order.hq === headquarters)
    const title = `${text('plan.section.firstOrders')} · ${text(`headquarters.${headquarters}`)}`
    return {
      id: `orders-${headquarters}`,
      owner: headquarters,
      title,
      count: rows.length,
      body: planTable(
        input,
        'firstOrder',
        title,
        rows,
        (row) => row.id,
        [
          {
            key: 'due',
            title: text('plan.due'),
            width: '64px',
            cell: (row) => (
              <>
                <span className="big">{clockText(row.dueAt)}</span>
                <CardButton ask={cardOfFirstOrder(row)} />
              </>
            ),
          },
          {
            key: 'call',
            title: text('plan.call'),
            width: '24%',
            cell: (row) => (
              <>
                <span className="strong">{row.call}</span>
                <br />
                <span className="big phone">{row.phone === '' ? '—' : row.phone}</span>{' '}
                {row.authority === undefined ? null : <AuthorityChip authority={row.authority} />}
              </>
            ),
          },
          { key: 'words', title: text('plan.words'), cell: (row) => <span className="words">{row.words}</span> },
          { key: 'why', title: text('plan.why'), width: '22%', cell: (row) => <span className="dim">{row.why}</span> },
        ],
        cardOfFirstOrder,
      ),
    }
  })
}
