import type { ReactNode } from 'react'
import type { ImportPreview } from '#shared/contract/imports.contract.ts'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'

/** The first rows as they stand in the file. */
export function PreviewRows(props: { preview: ImportPreview }): ReactNode {
  const text = useText()
  const { columns, rows } = props.preview
  if (rows.length === 0) return null
  return (
    <Panel title={text('imports.previewRows')} className="import-preview" count={rows.length}>
      <div className="scroll fill" tabIndex={0} role="region" aria-label={text('imports.previewRows')}>
        <table className="table import-raw">
          <thead>
            <tr>
              <th scope="col">{text('imports.line')}</th>
              {columns.map(({ header }, index) => (
                <th key={`${index} ${header}`} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells }) => (
              <tr key={line}>
                <td className="dim">{line}</td>
                {columns.map(({ header }, index) => (
                  <td key={`${index} ${header}`}>{cells[index] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
