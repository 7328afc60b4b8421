import type { NoteRow } from '#shared/contract/notes.contract.ts'
import type { MapFeature } from './features.ts'

/** Characters of a note that stand beside its mark. */
const SHOWN = 14

/** Marks of the notes from the scene that name a position and were not corrected. */
export function noteFeatures(notes: readonly NoteRow[], letter: string): MapFeature[] {
  return notes.flatMap(({ position, text, place, correctedBy }): MapFeature[] => {
    if (position === null || correctedBy.length > 0) return []
    const words = text === '' ? place : text
    const name = words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words
    return [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [position.lng, position.lat] },
        properties: { kind: 'note', name, letter, rowKind: '', rowId: '', chosen: false },
      },
    ]
  })
}
