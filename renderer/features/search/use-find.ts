import { useEffect, useState } from 'react'
import type { AppContract, AppClient } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import type { SearchKind } from '#shared/contract/search.contract.ts'

/** What was found for a text; `words` says for which, since the box may be ahead of it. */
export interface Found {
  readonly words: string
  readonly answer: OutputOf<AppContract['search']['find']> | null
  readonly error: string | null
}

/** Typing goes on without a question for every letter. */
const PAUSE_MS = 70
/** While the index is being made, the same question is asked again. */
const AGAIN_MS = 700
const LISTED = 60

const NOTHING: Found = { words: '', answer: null, error: null }

/** Asks the core while somebody types; an answer that a later question overtook is dropped. */
export function useFind(client: AppClient, words: string, kind: SearchKind | null): Found {
  const [found, setFound] = useState<Found>(NOTHING)
  useEffect(() => {
    if (words === '') return
    let isLatest = true
    let timer = setTimeout(ask, PAUSE_MS)
    function ask(): void {
      client.search.find({ text: words, limit: LISTED, ...(kind === null ? {} : { kinds: [kind] }) }).then(
        (answer) => {
          if (!isLatest) return
          if (!answer.ok) setFound({ words, answer: null, error: answer.error.message })
          else {
            setFound({ words, answer: answer.value, error: null })
            if (answer.value.indexed !== null) timer = setTimeout(ask, AGAIN_MS)
          }
        },
        (error: unknown) => {
          if (isLatest) setFound({ words, answer: null, error: String(error) })
        },
      )
    }
    return () => {
      isLatest = false
      clearTimeout(timer)
    }
  }, [client, words, kind])
  return words === '' ? NOTHING : found
}
