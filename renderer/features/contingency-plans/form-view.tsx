import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { PlanProblem } from '#shared/contract/library.contract.ts'
import type { PlanEdit } from '../../app/plan-desk.ts'
import { useText } from '../../text/text.ts'
import { line, type FieldSpec } from './field-spec.ts'
import { controlId, FormProvider, type FormContext } from './form-context.ts'
import type { FormPlace } from './form-place.ts'
import { focusWhenFree } from './go-to-path.ts'
import { CHAPTERS, PLAN_PARTS } from './plan-fields.ts'
import { isWithin, rowsOf, titleOf, valueAt, withValueAt, type TreePath } from './plan-tree.ts'
import { SpecFields } from './spec-fields.tsx'

/** The form of a plan: parts on the left, one part at a time on the right. */
export function FormView(props: {
  value: PlanEdit['value']
  /** A plan of a new id, which is still to be given one. */
  isNew: boolean
  problems: readonly PlanProblem[]
  place: FormPlace
  onPlace: (place: FormPlace) => void
  onValue: (value: PlanEdit['value']) => void
}): ReactNode {
  const text = useText()
  const { value, problems, place, onPlace, onValue } = props
  const body = useRef<HTMLDivElement>(null)
  const chapters = rowsOf(value['chapters'])

  useEffect(() => {
    if (body.current === null) return
    if (place.focus === '') {
      focusWhenFree(body.current.querySelector<HTMLElement>('input, textarea, select'))
      return
    }
    const control = controlOf(body.current, place.focus)
    control?.scrollIntoView({ block: 'center' })
    control?.focus({ preventScroll: true })
  }, [place])

  const form = useMemo<FormContext>(
    () => ({
      value: (path) => valueAt(value, path),
      set: (path, next) => onValue(withValueAt(value, path, next)),
      errorAt: (path) => problems.find((problem) => problem.path === path.join('.'))?.message ?? null,
      faultsWithin: (path) => problems.filter((problem) => isWithin(problem.path, path)).length,
      openRow: (list) => place.open[list.join('.')] ?? null,
      setOpenRow: (list, row) => onPlace({ ...place, open: { ...place.open, [list.join('.')]: row }, focus: '' }),
    }),
    [value, problems, place, onPlace, onValue],
  )
  const parts = [
    ...PLAN_PARTS.map(({ part: key, fields }) => ({
      key,
      label: text(`contingencyPart.${key}`),
      faults: fields.reduce((sum, field) => sum + form.faultsWithin([field.key]), 0),
    })),
    ...chapters.map((chapter, index) => ({
      key: `chapters.${index}`,
      label: `${text('contingencyPart.chapter')} ${index + 1}　${titleOf(chapter, ['title'])}`,
      faults: form.faultsWithin(['chapters', index]),
    })),
    { key: 'chapters', label: text('contingencyPart.chapters'), faults: 0 },
  ]
  return (
    <FormProvider value={form}>
      <nav className="scroll panel plan-outline" aria-label={text('contingency.edit.parts')}>
        {parts.map(({ key, label, faults }) => (
          <button
            key={key}
            type="button"
            className="library-table"
            aria-current={key === place.part ? 'true' : undefined}
            data-testid={`plan-form-${key}`}
            onClick={() => onPlace({ ...place, part: key, focus: '' })}
          >
            <span>{label}</span>
            {faults === 0 ? null : <span className="danger strong">{`▲ ${faults}`}</span>}
          </button>
        ))}
      </nav>
      <div className="scroll panel plan-form" ref={body}>
        <Part part={place.part} isNew={props.isNew} />
      </div>
    </FormProvider>
  )
}

function Part(props: { part: string; isNew: boolean }): ReactNode {
  const { part, isNew } = props
  const { fields, path } = fieldsOf(part)
  const head = part === 'head' ? [idField(isNew), ...fields] : fields
  return <SpecFields key={part} fields={head} path={path} />
}

function idField(isNew: boolean): FieldSpec {
  return isNew ? line('id', 'id', 12) : { kind: 'fixed', key: 'id', label: 'id', span: 12 }
}

/** Fields of a part of the outline and where they stand. A chapter is a part of its own; all of them are a list. */
function fieldsOf(part: string): { readonly fields: readonly FieldSpec[]; readonly path: TreePath } {
  const index = /^chapters\.(\d+)$/.exec(part)?.[1]
  if (index !== undefined)
    return { fields: CHAPTERS.kind === 'list' ? CHAPTERS.fields : [], path: ['chapters', Number(index)] }
  if (part === 'chapters') return { fields: [CHAPTERS], path: [] }
  return { fields: PLAN_PARTS.find((one) => one.part === part)?.fields ?? [], path: [] }
}

/** The control of a path, or the row or list around it. */
function controlOf(body: HTMLElement, path: string): HTMLElement | null {
  const keys = path.split('.')
  for (let length = keys.length; length > 0; length -= 1) {
    const at = keys.slice(0, length)
    const control = document.getElementById(controlId(at))
    if (control !== null) return control
    const row = body.querySelector(`[data-testid="plan-row-${CSS.escape(at.join('-'))}"]`)
    if (row instanceof HTMLElement) return row
  }
  return null
}
