import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { setRecordDesk } from '../../app/record-desk.ts'
import { Unloaded } from '../../app/unloaded.tsx'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { ContestPanel } from './contest-panel.tsx'
import { MachinesPanel } from './machines-panel.tsx'
import { OwnMachine } from './own-machine.tsx'
import { TakePanel } from './take-panel.tsx'

/** 两机合并: who this machine is, which others it knows, files out and in, and what has to be settled afterwards. */
export function MergingRoom(): ReactNode {
  const text = useText()
  const { client, shell, view } = useConsole()
  const who = useView(view, (state) => state.recordDesk.who)
  const [said, setSaid] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const { value, error } = useQuery(appContract.bundles.seats, {})
  const fileName = useQuery(appContract.bundles.fileName, {}).value?.fileName ?? ''
  if (value === null) return <Unloaded of={appContract.bundles.seats} input={{}} error={error} />
  const give = async (to: string | null): Promise<void> => {
    setSaid(null)
    setFailure(who.trim() === '' ? text('merging.whoMissing') : null)
    if (who.trim() === '') return
    const place = await shell.file.chooseTarget({ title: text('merging.giveTitle'), fileName, shape: 'bundle' })
    if (!place.ok) setFailure(place.error.message)
    else if (place.value.outcome === 'done') {
      const { ticket } = place.value
      const answer = await client.bundles.export({ commandId: crypto.randomUUID(), ticket, to, who })
      if (!answer.ok) setFailure(answer.error.message)
      else {
        const { ops, bytes, path } = answer.value
        setSaid(text('merging.gave', { ops, size: sizeText(bytes), path }))
      }
    }
  }
  return (
    <div className="keeping-room" data-testid="merging-room">
      <div className="keeping-columns">
        <div className="scroll stack">
          <OwnMachine
            own={value.own}
            who={who}
            onWho={(next) => setRecordDesk(view, { who: next })}
            onGiveAll={() => void give(null)}
          />
          {said === null ? null : (
            <p className="panel-note" role="status" data-testid="merging-said">
              {said}
            </p>
          )}
          {failure === null ? null : (
            <p className="panel-note danger" role="alert" data-testid="merging-failure">
              {failure}
            </p>
          )}
          <MachinesPanel machines={value.others} onGive={(seat) => void give(seat)} />
          <TakePanel who={who} />
        </div>
        <ContestPanel who={who} />
      </div>
    </div>
  )
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
