import type { ReactNode } from 'react'
import { formulaWords } from '../../text/formula-words.ts'
import type { Text } from '../../text/text.ts'

/** How a number is worked out: in words, with the formula itself on hover; the formula where words fail. */
export function FormulaCell({ formula, text }: { formula: string; text: Text }): ReactNode {
  return (
    <span className="dim" title={formula}>
      {formulaWords(formula, text) ?? formula}
    </span>
  )
}
