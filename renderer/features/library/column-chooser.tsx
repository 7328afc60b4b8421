import { Button, PopoverNext } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import type { RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { useText } from '../../text/text.ts'
import { columnTitle } from './record-words.ts'

/** Which columns a list shows; at least one stays. */
export function ColumnChooser(props: {
  kind: RecordKind
  /** All columns of the list, in their order. */
  all: readonly string[]
  shown: readonly string[]
  /** Null = the first ones again. */
  onShown: (shown: readonly string[] | null) => void
}): ReactNode {
  const text = useText()
  const { all, shown, onShown } = props
  return (
    <PopoverNext
      placement="bottom-start"
      content={
        <div className="column-chooser" data-testid="record-columns-list">
          {all.map((column) => {
            const isShown = shown.includes(column)
            return (
              <label key={column} className="record-check">
                <input
                  type="checkbox"
                  checked={isShown}
                  disabled={isShown && shown.length === 1}
                  data-testid={`record-column-${column}`}
                  onChange={() => onShown(all.filter((name) => (name === column ? !isShown : shown.includes(name))))}
                />
                {column === 'lng' ? text('records.position') : columnTitle(props.kind, column, text)}
              </label>
            )
          })}
          <Button size="small" text={text('records.columnsFirst')} onClick={() => onShown(null)} />
        </div>
      }
    >
      <Button size="small" text={text('records.columns')} data-testid="record-columns" />
    </PopoverNext>
  )
}
