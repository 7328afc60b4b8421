import { Button } from '@blueprintjs/core'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import type { ImportMapping, ImportPreview, ImportSession, ImportSource } from '#shared/contract/imports.contract.ts'
import { TABLE_NAMES, type TableName } from '#shared/domain/dataset/tables.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText, type Text } from '../../text/text.ts'
import { Chip } from '../../ui/marks.tsx'
import { ColumnTable } from './column-table.tsx'
import { withAnswer } from './mapping-of.ts'
import { NoteList } from './note-list.tsx'
import { PreviewRows } from './preview-rows.tsx'
import type { ImportHold } from './use-import.ts'
import { useSubmitKey } from './use-submit-key.ts'
import { WordList } from './word-list.tsx'

/** What each file is and which of its columns is which. */
export function MappingStep(props: { session: ImportSession; hold: ImportHold }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const { session, hold } = props
  const { sessionId, sources } = session
  const open = sources.find(({ form, kind, missing }) => form === 'table' && (kind === null || missing.length > 0))
  const [chosen, setChosen] = useState<number>(open?.index ?? sources.find(({ form }) => form === 'table')?.index ?? 0)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const load = useEffectEvent(async (source: number) => {
    const answer = await client.imports.preview({ sessionId, source })
    if (answer.ok) setPreview(answer.value)
    else hold.refuse(answer.error.message)
  })
  useEffect(() => {
    const timer = setTimeout(() => void load(chosen), 0)
    return () => clearTimeout(timer)
  }, [chosen])
  const check = (): void => {
    void hold.take(client.imports.check({ commandId: crypto.randomUUID(), sessionId, crs: session.crs.chosen }))
  }
  useSubmitKey(check)
  const lastAnswer = useRef(0)
  const answer = async (mapping: ImportMapping): Promise<void> => {
    // Shown at once: the next answer is built on this one, whether or not it has come back.
    setPreview((known) => (known === null ? null : withAnswer(known, mapping)))
    const own = (lastAnswer.current += 1)
    const commandId = crypto.randomUUID()
    const answered = await client.imports.setMapping({ commandId, sessionId, source: chosen, mapping })
    if (own !== lastAnswer.current) return
    if (answered.ok) {
      setPreview(answered.value)
      await hold.take(client.imports.session({}))
    } else hold.refuse(answered.error.message)
  }
  return (
    <>
      <div className="import-bar">
        {sources.length === 1 ? null : <SourceChoice sources={sources} chosen={chosen} onChoose={setChosen} />}
        {preview?.source.form === 'table' ? (
          <KindChoice kind={preview.source.kind} onKind={(kind) => void answer(blankMapping(kind))} />
        ) : null}
        <span className="spacer" />
        <Button intent="primary" onClick={check} data-testid="import-check" text={text('imports.check')} />
      </div>
      <NoteList sources={sources} />
      {preview === null ? null : (
        <div className="import-mapping" data-testid="import-mapping">
          {preview.source.form === 'table' ? (
            <div className="scroll import-columns">
              <WordList preview={preview} onAnswer={(mapping) => void answer(mapping)} />
              <ColumnTable preview={preview} onAnswer={(mapping) => void answer(mapping)} />
            </div>
          ) : (
            <p className="panel-note">{sourceWords(preview.source, text)}</p>
          )}
          <PreviewRows preview={preview} />
        </div>
      )}
    </>
  )
}

function SourceChoice(props: {
  sources: readonly ImportSource[]
  chosen: number
  onChoose: (index: number) => void
}): ReactNode {
  const text = useText()
  return (
    <label className="import-field">
      <span className="dim">{text('imports.file')}</span>
      <select
        className="field-input"
        value={props.chosen}
        data-testid="import-source"
        onChange={(event) => props.onChoose(Number(event.target.value))}
      >
        {props.sources.map((source) => (
          <option key={source.index} value={source.index}>
            {`${source.file} · ${sourceWords(source, text)}`}
          </option>
        ))}
      </select>
    </label>
  )
}

function KindChoice(props: { kind: ImportSource['kind']; onKind: (kind: TableName) => void }): ReactNode {
  const text = useText()
  return (
    <label className="import-field">
      <span className="dim">{text('imports.kind')}</span>
      <select
        className="field-input"
        value={props.kind ?? ''}
        data-testid="import-kind"
        onChange={(event) => {
          const kind = TABLE_NAMES.find((name) => name === event.target.value)
          if (kind !== undefined) props.onKind(kind)
        }}
      >
        {props.kind === null ? <option value="">{text('imports.chooseKind')}</option> : null}
        {TABLE_NAMES.map((name) => (
          <option key={name} value={name}>
            {text(`library.table.${name}`)}
          </option>
        ))}
      </select>
      {props.kind === null ? <Chip tone="warn">{text('imports.chooseKind')}</Chip> : null}
    </label>
  )
}

/** A kind chosen anew has its columns proposed by the core. */
function blankMapping(kind: TableName): ImportMapping {
  return { kind, columns: [], constants: {}, refusedWords: [] }
}

function sourceWords(source: ImportSource, text: Text): string {
  const { form, kind, rows, problem } = source
  if (form === 'plan' || form === 'head' || form === 'broken')
    return `${text(`imports.form.${form}`)}${problem === '' ? '' : `：${problem}`}`
  const count = text('imports.rows', { count: rows })
  if (kind === null) return count
  if (kind === 'roads') return `${text('imports.kindRoads')} ${count}`
  if (kind === 'areas') return `${text('imports.kindAreas')} ${count}`
  if (kind === 'riskAreas') return `${text('imports.kindRiskAreas')} ${count}`
  return `${text(`library.table.${kind}`)} ${count}`
}
