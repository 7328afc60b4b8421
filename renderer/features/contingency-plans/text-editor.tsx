import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { PlanProblem } from '#shared/contract/library.contract.ts'
import { useText } from '../../text/text.ts'

/**
 * The text of a plan with line numbers; lines with a fault carry a mark. `goTo` is where the cursor is asked to go.
 * The area keeps its own text after the start: one that is set again after each key loses the cursor when a whole plan is
 * pasted, and its way back by Ctrl+Z.
 */
export function TextEditor(props: {
  value: string
  problems: readonly PlanProblem[]
  /** Each wish is an object of its own, so that the same line can be asked for twice. */
  goTo: { readonly line: number; readonly column: number } | null
  onChange: (value: string) => void
}): ReactNode {
  const text = useText()
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLPreElement>(null)
  const { value, problems, goTo } = props
  const [start] = useState(value)
  useEffect(() => {
    if (goTo === null || area.current === null) return
    const lines = area.current.value.split('\n')
    const start = lines.slice(0, goTo.line - 1).reduce((sum, line) => sum + line.length + 1, 0)
    const at = start + Math.min(goTo.column - 1, lines[goTo.line - 1]?.length ?? 0)
    area.current.focus()
    area.current.setSelectionRange(at, start + (lines[goTo.line - 1]?.length ?? 0))
    const lineHeight = area.current.scrollHeight / Math.max(1, lines.length)
    area.current.scrollTop = Math.max(0, (goTo.line - 6) * lineHeight)
  }, [goTo])
  const faulty = new Set(problems.map(({ line }) => line))
  const numbers = Array.from({ length: value.split('\n').length }, (_, index) =>
    faulty.has(index + 1) ? `▲${index + 1}` : String(index + 1),
  ).join('\n')
  return (
    <div className="plan-text">
      <pre ref={gutter} className="plan-text-lines" aria-hidden="true">
        {numbers}
      </pre>
      <textarea
        ref={area}
        className="plan-text-area"
        aria-label={text('contingency.edit.text')}
        data-testid="plan-text"
        wrap="off"
        spellCheck={false}
        defaultValue={start}
        onChange={(event) => props.onChange(event.target.value)}
        onScroll={(event) => {
          if (gutter.current !== null) gutter.current.scrollTop = event.currentTarget.scrollTop
        }}
      />
    </div>
  )
}
