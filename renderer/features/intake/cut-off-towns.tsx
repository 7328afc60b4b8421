import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'
import { RowsEditor } from '../../ui/rows-editor.tsx'
import { LOST_CHOICES } from './draft-rows.ts'
import type { BlockProps } from './form-state.ts'

/** Streets that no longer answer: which, since when, and what they lost. */
export function CutOffTownsEditor(props: BlockProps): ReactNode {
  const text = useText()
  const { draft, change, errorOf } = props
  return (
    <RowsEditor
      id="intake-cut-off"
      title={text('intake.cutOffTowns')}
      hint={errorOf('cutOffTowns') ?? text('intake.cutOffTownsHint')}
      columns={[
        { key: 'town', label: text('intake.list.town'), track: '2fr' },
        { key: 'at', label: text('intake.list.lostSince'), track: '1.5fr', placeholder: '14:00' },
        {
          key: 'kind',
          label: text('intake.list.lost'),
          track: '2fr',
          options: LOST_CHOICES.map((key) => ({ key, label: text(`intake.lost.${key}`) })),
        },
      ]}
      rows={draft.cutOffTowns}
      errorOf={(index, key) => errorOf(`cutOffTowns.${index}.${key}`)}
      addWords={text('intake.list.add')}
      removeWords={text('intake.list.remove')}
      onRows={(cutOffTowns) => change({ cutOffTowns })}
    />
  )
}
