import type { Text } from '../../text/text.ts'
import type { SignedWords } from '../../ui/signed-fields.tsx'

/** Words of who and why as an import asks for them. */
export function importSigning(text: Text): SignedWords {
  return {
    who: text('imports.who'),
    reason: text('imports.reason'),
    whoMissing: text('imports.required'),
    reasonMissing: text('imports.required'),
  }
}
