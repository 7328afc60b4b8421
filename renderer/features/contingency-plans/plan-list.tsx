import { useEffect, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { REVIEW_DUE, type LibraryVersion } from '#shared/contract/library.contract.ts'
import { PLAN_KINDS } from '#shared/domain/contingency-plan.ts'
import { PLAN_STATES } from '#shared/domain/plan-library.ts'
import { INCIDENT_TYPES } from '#shared/domain/taxonomy.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import type { PlanFilter } from '../../app/plan-desk.ts'
import { dateTimeText } from '../../text/time-text.ts'
import { useText, type Text } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Waiting } from '../../ui/state-view.tsx'
import { focusWhenFree } from './go-to-path.ts'
import { ReviewDate, VersionMarks } from './plan-marks.tsx'

/** The list of versions that pass the filters. */
export function PlanList(props: {
  filter: PlanFilter
  chosen: string | null
  onChoose: (key: string) => void
  onOpen: (version: LibraryVersion) => void
}): ReactNode {
  const text = useText()
  const input = listInput(props.filter)
  const state = useQuery(appContract.library.list, input)
  const loaded = state.value !== null
  useEffect(() => {
    if (loaded) focusWhenFree(document.querySelector<HTMLElement>('[data-testid="plan-list"] tbody tr[tabindex="0"]'))
  }, [loaded])
  if (state.value === null) return <Unloaded of={appContract.library.list} input={input} error={state.error} />
  if (state.value.length === 0) return <Waiting words={text('contingency.none')} />
  return (
    <DataTable
      label={text('contingency.list')}
      testId="plan-list"
      rows={state.value}
      rowKey={(row) => `${row.planId} ${row.version}`}
      chosen={props.chosen}
      onChoose={(row) => props.onChoose(`${row.planId} ${row.version}`)}
      onOpen={props.onOpen}
      columns={[
        {
          key: 'title',
          title: text('contingency.name'),
          cell: (row) => (
            <>
              <span className="strong">{row.title}</span>
              <span className="dim cut">{row.planId}</span>
            </>
          ),
        },
        {
          key: 'kind',
          title: text('contingency.kindTitle'),
          width: '50px',
          cell: (row) => text(`contingency.kind.${row.kind}`),
        },
        {
          key: 'region',
          title: text('contingency.region'),
          width: '84px',
          cell: (row) =>
            row.region === '' ? <span className="dim">{text('contingency.everywhere')}</span> : row.region,
        },
        { key: 'types', title: text('contingency.typesTitle'), width: '20%', cell: (row) => <Types row={row} /> },
        {
          key: 'version',
          title: text('contingency.version'),
          width: '68px',
          cell: (row) => (
            <>
              {text('contingency.versionText', { version: row.version })}
              <span className="dim cut">{row.label}</span>
            </>
          ),
        },
        {
          key: 'state',
          title: text('contingency.stateTitle'),
          width: '132px',
          cell: (row) => <VersionMarks version={row} />,
        },
        {
          key: 'review',
          title: text('contingency.review'),
          width: '96px',
          cell: (row) => <ReviewDate version={row} />,
        },
        {
          key: 'changed',
          title: text('contingency.changed'),
          width: '124px',
          cell: (row) => (
            <>
              {dateTimeText(row.changedAt)}
              <span className="dim cut">{row.changedBy}</span>
            </>
          ),
        },
      ]}
    />
  )
}

function Types(props: { row: LibraryVersion }): ReactNode {
  const text = useText()
  const words = typeWords(props.row.types, text)
  return (
    <span className="two-lines" title={words}>
      {words}
    </span>
  )
}

/** Names of incident types; all 27 in one word. */
export function typeWords(types: LibraryVersion['types'], text: Text): string {
  if (types.length === INCIDENT_TYPES.length) return text('contingency.filter.all')
  return types.map((type) => text(`incidentType.${type}`)).join(text('formulaWords.listMark'))
}

/** The query of a set of filters. */
function listInput(filter: PlanFilter): {
  versions: PlanFilter['versions']
  kind?: (typeof PLAN_KINDS)[number]
  state?: (typeof PLAN_STATES)[number]
  type?: (typeof INCIDENT_TYPES)[number]
  due?: (typeof REVIEW_DUE)[number]
  text?: string
} {
  const kind = PLAN_KINDS.find((one) => one === filter.kind)
  const state = PLAN_STATES.find((one) => one === filter.state)
  const type = INCIDENT_TYPES.find((one) => one === filter.type)
  const due = REVIEW_DUE.find((one) => one === filter.due)
  return {
    versions: filter.versions,
    ...(kind === undefined ? {} : { kind }),
    ...(state === undefined ? {} : { state }),
    ...(type === undefined ? {} : { type }),
    ...(due === undefined ? {} : { due }),
    ...(filter.text.trim() === '' ? {} : { text: filter.text.trim() }),
  }
}
