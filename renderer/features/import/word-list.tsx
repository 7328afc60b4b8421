import type { ReactNode } from 'react'
import type { ImportMapping, ImportPreview } from '#shared/contract/imports.contract.ts'
import { useText } from '../../text/text.ts'
import { mappingOf } from './mapping-of.ts'

/** Words of closed lists that are read as their keys: shown, and each can be left as it is. */
export function WordList(props: { preview: ImportPreview; onAnswer: (mapping: ImportMapping) => void }): ReactNode {
  const text = useText()
  const { preview, onAnswer } = props
  const mapping = mappingOf(preview)
  if (mapping === null || preview.words.length === 0) return null
  const titleOf = (column: string): string => preview.wanted.find((one) => one.column === column)?.title ?? column
  return (
    <fieldset className="import-words" data-testid="import-words">
      <legend>{text('imports.words')}</legend>
      {preview.words.map(({ column, from, to, rows, used }) => {
        const key = `${column}|${from}`
        return (
          <label key={key}>
            <input
              type="checkbox"
              checked={used}
              onChange={() => {
                const others = mapping.refusedWords.filter((word) => word !== key)
                onAnswer({ ...mapping, refusedWords: used ? [...others, key] : others })
              }}
            />
            {text('imports.wordRows', { column: titleOf(column), from, to, rows })}
          </label>
        )
      })}
    </fieldset>
  )
}
