import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { HEADQUARTERS } from '#shared/domain/taxonomy.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Chip } from '../../ui/marks.tsx'

/** Who decides what, with where the rule comes from. */
export function RightsTable(): ReactNode {
  const text = useText()
  const { value, error } = useQuery(appContract.headquarters.rights, {})
  if (value === null) return <Unloaded of={appContract.headquarters.rights} input={{}} error={error} />
  return (
    <>
      <p className="panel-note">{text('together.rightsNote')}</p>
      <DataTable
        label={text('together.rights')}
        testId="rights-table"
        rows={value}
        rowKey={({ act }) => act}
        columns={[
          {
            key: 'act',
            title: text('together.act'),
            cell: ({ act }) => <span className="strong">{text(`act.${act}`)}</span>,
          },
          ...HEADQUARTERS.map((hq) => ({
            key: hq,
            title: text(`headquarters.${hq}`),
            width: '96px',
            cell: ({ decides }: (typeof value)[number]) =>
              decides.includes(hq) ? `✓ ${text('together.decides')}` : '—',
          })),
          {
            key: 'atOnce',
            title: text('together.atOnce'),
            width: '84px',
            cell: ({ atOnce }) => (atOnce ? <Chip tone="own">{text('together.atOnceShort')}</Chip> : ''),
          },
          {
            key: 'source',
            title: text('together.source'),
            width: '90px',
            oneLine: true,
            cell: ({ source }) => <span title={source}>{source}</span>,
          },
        ]}
      />
    </>
  )
}
