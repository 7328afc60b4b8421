import type { Finding, Reason } from '../domain/reason.ts'
import { findingText } from '../text/finding-text.ts'
import { reasonText } from '../text/reason-text.ts'

/** Makes a reason; its Chinese text comes from the one table of wordings, so decision and explanation cannot drift. */
export function makeReason(code: string, facts: Reason['facts'] = {}, source?: string): Reason {
  return { code, text: reasonText(code, facts), facts, ...(source === undefined ? {} : { source }) }
}

/** Makes a finding; `where` is the dotted path inside the plan. */
export function makeFinding<Code extends string>(
  code: Code,
  severity: Finding['severity'],
  where: string,
  facts: Finding['facts'] = {},
): Finding & { readonly code: Code } {
  return { code, severity, where, text: findingText(code, facts), facts }
}
