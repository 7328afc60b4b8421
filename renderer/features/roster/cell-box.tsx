import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { RosterPerson } from '#shared/contract/roster.contract.ts'
import { useQuery } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { SuggestBox } from '../../ui/suggest-box.tsx'
import { cellKey, type PlacedCell, type RosterEdits } from './roster-edits.ts'

const BOX = 'roster-person'

/**
 * Takes the cursor to the box while a key is still pressed down: what the key writes, or an input method begins with it,
 * lands there.
 */
export function goToCellBox(): void {
  document.getElementById(BOX)?.focus()
}

/** The chosen cell in full, and the box that fills it by name, pinyin or the end of a number. */
export function CellBox(props: {
  chosen: PlacedCell | null
  title: string
  edits: RosterEdits
  people: ReadonlyMap<string, RosterPerson>
  words: string
  onWords: (words: string) => void
  onTake: (person: RosterPerson, beside: boolean) => void
  onLeave: () => void
}): ReactNode {
  const text = useText()
  const { chosen, edits, people, words, onWords } = props
  const beside = words.startsWith('+') || words.startsWith('＋')
  const wanted = words.replace(/^[+＋]/, '').trim()
  const found = useQuery(appContract.roster.people, wanted === '' ? null : { text: wanted })
  const hits = wanted === '' ? [] : (found.value ?? [])
  if (chosen === null) return null
  const { post, cell } = chosen
  const own = edits.get(cellKey(post, cell))?.after ?? cell.own
  const list = (ids: readonly string[]): string =>
    ids.map((id) => `${people.get(id)?.name ?? id} ${people.get(id)?.phone || text('roster.noPhone')}`).join('、')
  return (
    <div
      className="list-tools roster-box"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onWords('')
        props.onLeave()
      }}
    >
      <span className="strong" data-testid="roster-chosen">
        {text('roster.cell', { post: props.title, day: cell.day, shift: text(`roster.shift.${cell.shift}`) })}
      </span>
      <div className="roster-input">
        <SuggestBox
          id={BOX}
          testId={BOX}
          text={words}
          placeholder={text('roster.type')}
          emptyWords={found.status === 'loading' ? '' : text('roster.none')}
          invalid={false}
          describedBy=""
          suggestions={hits.map(({ personId, name, phone, organisation }) => ({
            ...{ key: personId, label: name },
            detail: `${phone === '' ? `× ${text('roster.noPhone')}` : phone} ${organisation}`,
          }))}
          onText={onWords}
          onTake={(key) => {
            const person = hits.find(({ personId }) => personId === key)
            if (person === undefined) return
            onWords('')
            props.onTake(person, beside)
          }}
        />
      </div>
      <span className="cut roster-names">
        {own.length === 0 ? null : <span className="strong">{text('roster.ownNames', { names: list(own) })} </span>}
        {cell.weekly.length === 0 ? null : (
          <span className="dim">{text('roster.weeklyNames', { names: list(cell.weekly) })} </span>
        )}
        {cell.signs.map((sign) => (
          <span key={sign} className={sign === 'gap' ? 'danger' : 'warn'}>
            {`▲ ${text(`roster.signTitle.${sign}`)} `}
          </span>
        ))}
      </span>
    </div>
  )
}
