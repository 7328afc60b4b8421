import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { LibraryHit } from '#shared/contract/library.contract.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Waiting } from '../../ui/state-view.tsx'
import { markWords } from './mark-words.ts'
import { pathWords } from './path-words.ts'
import { StateMark } from './plan-marks.tsx'

const LISTED = 200

/** Where searched words stand in the plans, the words marked in their line. */
export function SearchHits(props: { words: string; all: boolean; onOpen: (hit: LibraryHit) => void }): ReactNode {
  const text = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  const words = props.words.trim()
  const input = { text: words, versions: props.all ? ('all' as const) : ('running' as const), limit: LISTED }
  const { value, error } = useQuery(appContract.library.search, input)
  if (value === null) return <Unloaded of={appContract.library.search} input={input} error={error} />
  if (value.length === 0) return <Waiting words={text('contingency.search.none', { words })} />
  const keyOf = (hit: LibraryHit): string => `${hit.planId} ${hit.version} ${hit.path}`
  return (
    <>
      <p className="panel-note" role="status" data-testid="plan-hit-count">
        {text(value.length === LISTED ? 'contingency.search.more' : 'contingency.search.hits', {
          words,
          count: value.length,
        })}
      </p>
      <DataTable
        label={text('contingency.search.label')}
        testId="plan-hits"
        rows={value}
        rowKey={keyOf}
        chosen={chosen}
        onChoose={(hit) => setChosen(keyOf(hit))}
        onOpen={props.onOpen}
        columns={[
          {
            key: 'plan',
            title: text('contingency.name'),
            width: '23%',
            cell: (hit) => (
              <>
                <span className="strong">{hit.title}</span>{' '}
                <span className="dim">{text('contingency.versionText', { version: hit.version })}</span>{' '}
                {hit.running ? null : <StateMark state={hit.state} />}
              </>
            ),
          },
          {
            key: 'where',
            title: text('contingency.search.where'),
            width: '17%',
            cell: (hit) => <span className="dim">{pathWords(hit.path, text)}</span>,
          },
          {
            key: 'words',
            title: text('contingency.search.words'),
            cell: (hit) =>
              markWords(hit.line, words).map((part, index) =>
                part.marked ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
              ),
          },
        ]}
      />
    </>
  )
}
