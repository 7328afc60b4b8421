import type { ReactNode } from 'react'
import { useLanguage, useText } from './text.ts'

/** Says in another language than Chinese that what is issued stays Chinese. */
export function ChineseOnly(): ReactNode {
  const text = useText()
  if (useLanguage() === 'zh-CN') return null
  return (
    <p className="chinese-only" data-testid="chinese-only">
      {text('app.chineseOnly')}
    </p>
  )
}
