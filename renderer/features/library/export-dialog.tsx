import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { EXPORT_FORMATS, type ExportChoice } from '#shared/contract/exports.contract.ts'
import type { RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { setRecordDesk, type RecordDesk } from '../../app/record-desk.ts'
import { useText } from '../../text/text.ts'
import { ChoiceField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { SignedFields } from '../../ui/signed-fields.tsx'
import { useSignature } from '../../ui/signature.ts'
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
  const signature = useSignature(desk.who)
  const [allowPersonal, setAllowed] = useState(false)
  const hold = useExport()
  const choice: ExportChoice = {
    kinds: scope === 'all' || kind === null ? null : [kind],
    filter: scope === 'list' && format !== 'template' ? filter : null,
    format,
    shape,
  }
  const { value: preview, error } = useQuery(appContract.exports.preview, choice)
  const needsTick = (preview?.personal.length ?? 0) > 0 && !allowPersonal
  const go = async (): Promise<void> => {
    const signed = signature.sign()
    if (preview === null || needsTick || signed === null || hold.isWorking) return
    setRecordDesk(view, { who: signed.who })
    const place = await shell.file.chooseTarget({ title: text('exports.title'), fileName: preview.fileName, shape })
    if (!place.ok) hold.refuse(place.error.message)
    else if (place.value.outcome === 'done') {
      await hold.take(client.exports.start({ ...signed, ticket: place.value.ticket, choice, allowPersonal }))
    }
  }
  return (
    <FormDialog
      title={text('exports.title')}
      testId="export-dialog"
      error={null}
      submit={{ words: text('exports.go'), testId: 'export-go', isBlocked: hold.isWorking }}
      cancel={{ words: text('exports.close'), testId: 'export-close' }}
      onSubmit={() => void go()}
      onClose={props.onClose}
    >
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
        <SignedFields
          id="export"
          words={{
            who: text('exports.who'),
            reason: text('exports.reason'),
            whoMissing: text('exports.required'),
            reasonMissing: text('exports.required'),
          }}
          signature={signature}
        />
      </div>
      <p className="dim" data-testid="export-preview">
        {preview === null ? (error?.message ?? '') : text('exports.preview', { count: preview.records })}
        {preview?.isDemo === true ? <span className="warn">{` ${text('exports.demo')}`}</span> : null}
      </p>
      {preview === null || preview.personal.length === 0 ? null : (
        <label className={signature.asked && needsTick ? 'danger' : 'warn'}>
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
    </FormDialog>
  )
}
