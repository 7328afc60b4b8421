import { fillWording, type Facts, type Wordings } from './wording.ts'
import { situationFindings } from './findings/situation-findings.ts'
import { checkFindings } from './findings/check-findings.ts'
import { forceFindings } from './findings/force-findings.ts'
import { careFindings } from './findings/care-findings.ts'
import { libraryFindings } from './findings/library-findings.ts'

const WORDINGS: readonly Wordings[] = [situationFindings, forceFindings, careFindings, checkFindings, libraryFindings]

/** The Chinese sentence of a finding code. An unknown code is a bug. */
export function findingText(code: string, facts: Facts): string {
  for (const table of WORDINGS) {
    const wording = table[code]
    if (wording !== undefined) return fillWording(wording, facts)
  }
  throw new Error(`no wording for finding code "${code}"`)
}
