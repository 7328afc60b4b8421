import { Button } from '@blueprintjs/core'
import { useRef, useState, type ReactNode } from 'react'
import { base64Of } from '../../app/base64-of.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { openPage, setDesk } from './desk-actions.ts'
import type { Said } from './file-tools.ts'

const MOST_BYTES = 10_000_000

/** Takes one file from the system's dialog as a new draft, under the name of whoever brings it. */
export function ImportTool(props: { onSaid: (said: Said) => void }): ReactNode {
  const text = useText()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,.json"
        hidden
        data-testid="plan-import-file"
        onChange={({ target }) => {
          const chosen = target.files?.[0] ?? null
          if (chosen !== null && chosen.size > MOST_BYTES)
            props.onSaid({ words: text('contingency.file.tooLarge'), failed: true })
          else setFile(chosen)
          // The same file may be chosen again after it was corrected.
          target.value = ''
        }}
      />
      <Button
        size="small"
        text={text('contingency.tool.import')}
        data-testid="plan-import"
        onClick={() => input.current?.click()}
      />
      {file === null ? null : <ImportDialog file={file} onSaid={props.onSaid} onClose={() => setFile(null)} />}
    </>
  )
}

function ImportDialog(props: { file: File; onSaid: (said: Said) => void; onClose: () => void }): ReactNode {
  const text = useText()
  const { client, view } = useConsole()
  const known = useView(view, (state) => state.planDesk.who)
  const [who, setWho] = useState(known)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const { file, onSaid, onClose } = props
  const run = async (): Promise<void> => {
    setAsked(true)
    if (who.trim() === '' || busy) return
    setBusy(true)
    setDesk(view, { who: who.trim() })
    const answer = await client.library.importOne({
      commandId: crypto.randomUUID(),
      fileName: file.name,
      base64: await base64Of(file),
      who: who.trim(),
    })
    setBusy(false)
    if (!answer.ok) {
      setError(answer.error.message)
      return
    }
    const { planId, version } = answer.value
    onSaid({ words: text('contingency.file.imported', { planId, version }), failed: false })
    onClose()
    openPage(view, { kind: 'plan', planId, version, path: '' })
  }
  return (
    <FormDialog
      title={text('contingency.file.importTitle')}
      testId="plan-import-dialog"
      error={error === null ? null : `${text('contingency.file.failed')} · ${error}`}
      submit={{ words: text('contingency.file.importConfirm'), testId: 'plan-import-confirm', isBlocked: busy }}
      cancel={{ words: text('contingency.step.cancel') }}
      onSubmit={() => void run()}
      onClose={onClose}
    >
      <p>{text('contingency.file.importText', { name: file.name })}</p>
      <div className="form-grid">
        <TextField
          id="plan-import-who"
          label={text('contingency.step.who')}
          span={12}
          value={who}
          error={asked && who.trim() === '' ? text('contingency.step.missing') : null}
          testId="plan-import-who"
          onChange={setWho}
        />
      </div>
    </FormDialog>
  )
}
