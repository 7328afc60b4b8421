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

/** Keeps the preferences for the next session. */
export function writePreferences(storage: Pick<Storage, 'setItem'>, preferences: Preferences): void {
  storage.setItem(KEY, `${preferences.theme} ${preferences.language}`)
}
