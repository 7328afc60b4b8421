import type { ReactNode } from 'react'
import { CAPABILITIES } from '#shared/domain/taxonomy.ts'
import { useText } from '../../text/text.ts'
import { RowsEditor } from '../../ui/rows-editor.tsx'

/** Capabilities with quantities, one line each, kept as the text of the cell: `HAZ_PLUG:2;FOAM:1`. */
export function CapabilitiesField(props: {
  id: string
  label: string
  value: string
  error: string | null
  onChange: (value: string) => void
}): ReactNode {
  const text = useText()
  const rows = props.value === '' ? [] : props.value.split(';').map(rowOf)
  return (
    <div style={{ gridColumn: 'span 12' }} className={props.error === null ? '' : 'field-bad'}>
      <RowsEditor
        id={props.id}
        title={props.label}
        columns={[
          {
            key: 'capability',
            label: text('records.capability'),
            track: '3fr',
            options: CAPABILITIES.map((key) => ({ key, label: text(`capability.${key}`) })),
          },
          { key: 'quantity', label: text('records.quantity') },
        ]}
        rows={rows}
        errorOf={() => null}
        addWords={text('records.addCapability')}
        removeWords={text('records.removeCapability')}
        onRows={(next) => props.onChange(next.map(textOfRow).join(';'))}
      />
      <p className="field-note" id={`${props.id}-note`} role={props.error === null ? undefined : 'alert'}>
        {props.error ?? ''}
      </p>
    </div>
  )
}

function rowOf(part: string): Record<string, string> {
  const [capability = '', quantity = ''] = part.split(':')
  return { capability, quantity }
}

function textOfRow(row: Readonly<Record<string, string>>): string {
  const { capability = CAPABILITIES[0], quantity = '1' } = row
  return `${capability}:${quantity.trim()}`
}
