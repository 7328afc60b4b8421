import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { CONTAINERS } from '#shared/domain/incident.ts'
import { useQuery } from '../../app/console-context.tsx'
import { HandbookButton } from '../../app/handbook-button.tsx'
import { useText } from '../../text/text.ts'
import { ChoiceField, Field, TextField } from '../../ui/field.tsx'
import { SuggestBox } from '../../ui/suggest-box.tsx'
import type { BlockProps } from './form-state.ts'
import { substanceWords } from './settle-draft.ts'
import { asksForHazmat } from './relevant-facts.ts'

const SPILLS = ['unknown', 'large', 'small'] as const

/** Substance, container, amount, spill and fire. */
export function HazmatFields(props: BlockProps): ReactNode {
  const text = useText()
  const { draft, change, errorOf } = props
  const unknown = draft.substanceText.trim() === '?' || draft.substanceText.trim() === '？'
  const search = useQuery(
    appContract.reference.searchSubstances,
    unknown || draft.un !== null || draft.substanceText.trim() === ''
      ? null
      : { text: draft.substanceText.trim(), limit: 12 },
  )
  if (draft.type === null || !asksForHazmat(draft.type)) return null
  const hits = unknown || draft.un !== null || draft.substanceText.trim() === '' ? [] : (search.value ?? [])
  const hint = unknown ? text('intake.substanceUnknown') : text('intake.substanceHint')
  return (
    <fieldset>
      <legend>
        {text('intake.hazmatTitle')}
        <HandbookButton id={draft.un} />
      </legend>
      <div className="form-grid">
        <Field id="intake-substance" label={text('intake.substance')} error={errorOf('substance')} hint={hint} span={4}>
          <SuggestBox
            id="intake-substance"
            testId="intake-substance"
            text={draft.substanceText}
            placeholder=""
            emptyWords={
              unknown || draft.un !== null || draft.substanceText === '' || search.status === 'loading'
                ? ''
                : text('intake.substanceNone', { text: draft.substanceText })
            }
            invalid={errorOf('substance') !== null}
            describedBy="intake-substance-note"
            suggestions={hits.map((hit) => ({
              key: hit.un,
              label: substanceWords(hit),
              detail: hit.classDivision,
            }))}
            onLeave={props.settle}
            onText={(substanceText) => change({ substanceText, un: null })}
            onTake={(key) => {
              const hit = hits.find((substance) => substance.un === key)
              if (hit) change({ un: hit.un, substanceText: substanceWords(hit) })
            }}
          />
        </Field>
        <ChoiceField
          id="intake-container"
          testId="intake-container"
          label={text('intake.container')}
          value={draft.container}
          options={CONTAINERS.map((key) => ({ key, label: text(`container.${key}`) }))}
          onChange={(container) => change({ container })}
        />
        <TextField
          id="intake-quantity"
          testId="intake-quantity"
          label={text('intake.quantity')}
          value={draft.quantityT}
          placeholder={text('intake.unknown')}
          error={errorOf('quantityT')}
          canBeUnknown
          onChange={(quantityT) => change({ quantityT })}
        />
        <ChoiceField
          id="intake-spill"
          testId="intake-spill"
          label={text('intake.spill')}
          value={draft.spill}
          options={SPILLS.map((key) => ({ key, label: text(`spill.${key}`) }))}
          onChange={(spill) => change({ spill })}
        />
        <ChoiceField
          id="intake-fire"
          testId="intake-fire"
          label={text('intake.onFire')}
          value={draft.onFire}
          options={[
            { key: 'unknown', label: text('intake.unknown') },
            { key: 'no', label: text('intake.no') },
            { key: 'yes', label: text('intake.yes') },
          ]}
          onChange={(onFire) => change({ onFire })}
        />
      </div>
    </fieldset>
  )
}
