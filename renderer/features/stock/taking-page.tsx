import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/state-view.tsx'
import { progressOf, type Sheet } from './count-entry.ts'
import { CountGrid } from './count-grid.tsx'
import { SheetFiles } from './sheet-files.tsx'
import { useSheet, type OpenSheet } from './use-sheet.ts'

/** 盘点: the sheet of one store. */
export function TakingPage(props: { storeId: string | null; onSaid: (words: string) => void }): ReactNode {
  const text = useText()
  const { headquarters } = useConsole()
  const { storeId } = props
  const [round, setRound] = useState(0)
  const input = { storeId: storeId ?? '' }
  const { value, error } = useQuery(appContract.stock.sheet, storeId === null ? null : input)
  if (headquarters === 'tactical') return <Waiting words={text('stock.taking.notHere')} />
  if (storeId === null) return <Waiting words={text('stock.taking.choose')} />
  if (value === null) return <Unloaded of={appContract.stock.sheet} input={input} error={error} />
  if (value.lines.length === 0) return <Waiting words={text('stock.taking.none')} />
  return (
    <CountSheet
      key={`${storeId} ${round}`}
      sheet={value}
      onEnd={(words) => {
        props.onSaid(words)
        setRound(round + 1)
      }}
    />
  )
}

function CountSheet(props: { sheet: Sheet; onEnd: (words: string) => void }): ReactNode {
  const text = useText()
  const { sheet, onEnd } = props
  const open = useSheet(sheet)
  const { form, error, busy, setNames, setEntry, finish } = open
  return (
    <Panel title={`${text('stock.tab.taking')}：${sheet.store.name}`} className="fill" testId="stock-sheet">
      <div className="form-grid stock-names">
        {(['countedBy', 'checkedBy'] as const).map((key) => (
          <TextField
            key={key}
            id={`stock-${key}`}
            label={text(`stock.taking.${key}`)}
            span={3}
            value={form[key]}
            error={null}
            testId={`stock-${key}`}
            onChange={(name) => setNames({ [key]: name })}
          />
        ))}
        <div className="stock-tools">
          <SheetFiles sheet={sheet} onEntries={open.setEntries} />
        </div>
      </div>
      <div className="list-tools">
        <span role="status" className="strong" data-testid="stock-progress">
          {text('stock.taking.progress', progressOf(sheet, form.entries))}
        </span>
        <Saved sheet={sheet} saving={open.saving} />
        <span className="dim">{text('stock.taking.keys')}</span>
      </div>
      {sheet.gone.length === 0 ? null : (
        <p className="panel-note warn">{text('stock.taking.gone', { lots: sheet.gone.join('、') })}</p>
      )}
      <div className="scroll fill">
        <CountGrid sheet={sheet} entries={form.entries} onEntry={setEntry} />
      </div>
      {error === null ? null : (
        <p className="stock-error danger strong" role="alert" data-testid="stock-sheet-error">
          {error}
        </p>
      )}
      <div className="list-tools">
        <button
          type="button"
          className="plain-button plain-primary"
          disabled={busy}
          data-testid="stock-finish"
          onClick={() =>
            void finish().then((done) => {
              if (done !== null) onEnd(text('stock.taking.done', done))
            })
          }
        >
          {text('stock.taking.finish')}
        </button>
        {sheet.savedAt === null ? null : <Discard open={open} onEnd={() => onEnd('')} />}
      </div>
    </Panel>
  )
}

function Saved(props: { sheet: Sheet; saving: OpenSheet['saving'] }): ReactNode {
  const text = useText()
  const { sheet, saving } = props
  if (saving !== 'saved')
    return <span className="warn">{text(saving === 'saving' ? 'stock.taking.saving' : 'stock.taking.unsaved')}</span>
  if (sheet.savedAt === null) return null
  return (
    <span className="dim" data-testid="stock-draft">
      {text('stock.taking.saved', { at: sheet.savedAt.slice(0, 16).replace('T', ' ') })}
    </span>
  )
}

function Discard(props: { open: OpenSheet; onEnd: () => void }): ReactNode {
  const text = useText()
  const [sure, setSure] = useState(false)
  return (
    <button
      type="button"
      className="plain-button plain-danger"
      data-testid="stock-discard"
      onBlur={() => setSure(false)}
      onClick={() => {
        if (!sure) setSure(true)
        else
          void props.open.discard().then((done) => {
            if (done) props.onEnd()
          })
      }}
    >
      {text(sure ? 'stock.taking.discardSure' : 'stock.taking.discard')}
    </button>
  )
}
