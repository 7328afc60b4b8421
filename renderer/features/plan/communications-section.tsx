import { CommunicationsButton } from '../../app/communications-button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Section, SectionInput } from './section.tsx'

/** Channels with their users and fall-back, and the way to their sheet of paper. */
export function communicationsSection(input: SectionInput): Section {
  const { plan, text } = input
  const rows = plan.handlingPlan.communications
  const title = text('plan.section.communications')
  return {
    id: 'communications',
    owner: 'both',
    title,
    count: rows.length,
    side: <CommunicationsButton incidentId={input.incidentId} />,
    body: (
      <DataTable
        label={title}
        rows={rows}
        rowKey={(row) => `${row.channel} ${row.use}`}
        columns={[
          {
            key: 'channel',
            title: text('plan.channel'),
            width: '20%',
            cell: (row) => <span className="strong">{row.channel}</span>,
          },
          { key: 'use', title: text('plan.use'), width: '26%', cell: (row) => row.use },
          { key: 'users', title: text('plan.users'), cell: (row) => row.users.join('、') },
          { key: 'fallback', title: text('plan.fallback'), width: '20%', cell: (row) => row.fallback },
        ]}
      />
    ),
  }
}
