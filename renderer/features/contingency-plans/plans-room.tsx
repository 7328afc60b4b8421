import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import type { PlanDesk } from '../../app/plan-desk.ts'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { beginNew } from './begin-edit.ts'
import { openPage, setDesk } from './desk-actions.ts'
import { DiffPage } from './diff-page.tsx'
import { EditPage } from './edit-page.tsx'
import { ImportTool } from './import-tool.tsx'
import { ListFilters } from './list-filters.tsx'
import { OverduePanel } from './overdue-panel.tsx'
import { PlanList } from './plan-list.tsx'
import { PlanPage } from './plan-page.tsx'
import { SearchHits } from './search-hits.tsx'
import { TestPage } from './test-page.tsx'
import { useKeptEdit } from './use-kept-edit.ts'
import { usePageKey } from '../../app/use-page-key.ts'

/** 预案库: list and search, one plan, the editor, the comparison of versions. */
export function PlansRoom(): ReactNode {
  const { view } = useConsole()
  const desk = useView(view, (state) => state.planDesk)
  const { page } = desk
  useKeptEdit(desk.edit)
  switch (page.kind) {
    case 'list':
      return <ListPage desk={desk} />
    case 'plan':
      return <PlanPage key={`${page.planId} ${page.version ?? ''}`} {...page} />
    case 'edit':
      return desk.edit === null ? (
        <ListPage desk={desk} />
      ) : (
        <EditPage key={page.path} edit={desk.edit} path={page.path} waiting={page.waiting} who={desk.who} />
      )
    case 'diff':
      return <DiffPage {...page} />
    case 'test':
      return <TestPage key={`${page.planId} ${page.version}`} {...page} />
  }
}

function ListPage(props: { desk: PlanDesk }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const [said, setSaid] = useState<{ readonly words: string; readonly failed: boolean } | null>(null)
  const { desk } = props
  const { words, all } = desk.search
  const searching = words.trim() !== ''
  usePageKey((event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
    if (event.key !== '/' || typing) return false
    document.getElementById('plan-search')?.focus()
    return true
  })
  return (
    <div className="plans-room" data-testid="plans-room">
      <div className="plan-bar">
        <div className="plan-bar-row">
          <h2>{text('contingency.title')}</h2>
          <input
            id="plan-search"
            className="field-input plan-search"
            type="search"
            aria-label={text('contingency.search.label')}
            placeholder={text('contingency.search.hint')}
            value={words}
            data-testid="plan-search"
            onChange={({ target }) => setDesk(view, { search: { words: target.value, all } })}
          />
          <label className="plan-pick">
            <input
              type="checkbox"
              checked={all}
              onChange={({ target }) => setDesk(view, { search: { words, all: target.checked } })}
            />
            <span>{text('contingency.search.all')}</span>
          </label>
          <span className="plan-bar-gap" />
          <ImportTool onSaid={setSaid} />
          <Button
            size="small"
            text={text('contingency.tool.create')}
            data-testid="plan-create"
            onClick={() => beginNew(view, text('contingency.edit.newPlan'))}
          />
        </div>
        {said === null ? null : (
          <p className={`plan-said ${said.failed ? 'danger' : 'good'}`} role="status" data-testid="plan-said">
            {said.words}
          </p>
        )}
        {desk.edit?.dirty === true ? (
          <p className="plan-said warn" role="status" data-testid="plan-unsaved">
            {`● ${text('contingency.unsaved.banner', { title: desk.edit.title })} `}
            <Button
              size="small"
              text={text('contingency.tool.continue')}
              onClick={() => openPage(view, { kind: 'edit', path: '', waiting: null })}
            />
          </p>
        ) : null}
      </div>
      <div className="plan-list-columns">
        <Panel
          title={searching ? text('contingency.search.label') : text('contingency.list')}
          side={text('contingency.tool.keys')}
          className="fill"
        >
          {searching ? null : <ListFilters filter={desk.filter} onFilter={(filter) => setDesk(view, { filter })} />}
          <div className="scroll fill">
            {searching ? (
              <SearchHits
                words={words}
                all={all}
                onOpen={({ planId, version, path }) => openPage(view, { kind: 'plan', planId, version, path })}
              />
            ) : (
              <PlanList
                filter={desk.filter}
                chosen={desk.chosen}
                onChoose={(chosen) => setDesk(view, { chosen })}
                onOpen={({ planId, version }) => openPage(view, { kind: 'plan', planId, version, path: '' })}
              />
            )}
          </div>
        </Panel>
        <OverduePanel onOpen={({ planId, version }) => openPage(view, { kind: 'plan', planId, version, path: '' })} />
      </div>
    </div>
  )
}
