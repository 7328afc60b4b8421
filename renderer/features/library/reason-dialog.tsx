import type { ReactNode } from 'react'
import type { Answer } from '#shared/contract/define.ts'
import { useConsole } from '../../app/console-context.tsx'
import { setRecordDesk } from '../../app/record-desk.ts'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import type { Signed } from '../../ui/signature.ts'
import { SignedDialog } from '../../ui/signed-dialog.tsx'

/** Asks who and why before a record is retired or brought back, or a batch taken back; shows why it was refused. */
export function ReasonDialog(props: {
  title: string
  words: string
  /** What is said while it is being done, when that takes seconds. */
  busyWords?: string
  run: (signed: Signed) => Promise<Answer<unknown>>
  onDone: () => void
  onClose: () => void
}): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const firstWho = useView(view, (state) => state.recordDesk.who)
  return (
    <SignedDialog
      id="reason"
      title={props.title}
      text={props.words}
      words={{
        who: text('records.who'),
        reason: text('records.reason'),
        whoMissing: text('records.whoMissing'),
        reasonMissing: text('records.reasonMissing'),
        confirm: text('records.confirm'),
        cancel: text('records.cancel'),
      }}
      firstWho={firstWho}
      busyWords={props.busyWords ?? ''}
      run={(signed) => {
        setRecordDesk(view, { who: signed.who })
        return props.run(signed)
      }}
      onDone={props.onDone}
      onClose={props.onClose}
    />
  )
}
