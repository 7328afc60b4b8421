import i18next from 'i18next'
import { useMemo } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { en } from './en.ts'
import type { LeafKey } from './wording.ts'
import { zhCN } from './zh-CN.ts'

/** Languages the windows speak. */
export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A key of a wording; an unknown key does not compile. */
export type TextKey = LeafKey<typeof zhCN>

/** Turns a key and its values into words of the present language. */
export type Text = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string

/** Loads both languages and starts with the given one. */
export async function startText(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
}

/** Switches the language of this window. */
export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
}

/** The present language of this window. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return LANGUAGES.find((known) => known === i18n.language) ?? 'zh-CN'
}

/** Words by key in the present language; the component renders again when the language changes. */
export function useText(): Text {
  const { t } = useTranslation()
  return useMemo<Text>(() => (key, values) => t(key, { ...values }), [t])
}
