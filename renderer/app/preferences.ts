import { LANGUAGES, type Language } from '../text/text.ts'

/** Choices of this seat's operator that outlive a window. */
export interface Preferences {
  readonly theme: 'day' | 'night'
  readonly language: Language
}

const KEY = 'console-preferences'

/** Preferences of the last session; night colours and Chinese at first. */
export function readPreferences(storage: Pick<Storage, 'getItem'>): Preferences {
  const [theme, language] = (storage.getItem(KEY) ?? '').split(' ')
  return {
    theme: theme === 'day' ? 'day' : 'night',
    language: LANGUAGES.find((known) => known === language) ?? 'zh-CN',
  }
}

const MUTED_KEY = 'console-muted'

/** True when the operator of this seat turned the sound of overdue orders off. */
export function readMuted(storage: Pick<Storage, 'getItem'>): boolean {
  return storage.getItem(MUTED_KEY) === 'yes'
}

/** Keeps whether the sound is off. */
export function writeMuted(storage: Pick<Storage, 'setItem'>, muted: boolean): void {
  storage.setItem(MUTED_KEY, muted ? 'yes' : 'no')
}

/** Keeps the preferences for the next session. */
export function writePreferences(storage: Pick<Storage, 'setItem'>, preferences: Preferences): void {
  storage.setItem(KEY, `${preferences.theme} ${preferences.language}`)
}
