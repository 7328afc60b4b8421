import { useMemo } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import type { Lookup } from './settle-draft.ts'

/** Asks the core of this window; a core that does not answer is null, never "nothing found". */
export function useLookup(): Lookup {
  const { client } = useConsole()
  const text = useText()
  return useMemo<Lookup>(
    () => ({
      places: (wanted) => valueOrNull(client.reference.searchPlaces({ text: wanted, limit: 50 })),
      substances: (wanted) => valueOrNull(client.reference.searchSubstances({ text: wanted, limit: 50 })),
      typeName: (type) => text(`incidentType.${type}`),
    }),
    [client, text],
  )
}

async function valueOrNull<T>(
  asked: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false }>,
): Promise<T | null> {
  try {
    const answer = await asked
    return answer.ok ? answer.value : null
  } catch {
    // The strip shows that the link is lost; the field says that it was not checked.
    return null
  }
}
