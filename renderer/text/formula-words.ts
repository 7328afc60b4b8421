import { FormulaError } from '#shared/planner/formula/formula-error.ts'
import { formulaWords as wordsOf, type FormulaVocabulary } from '#shared/planner/formula/formula-words.ts'
import { namesIn, parseFormula } from '#shared/planner/formula/parse-formula.ts'
import { KNOWN_FACTS } from '#shared/domain/incident.ts'
import type { Text } from './text.ts'
import { zhCN } from './zh-CN.ts'

/** A formula in words, or null when it has a fault. */
export function formulaWords(source: string, text: Text): string | null {
  try {
    return wordsOf(source, vocabularyOf(text))
  } catch (error) {
    if (error instanceof FormulaError) return null
    throw error
  }
}

/** Names a formula uses; none when it has a fault. */
export function formulaNames(source: string): readonly string[] {
  try {
    return namesIn(parseFormula(source))
  } catch (error) {
    if (error instanceof FormulaError) return []
    throw error
  }
}

/** What a name of a formula is called on the screen; an unknown name stands as it is written. */
export function formulaName(name: string, text: Text): string {
  const fact = KNOWN_FACTS.find((known) => known === name)
  if (fact !== undefined) return text(`fact.${fact}`)
  return isNamed(name) ? text(`factName.${name}`) : name
}

function isNamed(name: string): name is keyof typeof zhCN.factName {
  return Object.hasOwn(zhCN.factName, name)
}

/** Guards are shown: who edits a formula must see them. */
function vocabularyOf(text: Text): FormulaVocabulary {
  return {
    nameOf: (name) => formulaName(name, text),
    say: (phrase, values) => text(`formulaWords.${phrase}`, values),
    hidesGuards: false,
  }
}
