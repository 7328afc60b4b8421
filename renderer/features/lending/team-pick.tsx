import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useQuery } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { SuggestBox } from '../../ui/suggest-box.tsx'

/** Finds the team that is lent out by a piece of its name. */
export function TeamPick(props: {
  team: { readonly id: string; readonly name: string } | null
  onTake: (team: { readonly id: string; readonly name: string } | null) => void
}): ReactNode {
  const text = useText()
  const [typed, setTyped] = useState(props.team?.name ?? '')
  const wanted = typed.trim()
  const list = useQuery(
    appContract.records.list,
    wanted === '' || typed === props.team?.name ? null : { kind: 'teams', text: wanted, limit: 10 },
  )
  const columns = list.value?.columns ?? []
  const cell = (cells: readonly string[], column: string): string => cells[columns.indexOf(column)] ?? ''
  const hits = (list.value?.rows ?? []).map(({ key, cells }) => ({
    ...{ key, label: cell(cells, 'name'), detail: cell(cells, 'town') },
  }))
  return (
    <div className="roster-input">
      <SuggestBox
        id="lending-team"
        testId="lending-team"
        text={typed}
        placeholder={text('lending.pick')}
        emptyWords={list.status === 'loading' ? '' : text('state.empty')}
        invalid={false}
        describedBy=""
        suggestions={hits}
        onText={(next) => {
          setTyped(next)
          if (props.team !== null) props.onTake(null)
        }}
        onTake={(key) => {
          const hit = hits.find((one) => one.key === key)
          if (hit === undefined) return
          setTyped(hit.label)
          props.onTake({ id: key, name: hit.label })
        }}
      />
    </div>
  )
}
