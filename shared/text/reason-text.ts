import { fillWording, type Facts, type Wordings } from './wording.ts'
import { situationReasons } from './reasons/situation-reasons.ts'
import { forceReasons } from './reasons/force-reasons.ts'
import { alternativeReasons } from './reasons/alternative-reasons.ts'
import { changeReasons } from './reasons/change-reasons.ts'
import { careReasons } from './reasons/care-reasons.ts'
import { runnerUpReasons } from './reasons/runner-up-reasons.ts'
import { libraryReasons } from './reasons/library-reasons.ts'
import { hazmatReasons } from './reasons/hazmat-reasons.ts'

const WORDINGS: Wordings = {
  ...situationReasons,
  ...libraryReasons,
  ...forceReasons,
  ...careReasons,
  ...alternativeReasons,
  ...changeReasons,
  ...hazmatReasons,
  ...runnerUpReasons,
}

/** The Chinese sentence of a reason code. An unknown code is a bug. */
export function reasonText(code: string, facts: Facts): string {
  const wording = WORDINGS[code]
  if (wording === undefined) throw new Error(`no wording for reason code "${code}"`)
  return fillWording(wording, facts)
}
