import type { ReactNode } from 'react'
import type { DocumentHead } from '#shared/contract/documents.contract.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Chip } from '../../ui/marks.tsx'
import { Waiting } from '../../ui/state-view.tsx'

/** Documents of the plan: ↑ ↓ choose what is shown, Space ticks what is bound together. */
export function DocumentList(props: {
  documents: readonly DocumentHead[]
  chosen: string | null
  ticked: ReadonlySet<string>
  onChoose: (key: string) => void
  onTick: (key: string, on: boolean) => void
}): ReactNode {
  const text = useText()
  const { documents, ticked } = props
  if (documents.length === 0) return <Waiting words={text('documents.none')} />
  return (
    <div className="scroll fill">
      <DataTable
        label={text('documents.title')}
        testId="documents-list"
        rows={documents}
        rowKey={({ key }) => key}
        chosen={props.chosen}
        onChoose={({ key }) => props.onChoose(key)}
        columns={[
          {
            key: 'tick',
            title: text('documents.tick'),
            width: '34px',
            cell: ({ key, title }) => (
              <input
                type="checkbox"
                tabIndex={-1}
                aria-label={title}
                checked={ticked.has(key)}
                onClick={(event) => event.stopPropagation()}
                onChange={(event) => props.onTick(key, event.target.checked)}
              />
            ),
          },
          {
            key: 'kind',
            title: text('documents.kind'),
            width: '84px',
            oneLine: true,
            cell: ({ kind }) => text(`documents.kinds.${kind}`),
          },
          {
            key: 'title',
            title: text('documents.document'),
            cell: ({ title, detail }) => (
              <>
                <span className="strong">{title}</span> <span className="dim">{detail}</span>
              </>
            ),
          },
          {
            key: 'number',
            title: text('documents.number'),
            width: '38%',
            oneLine: true,
            cell: ({ number, issued }) => (
              <span title={number}>
                {issued === false ? <Chip tone="warn">{text('documents.notIssued')}</Chip> : null} {number}
              </span>
            ),
          },
        ]}
      />
    </div>
  )
}
