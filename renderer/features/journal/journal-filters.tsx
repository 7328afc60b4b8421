import type { ReactNode } from 'react'
import { JOURNAL_AREAS, type JournalFilter } from '#shared/contract/journal.contract.ts'
import { HEADQUARTERS } from '#shared/domain/taxonomy.ts'
import { useText } from '../../text/text.ts'

/** Search and filters of the record; an empty one means all. */
export function JournalFilters(props: {
  filter: JournalFilter
  /** The incident on the screen; null = none. */
  incidentId: string | null
  onFilter: (filter: JournalFilter) => void
}): ReactNode {
  const text = useText()
  const { filter, incidentId, onFilter } = props
  const day = (value: string): string | null => (value === '' ? null : value)
  return (
    <div className="list-tools" role="search">
      <input
        className="field-input"
        type="search"
        aria-label={text('journal.search')}
        placeholder={text('journal.search')}
        data-testid="journal-search"
        maxLength={100}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
      />
      {incidentId === null ? null : (
        <label className="choice">
          <input
            type="checkbox"
            data-testid="journal-only-this"
            checked={filter.incidentId !== null}
            onChange={(event) => onFilter({ ...filter, incidentId: event.target.checked ? incidentId : null })}
          />{' '}
          {text('journal.onlyThis')}
        </label>
      )}
      <select
        className="field-input"
        aria-label={text('journal.area')}
        data-testid="journal-area"
        value={filter.area ?? ''}
        onChange={(event) =>
          onFilter({ ...filter, area: JOURNAL_AREAS.find((area) => area === event.target.value) ?? null })
        }
      >
        <option value="">{text('journal.allAreas')}</option>
        {JOURNAL_AREAS.map((area) => (
          <option key={area} value={area}>
            {text(`journal.areas.${area}`)}
          </option>
        ))}
      </select>
      <select
        className="field-input"
        aria-label={text('journal.headquarters')}
        value={filter.headquarters ?? ''}
        onChange={(event) =>
          onFilter({ ...filter, headquarters: HEADQUARTERS.find((hq) => hq === event.target.value) ?? null })
        }
      >
        <option value="">{text('journal.bothHeadquarters')}</option>
        {HEADQUARTERS.map((hq) => (
          <option key={hq} value={hq}>
            {text(`headquarters.${hq}`)}
          </option>
        ))}
      </select>
      <input
        className="field-input"
        type="date"
        aria-label={text('journal.from')}
        title={text('journal.from')}
        value={filter.fromDay ?? ''}
        onChange={(event) => onFilter({ ...filter, fromDay: day(event.target.value) })}
      />
      <input
        className="field-input"
        type="date"
        aria-label={text('journal.to')}
        title={text('journal.to')}
        value={filter.toDay ?? ''}
        onChange={(event) => onFilter({ ...filter, toDay: day(event.target.value) })}
      />
    </div>
  )
}
