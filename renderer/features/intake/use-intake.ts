import { useState } from 'react'
import type { Incident } from '#shared/domain/incident.ts'
import type { ErrorReport } from '#shared/kernel/app-error.ts'
import { useConsole } from '../../app/console-context.tsx'
import { noteBuilding, noteBuilt, noteOpened, openIncident } from '../../app/view-actions.ts'
import { useText } from '../../text/text.ts'
import { faultKey, fieldOfPath } from './form-state.ts'
import type { FieldFault } from './incident-from-draft.ts'

/** The incident being changed, with the revision the form was filled from. */
export interface EditedIncident {
  readonly incidentId: string
  readonly number: string
  readonly revision: number
  readonly incident: Incident
}

/** Sends a finished form: opens or amends the incident, then builds the plans. */
export interface IntakeSubmission {
  readonly busy: boolean
  /** Error words by field; `form` for what belongs to no field. */
  readonly errors: ReadonlyMap<string, string>
  readonly refuse: (faults: readonly FieldFault[]) => void
  readonly clear: (fields: readonly string[]) => void
  readonly send: (incident: Incident) => Promise<boolean>
}

/** State of sending one intake form. */
export function useIntake(edited: EditedIncident | null): IntakeSubmission {
  const { client, view } = useConsole()
  const text = useText()
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map())

  const fail = (error: ErrorReport): false => {
    const words = error.code === 'conflict' ? text('intake.error.conflict') : error.message
    setErrors(new Map([[error.code === 'conflict' ? 'form' : fieldOfPath(error.path), words]]))
    return false
  }

  const record = async (incident: Incident): Promise<{ incidentId: string; number: string } | null> => {
    const commandId = crypto.randomUUID()
    if (edited === null) {
      const answer = await client.incident.open({ commandId, incident })
      if (answer.ok) {
        noteOpened(view, answer.value.incidentId)
        return answer.value
      }
      fail(answer.error)
      return null
    }
    const { incidentId, number, revision } = edited
    const answer = await client.incident.amend({ commandId, incidentId, expectedRevision: revision, incident })
    if (answer.ok) return { incidentId, number }
    fail(answer.error)
    return null
  }

  const send = async (incident: Incident): Promise<boolean> => {
    setBusy(true)
    try {
      const recorded = await record(incident)
      if (recorded === null) return false
      noteBuilding(view, recorded.incidentId)
      // The draft appears there within moments and the progress with it; the form has done its work.
      openIncident(view, recorded.incidentId)
      const built = await client.plan.build({ commandId: crypto.randomUUID(), incidentId: recorded.incidentId })
      noteBuilt(view, recorded.incidentId, built.ok ? built.value.version : null)
      const words = built.ok
        ? text('announce.newPlan', { version: built.value.version })
        : text('intake.buildFailed', { message: built.error.message })
      view.setState({
        announcement: `${text('announce.opened', { number: recorded.number })} ${words}`,
        buildError: built.ok ? null : words,
      })
      return true
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      return fail({ code: 'internal', message, path: '', value: null })
    } finally {
      setBusy(false)
    }
  }

  return {
    busy,
    errors,
    refuse: (faults) =>
      setErrors(new Map(faults.map((fault) => [fault.field, text(faultKey(fault), { value: fault.value })]))),
    clear: (fields) =>
      setErrors(
        (known) =>
          new Map(
            [...known].filter(
              ([field]) => field !== 'form' && !fields.some((own) => field === own || field.startsWith(`${own}.`)),
            ),
          ),
      ),
    send,
  }
}
