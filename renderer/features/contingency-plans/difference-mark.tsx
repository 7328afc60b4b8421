import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'
import { Chip } from '../../ui/marks.tsx'

const SIGNS = { added: '＋', removed: '－', changed: '～' } as const
const TONES = { added: 'good', removed: 'danger', changed: 'warn' } as const

/** Sign and word of a change: + added, − removed, ~ changed. */
export function DifferenceMark(props: { kind: 'added' | 'removed' | 'changed' }): ReactNode {
  const text = useText()
  return <Chip tone={TONES[props.kind]}>{`${SIGNS[props.kind]} ${text(`contingency.diff.kind.${props.kind}`)}`}</Chip>
}
