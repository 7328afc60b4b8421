import { expect, it } from 'vitest'
import { createKeptParts } from '#electron/core/solver/kept-parts.ts'
import type { KeptParts } from '#electron/core/solver/worker-messages.ts'
import { anIncident, aSituation } from '#test/builders/situation-builders.ts'

it('sends a changed list of the data set and no other, and everything again to a new worker', () => {
  const { dataset, hazmat, library }: KeptParts = aSituation(anIncident('hazmat_road'))
  const kept = createKeptParts()
  expect(Object.keys(kept.changed({ dataset, hazmat, library }))).toEqual(['dataset', 'hazmat', 'library'])
  expect(kept.changed({ dataset, hazmat, library })).toEqual({})
  const edited = { ...dataset, teams: [...dataset.teams], version: 'sha256:2' }
  expect(kept.changed({ dataset: edited, hazmat, library })).toEqual({
    dataset: { teams: edited.teams, version: 'sha256:2' },
  })
  kept.forget()
  expect(kept.changed({ dataset: edited, hazmat, library }).dataset).toEqual(edited)
})
