import type { FactValue, Incident, KnownFact } from '../../domain/incident.ts'
import { AppError } from '../../kernel/app-error.ts'
import { COUNT_FACTS, FACT_KEYS, FACT_NAMES, SHARE_FACTS } from '../../text/fact-names.ts'

/** Checks the known facts: no negative counts, whole numbers for people, shares from 0 to 1, low end below high end. */
export function checkFacts(incident: Pick<Incident, 'facts'>): void {
  for (const key of FACT_KEYS) {
    const fact = incident.facts[key]
    if (fact === undefined || fact === null) continue
    for (const [part, value] of numbersOf(key, fact)) checkNumber(key, part, value)
    checkOrder(key, fact)
  }
}

function numbersOf(key: KnownFact, fact: FactValue): [path: string, value: number][] {
  if (fact === null) return []
  if (typeof fact === 'number') return [[`facts.${key}`, fact]]
  return (['value', 'min', 'max'] as const).flatMap((part): [string, number][] => {
    const value = fact[part]
    return value === undefined ? [] : [[`facts.${key}.${part}`, value]]
  })
}

function checkNumber(key: KnownFact, path: string, value: number): void {
  const name = FACT_NAMES[key]
  if (value < 0 && key !== 'fireFloor') {
    throw new AppError('negative-count', `${name}（${path}）不能是负数：${value}。请改为 0 或更大；未知请留空。`, {
      path,
      value,
    })
  }
  if (COUNT_FACTS.includes(key) && !Number.isInteger(value)) {
    throw new AppError('bad-input', `${name}（${path}）应为整数，现为 ${value}。请改正。`, { path, value })
  }
  if (SHARE_FACTS.includes(key) && value > 1) {
    throw new AppError('bad-input', `${name}（${path}）应为 0 至 1 的比例，现为 ${value}。例如 72% 请写 0.72。`, {
      path,
      value,
    })
  }
}

function checkOrder(key: KnownFact, fact: FactValue): void {
  if (fact === null || typeof fact === 'number' || fact.min === undefined || fact.max === undefined) return
  if (fact.min <= fact.max) return
  const path = `facts.${key}`
  throw new AppError(
    'bad-input',
    `${FACT_NAMES[key]}（${path}）的下限 ${fact.min} 大于上限 ${fact.max}。请对调或改正。`,
    {
      path,
      value: fact,
    },
  )
}
