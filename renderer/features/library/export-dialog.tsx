import { Dialog } from '@blueprintjs/core'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { EXPORT_FORMATS, type ExportChoice } from '#shared/contract/exports.contract.ts'
import type { RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { setRecordDesk, type RecordDesk } from '../../app/record-desk.ts'
import { useText } from '../../text/text.ts'
import { ChoiceField, TextField } from '../../ui/field.tsx'
import { ExportState } from './export-state.tsx'
import { useExport } from './use-export.ts'

const FORMATS = [...EXPORT_FORMATS, 'template'] as const
const SHAPES = ['zip', 'folder'] as const

/** 导出: what, in which format, by whom and why; then the system's own dialog asks where to. Ctrl+Enter goes on. */
export function ExportDialog(props: {
  kind: RecordKind | null
  kindTitle: string
  desk: RecordDesk
  onClose: () => void
}): ReactNode {
  const text = useText()
  const { client, shell, view } = useConsole()
  const { kind, desk } = props
  const filter = {
    text: desk.text,
    where: Object.entries(desk.where).map(([column, value]) => ({ column, value })),
  }
  const isFiltered = kind !== null && (filter.text.trim() !== '' || filter.where.length > 0)
  const scopes = [
    ...(isFiltered ? ['list' as const] : []),
    ...(kind === null ? [] : ['table' as const]),
    'all' as const,
  ]
  const [scope, setScope] = useState<(typeof scopes)[number]>(scopes[0] ?? 'all')
  const [format, setFormat] = useState<ExportChoice['format']>('xlsx')
  const [shape, setShape] = useState<ExportChoice['shape']>('zip')
  const [who, setWho] = useState(desk.who)
  const [reason, setReason] = useState('')
  const [allowPersonal, setAllowed] = useState(false)
  const [asked, setAsked] = useState(false)
  const hold = useExport()
  const choice: ExportChoice = {
    kinds: scope === 'all' || kind === null ? null : [kind],
    filter: scope === 'list' && format !== 'template' ? filter : null,
    format,
    shape,
  }
  const { value: preview, error } = useQuery(appContract.exports.preview, choice)
  const needsTick = (preview?.personal.length ?? 0) > 0 && !allowPersonal
  const missing = (value: string): string | null => (asked && value.trim() === '' ? text('exports.required') : null)
  const go = async (): Promise<void> => {
    setAsked(true)
    if (preview === null || needsTick || who.trim() === '' || reason.trim() === '' || hold.isWorking) return
    setRecordDesk(view, { who: who.trim() })
    const place = await shell.file.chooseTarget({ title: text('exports.title'), fileName: preview.fileName, shape })
    if (!place.ok) hold.refuse(place.error.message)
    else if (place.value.outcome === 'done') {
      const order = { commandId: crypto.randomUUID(), ticket: place.value.ticket, choice, allowPersonal }
      await hold.take(client.exports.start({ ...order, who: who.trim(), reason: reason.trim() }))
    }
  }
  return (
    <Dialog isOpen onClose={props.onClose}>
      <div
        className="confirm"
        role="dialog"
        aria-label={text('exports.title')}
        data-testid="export-dialog"
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return
          event.preventDefault()
          void go()
        }}
      >
        <h2>{text('exports.title')}</h2>
        <div className="form-grid">
          <ChoiceField
            id="export-scope"
            label={text('exports.scope')}
            span={5}
            value={scope}
            options={scopes.map((each) => ({
              key: each,
              label: text(`exports.scopes.${each}`, { table: props.kindTitle }),
            }))}
            testId="export-scope"
            onChange={setScope}
          />
          <ChoiceField
            id="export-format"
            label={text('exports.format')}
            span={4}
            value={format}
            options={FORMATS.map((each) => ({ key: each, label: text(`exports.formats.${each}`) }))}
            testId="export-format"
            onChange={setFormat}
          />
          <ChoiceField
            id="export-shape"
            label={text('exports.shape')}
            span={3}
            value={shape}
            options={SHAPES.map((each) => ({ key: each, label: text(`exports.shapes.${each}`) }))}
            testId="export-shape"
            onChange={setShape}
          />
          <TextField
            id="export-who"
            label={text('exports.who')}
            span={4}
            value={who}
            error={missing(who)}
            testId="export-who"
            onChange={setWho}
          />
          <TextField
            id="export-reason"
            label={text('exports.reason')}
            span={8}
            value={reason}
            error={missing(reason)}
            testId="export-reason"
            onChange={setReason}
          />
        </div>
        <p className="dim" data-testid="export-preview">
          {preview === null ? (error?.message ?? '') : text('exports.preview', { count: preview.records })}
          {preview?.isDemo === true ? <span className="warn">{` ${text('exports.demo')}`}</span> : null}
        </p>
        {preview === null || preview.personal.length === 0 ? null : (
          <label className={asked && needsTick ? 'danger' : 'warn'}>
            <input
              type="checkbox"
              checked={allowPersonal}
              data-testid="export-personal"
              onChange={() => setAllowed(!allowPersonal)}
            />
            {` ${text('exports.personal', { tables: preview.personal.join('、') })}`}
          </label>
        )}
        <ExportState hold={hold} />
        <div className="actions">
          <button
            type="button"
            className="plain-button plain-primary"
            disabled={hold.isWorking}
            data-testid="export-go"
            onClick={() => void go()}
          >
            {text('exports.go')}
          </button>
          <button type="button" className="plain-button" data-testid="export-close" onClick={props.onClose}>
            {text('exports.close')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
