import { Chip } from '../../ui/marks.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Section, SectionInput } from './section.tsx'

/** Teams that a closure or limit keeps away; nothing to show when every road is open. */
export function blockedSection(input: SectionInput): Section[] {
  const { plan, text } = input
  const rows = plan.movementPlan.blocked
  if (rows.length === 0) return []
  const title = text('plan.section.blocked')
  return [
    {
      id: 'blocked',
      owner: 'tactical',
      title,
      count: rows.length,
      tone: 'danger',
      body: (
        <DataTable
          label={title}
          rows={rows}
          rowKey={(row) => row.teamId}
          columns={[
            {
              key: 'team',
              title: text('plan.team'),
              width: '23%',
              cell: (row) => (
                <span className="strong cut" title={row.teamName}>
                  {row.teamName}
                </span>
              ),
            },
            {
              key: 'what',
              title: text('plan.blockedBy'),
              cell: (row) => (
                <>
                  <Chip tone="danger">{text(row.isWhole ? 'plan.blockedWhole' : 'plan.blockedPart')}</Chip>{' '}
                  {row.reasons.map((reason) => reason.text).join('；')}
                </>
              ),
            },
            {
              key: 'instead',
              title: text('plan.replacedBy'),
              width: '26%',
              cell: (row) =>
                row.replacedBy.length > 0 ? (
                  <span className="two-lines" title={row.replacedBy.join('、')}>
                    {row.replacedBy.join('、')}
                  </span>
                ) : (
                  <span className={row.isWhole ? 'warn' : 'dim'}>
                    {text(row.isWhole ? 'plan.replacedByNobody' : 'plan.blockedRestGoes')}
                  </span>
                ),
            },
          ]}
        />
      ),
    },
  ]
}
