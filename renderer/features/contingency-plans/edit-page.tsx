import { useMemo, useState, type ReactNode } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import type { PlanEdit } from '../../app/plan-desk.ts'
import { useText } from '../../text/text.ts'
import { setEdit } from './desk-actions.ts'
import { EditBar } from './edit-bar.tsx'
import { EditFoot } from './edit-foot.tsx'
import { keptTextOf, lineOfPath, remarksLost, textOfEdit } from './edit-text.ts'
import { placeOfPath } from './form-place.ts'
import { FormView } from './form-view.tsx'
import { treeOf } from './plan-tree.ts'
import { ProblemPanel } from './problem-panel.tsx'
import { TextEditor } from './text-editor.tsx'
import { usePageKey } from '../../app/use-page-key.ts'
import { checkNow, usePlanCheck } from './use-plan-check.ts'
import { useSave } from './use-save.ts'

/** Editing one plan, by form or by text; both hold the same, and nothing is lost in between. */
export function EditPage(props: { edit: PlanEdit; path: string; waiting: string | null; who: string }): ReactNode {
  const text = useText()
  const { view, client } = useConsole()
  const { edit, waiting } = props
  const source = useMemo(() => textOfEdit(edit), [edit])
  const { check, error, current } = usePlanCheck(source)
  const { busy, said, save } = useSave()
  const [who, setWho] = useState(props.who)
  const [whoMissing, setWhoMissing] = useState(false)
  const [place, setPlace] = useState(() => placeOfPath(props.path))
  const [goTo, setGoTo] = useState<{ readonly line: number; readonly column: number } | null>(null)
  const [refused, setRefused] = useState(false)
  const [remarksGone, setRemarksGone] = useState(false)
  const problems = check?.problems ?? []

  const trySave = (): void => {
    setWhoMissing(who.trim() === '')
    if (who.trim() === '') {
      document.getElementById('plan-edit-who')?.focus()
      return
    }
    if (!busy) save(edit, who.trim())
  }
  usePageKey((event) => {
    const wanted = event.ctrlKey && !event.altKey && event.key.toLowerCase() === 's'
    if (wanted) trySave()
    return wanted
  })
  const toMode = (mode: PlanEdit['mode']): void => {
    if (mode === edit.mode) return
    if (mode === 'text') {
      const kept = keptTextOf(edit)
      setRemarksGone(remarksLost(edit.text, kept) > 0)
      setEdit(view, { mode, text: kept, formChanged: false })
      return
    }
    void toForm()
  }
  // The form shows what the text says now, and only a text without a fault says something.
  const toForm = async (): Promise<void> => {
    const answer = current && check !== null ? check : await checkNow(client, source)
    const plan = answer?.plan ?? null
    setRefused(plan === null)
    if (plan !== null && textOfEdit(view.getState().planDesk.edit ?? edit) === source)
      setEdit(view, { mode: 'form', value: treeOf(plan), formChanged: false })
  }
  return (
    <div className="plan-page" data-testid="plan-edit">
      <EditBar edit={edit} busy={busy} onMode={toMode} />
      {waiting === null ? null : (
        <p className="plan-said warn" role="alert">
          {`${text('contingency.unsaved.text', { title: edit.title })}${text('contingency.unsaved.other')} (${waiting})`}
        </p>
      )}
      {refused && edit.mode === 'text' && problems.length > 0 ? (
        <p className="plan-said danger" role="alert" data-testid="plan-fix-first">
          {text('contingency.edit.fixFirst')}
        </p>
      ) : null}
      {remarksGone && edit.mode === 'text' ? (
        <p className="plan-said warn" role="status">
          {text('contingency.edit.noRemarks')}
        </p>
      ) : null}
      <div className="plan-edit-columns">
        {edit.mode === 'form' ? (
          <FormView
            value={edit.value}
            isNew={edit.base === null}
            problems={problems}
            place={place}
            onPlace={setPlace}
            onValue={(value) =>
              setEdit(view, { value, formChanged: true, dirty: true, title: titleIn(value, edit.title) })
            }
          />
        ) : (
          <TextEditor
            value={edit.text}
            problems={problems}
            goTo={goTo}
            onChange={(next) => setEdit(view, { text: next, dirty: true })}
          />
        )}
        <ProblemPanel
          check={check}
          error={error}
          current={current}
          lines={edit.mode === 'text'}
          onProblem={(problem) =>
            edit.mode === 'text'
              ? setGoTo({ line: problem.line, column: problem.column })
              : setPlace(placeOfPath(problem.path, place.open))
          }
          onObjection={(objection) => {
            if (edit.mode === 'form') setPlace(placeOfPath(objection.path, place.open))
            else setGoTo(lineOfPath(edit.text, objection.path))
          }}
        />
      </div>
      <EditFoot
        who={who}
        whoError={whoMissing && who.trim() === '' ? text('contingency.edit.whoMissing') : null}
        note={edit.note}
        busy={busy}
        dirty={edit.dirty}
        said={said?.kind === 'failed' && said.of !== source ? null : said}
        onWho={setWho}
        onNote={(note) => setEdit(view, { note })}
        onSave={trySave}
      />
    </div>
  )
}

function titleIn(value: PlanEdit['value'], before: string): string {
  const { title } = value
  return typeof title === 'string' && title !== '' ? title : before
}
